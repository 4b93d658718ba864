# What packaging/run and packaging/test share: system packages and the environment. Sourced, POSIX.
#
# Everything heavy is kept in $CMAPP_CACHE (default: .cache/ of the checkout), keyed by what it was
# made from, so that a second start only looks.

HERE=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
ROOT=$(dirname -- "$HERE")
CACHE=${CMAPP_CACHE:-$ROOT/.cache}
CMAPP_CACHE=$CACHE
export CMAPP_CACHE
STARTED=$(date +%s)

# Qt's window: the offscreen set, X11, Wayland, and fonts that have Chinese and emoji.
WINDOW_PACKAGES="libegl1 libgl1 libglib2.0-0 libxkbcommon0 libdbus-1-3 libfontconfig1
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-render0
  libxcb-shape0 libxcb-util1 libxcb-xkb1 libxkbcommon-x11-0 libwayland-cursor0
  fonts-dejavu-core fonts-noto-cjk fonts-noto-color-emoji"
XVFB_PACKAGES="xvfb xauth"
# The walk through the real window: keys, and what a screen reader is told.
WALK_PACKAGES="at-spi2-core gir1.2-atspi-2.0 python3-gi xdotool"
# Real servers, the keyring, what better-sqlite3 and the disk of tests/fire are compiled with, faults
# of system calls, clocks that can be set, and a
# reader of PDF.
SERVER_PACKAGES="postgresql redis-server gnome-keyring dbus g++ gcc make faketime strace
  poppler-utils"

say() { printf '%s\n' "$*" >&2; }
quietly() { # run; show the output only if it fails
    log=$CACHE/setup.log
    "$@" >"$log" 2>&1 || { status=$?; tail -n 40 "$log" >&2; say "failed: $* (whole log: $log)"; return $status; }
}

find_python() {
    for PYTHON in "${CMAPP_PYTHON:-python3}" python3.13 python3.12 python3.11; do
        "$PYTHON" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null && return 0
    done
    say "cmapp needs Python 3.11 to 3.14 (python3, or name one in CMAPP_PYTHON)."
    return 1
}

venv_package() { # Debian keeps ensurepip in a package of its own
    "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null && return 0
    "$PYTHON" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

missing_of() { # those of the named Debian packages that are not installed (t64: Ubuntu's new names)
    for name in "$@"; do
        dpkg-query -W -f '${Status}\n' "$name" "${name}t64" 2>/dev/null | grep -q 'install ok installed' || printf '%s ' "$name"
    done
}

# need PACKAGE…: install what is missing where that is allowed; else say the one command, return 1.
need() {
    command -v apt-get >/dev/null || {
        say "This is no Debian or Ubuntu; cmapp needs what these Debian packages hold:" $*
        return 0
    }
    missing=$(missing_of "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then as=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as="sudo -n"
    else
        say "Some system packages are missing. Run this once, then start again:"
        say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing% }"
        return 1
    fi
    say "Installing system packages: ${missing% }"
    quietly $as apt-get update
    quietly $as env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}

# environment NAME LOCK: an environment with exactly what the lock names; its folder is in $ENVIRONMENT.
environment() {
    key=$({ cat "$HERE/$2"; "$PYTHON" -c 'import sys; print(sys.version, sys.prefix)'; } | sha256sum | cut -c1-12)
    ENVIRONMENT=$CACHE/$1-$key
    [ -e "$ENVIRONMENT/complete" ] && return 0
    say "Making the environment from packaging/$2 …"
    rm -rf "$ENVIRONMENT"
    quietly "$PYTHON" -m venv "$ENVIRONMENT"
    quietly "$ENVIRONMENT/bin/python" -m pip install --disable-pip-version-check --no-input \
        --no-deps --only-binary :all: --require-hashes -r "$HERE/$2"
    : >"$ENVIRONMENT/complete"
}

set_up() { say "Set up in $(($(date +%s) - STARTED)) s."; }

mkdir -p "$CACHE"
