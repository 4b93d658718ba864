ALTER TABLE interactions ADD COLUMN due_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interactions ADD COLUMN lane INTEGER NOT NULL DEFAULT 2;
ALTER TABLE interactions ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interactions ADD COLUMN wake_at INTEGER;
ALTER TABLE interactions ADD COLUMN assignee TEXT NOT NULL DEFAULT '';
ALTER TABLE interactions ADD COLUMN signals TEXT NOT NULL DEFAULT '[]';
ALTER TABLE interactions ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interactions ADD COLUMN alike INTEGER;
ALTER TABLE interactions ADD COLUMN woke TEXT;
UPDATE interactions SET due_at = created_at + 7200000;
DROP INDEX interactions_queue;
CREATE INDEX interactions_queue
  ON interactions (state, needs_reply, lane, due_at, id, kind, account_id);
DROP INDEX interactions_by_account;
CREATE INDEX interactions_by_account
  ON interactions (account_id, state, needs_reply, lane, due_at, id, kind);
CREATE INDEX interactions_by_state
  ON interactions (state, id, needs_reply, kind, account_id);
CREATE INDEX interactions_of_crowd ON interactions (state, account_id, kind, target_ref, id)
  WHERE kind IN ('reaction', 'repost');
CREATE INDEX interactions_waiting ON interactions (actor_id, account_id) WHERE state = 'waiting';
CREATE INDEX post_states_by_end ON post_states (reply_until) WHERE reply_until IS NOT NULL;
CREATE INDEX posts_deleted ON posts (id) WHERE deleted_at IS NOT NULL;
CREATE INDEX posts_with_media ON posts (id) WHERE media <> '[]';
CREATE INDEX interactions_by_actor ON interactions (actor_id, id);
CREATE INDEX interactions_by_wake ON interactions (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX interactions_by_assignee ON interactions (assignee, id) WHERE assignee <> '';
CREATE INDEX interactions_by_alike ON interactions (alike) WHERE alike IS NOT NULL;
CREATE INDEX interactions_unplaced ON interactions (id)
  WHERE alike IS NULL AND state = 'open' AND kind NOT IN ('reaction', 'repost', 'follow');
CREATE INDEX interactions_open_alike ON interactions (alike)
  WHERE state = 'open' AND alike IS NOT NULL;

CREATE TABLE tallies (
  account_id TEXT NOT NULL, state TEXT NOT NULL, needs_reply INTEGER NOT NULL,
  kind TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (account_id, state, needs_reply, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO tallies SELECT account_id, state, needs_reply, kind, count(*) FROM interactions
  GROUP BY account_id, state, needs_reply, kind;
CREATE TRIGGER tally_in AFTER INSERT ON interactions BEGIN
  INSERT INTO tallies VALUES (new.account_id, new.state, new.needs_reply, new.kind, 1)
    ON CONFLICT DO UPDATE SET n = n + 1; END;
CREATE TRIGGER tally_out AFTER DELETE ON interactions BEGIN
  UPDATE tallies SET n = n - 1 WHERE account_id = old.account_id AND state = old.state
    AND needs_reply = old.needs_reply AND kind = old.kind; END;
CREATE TRIGGER tally_move AFTER UPDATE OF state, needs_reply, kind ON interactions
  WHEN old.state <> new.state OR old.needs_reply <> new.needs_reply OR old.kind <> new.kind BEGIN
  UPDATE tallies SET n = n - 1 WHERE account_id = old.account_id AND state = old.state
    AND needs_reply = old.needs_reply AND kind = old.kind;
  INSERT INTO tallies VALUES (new.account_id, new.state, new.needs_reply, new.kind, 1)
    ON CONFLICT DO UPDATE SET n = n + 1; END;

CREATE TABLE labels (
  name TEXT PRIMARY KEY COLLATE NOCASE, color TEXT NOT NULL DEFAULT '', made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE item_labels (
  item_id INTEGER NOT NULL REFERENCES interactions (id) ON DELETE CASCADE,
  label TEXT NOT NULL COLLATE NOCASE REFERENCES labels (name) ON DELETE CASCADE ON UPDATE CASCADE,
  PRIMARY KEY (item_id, label)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_labels_by_label ON item_labels (label, item_id);

CREATE TABLE notes (
  id INTEGER PRIMARY KEY, item_id INTEGER REFERENCES interactions (id) ON DELETE CASCADE,
  contact_id INTEGER, text TEXT NOT NULL, author TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL, edited_at INTEGER
) STRICT;
CREATE INDEX notes_by_item ON notes (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX notes_by_contact ON notes (contact_id) WHERE contact_id IS NOT NULL;

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY, item_id INTEGER, title TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '',
  due_at INTEGER, done_at INTEGER, made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX tasks_by_item ON tasks (item_id) WHERE item_id IS NOT NULL;

CREATE TABLE moderation (
  id INTEGER PRIMARY KEY, deed TEXT NOT NULL, account_id TEXT NOT NULL,
  person TEXT NOT NULL, handle TEXT NOT NULL, name TEXT NOT NULL DEFAULT '',
  post_id INTEGER, item_id INTEGER, text TEXT NOT NULL DEFAULT '',
  category TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  outbox_id INTEGER, before TEXT NOT NULL DEFAULT '{}',
  at INTEGER NOT NULL, undone_at INTEGER, undo_of INTEGER
) STRICT;
CREATE INDEX moderation_by_outbox ON moderation (outbox_id) WHERE outbox_id IS NOT NULL;
CREATE INDEX moderation_by_person ON moderation (person, id);

CREATE TABLE muted_threads (
  realm TEXT NOT NULL, root_ref TEXT NOT NULL, muted_at INTEGER NOT NULL,
  PRIMARY KEY (realm, root_ref)
) STRICT, WITHOUT ROWID;

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '',
  merged_into INTEGER REFERENCES contacts (id), person INTEGER REFERENCES contacts (id),
  vip INTEGER NOT NULL DEFAULT 0, muted INTEGER NOT NULL DEFAULT 0,
  stage TEXT CHECK (stage IN ('new', 'active', 'loyal', 'at-risk', 'lapsed')),
  looked_at INTEGER, made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX contacts_vip ON contacts (id) WHERE vip = 1;
CREATE INDEX contacts_muted ON contacts (id) WHERE muted = 1;
CREATE INDEX contacts_merged ON contacts (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX contacts_by_person ON contacts (person) WHERE person IS NOT NULL;
ALTER TABLE profiles ADD COLUMN contact_id INTEGER REFERENCES contacts (id);
CREATE UNIQUE INDEX profiles_by_contact ON profiles (contact_id) WHERE contact_id IS NOT NULL;
CREATE VIRTUAL TABLE people_words USING fts5 (text, content='', tokenize='unicode61');
CREATE TABLE contact_facts (
  id INTEGER PRIMARY KEY, contact_id INTEGER NOT NULL REFERENCES contacts (id),
  name TEXT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_facts_by_contact ON contact_facts (contact_id);
CREATE INDEX contact_facts_by_name ON contact_facts (name COLLATE NOCASE, contact_id);
CREATE TABLE contact_tags (
  contact_id INTEGER NOT NULL REFERENCES contacts (id), tag TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (contact_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_tags_by_tag ON contact_tags (tag, contact_id);
CREATE TABLE not_the_same (
  one INTEGER NOT NULL, other INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX not_the_same_other ON not_the_same (other);

CREATE TABLE visits (
  profile_id INTEGER PRIMARY KEY, first_at INTEGER, last_at INTEGER NOT NULL DEFAULT 0,
  days INTEGER NOT NULL DEFAULT 0, items INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO visits SELECT actor_id, min(id >> 20), max(id >> 20),
  count(DISTINCT (id >> 20) / 86400000), count(*) FROM interactions GROUP BY actor_id;
CREATE INDEX visits_by_last ON visits (last_at, profile_id);
CREATE TRIGGER visit_in AFTER INSERT ON interactions BEGIN
  INSERT INTO visits VALUES (new.actor_id, new.id >> 20, new.id >> 20, 1, 1)
    ON CONFLICT DO UPDATE SET items = items + 1,
      first_at = min(coalesce(first_at, excluded.first_at), excluded.first_at),
      last_at = max(last_at, excluded.last_at),
      days = days + NOT EXISTS (SELECT 1 FROM interactions i WHERE i.actor_id = new.actor_id
        AND i.id >= (new.id >> 20) / 86400000 * 86400000 << 20
        AND i.id < ((new.id >> 20) / 86400000 + 1) * 86400000 << 20 AND i.id <> new.id); END;
CREATE TRIGGER visit_out AFTER DELETE ON interactions BEGIN
  UPDATE visits SET items = items - 1,
    first_at = (SELECT min(id) >> 20 FROM interactions WHERE actor_id = old.actor_id),
    last_at = coalesce((SELECT max(id) >> 20 FROM interactions WHERE actor_id = old.actor_id), 0),
    days = days - NOT EXISTS (SELECT 1 FROM interactions i WHERE i.actor_id = old.actor_id
      AND i.id >= (old.id >> 20) / 86400000 * 86400000 << 20
      AND i.id < ((old.id >> 20) / 86400000 + 1) * 86400000 << 20)
    WHERE profile_id = old.actor_id;
  DELETE FROM visits WHERE profile_id = old.actor_id AND items = 0 AND NOT EXISTS
    (SELECT 1 FROM profiles WHERE id = old.actor_id AND contact_id IS NOT NULL); END;

CREATE TABLE profile_changes (
  id INTEGER PRIMARY KEY, profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  at INTEGER NOT NULL, field TEXT NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX profile_changes_by_profile ON profile_changes (profile_id, at);
CREATE TRIGGER profile_renamed AFTER UPDATE OF handle, name ON profiles
  WHEN old.handle <> new.handle OR old.name <> new.name BEGIN
  INSERT INTO profile_changes (profile_id, at, field, before, after)
    SELECT new.id, new.seen_at, 'handle', old.handle, new.handle WHERE old.handle <> new.handle;
  INSERT INTO profile_changes (profile_id, at, field, before, after)
    SELECT new.id, new.seen_at, 'name', old.name, new.name
    WHERE old.name <> new.name AND old.name <> '' AND new.name <> ''; END;
CREATE TRIGGER profile_changed AFTER UPDATE OF bio, avatar, followers ON profiles
  WHEN new.contact_id IS NOT NULL AND (old.bio <> new.bio OR old.followers <> new.followers
    OR old.avatar <> new.avatar) BEGIN
  INSERT INTO profile_changes (profile_id, at, field, before, after)
    SELECT new.id, new.seen_at, 'bio', old.bio, new.bio WHERE old.bio <> new.bio;
  INSERT INTO profile_changes (profile_id, at, field, before, after)
    SELECT new.id, new.seen_at, 'avatar', old.avatar, new.avatar
    WHERE substr(old.avatar, 1, instr(old.avatar || '?', '?'))
       <> substr(new.avatar, 1, instr(new.avatar || '?', '?'));
  UPDATE profile_changes SET at = new.seen_at, after = new.followers
    WHERE old.followers <> new.followers AND id = (SELECT h.id FROM profile_changes h
      WHERE h.profile_id = new.id AND h.field = 'followers'
        AND h.at > coalesce((SELECT looked_at FROM contacts WHERE id = new.contact_id), 0)
      ORDER BY h.at DESC LIMIT 1);
  INSERT INTO profile_changes (profile_id, at, field, before, after)
    SELECT new.id, new.seen_at, 'followers', old.followers, new.followers
    WHERE old.followers <> new.followers AND changes() = 0; END;

CREATE TABLE profile_links (
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE, link TEXT NOT NULL,
  PRIMARY KEY (profile_id, link)
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_links_by_link ON profile_links (link, profile_id);
CREATE INDEX profiles_by_name ON profiles (name COLLATE NOCASE) WHERE name <> '';
CREATE INDEX profiles_by_local_name ON profiles (replace(lower(substr(ltrim(handle, '@'), 1,
  instr(ltrim(handle, '@') || '@', '@') - 1)), '.bsky.social', ''));
CREATE INDEX profiles_by_page ON profiles (rtrim(replace(replace(replace(lower(url),
  'https://', ''), 'http://', ''), 'www.', ''), '/')) WHERE url IS NOT NULL;

CREATE TABLE searches (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, scope TEXT NOT NULL DEFAULT 'items'
    CHECK (scope IN ('items', 'people')),
  query TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0, made_at INTEGER NOT NULL,
  UNIQUE (scope, name)
) STRICT;

CREATE TABLE replies (
  id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE, shortcut TEXT UNIQUE,
  made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, archived_at INTEGER
) STRICT;
CREATE TABLE reply_variants (
  reply_id INTEGER NOT NULL REFERENCES replies (id) ON DELETE CASCADE,
  network TEXT NOT NULL DEFAULT '', lang TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL, media TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (reply_id, network, lang)
) STRICT, WITHOUT ROWID;
CREATE TABLE reply_uses (
  id INTEGER PRIMARY KEY, reply_id INTEGER NOT NULL REFERENCES replies (id) ON DELETE CASCADE,
  network TEXT NOT NULL, lang TEXT NOT NULL, item_id INTEGER, draft_id INTEGER, outbox_id INTEGER,
  text TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX reply_uses_by_reply ON reply_uses (reply_id, at);
CREATE INDEX reply_uses_by_draft ON reply_uses (draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX reply_uses_by_item ON reply_uses (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX outbox_by_draft ON outbox (draft_id) WHERE draft_id IS NOT NULL;
CREATE TABLE articles (
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, url TEXT,
  lang TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '[]',
  made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL
) STRICT;
CREATE VIRTUAL TABLE help_words USING fts5 (text, tokenize='unicode61');
CREATE VIRTUAL TABLE answered_words USING fts5 (text, tokenize='unicode61');
CREATE TABLE answer_kinds (
  outbox_id INTEGER PRIMARY KEY, kind TEXT NOT NULL
    CHECK (kind IN ('thanks', 'answer', 'apology', 'advice', 'other')),
  corrected INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE suggestions (
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'new'
    CHECK (state IN ('new', 'accepted', 'done', 'declined')),
  made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL
) STRICT;
CREATE TABLE suggestion_items (
  suggestion_id INTEGER NOT NULL REFERENCES suggestions (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL, draft_id INTEGER, PRIMARY KEY (suggestion_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE thanks (
  id INTEGER PRIMARY KEY, profile_id INTEGER NOT NULL, item_id INTEGER, wording TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX thanks_by_profile ON thanks (profile_id);

CREATE TABLE rules (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, query TEXT NOT NULL, deeds TEXT NOT NULL,
  enabled INTEGER NOT NULL DEFAULT 1, auto_send INTEGER NOT NULL DEFAULT 0,
  cap INTEGER NOT NULL DEFAULT 20, position INTEGER NOT NULL DEFAULT 0, made_at INTEGER NOT NULL
) STRICT;
CREATE TABLE rule_log (
  id INTEGER PRIMARY KEY, rule_id INTEGER NOT NULL,
  item_id INTEGER NOT NULL, did TEXT NOT NULL, at INTEGER NOT NULL, undone_at INTEGER,
  UNIQUE (rule_id, item_id)
) STRICT;
CREATE TABLE rules_due (
  item_id INTEGER PRIMARY KEY REFERENCES interactions (id) ON DELETE CASCADE
) STRICT;
CREATE TABLE words_watched (
  word TEXT NOT NULL,
  list TEXT NOT NULL CHECK (list IN ('watch', 'sensitive', 'insult', 'allowed')),
  made_at INTEGER NOT NULL, PRIMARY KEY (list, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE corrections (
  item_id INTEGER PRIMARY KEY, text TEXT NOT NULL, needs_reply INTEGER, signals TEXT,
  made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE office_hours (
  account_id TEXT PRIMARY KEY, hours TEXT NOT NULL, changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE days_off (
  calendar TEXT NOT NULL, day TEXT NOT NULL, name TEXT NOT NULL DEFAULT '',
  works INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (calendar, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE closed_times (
  calendar TEXT NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
  name TEXT NOT NULL DEFAULT '', PRIMARY KEY (calendar, start_at, end_at)
) STRICT, WITHOUT ROWID;
CREATE TABLE calendars (
  calendar TEXT PRIMARY KEY, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE notices (
  item_id INTEGER PRIMARY KEY REFERENCES interactions (id) ON DELETE CASCADE,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE live_logs (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, account_id TEXT, imported_at INTEGER NOT NULL,
  digest TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE live_lines (
  log_id INTEGER NOT NULL REFERENCES live_logs (id) ON DELETE CASCADE, n INTEGER NOT NULL,
  at INTEGER, who TEXT NOT NULL, text TEXT NOT NULL, cluster INTEGER,
  PRIMARY KEY (log_id, n)
) STRICT, WITHOUT ROWID;

ALTER TABLE deeds ADD COLUMN undone_at INTEGER;
CREATE TABLE befores (
  deed_id INTEGER NOT NULL REFERENCES deeds (id) ON DELETE CASCADE, item_id INTEGER NOT NULL,
  was TEXT NOT NULL, PRIMARY KEY (deed_id, item_id)
) STRICT, WITHOUT ROWID;
