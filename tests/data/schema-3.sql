-- A profile of schema 3, as the program wrote it before there were figures: 31 things that came,
-- corrections, plans, a series, and a queue with a row in every state. No index of words: it is
-- made anew.
PRAGMA application_id = 1668112752;
PRAGMA user_version = 3;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
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
  seen_at INTEGER NOT NULL, contact_id INTEGER REFERENCES contacts (id),
  UNIQUE (realm, remote_id)
) STRICT;
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
  needs_reply INTEGER NOT NULL, done_at INTEGER, first_reply_at INTEGER, due_at INTEGER NOT NULL DEFAULT 0, lane INTEGER NOT NULL DEFAULT 2, priority INTEGER NOT NULL DEFAULT 0, wake_at INTEGER, assignee TEXT NOT NULL DEFAULT '', signals TEXT NOT NULL DEFAULT '[]', corrected INTEGER NOT NULL DEFAULT 0, alike INTEGER, woke TEXT,
  UNIQUE (account_id, remote_key)
) STRICT;
CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  account_id TEXT REFERENCES accounts (id) ON DELETE SET NULL,
  item_id INTEGER, post_id INTEGER,
  text TEXT NOT NULL, media TEXT NOT NULL DEFAULT '[]', visibility TEXT,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'queued')),
  made_at INTEGER NOT NULL, saved_at INTEGER NOT NULL, versions INTEGER NOT NULL DEFAULT 1
, title TEXT NOT NULL DEFAULT '', stage TEXT NOT NULL DEFAULT 'draft' CHECK (stage IN ('idea', 'draft')), options TEXT NOT NULL DEFAULT '{}', brief TEXT NOT NULL DEFAULT '{}', wall TEXT, zone TEXT, planned_at INTEGER, campaign_id INTEGER, series_id INTEGER, occurrence TEXT, pillar TEXT NOT NULL DEFAULT '', forked_from INTEGER, done_at INTEGER, revision INTEGER NOT NULL DEFAULT 0, writer TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE draft_versions (
  draft_id INTEGER NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  n INTEGER NOT NULL, text TEXT NOT NULL, saved_at INTEGER NOT NULL, whole TEXT NOT NULL DEFAULT '{}',
  PRIMARY KEY (draft_id, n)
) STRICT, WITHOUT ROWID;
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
, undone_at INTEGER) STRICT;
CREATE VIRTUAL TABLE post_words USING fts5 (text, content='', tokenize='unicode61');
CREATE TABLE tallies (
  account_id TEXT NOT NULL, state TEXT NOT NULL, needs_reply INTEGER NOT NULL,
  kind TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (account_id, state, needs_reply, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE labels (
  name TEXT PRIMARY KEY COLLATE NOCASE, color TEXT NOT NULL DEFAULT '', made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE item_labels (
  item_id INTEGER NOT NULL REFERENCES interactions (id) ON DELETE CASCADE,
  label TEXT NOT NULL COLLATE NOCASE REFERENCES labels (name) ON DELETE CASCADE ON UPDATE CASCADE,
  PRIMARY KEY (item_id, label)
) STRICT, WITHOUT ROWID;
CREATE TABLE notes (
  id INTEGER PRIMARY KEY, item_id INTEGER REFERENCES interactions (id) ON DELETE CASCADE,
  contact_id INTEGER, text TEXT NOT NULL, author TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL, edited_at INTEGER
) STRICT;
CREATE TABLE tasks (
  id INTEGER PRIMARY KEY, item_id INTEGER, title TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '',
  due_at INTEGER, done_at INTEGER, made_at INTEGER NOT NULL
) STRICT;
CREATE TABLE moderation (
  id INTEGER PRIMARY KEY, deed TEXT NOT NULL, account_id TEXT NOT NULL,
  person TEXT NOT NULL, handle TEXT NOT NULL, name TEXT NOT NULL DEFAULT '',
  post_id INTEGER, item_id INTEGER, text TEXT NOT NULL DEFAULT '',
  category TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  outbox_id INTEGER, before TEXT NOT NULL DEFAULT '{}',
  at INTEGER NOT NULL, undone_at INTEGER, undo_of INTEGER
) STRICT;
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
CREATE VIRTUAL TABLE people_words USING fts5 (text, content='', tokenize='unicode61');
CREATE TABLE contact_facts (
  id INTEGER PRIMARY KEY, contact_id INTEGER NOT NULL REFERENCES contacts (id),
  name TEXT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE TABLE contact_tags (
  contact_id INTEGER NOT NULL REFERENCES contacts (id), tag TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (contact_id, tag)
) STRICT, WITHOUT ROWID;
CREATE TABLE not_the_same (
  one INTEGER NOT NULL, other INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE visits (
  profile_id INTEGER PRIMARY KEY, first_at INTEGER, last_at INTEGER NOT NULL DEFAULT 0,
  days INTEGER NOT NULL DEFAULT 0, items INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE profile_changes (
  id INTEGER PRIMARY KEY, profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  at INTEGER NOT NULL, field TEXT NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE TABLE profile_links (
  profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE, link TEXT NOT NULL,
  PRIMARY KEY (profile_id, link)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE befores (
  deed_id INTEGER NOT NULL REFERENCES deeds (id) ON DELETE CASCADE, item_id INTEGER NOT NULL,
  was TEXT NOT NULL, PRIMARY KEY (deed_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_variants (
  draft_id INTEGER NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL, segment TEXT NOT NULL DEFAULT '',
  text TEXT, media TEXT, options TEXT NOT NULL DEFAULT '{}',
  position INTEGER NOT NULL DEFAULT 0, saved_at INTEGER NOT NULL,
  PRIMARY KEY (draft_id, account_id, segment)
) STRICT, WITHOUT ROWID;
CREATE TABLE overrides (
  id INTEGER PRIMARY KEY, draft_id INTEGER NOT NULL, account_id TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL, about TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL,
  at INTEGER NOT NULL, ended_at INTEGER
) STRICT;
CREATE TABLE drafts_held (
  draft_id INTEGER PRIMARY KEY REFERENCES drafts (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL, codes TEXT NOT NULL
) STRICT;
CREATE TABLE "outbox" (
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
CREATE TABLE media_files (
  name TEXT PRIMARY KEY, mime TEXT NOT NULL, bytes INTEGER NOT NULL,
  width INTEGER, height INTEGER, seconds REAL,
  title TEXT NOT NULL DEFAULT '', alt TEXT NOT NULL DEFAULT '', folder TEXT NOT NULL DEFAULT '',
  credit TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT '',
  moves INTEGER NOT NULL DEFAULT 0, crops TEXT NOT NULL DEFAULT '{}', added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE media_tags (
  name TEXT NOT NULL REFERENCES media_files (name) ON DELETE CASCADE,
  tag TEXT NOT NULL COLLATE NOCASE, PRIMARY KEY (name, tag)
) STRICT, WITHOUT ROWID;
CREATE TABLE media_made (
  made_from TEXT NOT NULL, how TEXT NOT NULL, name TEXT NOT NULL, mime TEXT NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, made_at INTEGER NOT NULL,
  PRIMARY KEY (made_from, how)
) STRICT, WITHOUT ROWID;
INSERT INTO "_sqlite_migrations" VALUES(1,'cmapp','m0001_the_spine','2026-11-22 15:29:09.763320+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'cmapp','m0002_the_desk','2026-11-22 15:29:09.779594+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'cmapp','m0003_the_plan','2026-11-22 15:29:09.814267+00:00');
INSERT INTO "meta" VALUES('desk','3e7068f2');
INSERT INTO "meta" VALUES('rules','1');
INSERT INTO "accounts" VALUES('68sx7c71','demo','demo','u1','demo:','mossfield','Mossfield Pottery & Tea',NULL,NULL,'{"refreshed_at": 1767585600000}','{"streams": ["inbox", "messages", "own_posts", "thread"], "actions": ["block", "delete", "edit", "hide", "like", "mute", "publish", "reply", "report", "repost", "unblock", "unhide", "unlike", "unmute", "unrepost", "unschedule"], "absent": {"impressions": "not_offered"}, "metrics": ["replies", "likes", "reposts"], "limits": {"graphemes": 500, "bytes": null, "weighted": null, "characters": null, "code_points": null, "link_length": 0, "media_count": 4, "media_bytes": 8388608, "media_pixels": null, "media_kinds": ["image/png", "image/jpeg", "image/webp", "image/gif", "video/mp4"], "alt_length": 1500, "video_kinds": ["video/mp4"], "video_count": 1, "video_bytes": 104857600, "video_seconds": 600, "poll_options": 4, "poll_option_length": 50, "poll_min": 300, "poll_max": 2592000, "visibilities": ["public", "unlisted", "private"], "spoiler": true, "ahead_min": 300, "ahead_max": null, "ahead_total": 300, "ahead_per_day": 25}}','active',1767225600000,1767668460000,0,0,0);
INSERT INTO "accounts" VALUES('nybh0u87','demo','demo','u2','demo:','mossfield_tw','苔野陶茶 台灣',NULL,NULL,'{"refreshed_at": 1767585600000}','{"streams": ["inbox", "messages", "own_posts", "thread"], "actions": ["block", "delete", "edit", "hide", "like", "mute", "publish", "reply", "report", "repost", "unblock", "unhide", "unlike", "unmute", "unrepost", "unschedule"], "absent": {"impressions": "not_offered"}, "metrics": ["replies", "likes", "reposts"], "limits": {"graphemes": 500, "bytes": null, "weighted": null, "characters": null, "code_points": null, "link_length": 0, "media_count": 4, "media_bytes": 8388608, "media_pixels": null, "media_kinds": ["image/png", "image/jpeg", "image/webp", "image/gif", "video/mp4"], "alt_length": 1500, "video_kinds": ["video/mp4"], "video_count": 1, "video_bytes": 104857600, "video_seconds": 600, "poll_options": 4, "poll_option_length": 50, "poll_min": 300, "poll_max": 2592000, "visibilities": ["public", "unlisted", "private"], "spoiler": true, "ahead_min": 300, "ahead_max": null, "ahead_total": 300, "ahead_per_day": 25}}','active',1767225600000,1767668460000,0,0,0);
INSERT INTO "profiles" VALUES(1,'demo','u3','ana.lopes','Ana Lopes','Ceramics student, Porto',NULL,NULL,212,1767225600000,NULL);
INSERT INTO "profiles" VALUES(2,'demo','u1','mossfield','Mossfield Pottery & Tea','Hand-thrown cups, slow teas. English · 简体中文. Mon–Sat, 10–18.',NULL,NULL,18420,1767225600000,NULL);
INSERT INTO "profiles" VALUES(3,'demo','u4','chenxi','陈曦','喝茶、养猫、慢慢走',NULL,NULL,958,1767243600000,NULL);
INSERT INTO "posts" VALUES(1853070350746363630,'demo','d1001','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767225600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070350746615332,'demo','d1002','comment',1,'d1001','d1001','Is it vegan?','[]',NULL,'public',NULL,NULL,1767225600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853089225113768376,'demo','d1003','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767243600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853089225114623044,'demo','d1004','comment',3,'d1003','d1003','很失望，我要退款','[]',NULL,'public',NULL,NULL,1767243600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853108099482059958,'demo','d1006','comment',1,'d1005','d1005','谢谢！','[]',NULL,'public',NULL,NULL,1767261600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853108099482423836,'demo','d1005','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767261600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853126973850381902,'demo','d1008','comment',3,'d1007','d1007','Love it, great tea','[]',NULL,'public',NULL,NULL,1767279600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853126973850437555,'demo','d1007','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767279600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853145848218205732,'demo','d1010','comment',1,'d1009','d1009','Where is my order?','[]',NULL,'public',NULL,NULL,1767297600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853145848218556459,'demo','d1009','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767297600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853164722586054030,'demo','d1012','comment',3,'d1011','d1011','请问什么时候发货？','[]',NULL,'public',NULL,NULL,1767315600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853164722586329072,'demo','d1011','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767315600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853183596953613185,'demo','d1014','comment',1,'d1013','d1013','This is a scandal, refund please','[]',NULL,'public',NULL,NULL,1767333600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853183596954256701,'demo','d1013','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767333600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853202471321645102,'demo','d1016','comment',3,'d1015','d1015','Thanks!','[]',NULL,'public',NULL,NULL,1767351600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853202471322303671,'demo','d1015','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767351600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853221345689777248,'demo','d1017','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767369600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853221345690346643,'demo','d1018','comment',1,'d1017','d1017','Can I pay by card?','[]',NULL,'public',NULL,NULL,1767369600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853240220057773440,'demo','d1019','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767387600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853240220058542688,'demo','d1020','comment',3,'d1019','d1019','包装很好，喜欢','[]',NULL,'public',NULL,NULL,1767387600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853259094426353000,'demo','d1022','comment',1,'d1021','d1021','退款什么时候到？','[]',NULL,'public',NULL,NULL,1767405600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853259094426454628,'demo','d1021','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767405600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853277968793766570,'demo','d1024','comment',3,'d1023','d1023','Hello','[]',NULL,'public',NULL,NULL,1767423600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853277968794043715,'demo','d1023','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767423600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853296843162098887,'demo','d1025','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767441600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853296843162424976,'demo','d1026','comment',1,'d1025','d1025','Is it vegan?','[]',NULL,'public',NULL,NULL,1767441600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853315717529612067,'demo','d1027','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767459600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853315717529625300,'demo','d1028','comment',3,'d1027','d1027','很失望，我要退款','[]',NULL,'public',NULL,NULL,1767459600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853334591897755744,'demo','d1030','comment',1,'d1029','d1029','谢谢！','[]',NULL,'public',NULL,NULL,1767477600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853334591898407360,'demo','d1029','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767477600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853353466266371514,'demo','d1031','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767495600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853353466266453311,'demo','d1032','comment',3,'d1031','d1031','Love it, great tea','[]',NULL,'public',NULL,NULL,1767495600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853372340633931012,'demo','d1033','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767513600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853372340633958039,'demo','d1034','comment',1,'d1033','d1033','Where is my order?','[]',NULL,'public',NULL,NULL,1767513600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853391215002349208,'demo','d1035','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767531600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853391215002483620,'demo','d1036','comment',3,'d1035','d1035','请问什么时候发货？','[]',NULL,'public',NULL,NULL,1767531600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853410089369803916,'demo','d1038','comment',1,'d1037','d1037','This is a scandal, refund please','[]',NULL,'public',NULL,NULL,1767549600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853410089369858937,'demo','d1037','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767549600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853428963737917969,'demo','d1040','comment',3,'d1039','d1039','Thanks!','[]',NULL,'public',NULL,NULL,1767567600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853428963737964369,'demo','d1039','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767567600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853447838106041420,'demo','d1041','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767585600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853447838106489168,'demo','d1042','comment',1,'d1041','d1041','Can I pay by card?','[]',NULL,'public',NULL,NULL,1767585600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853466712473811199,'demo','d1044','comment',3,'d1043','d1043','包装很好，喜欢','[]',NULL,'public',NULL,NULL,1767603600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853466712473853038,'demo','d1043','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767603600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853485586842196618,'demo','d1045','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767621600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853485586842309817,'demo','d1046','comment',1,'d1045','d1045','退款什么时候到？','[]',NULL,'public',NULL,NULL,1767621600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853504461209944919,'demo','d1047','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767639600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853504461210360020,'demo','d1048','comment',3,'d1047','d1047','Hello','[]',NULL,'public',NULL,NULL,1767639600000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853523335578583583,'demo','d1049','post',2,NULL,NULL,'Post 0','[]',NULL,'public',NULL,NULL,1767657600000,NULL,NULL,'{"likes": 1, "replies": 0, "reposts": 1}','[]','{}');
INSERT INTO "posts" VALUES(1853527110451326709,'demo','d1050','post',2,NULL,NULL,'Post 1','[]',NULL,'public',NULL,NULL,1767661200000,NULL,NULL,'{"likes": 1, "replies": 0, "reposts": 1}','[]','{}');
INSERT INTO "posts" VALUES(1853530885325518266,'demo','d1051','post',2,NULL,NULL,'Post 2','[]',NULL,'public',NULL,NULL,1767664800000,NULL,NULL,'{"likes": 1, "replies": 0, "reposts": 1}','[]','{}');
INSERT INTO "posts" VALUES(1853534723113295851,'demo','d1052','comment',2,'d1014','d1013','sent answer','[]',NULL,'public',NULL,NULL,1767668460000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "post_states" VALUES('68sx7c71',1853070350746363630,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853070350746615332,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853089225113768376,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853089225114623044,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853108099482059958,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853108099482423836,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853126973850381902,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853126973850437555,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853145848218205732,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853145848218556459,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853164722586054030,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853164722586329072,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853183596953613185,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853183596954256701,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853202471321645102,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853202471322303671,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853221345689777248,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853221345690346643,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853240220057773440,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853240220058542688,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853259094426353000,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853259094426454628,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853277968793766570,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853277968794043715,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853296843162098887,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853296843162424976,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853315717529612067,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853315717529625300,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853334591897755744,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853334591898407360,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853353466266371514,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853353466266453311,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853372340633931012,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853372340633958039,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853391215002349208,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853391215002483620,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853410089369803916,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853410089369858937,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853428963737917969,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853428963737964369,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853447838106041420,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853447838106489168,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853466712473811199,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853466712473853038,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853485586842196618,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853485586842309817,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853504461209944919,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853504461210360020,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853523335578583583,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853527110451326709,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853530885325518266,1,NULL,NULL);
INSERT INTO "post_states" VALUES('68sx7c71',1853534723113295851,1,NULL,NULL);
INSERT INTO "interactions" VALUES(1853070350746116223,'68sx7c71','post:d1002','comment',1,1853070350746615332,'d1001',1767225600000,1767225600000,'open',1,NULL,NULL,1767227400000,1,0,NULL,'','["complaint"]',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1853089225114511834,'68sx7c71','post:d1004','comment',3,1853089225114623044,'d1003',1767243600000,1767243600000,'open',1,NULL,NULL,1767245400000,1,0,NULL,'','["complaint", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853108099481617609,'68sx7c71','post:d1006','comment',1,1853108099482059958,'d1005',1767261600000,1767261600000,'open',1,NULL,NULL,1767268800000,2,0,NULL,'','["thanks"]',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1853126973849849166,'68sx7c71','post:d1008','comment',3,1853126973850381902,'d1007',1767279600000,1767279600000,'open',0,NULL,NULL,1767286800000,2,0,NULL,'','["praise"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853145848218078344,'68sx7c71','post:d1010','comment',1,1853145848218205732,'d1009',1767297600000,1767297600000,'open',1,NULL,NULL,1767304800000,2,0,NULL,'','["question", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853164722586275539,'68sx7c71','post:d1012','comment',3,1853164722586054030,'d1011',1767315600000,1767315600000,'done',1,1767668460000,NULL,1767322800000,2,0,NULL,'','["question", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853183596954425454,'68sx7c71','post:d1014','comment',1,1853183596953613185,'d1013',1767333600000,1767333600000,'done',1,1767668460000,1767668460000,1767340800000,2,0,NULL,'','["order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853202471322504396,'68sx7c71','post:d1016','comment',3,1853202471321645102,'d1015',1767351600000,1767351600000,'waiting',0,NULL,NULL,1767358800000,2,0,NULL,'','["thanks"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853221345690018635,'68sx7c71','post:d1018','comment',1,1853221345690346643,'d1017',1767369600000,1767369600000,'waiting',1,NULL,NULL,1767376800000,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853240220057799579,'68sx7c71','post:d1020','comment',3,1853240220058542688,'d1019',1767387600000,1767387600000,'waiting',0,NULL,NULL,1767394800000,2,0,NULL,'','["praise"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853259094425984587,'68sx7c71','post:d1022','comment',1,1853259094426353000,'d1021',1767405600000,1767405600000,'waiting',1,NULL,NULL,1767412800000,2,0,NULL,'','["question", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853277968794481643,'68sx7c71','post:d1024','comment',3,1853277968793766570,'d1023',1767423600000,1767423600000,'waiting',0,NULL,NULL,1767430800000,2,0,NULL,'','["chatter"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853296843161982411,'68sx7c71','post:d1026','comment',1,1853296843162424976,'d1025',1767441600000,1767441600000,'waiting',1,NULL,NULL,1767448800000,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853315717529728835,'68sx7c71','post:d1028','comment',3,1853315717529625300,'d1027',1767459600000,1767459600000,'waiting',1,NULL,NULL,1767461400000,1,0,NULL,'','["complaint", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853334591897687137,'68sx7c71','post:d1030','comment',1,1853334591897755744,'d1029',1767477600000,1767477600000,'open',0,NULL,NULL,1767484800000,2,0,NULL,'','["thanks"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853353466265976404,'68sx7c71','post:d1032','comment',3,1853353466266453311,'d1031',1767495600000,1767495600000,'open',0,NULL,NULL,1767502800000,2,0,NULL,'','["praise"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853372340634291981,'68sx7c71','post:d1034','comment',1,1853372340633958039,'d1033',1767513600000,1767513600000,'open',1,NULL,NULL,1767520800000,2,0,NULL,'','["question", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853391215002321866,'68sx7c71','post:d1036','comment',3,1853391215002483620,'d1035',1767531600000,1767531600000,'open',1,NULL,NULL,1767538800000,2,0,NULL,'','["question", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853410089370306077,'68sx7c71','post:d1038','comment',1,1853410089369803916,'d1037',1767549600000,1767549600000,'open',1,NULL,NULL,1767556800000,2,0,NULL,'','["order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853428963738061791,'68sx7c71','post:d1040','comment',3,1853428963737917969,'d1039',1767567600000,1767567600000,'open',0,NULL,NULL,1767574800000,2,0,NULL,'','["thanks"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853447838106583380,'68sx7c71','post:d1042','comment',1,1853447838106489168,'d1041',1767585600000,1767585600000,'open',1,NULL,NULL,1767592800000,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853466712473627715,'68sx7c71','post:d1044','comment',3,1853466712473811199,'d1043',1767603600000,1767603600000,'open',0,NULL,NULL,1767610800000,2,0,NULL,'','["praise"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853485586842072259,'68sx7c71','post:d1046','comment',1,1853485586842309817,'d1045',1767621600000,1767621600000,'open',1,NULL,NULL,1767628800000,2,0,NULL,'','["question", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853504461210531224,'68sx7c71','post:d1048','comment',3,1853504461210360020,'d1047',1767639600000,1767639600000,'open',0,NULL,NULL,1767646800000,2,0,NULL,'','["chatter"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853523335577745478,'68sx7c71','notice:26','repost',3,1853523335578583583,'d1049',1767657600000,1767668460000,'open',0,NULL,NULL,1767664800000,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853523335578380290,'68sx7c71','notice:25','reaction',1,1853523335578583583,'d1049',1767657600000,1767668460000,'open',0,NULL,NULL,1767664800000,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853527110451253184,'68sx7c71','notice:28','repost',3,1853527110451326709,'d1050',1767661200000,1767668460000,'open',0,NULL,NULL,1767668400000,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853527110452156411,'68sx7c71','notice:27','reaction',1,1853527110451326709,'d1050',1767661200000,1767668460000,'open',0,NULL,NULL,1767668400000,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853530885325322888,'68sx7c71','notice:29','reaction',1,1853530885325518266,'d1051',1767664800000,1767668460000,'open',0,NULL,NULL,1767672000000,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853530885325615384,'68sx7c71','notice:30','repost',3,1853530885325518266,'d1051',1767664800000,1767668460000,'open',0,NULL,NULL,1767672000000,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853534660198526598,'68sx7c71','notice:31','follow',3,NULL,NULL,1767668400000,1767668460000,'open',0,NULL,NULL,1767675600000,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "drafts" VALUES(1853534723113132650,'68sx7c71',NULL,NULL,'半成的草稿，第二版','[]',NULL,'draft',1767668460000,1767668460000,2,'','draft','{}','{}',NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,2,'');
INSERT INTO "drafts" VALUES(1853534723113167088,'68sx7c71',NULL,NULL,'Planned for later','[]',NULL,'queued',1767668460000,1767668460000,1,'','draft','{}','{}','2100-01-01T09:00','Asia/Shanghai',4102448400000,1853534723113341638,NULL,NULL,'',NULL,NULL,1,'');
INSERT INTO "drafts" VALUES(1853534848942117186,'68sx7c71',1853259094425984587,1853259094426353000,'review answer','[]',NULL,'queued',1767668580000,1767668580000,1,'','draft','{}','{}',NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,1,'');
INSERT INTO "drafts" VALUES(1853534848942132355,'68sx7c71',1853221345690018635,1853221345690346643,'sending answer','[]',NULL,'queued',1767668580000,1767668580000,1,'','draft','{}','{}',NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,1,'');
INSERT INTO "drafts" VALUES(1853534848942268757,'68sx7c71',1853296843161982411,1853296843162424976,'cancelled answer','[]',NULL,'queued',1767668580000,1767668580000,1,'','draft','{}','{}',NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,1,'');
INSERT INTO "drafts" VALUES(1853534848942383232,'68sx7c71',1853240220057799579,1853240220058542688,'uncertain answer','[]',NULL,'queued',1767668580000,1767668580000,1,'','draft','{}','{}',NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,1,'');
INSERT INTO "drafts" VALUES(1853534848942753550,'68sx7c71',1853277968794481643,1853277968793766570,'rejected answer','[]',NULL,'queued',1767668580000,1767668580000,1,'','draft','{}','{}',NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,1,'');
INSERT INTO "drafts" VALUES(1853534848943070286,'68sx7c71',1853315717529728835,1853315717529625300,'scheduled answer','[]',NULL,'queued',1767668580000,1767668580000,1,'','draft','{}','{}',NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,1,'');
INSERT INTO "drafts" VALUES(1853534848943096252,'68sx7c71',1853202471322504396,1853202471321645102,'ready answer','[]',NULL,'queued',1767668580000,1767668580000,1,'','draft','{}','{}',NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,1,'');
INSERT INTO "draft_versions" VALUES(1853534723113132650,1,'半成的草稿',1767668460000,'{"title": "", "media": [], "options": {}, "visibility": null, "variants": []}');
INSERT INTO "draft_versions" VALUES(1853534723113132650,2,'半成的草稿，第二版',1767668460000,'{"title": "", "media": [], "options": {}, "visibility": null, "variants": []}');
INSERT INTO "draft_versions" VALUES(1853534723113167088,1,'Planned for later',1767668460000,'{"title": "", "media": [], "options": {}, "visibility": null, "variants": []}');
INSERT INTO "draft_versions" VALUES(1853534848942117186,1,'review answer',1767668580000,'{"title": "", "media": [], "options": {}, "visibility": null, "variants": []}');
INSERT INTO "draft_versions" VALUES(1853534848942132355,1,'sending answer',1767668580000,'{"title": "", "media": [], "options": {}, "visibility": null, "variants": []}');
INSERT INTO "draft_versions" VALUES(1853534848942268757,1,'cancelled answer',1767668580000,'{"title": "", "media": [], "options": {}, "visibility": null, "variants": []}');
INSERT INTO "draft_versions" VALUES(1853534848942383232,1,'uncertain answer',1767668580000,'{"title": "", "media": [], "options": {}, "visibility": null, "variants": []}');
INSERT INTO "draft_versions" VALUES(1853534848942753550,1,'rejected answer',1767668580000,'{"title": "", "media": [], "options": {}, "visibility": null, "variants": []}');
INSERT INTO "draft_versions" VALUES(1853534848943070286,1,'scheduled answer',1767668580000,'{"title": "", "media": [], "options": {}, "visibility": null, "variants": []}');
INSERT INTO "draft_versions" VALUES(1853534848943096252,1,'ready answer',1767668580000,'{"title": "", "media": [], "options": {}, "visibility": null, "variants": []}');
INSERT INTO "cursors" VALUES('68sx7c71','inbox','','{"head": 1767668400000}',1767668460000);
INSERT INTO "cursors" VALUES('68sx7c71','messages','','{"head": null}',1767668460000);
INSERT INTO "cursors" VALUES('68sx7c71','own_posts','','{"head": 1767668460000}',1767668460000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1002','null',1767225600000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1004','null',1767243600000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1006','null',1767668460000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1010','null',1767297600000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1012','null',1767315600000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1014','null',1767668460000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1018','null',1767369600000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1022','null',1767405600000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1026','null',1767441600000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1028','null',1767459600000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1034','null',1767513600000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1036','null',1767531600000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1038','null',1767549600000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1042','null',1767585600000);
INSERT INTO "cursors" VALUES('68sx7c71','thread','d1046','null',1767621600000);
INSERT INTO "cursors" VALUES('nybh0u87','inbox','','{"head": null}',1767668460000);
INSERT INTO "cursors" VALUES('nybh0u87','messages','','{"head": null}',1767668460000);
INSERT INTO "cursors" VALUES('nybh0u87','own_posts','','{"head": null}',1767668460000);
INSERT INTO "landings" VALUES(1853534723113716395,NULL,1767668460000,'{"away_since": null, "ended_at": 1767668460000, "rows": ["1853534723113307192"], "new": {"68sx7c71": 0, "nybh0u87": 0}, "errors": {}}');
INSERT INTO "deeds" VALUES(1853534723113074365,'3e7068f2','inbox.correct','{"needs_reply": null, "signals": ["complaint"], "rules": false, "count": 1, "items": ["1853070350746116223"]}','{"command": "inbox.restore", "args": {"deed": "1853534723113074365"}, "rows": [["corrections", {"item_id": 1853070350746116223}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1853534723113482336,'3e7068f2','inbox.correct','{"needs_reply": true, "signals": null, "rules": false, "count": 1, "items": ["1853108099481617609"]}','{"command": "inbox.restore", "args": {"deed": "1853534723113482336"}, "rows": [["corrections", {"item_id": 1853108099481617609}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1853534723113826558,'3e7068f2','inbox.set_state','{"state": "done", "count": 1, "items": ["1853164722586275539"]}','{"command": "inbox.restore", "args": {"deed": "1853534723113826558"}}',NULL);
INSERT INTO "deeds" VALUES(1853534723113826559,'3e7068f2','inbox.label','{"label": "happy", "count": 1, "items": ["1853126973849849166"]}','{"command": "inbox.restore", "args": {"deed": "1853534723113826559"}, "rows": [["labels", {"name": "happy"}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1853534723113826560,'3e7068f2','campaigns.save','{"campaign": "1853534723113341638"}','{"command": "campaigns.remove", "args": {"id": "1853534723113341638"}}',NULL);
INSERT INTO "deeds" VALUES(1853534723113826561,'3e7068f2','plan.set','{"draft": "1853534723113167088"}','{"command": "plan.put_back", "args": {"draft": "1853534723113167088", "was": {"wall": null, "zone": null, "stage": "draft", "queued": false}}}',NULL);
INSERT INTO "deeds" VALUES(1853534723113826562,'3e7068f2','campaigns.put','{"campaign": "1853534723113341638"}','{"command": "inbox.restore", "args": {"deed": "1853534723113826562"}, "rows": [["drafts", {"id": 1853534723113167088}, {"campaign_id": null}]]}',NULL);
INSERT INTO "deeds" VALUES(1853534723113826563,'3e7068f2','calendar.series.save','{"series": "1853534723113453522"}','{"command": "calendar.series.put_back", "args": {"id": "1853534723113453522", "was": null}}',NULL);
INSERT INTO "deeds" VALUES(1853534723113826564,'3e7068f2','queue','{"row": "1853534723113307192"}','{"command": "outbox.cancel", "args": {"id": "1853534723113307192"}}',NULL);
INSERT INTO "deeds" VALUES(1853534848942207245,'3e7068f2','queue','{"row": "1853534848942788748"}','{"command": "outbox.cancel", "args": {"id": "1853534848942788748"}}',NULL);
INSERT INTO "deeds" VALUES(1853534848942590021,'3e7068f2','queue','{"row": "1853534848943001170"}','{"command": "outbox.cancel", "args": {"id": "1853534848943001170"}}',NULL);
INSERT INTO "deeds" VALUES(1853534848942590022,'3e7068f2','queue','{"row": "1853534848943082033"}','{"command": "outbox.cancel", "args": {"id": "1853534848943082033"}}',NULL);
INSERT INTO "deeds" VALUES(1853534848942590023,'3e7068f2','queue','{"row": "1853534848943082034"}','{"command": "outbox.cancel", "args": {"id": "1853534848943082034"}}',NULL);
INSERT INTO "deeds" VALUES(1853534848942635128,'3e7068f2','queue','{"row": "1853534848943082035"}','{"command": "outbox.cancel", "args": {"id": "1853534848943082035"}}',NULL);
INSERT INTO "deeds" VALUES(1853534848942635129,'3e7068f2','queue','{"row": "1853534848943082036"}','{"command": "outbox.cancel", "args": {"id": "1853534848943082036"}}',NULL);
INSERT INTO "deeds" VALUES(1853534848942635130,'3e7068f2','queue','{"row": "1853534848943121228"}','{"command": "outbox.cancel", "args": {"id": "1853534848943121228"}}',NULL);
INSERT INTO "tallies" VALUES('68sx7c71','done',1,'comment',2);
INSERT INTO "tallies" VALUES('68sx7c71','open',0,'comment',6);
INSERT INTO "tallies" VALUES('68sx7c71','open',0,'follow',1);
INSERT INTO "tallies" VALUES('68sx7c71','open',0,'reaction',3);
INSERT INTO "tallies" VALUES('68sx7c71','open',0,'repost',3);
INSERT INTO "tallies" VALUES('68sx7c71','open',1,'comment',9);
INSERT INTO "tallies" VALUES('68sx7c71','waiting',0,'comment',3);
INSERT INTO "tallies" VALUES('68sx7c71','waiting',1,'comment',4);
INSERT INTO "labels" VALUES('happy','',1767668460000);
INSERT INTO "item_labels" VALUES(1853126973849849166,'happy');
INSERT INTO "visits" VALUES(1,1767225600000,1767664800000,6,15);
INSERT INTO "visits" VALUES(3,1767243600000,1767668400000,6,16);
INSERT INTO "corrections" VALUES(1853070350746116223,'Is it vegan?',NULL,'["complaint"]',1767668460000);
INSERT INTO "corrections" VALUES(1853108099481617609,'谢谢！',1,NULL,1767668460000);
INSERT INTO "befores" VALUES(1853534723113074365,1853070350746116223,'{"needs_reply":1,"signals":"[\"question\"]","corrected":0,"lane":2,"due_at":1767232800000}');
INSERT INTO "befores" VALUES(1853534723113482336,1853108099481617609,'{"needs_reply":0,"signals":"[\"thanks\"]","corrected":0,"lane":2,"due_at":1767268800000}');
INSERT INTO "befores" VALUES(1853534723113826558,1853164722586275539,'{"state":"open","needs_reply":1,"done_at":null,"wake_at":null,"woke":null}');
INSERT INTO "befores" VALUES(1853534723113826559,1853126973849849166,'{"label":"happy","had":0}');
INSERT INTO "outbox" VALUES(1853534723113307191,'c02140f1-21b7-4480-97ea-17c7020c93a7','68sx7c71','publish','{"text": "Planned for later", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767668460000, "poll": null, "at": 0}',1853534723113167088,NULL,NULL,NULL,'ready',NULL,'{}','[]','[]','[]',4102448400000,4102448400000,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1767668460000,NULL,NULL,NULL,'',0,NULL,3787088400000,NULL,NULL);
INSERT INTO "outbox" VALUES(1853534723113307192,'323933ba-02ff-4efd-bf46-51a280d385b1','68sx7c71','reply','{"target": {"remote_id": "d1014", "author": "u3", "handle": "ana.lopes", "visibility": "public", "facts": {}, "root": "d1013", "root_facts": {}, "root_author": ""}, "text": "sent answer", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767668460000, "poll": null}',1853534723113635612,1853183596954425454,1853183596953613185,'demo
d1013','sent',NULL,'{"parent": {"text": "This is a scandal, refund please", "edited_at": null}, "known": ["d1013", "d1014"]}','[]','[]','[]',NULL,0,1,0,1767668460000,1767668460000,NULL,NULL,NULL,'d1052',NULL,1767668460000,1767668460000,1767668460000,NULL,'',0,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(1853534848942788748,'d553d76d-7666-4419-8808-243e11c9cef4','68sx7c71','reply','{"target": {"remote_id": "d1016", "author": "u4", "handle": "chenxi", "visibility": "public", "facts": {}, "root": "d1015", "root_facts": {}, "root_author": ""}, "text": "ready answer", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767668580000, "poll": null}',1853534848943096252,1853202471322504396,1853202471321645102,'demo
d1015','ready',NULL,'{"parent": {"text": "Thanks!", "edited_at": null}, "known": ["d1015", "d1016"]}','[]','[]','[]',NULL,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1767668580000,NULL,NULL,NULL,'',0,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(1853534848943001170,'32d31ef7-0400-402f-b762-b00c1080cd66','68sx7c71','reply','{"target": {"remote_id": "d1018", "author": "u3", "handle": "ana.lopes", "visibility": "public", "facts": {}, "root": "d1017", "root_facts": {}, "root_author": ""}, "text": "sending answer", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767668580000, "poll": null}',1853534848942132355,1853221345690018635,1853221345690346643,'demo
d1017','sending',NULL,'{"parent": {"text": "Can I pay by card?", "edited_at": null}, "known": ["d1017", "d1018"]}','[]','[]','[]',NULL,0,1,0,1767668580000,1767668580000,NULL,NULL,NULL,NULL,NULL,1767668580000,NULL,NULL,NULL,'',0,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(1853534848943082033,'0092f645-cdbf-4146-980f-ac2e16098e9f','68sx7c71','reply','{"target": {"remote_id": "d1020", "author": "u4", "handle": "chenxi", "visibility": "public", "facts": {}, "root": "d1019", "root_facts": {}, "root_author": ""}, "text": "uncertain answer", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767668580000, "poll": null}',1853534848942383232,1853240220057799579,1853240220058542688,'demo
d1019','uncertain',NULL,'{"parent": {"text": "包装很好，喜欢", "edited_at": null}, "known": ["d1019", "d1020"]}','[]','[]','[]',NULL,0,1,0,1767668580000,1767668580000,NULL,NULL,NULL,NULL,NULL,1767668580000,NULL,NULL,NULL,'',0,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(1853534848943082034,'73e5ad82-6323-40be-8069-df696a588b1d','68sx7c71','reply','{"target": {"remote_id": "d1022", "author": "u3", "handle": "ana.lopes", "visibility": "public", "facts": {}, "root": "d1021", "root_facts": {}, "root_author": ""}, "text": "review answer", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767668580000, "poll": null}',1853534848942117186,1853259094425984587,1853259094426353000,'demo
d1021','review',NULL,'{"parent": {"text": "退款什么时候到？", "edited_at": null}, "known": ["d1021", "d1022"]}','[]','[]','[]',NULL,0,1,0,1767668580000,1767668580000,NULL,NULL,NULL,NULL,NULL,1767668580000,NULL,NULL,NULL,'',0,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(1853534848943082035,'2f112f31-f6e6-4b83-a3f4-84902c432f3a','68sx7c71','reply','{"target": {"remote_id": "d1024", "author": "u4", "handle": "chenxi", "visibility": "public", "facts": {}, "root": "d1023", "root_facts": {}, "root_author": ""}, "text": "rejected answer", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767668580000, "poll": null}',1853534848942753550,1853277968794481643,1853277968793766570,'demo
d1023','rejected',NULL,'{"parent": {"text": "Hello", "edited_at": null}, "known": ["d1023", "d1024"]}','[]','[]','[]',NULL,0,1,0,1767668580000,1767668580000,NULL,NULL,NULL,NULL,NULL,1767668580000,NULL,NULL,NULL,'',0,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(1853534848943082036,'d5a6bb2d-4a66-43c8-aed8-eb5f94ae5f33','68sx7c71','reply','{"target": {"remote_id": "d1026", "author": "u3", "handle": "ana.lopes", "visibility": "public", "facts": {}, "root": "d1025", "root_facts": {}, "root_author": ""}, "text": "cancelled answer", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767668580000, "poll": null}',1853534848942268757,1853296843161982411,1853296843162424976,'demo
d1025','cancelled',NULL,'{"parent": {"text": "Is it vegan?", "edited_at": null}, "known": ["d1025", "d1026"]}','[]','[]','[]',NULL,0,1,0,1767668580000,1767668580000,NULL,NULL,NULL,NULL,NULL,1767668580000,NULL,NULL,NULL,'',0,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(1853534848943121228,'67caa8bf-84bc-47e6-a9e3-a7e51c656642','68sx7c71','reply','{"target": {"remote_id": "d1028", "author": "u4", "handle": "chenxi", "visibility": "public", "facts": {}, "root": "d1027", "root_facts": {}, "root_author": ""}, "text": "scheduled answer", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767668580000, "poll": null}',1853534848943070286,1853315717529728835,1853315717529625300,'demo
d1027','scheduled',NULL,'{"parent": {"text": "很失望，我要退款", "edited_at": null}, "known": ["d1027", "d1028"]}','[]','[]','[]',4102444800000,0,1,0,1767668580000,1767668580000,NULL,NULL,NULL,NULL,NULL,1767668580000,NULL,NULL,NULL,'',0,'held1',NULL,NULL,NULL);
INSERT INTO "campaigns" VALUES(1853534723113341638,'春茶 Spring','','',NULL,NULL,'{}',1767668460000);
INSERT INTO "series" VALUES(1853534723113453522,'Weekly','FREQ=WEEKLY','2027-01-01T09:00','UTC',NULL,3,'{"text": "Every week", "variants": [{"account_id": "68sx7c71"}], "repeat": false, "queue": false}','[]','[]','2026-03-07',1767668460000,NULL);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX profiles_by_handle ON profiles (handle COLLATE NOCASE);
CREATE INDEX posts_by_parent ON posts (realm, parent_ref) WHERE parent_ref IS NOT NULL;
CREATE INDEX posts_by_author ON posts (author_id, id);
CREATE INDEX interactions_by_post ON interactions (post_id, kind, account_id)
  WHERE post_id IS NOT NULL;
CREATE INDEX drafts_by_item ON drafts (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX interactions_queue
  ON interactions (state, needs_reply, lane, due_at, id, kind, account_id);
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
CREATE INDEX item_labels_by_label ON item_labels (label, item_id);
CREATE INDEX notes_by_item ON notes (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX notes_by_contact ON notes (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX tasks_by_item ON tasks (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX moderation_by_outbox ON moderation (outbox_id) WHERE outbox_id IS NOT NULL;
CREATE INDEX moderation_by_person ON moderation (person, id);
CREATE INDEX contacts_vip ON contacts (id) WHERE vip = 1;
CREATE INDEX contacts_muted ON contacts (id) WHERE muted = 1;
CREATE INDEX contacts_merged ON contacts (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX contacts_by_person ON contacts (person) WHERE person IS NOT NULL;
CREATE UNIQUE INDEX profiles_by_contact ON profiles (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX contact_facts_by_contact ON contact_facts (contact_id);
CREATE INDEX contact_facts_by_name ON contact_facts (name COLLATE NOCASE, contact_id);
CREATE INDEX contact_tags_by_tag ON contact_tags (tag, contact_id);
CREATE INDEX not_the_same_other ON not_the_same (other);
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
CREATE INDEX profile_links_by_link ON profile_links (link, profile_id);
CREATE INDEX profiles_by_name ON profiles (name COLLATE NOCASE) WHERE name <> '';
CREATE INDEX profiles_by_local_name ON profiles (replace(lower(substr(ltrim(handle, '@'), 1,
  instr(ltrim(handle, '@') || '@', '@') - 1)), '.bsky.social', ''));
CREATE INDEX profiles_by_page ON profiles (rtrim(replace(replace(replace(lower(url),
  'https://', ''), 'http://', ''), 'www.', ''), '/')) WHERE url IS NOT NULL;
CREATE INDEX reply_uses_by_reply ON reply_uses (reply_id, at);
CREATE INDEX reply_uses_by_draft ON reply_uses (draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX reply_uses_by_item ON reply_uses (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX thanks_by_profile ON thanks (profile_id);
CREATE INDEX drafts_by_plan ON drafts (planned_at) WHERE planned_at IS NOT NULL;
CREATE UNIQUE INDEX drafts_by_series ON drafts (series_id, occurrence)
  WHERE series_id IS NOT NULL;
CREATE INDEX drafts_by_campaign ON drafts (campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX drafts_open ON drafts (state, saved_at) WHERE done_at IS NULL;
CREATE INDEX draft_variants_by_account ON draft_variants (account_id);
CREATE INDEX overrides_by_draft ON overrides (draft_id);
CREATE INDEX deeds_on_posts ON deeds (args ->> 'post') WHERE command = 'post.correct';
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
CREATE INDEX series_made_by_draft ON series_made (draft_id);
CREATE INDEX media_by_folder ON media_files (folder, added_at);
CREATE INDEX media_by_time ON media_files (added_at, name);
CREATE INDEX media_made_by_name ON media_made (name);
CREATE INDEX outbox_with_media ON outbox (id) WHERE instr(action, '"media": [{') > 0;
