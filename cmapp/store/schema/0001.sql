CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  platform TEXT NOT NULL, realm TEXT NOT NULL, remote_id TEXT NOT NULL,
  server TEXT NOT NULL, handle TEXT NOT NULL, name TEXT NOT NULL DEFAULT '',
  avatar TEXT, url TEXT,
  facts TEXT NOT NULL DEFAULT '{}', capabilities TEXT NOT NULL DEFAULT '{}',
  state TEXT NOT NULL DEFAULT 'active'
    CHECK (state IN ('active', 'paused', 'sign_in', 'removed')),
  added_at INTEGER NOT NULL, synced_at INTEGER, due_at INTEGER NOT NULL DEFAULT 0,
  parked_until INTEGER NOT NULL DEFAULT 0, position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (platform, realm, remote_id)
) STRICT;

CREATE TABLE profiles (
  id INTEGER PRIMARY KEY,
  realm TEXT NOT NULL, remote_id TEXT NOT NULL, handle TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '', bio TEXT, avatar TEXT, url TEXT, followers INTEGER,
  seen_at INTEGER NOT NULL,
  UNIQUE (realm, remote_id)
) STRICT;
CREATE INDEX profiles_by_handle ON profiles (handle COLLATE NOCASE);

CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  realm TEXT NOT NULL, remote_id TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'post', author_id INTEGER NOT NULL REFERENCES profiles (id),
  parent_ref TEXT, root_ref TEXT,
  text TEXT NOT NULL, spans TEXT NOT NULL DEFAULT '[]', lang TEXT,
  visibility TEXT NOT NULL DEFAULT 'public', uri TEXT, url TEXT,
  created_at INTEGER NOT NULL, edited_at INTEGER, deleted_at INTEGER,
  counts TEXT NOT NULL DEFAULT '{}', media TEXT NOT NULL DEFAULT '[]',
  facts TEXT NOT NULL DEFAULT '{}',
  UNIQUE (realm, remote_id)
) STRICT;
CREATE INDEX posts_by_parent ON posts (realm, parent_ref) WHERE parent_ref IS NOT NULL;
CREATE INDEX posts_by_author ON posts (author_id, id);

CREATE TABLE post_states (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  can_reply INTEGER, no_reply_why TEXT, reply_until INTEGER,
  PRIMARY KEY (account_id, post_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE interactions (
  id INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  remote_key TEXT NOT NULL, kind TEXT NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES profiles (id),
  post_id INTEGER REFERENCES posts (id) ON DELETE SET NULL,
  target_ref TEXT, created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'waiting', 'done', 'muted')),
  needs_reply INTEGER NOT NULL, done_at INTEGER, first_reply_at INTEGER,
  UNIQUE (account_id, remote_key)
) STRICT;
CREATE INDEX interactions_queue ON interactions (state, needs_reply, id);
CREATE INDEX interactions_by_account ON interactions (account_id, state, needs_reply, id);
CREATE INDEX interactions_by_post ON interactions (post_id, kind, account_id)
  WHERE post_id IS NOT NULL;

CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  account_id TEXT REFERENCES accounts (id) ON DELETE SET NULL,
  item_id INTEGER, post_id INTEGER,
  text TEXT NOT NULL, media TEXT NOT NULL DEFAULT '[]', visibility TEXT,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'queued')),
  made_at INTEGER NOT NULL, saved_at INTEGER NOT NULL, versions INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX drafts_by_item ON drafts (item_id) WHERE item_id IS NOT NULL;
CREATE TABLE draft_versions (
  draft_id INTEGER NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  n INTEGER NOT NULL, text TEXT NOT NULL, saved_at INTEGER NOT NULL,
  PRIMARY KEY (draft_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL, action TEXT NOT NULL,
  draft_id INTEGER, item_id INTEGER, post_id INTEGER, thread TEXT,
  state TEXT NOT NULL DEFAULT 'ready' CHECK (state IN
    ('ready', 'sending', 'sent', 'rejected', 'uncertain', 'review', 'cancelled')),
  reason TEXT CHECK (reason IN ('parent_deleted', 'parent_edited', 'author_again',
    'answered_by_us', 'not_allowed', 'window_closed', 'late', 'unresolved')),
  seen TEXT NOT NULL DEFAULT '{}', news TEXT NOT NULL DEFAULT '[]',
  waived TEXT NOT NULL DEFAULT '[]', notes TEXT NOT NULL DEFAULT '[]',
  planned_at INTEGER, not_before INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0, looks INTEGER NOT NULL DEFAULT 0,
  first_at INTEGER, last_at INTEGER, progress TEXT,
  error_code TEXT, error TEXT,
  remote_id TEXT, url TEXT, made_at INTEGER NOT NULL, sent_at INTEGER, settled_at INTEGER
) STRICT;
CREATE INDEX outbox_ready ON outbox (account_id, not_before) WHERE state = 'ready';
CREATE INDEX outbox_by_state ON outbox (state, id);
CREATE INDEX outbox_by_item ON outbox (item_id) WHERE item_id IS NOT NULL;
CREATE UNIQUE INDEX outbox_one_per_draft ON outbox (draft_id)
  WHERE draft_id IS NOT NULL AND state IN ('ready', 'sending', 'uncertain', 'review');
CREATE UNIQUE INDEX outbox_one_per_remote_post ON outbox (account_id, remote_id)
  WHERE remote_id IS NOT NULL AND kind IN ('publish', 'reply');

CREATE TABLE cursors (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  stream TEXT NOT NULL, scope TEXT NOT NULL DEFAULT '',
  cursor TEXT NOT NULL, pulled_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, stream, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE problems (
  account_id TEXT NOT NULL DEFAULT '', code TEXT NOT NULL,
  facts TEXT NOT NULL DEFAULT '{}', since INTEGER NOT NULL, hushed_at INTEGER,
  PRIMARY KEY (account_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE switches (name TEXT PRIMARY KEY, since INTEGER NOT NULL,
  facts TEXT NOT NULL DEFAULT '{}') STRICT, WITHOUT ROWID;

CREATE TABLE landings (
  id INTEGER PRIMARY KEY, away_since INTEGER, ended_at INTEGER NOT NULL,
  report TEXT NOT NULL
) STRICT;

CREATE TABLE deeds (
  id INTEGER PRIMARY KEY, desk TEXT NOT NULL, command TEXT NOT NULL,
  args TEXT NOT NULL, undo TEXT
) STRICT;

CREATE VIRTUAL TABLE post_words USING fts5 (text, content='', tokenize='unicode61');
