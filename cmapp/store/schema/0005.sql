-- People who were erased, how long things are kept, and what was seen again upstream.

-- Who was erased (PV-02): never a name. -------------------------------------------------------

-- How long things are kept, and when they were last seen upstream (PV-03). --------------------
-- rules that were set (domain/retention_rules.py has the others); `since`: the present then
CREATE TABLE retention_rules (
  kind TEXT PRIMARY KEY, days INTEGER, before INTEGER, since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- what was stamped between `since` and `until` by a clock that was behind may be as late as `really`
CREATE TABLE clock_doubts (
  since INTEGER PRIMARY KEY, until INTEGER NOT NULL, really INTEGER NOT NULL
) STRICT;
-- when a post was last seen on its platform by itself (services/upstream.py)
CREATE TABLE verified (post_id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
CREATE INDEX verified_by_time ON verified (at);
-- what is not shown until it is seen there again; `was` is put back then
CREATE TABLE masked (
  post_id INTEGER PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  at INTEGER NOT NULL, was TEXT NOT NULL
) STRICT;

