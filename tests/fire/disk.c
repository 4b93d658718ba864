/* Stands under a program (LD_PRELOAD) and notes every call that changes files below FIRE_ROOT, with
   the data, in the order in which they happened; it can make the Kth of a kind fail or kill.

   FIRE_LOG=FILE        where to note; a record is {op, fd, pid, offset, size, length of path}, the
                        path, the data (little endian, see tests/fire/disk.py)
   FIRE_ROOT=FOLDER     what is watched
   FIRE_FAULT=KIND:WHAT:K[+]   KIND: write, sync, truncate, open, unlink, rename.
                        WHAT: kill, torn (half of a write, then kill) or a number of errno.
                        The Kth call of that kind below FIRE_ROOT; with + each from then on.
   fire_mark(text, n)   for the program: a note of its own in the log.
   fire_fault(text)     for the program: sets FIRE_FAULT anew and counts from nought.  */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 'o', WRITE = 'w', TRUNCATE = 't', SYNC = 's', SYNC_FOLDER = 'd', UNLINK = 'u',
       RENAME = 'r', MKDIR = 'm', MARK = '#' };
enum { FILES = 4096 };

struct __attribute__((packed)) record { uint8_t op; int32_t fd, pid; uint64_t offset, size; uint32_t named; };

static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
static char kinds[FILES]; /* 0: none of ours, 1: file, 2: folder */
static char root[PATH_MAX];
static size_t root_size;
static int note = -1;
static char fault_kind[16];
static int fault_what, fault_at, fault_on, fault_seen;
enum { KILL = -1, TORN = -2 };

#define REAL(name) static __typeof__(name) *real; if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

static void plan(const char *told) {
    char what[16] = "", at[16] = "";
    fault_kind[0] = 0; fault_seen = 0; fault_on = 0; fault_at = 0;
    if (!told || sscanf(told, "%15[^:]:%15[^:]:%15s", fault_kind, what, at) != 3) { fault_kind[0] = 0; return; }
    fault_what = !strcmp(what, "kill") ? KILL : !strcmp(what, "torn") ? TORN : atoi(what);
    fault_at = atoi(at);
    fault_on = strchr(at, '+') != NULL;
}

__attribute__((constructor)) static void begin(void) {
    const char *where = getenv("FIRE_ROOT"), *log = getenv("FIRE_LOG");
    if (where && realpath(where, root)) root_size = strlen(root);
    if (log) {
        static int (*real)(const char *, int, ...);
        real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open64");
        int low = real(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        note = fcntl(low, F_DUPFD_CLOEXEC, 900);
        static int (*shut)(int);
        shut = (int (*)(int))dlsym(RTLD_NEXT, "close");
        shut(low);
    }
    plan(getenv("FIRE_FAULT"));
}

static void tell(int op, int fd, uint64_t offset, const void *data, size_t size, const char *name) {
    if (note < 0) return;
    struct record head = {op, fd, getpid(), offset, size, name ? strlen(name) : 0};
    struct iovec parts[3] = {{&head, sizeof head}, {(void *)name, head.named}, {(void *)data, data ? size : 0}};
    static ssize_t (*real)(int, const struct iovec *, int);
    if (!real) real = (ssize_t (*)(int, const struct iovec *, int))dlsym(RTLD_NEXT, "writev");
    size_t all = sizeof head + head.named + (data ? size : 0);
    if (real(note, parts, 3) != (ssize_t)all) abort();
}

static int below(const char *path, char *whole) {
    if (!root_size || !path) return 0;
    if (path[0] == '/') snprintf(whole, PATH_MAX, "%s", path);
    else {
        char here[PATH_MAX];
        if (!getcwd(here, sizeof here)) return 0;
        if (strlen(here) + strlen(path) + 2 > PATH_MAX) return 0;
        strcpy(whole, here); strcat(whole, "/"); strcat(whole, path);
    }
    return !strncmp(whole, root, root_size) && (whole[root_size] == '/' || !whole[root_size]);
}

static int ours(int fd, int kind) { return fd >= 0 && fd < FILES && kinds[fd] == kind; }

/* Whether this call is to go wrong: 0 no, else errno or TORN; KILL does not come back. */
static int wrong(const char *kind) {
    if (!fault_kind[0] || strcmp(kind, fault_kind)) return 0;
    fault_seen++;
    if (fault_on ? fault_seen < fault_at : fault_seen != fault_at) return 0;
    if (fault_what == KILL) kill(getpid(), SIGKILL);
    return fault_what;
}

int fire_seen(void) { return fault_seen; }
void fire_fault(const char *told) { pthread_mutex_lock(&one); plan(told); pthread_mutex_unlock(&one); }
void fire_mark(const char *text, size_t size) {
    pthread_mutex_lock(&one);
    tell(MARK, -1, 0, text, size, NULL);
    pthread_mutex_unlock(&one);
}

static int opened(int (*real)(const char *, int, ...), const char *path, int flags, mode_t mode) {
    char whole[PATH_MAX];
    if (!below(path, whole)) {
        int fd = real(path, flags, mode);
        if (fd >= 0 && fd < FILES) kinds[fd] = 0;
        return fd;
    }
    pthread_mutex_lock(&one);
    int bad = wrong("open"), fd = -1;
    if (bad > 0) errno = bad;
    else {
        int existed = !access(path, F_OK);
        fd = real(path, flags, mode);
        if (fd >= 0 && fd < FILES) {
            int folder = (flags & O_DIRECTORY) != 0;
            if (!folder && (flags & O_ACCMODE) == O_RDONLY) {
                char end[PATH_MAX + 2];
                snprintf(end, sizeof end, "%s/.", path);
                folder = !access(end, F_OK);
            }
            kinds[fd] = folder ? 2 : 1;
            /* offset: whether it is new, size: whether it is emptied */
            if (note >= 0) {
                struct record head = {OPEN, fd, getpid(), !existed, (flags & O_TRUNC) != 0, strlen(whole)};
                struct iovec parts[2] = {{&head, sizeof head}, {whole, strlen(whole)}};
                static ssize_t (*put)(int, const struct iovec *, int);
                if (!put) put = (ssize_t (*)(int, const struct iovec *, int))dlsym(RTLD_NEXT, "writev");
                if (put(note, parts, 2) < 0) abort();
            }
        }
    }
    int kept = errno;
    pthread_mutex_unlock(&one);
    errno = kept;
    return fd;
}

#define OPENS(name)                                                                      \
    int name(const char *path, int flags, ...) {                                         \
        va_list more; va_start(more, flags);                                             \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;          \
        va_end(more);                                                                    \
        static int (*real)(const char *, int, ...);                                      \
        if (!real) real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name);      \
        return opened(real, path, flags, mode);                                          \
    }
OPENS(open)
OPENS(open64)

#define WRITES(name, arguments, call, place)                                             \
    ssize_t name arguments {                                                             \
        REAL(name);                                                                      \
        if (!ours(fd, 1)) return real call;                                              \
        pthread_mutex_lock(&one);                                                        \
        int bad = wrong("write");                                                        \
        ssize_t done = -1;                                                               \
        if (bad > 0) errno = bad;                                                        \
        else {                                                                           \
            if (bad == TORN) size = size / 2;                                            \
            done = real call;                                                            \
            if (bad == TORN) kill(getpid(), SIGKILL);                                    \
            if (done > 0) tell(WRITE, fd, place, data, done, NULL);                      \
        }                                                                                \
        int kept = errno;                                                                \
        pthread_mutex_unlock(&one);                                                      \
        errno = kept;                                                                    \
        return done;                                                                     \
    }
WRITES(pwrite64, (int fd, const void *data, size_t size, off64_t at), (fd, data, size, at), at)
WRITES(pwrite, (int fd, const void *data, size_t size, off_t at), (fd, data, size, at), at)
WRITES(write, (int fd, const void *data, size_t size), (fd, data, size), lseek(fd, 0, SEEK_CUR) - done)

#define TRUNCATES(name, type)                                                            \
    int name(int fd, type size) {                                                        \
        REAL(name);                                                                      \
        if (!ours(fd, 1)) return real(fd, size);                                         \
        pthread_mutex_lock(&one);                                                        \
        int bad = wrong("truncate"), done = -1;                                          \
        if (bad > 0) errno = bad;                                                        \
        else if (!(done = real(fd, size))) tell(TRUNCATE, fd, size, NULL, 0, NULL);      \
        int kept = errno;                                                                \
        pthread_mutex_unlock(&one);                                                      \
        errno = kept;                                                                    \
        return done;                                                                     \
    }
TRUNCATES(ftruncate, off_t)
TRUNCATES(ftruncate64, off64_t)

#define RESERVES(name, type)                                                             \
    int name(int fd, type at, type size) {                                               \
        REAL(name);                                                                      \
        if (!ours(fd, 1)) return real(fd, at, size);                                     \
        pthread_mutex_lock(&one);                                                        \
        int done = real(fd, at, size);                                                   \
        if (!done) tell(TRUNCATE, fd, lseek(fd, 0, SEEK_END), NULL, 0, NULL);            \
        lseek(fd, 0, SEEK_SET);                                                          \
        pthread_mutex_unlock(&one);                                                      \
        return done;                                                                     \
    }
RESERVES(posix_fallocate, off_t)
RESERVES(posix_fallocate64, off64_t)

#define SYNCS(name)                                                                      \
    int name(int fd) {                                                                   \
        REAL(name);                                                                      \
        if (!ours(fd, 1) && !ours(fd, 2)) return real(fd);                               \
        pthread_mutex_lock(&one);                                                        \
        int bad = wrong("sync"), done = -1;                                              \
        if (bad > 0) errno = bad;                                                        \
        else if (!(done = real(fd))) tell(kinds[fd] == 2 ? SYNC_FOLDER : SYNC, fd, 0, NULL, 0, NULL); \
        int kept = errno;                                                                \
        pthread_mutex_unlock(&one);                                                      \
        errno = kept;                                                                    \
        return done;                                                                     \
    }
SYNCS(fsync)
SYNCS(fdatasync)

int close(int fd) {
    REAL(close);
    if (fd >= 0 && fd < FILES) kinds[fd] = 0;
    return real(fd);
}

int unlink(const char *path) {
    REAL(unlink);
    char whole[PATH_MAX];
    if (!below(path, whole)) return real(path);
    pthread_mutex_lock(&one);
    int bad = wrong("unlink"), done = -1;
    if (bad > 0) errno = bad;
    else if (!(done = real(path))) tell(UNLINK, -1, 0, NULL, 0, whole);
    int kept = errno;
    pthread_mutex_unlock(&one);
    errno = kept;
    return done;
}

int rename(const char *from, const char *to) {
    REAL(rename);
    char old[PATH_MAX], new[PATH_MAX];
    if (!below(from, old) || !below(to, new)) return real(from, to);
    pthread_mutex_lock(&one);
    int bad = wrong("rename"), done = -1;
    if (bad > 0) errno = bad;
    else if (!(done = real(from, to))) tell(RENAME, -1, 0, new, strlen(new), old);
    int kept = errno;
    pthread_mutex_unlock(&one);
    errno = kept;
    return done;
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    char whole[PATH_MAX];
    int done = real(path, mode);
    if (!done && below(path, whole)) {
        int kept = errno;
        pthread_mutex_lock(&one);
        tell(MKDIR, -1, 0, NULL, 0, whole);
        pthread_mutex_unlock(&one);
        errno = kept;
    }
    return done;
}
