-- People who were erased, how long things are kept, and what was seen again upstream.

-- Who was erased (PV-02): never a name. -------------------------------------------------------
-- salted hashes of people, their posts and deeds, and of what had to be masked (store/erased.py)
CREATE TABLE erased (mark TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- each erasure: the marks of the person's identities, and what was proven when it was done
CREATE TABLE erasures (
  id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('asked', 'gone', 'done')),
  marks TEXT NOT NULL, proof TEXT NOT NULL DEFAULT '{}', at INTEGER NOT NULL, done_at INTEGER
) STRICT;
-- what interactions that were removed counted for, so that the sums stay (store/rollups.py)
CREATE TABLE activity_gone (
  account_id TEXT NOT NULL, slot INTEGER NOT NULL,
  n INTEGER NOT NULL, mention INTEGER NOT NULL, reply INTEGER NOT NULL, comment INTEGER NOT NULL,
  message INTEGER NOT NULL, quote INTEGER NOT NULL, review INTEGER NOT NULL,
  reaction INTEGER NOT NULL, repost INTEGER NOT NULL, follow INTEGER NOT NULL,
  other INTEGER NOT NULL, positive INTEGER NOT NULL, undecided INTEGER NOT NULL,
  negative INTEGER NOT NULL, unread INTEGER NOT NULL, needs_reply INTEGER NOT NULL,
  PRIMARY KEY (account_id, slot)
) STRICT, WITHOUT ROWID;

-- How long things are kept, and when they were last seen upstream (PV-03). --------------------
-- rules that were set (domain/retention_rules.py has the others); `since`: the present then
CREATE TABLE retention_rules (
  kind TEXT PRIMARY KEY, days INTEGER, before INTEGER, since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- what was stamped between `since` and `until` by a clock that was behind may be as late as
-- `really`; NULL: nobody has confirmed any clock since, so it may be as late as now
CREATE TABLE clock_doubts (
  since INTEGER PRIMARY KEY, until INTEGER NOT NULL, really INTEGER
) STRICT;
-- when a post was last seen on its platform by itself (services/upstream.py)
CREATE TABLE verified (post_id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
CREATE INDEX verified_by_time ON verified (at);
-- what is not shown until it is seen there again; `was` is put back then
CREATE TABLE masked (
  post_id INTEGER PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  at INTEGER NOT NULL, was TEXT NOT NULL
) STRICT;


-- rows of imported tables whose post is not here yet (services/import_late.py): `seek` is what
-- tells the post, `told` its numbers
CREATE TABLE import_waiting (
  import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  line INTEGER NOT NULL, account_id TEXT NOT NULL DEFAULT '',
  seek TEXT NOT NULL, told TEXT NOT NULL, PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

-- what a post of ours got within its first 48 hours, by kind (store/gathered.py): kept once they are
-- over, dropped in the transaction of whatever changes it
CREATE TABLE gathered (
  account_id TEXT NOT NULL, ref TEXT NOT NULL, counts TEXT NOT NULL, PRIMARY KEY (account_id, ref)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER gathered_in AFTER INSERT ON interactions
  WHEN new.target_ref IS NOT NULL OR new.post_id IS NOT NULL BEGIN
  DELETE FROM gathered WHERE account_id = new.account_id AND ref = coalesce(new.target_ref,
    (SELECT parent_ref FROM posts WHERE id = new.post_id)); END;
CREATE TRIGGER gathered_out AFTER DELETE ON interactions
  WHEN old.target_ref IS NOT NULL OR old.post_id IS NOT NULL BEGIN
  DELETE FROM gathered WHERE account_id = old.account_id AND ref = coalesce(old.target_ref,
    (SELECT parent_ref FROM posts WHERE id = old.post_id)); END;
CREATE TRIGGER gathered_moved
  AFTER UPDATE OF account_id, kind, target_ref, post_id, created_at ON interactions BEGIN
  DELETE FROM gathered WHERE account_id = old.account_id AND ref = coalesce(old.target_ref,
    (SELECT parent_ref FROM posts WHERE id = old.post_id));
  DELETE FROM gathered WHERE account_id = new.account_id AND ref = coalesce(new.target_ref,
    (SELECT parent_ref FROM posts WHERE id = new.post_id)); END;
CREATE TRIGGER gathered_answer_in AFTER INSERT ON posts WHEN new.parent_ref IS NOT NULL BEGIN
  DELETE FROM gathered WHERE ref = new.parent_ref AND account_id IN (SELECT id FROM accounts); END;
CREATE TRIGGER gathered_answer_out AFTER DELETE ON posts BEGIN
  DELETE FROM gathered WHERE ref IN (old.parent_ref, old.remote_id)
    AND account_id IN (SELECT id FROM accounts); END;
CREATE TRIGGER gathered_answer_moved AFTER UPDATE OF parent_ref, remote_id, created_at ON posts
  WHEN old.parent_ref IS NOT new.parent_ref OR old.remote_id <> new.remote_id
    OR old.created_at <> new.created_at BEGIN
  DELETE FROM gathered WHERE account_id IN (SELECT id FROM accounts)
    AND ref IN (old.parent_ref, new.parent_ref, old.remote_id, new.remote_id); END;

-- what is dated otherwise than its id: there the table of visits cannot tell (store/audience.py)
CREATE INDEX interactions_misdated ON interactions (id) WHERE created_at <> (id >> 20);
