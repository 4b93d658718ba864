-- Writing and planning: a draft has a wording per account, a plan, and what is known of it.
ALTER TABLE drafts ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE drafts ADD COLUMN stage TEXT NOT NULL DEFAULT 'draft' CHECK (stage IN ('idea', 'draft'));
ALTER TABLE drafts ADD COLUMN options TEXT NOT NULL DEFAULT '{}';
ALTER TABLE drafts ADD COLUMN brief TEXT NOT NULL DEFAULT '{}';
ALTER TABLE drafts ADD COLUMN wall TEXT;
ALTER TABLE drafts ADD COLUMN zone TEXT;
ALTER TABLE drafts ADD COLUMN planned_at INTEGER;
ALTER TABLE drafts ADD COLUMN campaign_id INTEGER;
ALTER TABLE drafts ADD COLUMN series_id INTEGER;
ALTER TABLE drafts ADD COLUMN occurrence TEXT;
ALTER TABLE drafts ADD COLUMN pillar TEXT NOT NULL DEFAULT '';
ALTER TABLE drafts ADD COLUMN forked_from INTEGER;
ALTER TABLE drafts ADD COLUMN done_at INTEGER;
ALTER TABLE drafts ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE drafts ADD COLUMN writer TEXT NOT NULL DEFAULT '';
CREATE INDEX drafts_by_plan ON drafts (planned_at) WHERE planned_at IS NOT NULL;
CREATE UNIQUE INDEX drafts_by_series ON drafts (series_id, occurrence)
  WHERE series_id IS NOT NULL;
CREATE INDEX drafts_by_campaign ON drafts (campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX drafts_open ON drafts (state, saved_at) WHERE done_at IS NULL;

CREATE TABLE draft_variants (
  draft_id INTEGER NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL, segment TEXT NOT NULL DEFAULT '',
  text TEXT, media TEXT, options TEXT NOT NULL DEFAULT '{}',
  position INTEGER NOT NULL DEFAULT 0, saved_at INTEGER NOT NULL,
  PRIMARY KEY (draft_id, account_id, segment)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_variants_by_account ON draft_variants (account_id);
ALTER TABLE draft_versions ADD COLUMN whole TEXT NOT NULL DEFAULT '{}';
CREATE TABLE overrides (
  id INTEGER PRIMARY KEY, draft_id INTEGER NOT NULL, account_id TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL, about TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL,
  at INTEGER NOT NULL, ended_at INTEGER
) STRICT;
CREATE TABLE drafts_held (
  draft_id INTEGER PRIMARY KEY REFERENCES drafts (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL, codes TEXT NOT NULL
) STRICT;
CREATE INDEX overrides_by_draft ON overrides (draft_id);
CREATE INDEX deeds_on_posts ON deeds (args ->> 'post') WHERE command = 'post.correct';

-- The outbox anew: a row may wait on a server's own scheduler, and for another row.
CREATE TABLE outbox_3 (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL, action TEXT NOT NULL,
  draft_id INTEGER, item_id INTEGER, post_id INTEGER, thread TEXT,
  state TEXT NOT NULL DEFAULT 'ready' CHECK (state IN
    ('ready', 'sending', 'scheduled', 'sent', 'rejected', 'uncertain', 'review', 'cancelled')),
  reason TEXT,
  seen TEXT NOT NULL DEFAULT '{}', news TEXT NOT NULL DEFAULT '[]',
  waived TEXT NOT NULL DEFAULT '[]', notes TEXT NOT NULL DEFAULT '[]',
  planned_at INTEGER, not_before INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0, looks INTEGER NOT NULL DEFAULT 0,
  first_at INTEGER, last_at INTEGER, progress TEXT,
  error_code TEXT, error TEXT,
  remote_id TEXT, url TEXT, made_at INTEGER NOT NULL, sent_at INTEGER, settled_at INTEGER,
  after_id INTEGER, segment TEXT NOT NULL DEFAULT '', part INTEGER NOT NULL DEFAULT 0,
  server_ref TEXT, ahead_at INTEGER,
  recall TEXT CHECK (recall IN ('cancel', 'hold', 'local')), replaces_id INTEGER
) STRICT;
INSERT INTO outbox_3 (id, key, account_id, kind, action, draft_id, item_id, post_id, thread, state,
    reason, seen, news, waived, notes, planned_at, not_before, attempts, looks, first_at, last_at,
    progress, error_code, error, remote_id, url, made_at, sent_at, settled_at)
  SELECT id, key, account_id, kind, action, draft_id, item_id, post_id, thread, state,
    reason, seen, news, waived, notes, planned_at, not_before, attempts, looks, first_at, last_at,
    progress, error_code, error, remote_id, url, made_at, sent_at, settled_at FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_3 RENAME TO outbox;
CREATE INDEX outbox_ready ON outbox (account_id, not_before)
  WHERE state IN ('ready', 'sending', 'scheduled', 'uncertain');
CREATE INDEX outbox_by_state ON outbox (state, id);
CREATE INDEX outbox_by_item ON outbox (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX outbox_by_draft ON outbox (draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX outbox_by_after ON outbox (after_id) WHERE after_id IS NOT NULL;
CREATE INDEX outbox_by_plan ON outbox (planned_at) WHERE planned_at IS NOT NULL;
CREATE INDEX outbox_by_thread ON outbox (thread)
  WHERE thread IS NOT NULL AND state IN ('ready', 'sending', 'uncertain', 'review', 'rejected');
CREATE UNIQUE INDEX outbox_one_per_draft ON outbox (draft_id, account_id, segment, part)
  WHERE draft_id IS NOT NULL AND recall IS NOT 'cancel'
    AND state IN ('ready', 'sending', 'scheduled', 'uncertain', 'review');
CREATE INDEX outbox_ahead ON outbox (account_id, ahead_at)
  WHERE state = 'ready' AND ahead_at IS NOT NULL;
CREATE INDEX outbox_held_there ON outbox (account_id, planned_at) WHERE state = 'scheduled';
CREATE INDEX outbox_by_replaces ON outbox (replaces_id) WHERE replaces_id IS NOT NULL;
CREATE INDEX outbox_in_doubt ON outbox (account_id, thread, id)
  WHERE thread IS NOT NULL
    AND (state IN ('sending', 'uncertain') OR state = 'ready' AND error_code IS NOT NULL);
CREATE UNIQUE INDEX outbox_one_per_remote_post ON outbox (account_id, remote_id)
  WHERE remote_id IS NOT NULL AND kind IN ('publish', 'reply');

-- Planning.
CREATE TABLE campaigns (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  color TEXT NOT NULL DEFAULT '', pattern TEXT NOT NULL DEFAULT '',
  first_day TEXT, last_day TEXT, facts TEXT NOT NULL DEFAULT '{}', made_at INTEGER NOT NULL
) STRICT;
CREATE TABLE campaign_posts (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
  post_id INTEGER NOT NULL, PRIMARY KEY (campaign_id, post_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE series (
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, rule TEXT NOT NULL,
  wall TEXT NOT NULL, zone TEXT NOT NULL, last_day TEXT, count INTEGER,
  draft TEXT NOT NULL, variations TEXT NOT NULL DEFAULT '[]',
  skipped TEXT NOT NULL DEFAULT '[]', made_until TEXT,
  made_at INTEGER NOT NULL, ended_at INTEGER
) STRICT;
CREATE TABLE series_made (
  series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  occurrence TEXT NOT NULL, draft_id INTEGER NOT NULL, variation INTEGER,
  mark TEXT NOT NULL, made_at INTEGER NOT NULL, tried_at INTEGER,
  PRIMARY KEY (series_id, occurrence)
) STRICT, WITHOUT ROWID;
CREATE INDEX series_made_by_draft ON series_made (draft_id);
CREATE TABLE idea_places (
  draft_id INTEGER PRIMARY KEY REFERENCES drafts (id) ON DELETE CASCADE, place REAL NOT NULL
) STRICT;
CREATE TABLE slots (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
  PRIMARY KEY (account_id, weekday, minute)
) STRICT, WITHOUT ROWID;
CREATE TABLE pillars (name TEXT PRIMARY KEY COLLATE NOCASE, target REAL, color TEXT NOT NULL DEFAULT '')
  STRICT, WITHOUT ROWID;
CREATE TABLE utm_presets (name TEXT PRIMARY KEY COLLATE NOCASE, fields TEXT NOT NULL)
  STRICT, WITHOUT ROWID;
CREATE TABLE sheets (
  kind TEXT NOT NULL CHECK (kind IN ('brand', 'norms', 'audience', 'cadence')),
  scope TEXT NOT NULL DEFAULT '', sheet TEXT NOT NULL, changed_at INTEGER NOT NULL,
  PRIMARY KEY (kind, scope)
) STRICT, WITHOUT ROWID;

-- The media library: files lie in the profile's media folder, named by their content.
CREATE TABLE media_files (
  name TEXT PRIMARY KEY, mime TEXT NOT NULL, bytes INTEGER NOT NULL,
  width INTEGER, height INTEGER, seconds REAL,
  title TEXT NOT NULL DEFAULT '', alt TEXT NOT NULL DEFAULT '', folder TEXT NOT NULL DEFAULT '',
  credit TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT '',
  moves INTEGER NOT NULL DEFAULT 0, crops TEXT NOT NULL DEFAULT '{}', added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX media_by_folder ON media_files (folder, added_at);
CREATE INDEX media_by_time ON media_files (added_at, name);
CREATE TABLE media_tags (
  name TEXT NOT NULL REFERENCES media_files (name) ON DELETE CASCADE,
  tag TEXT NOT NULL COLLATE NOCASE, PRIMARY KEY (name, tag)
) STRICT, WITHOUT ROWID;
-- What was made of a file for a network, so that a second try sends the same bytes.
CREATE TABLE media_made (
  made_from TEXT NOT NULL, how TEXT NOT NULL, name TEXT NOT NULL, mime TEXT NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, made_at INTEGER NOT NULL,
  PRIMARY KEY (made_from, how)
) STRICT, WITHOUT ROWID;
CREATE INDEX media_made_by_name ON media_made (name);
CREATE INDEX outbox_with_media ON outbox (id) WHERE instr(action, '"media": [{') > 0;
