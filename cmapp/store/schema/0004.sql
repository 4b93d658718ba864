-- which times of an account were read without a hole (store/watched.py)
CREATE TABLE watched (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  stream TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
  PRIMARY KEY (account_id, stream, since)
) STRICT, WITHOUT ROWID;

-- numbers at a time (store/measures.py): account_id is an account's or a rival's
CREATE TABLE measures (
  account_id TEXT NOT NULL, name TEXT NOT NULL, post_id INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL, source TEXT NOT NULL DEFAULT 'platform', value REAL NOT NULL,
  PRIMARY KEY (account_id, name, post_id, at, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX measures_by_post ON measures (post_id, name, at) WHERE post_id <> 0;

-- roll-ups (store/activity.py)

-- who answers whom (store/ties.py)

-- goals, costs, experiments, decisions (store/goals.py …)

-- reports: templates, schedules, what was made (store/reports.py)

-- tables brought in: layouts and files (store/imports.py)

-- read-only views for anyone's SQL (store/open_data.py)
