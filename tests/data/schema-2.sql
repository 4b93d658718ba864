-- A profile of schema 2, as the program wrote it before there was a plan: 24 comments, drafts, and a
-- queue with a row in every state. No index of words: it is made anew.
PRAGMA application_id = 1668112752;
PRAGMA user_version = 2;
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
) STRICT;
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
INSERT INTO "_sqlite_migrations" VALUES(1,'cmapp','m0001_the_spine','2026-11-22 12:03:39.943634+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'cmapp','m0002_the_desk','2026-11-22 12:03:39.955300+00:00');
INSERT INTO "meta" VALUES('answered_words','1:cae84780d6b04cfa:14.0.0');
INSERT INTO "meta" VALUES('desk','fee96079');
INSERT INTO "meta" VALUES('help_words','1:cae84780d6b04cfa:14.0.0');
INSERT INTO "meta" VALUES('rules','1');
INSERT INTO "meta" VALUES('words','1:cae84780d6b04cfa:14.0.0');
INSERT INTO "accounts" VALUES('coelpxxm','demo','demo','u1','demo:','mossfield','Mossfield Pottery & Tea',NULL,NULL,'{"refreshed_at": 1767225600000}','{"streams": ["inbox", "messages", "own_posts", "thread"], "actions": ["block", "delete", "edit", "hide", "like", "mute", "publish", "reply", "report", "repost", "unblock", "unhide", "unlike", "unmute", "unrepost"], "absent": {"impressions": "not_offered"}, "metrics": ["replies", "likes", "reposts"], "limits": {"graphemes": 500, "bytes": null, "weighted": null, "characters": null, "link_length": 0, "media_count": 4, "media_bytes": 8388608, "media_pixels": null, "media_kinds": ["image/png", "image/jpeg", "image/webp", "image/gif"], "alt_length": 1500}}','active',1767225600000,1767227064000,0,0,0);
INSERT INTO "accounts" VALUES('zj6s6yzh','demo','demo','u2','demo:','mossfield_tw','苔野陶茶 台灣',NULL,NULL,'{"refreshed_at": 1767225600000}','{"streams": ["inbox", "messages", "own_posts", "thread"], "actions": ["block", "delete", "edit", "hide", "like", "mute", "publish", "reply", "report", "repost", "unblock", "unhide", "unlike", "unmute", "unrepost"], "absent": {"impressions": "not_offered"}, "metrics": ["replies", "likes", "reposts"], "limits": {"graphemes": 500, "bytes": null, "weighted": null, "characters": null, "link_length": 0, "media_count": 4, "media_bytes": 8388608, "media_pixels": null, "media_kinds": ["image/png", "image/jpeg", "image/webp", "image/gif"], "alt_length": 1500}}','active',1767225600000,1767227064000,0,0,0);
INSERT INTO "profiles" VALUES(1,'demo','u3','ana.lopes','Ana Lopes','Ceramics student, Porto',NULL,NULL,212,1767225600000,NULL);
INSERT INTO "profiles" VALUES(2,'demo','u1','mossfield','Mossfield Pottery & Tea','Hand-thrown cups, slow teas. English · 简体中文. Mon–Sat, 10–18.',NULL,NULL,18420,1767225600000,NULL);
INSERT INTO "profiles" VALUES(3,'demo','u4','chenxi','陈曦','喝茶、养猫、慢慢走',NULL,NULL,958,1767225661000,NULL);
INSERT INTO "posts" VALUES(1853070350746363630,'demo','d1001','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767225600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070350746615332,'demo','d1002','comment',1,'d1001','d1001','什么时候开门？ 0','[]',NULL,'public',NULL,NULL,1767225600000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070414708904376,'demo','d1003','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767225661000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070414709759044,'demo','d1004','comment',3,'d1003','d1003','我很失望，要退款！ 1','[]',NULL,'public',NULL,NULL,1767225661000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070478672331958,'demo','d1006','comment',1,'d1005','d1005','谢谢你们！ 2','[]',NULL,'public',NULL,NULL,1767225722000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070478672695836,'demo','d1005','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767225722000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070542635789902,'demo','d1008','comment',3,'d1007','d1007','Is it vegan? 3','[]',NULL,'public',NULL,NULL,1767225783000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070542635845555,'demo','d1007','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767225783000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070606598749732,'demo','d1010','comment',1,'d1009','d1009','When do you open? 4','[]',NULL,'public',NULL,NULL,1767225844000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070606599100459,'demo','d1009','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767225844000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070670561734030,'demo','d1012','comment',3,'d1011','d1011','退款什么时候到？ 5','[]',NULL,'public',NULL,NULL,1767225905000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070670562009072,'demo','d1011','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767225905000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070734524429185,'demo','d1014','comment',1,'d1013','d1013','太好吃了 6','[]',NULL,'public',NULL,NULL,1767225966000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070734525072701,'demo','d1013','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767225966000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070798487597102,'demo','d1016','comment',3,'d1015','d1015','I am so disappointed 7','[]',NULL,'public',NULL,NULL,1767226027000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070798488255671,'demo','d1015','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226027000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070862450865248,'demo','d1017','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226088000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070862451434643,'demo','d1018','comment',1,'d1017','d1017','什么时候开门？ 8','[]',NULL,'public',NULL,NULL,1767226088000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070926413997440,'demo','d1019','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226149000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070926414766688,'demo','d1020','comment',3,'d1019','d1019','我很失望，要退款！ 9','[]',NULL,'public',NULL,NULL,1767226149000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070990377713000,'demo','d1022','comment',1,'d1021','d1021','谢谢你们！ 10','[]',NULL,'public',NULL,NULL,1767226210000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853070990377814628,'demo','d1021','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226210000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071054340262570,'demo','d1024','comment',3,'d1023','d1023','Is it vegan? 11','[]',NULL,'public',NULL,NULL,1767226271000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071054340539715,'demo','d1023','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226271000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071118303730887,'demo','d1025','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226332000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071118304056976,'demo','d1026','comment',1,'d1025','d1025','When do you open? 12','[]',NULL,'public',NULL,NULL,1767226332000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071182266380067,'demo','d1027','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226393000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071182266393300,'demo','d1028','comment',3,'d1027','d1027','退款什么时候到？ 13','[]',NULL,'public',NULL,NULL,1767226393000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071246229659744,'demo','d1030','comment',1,'d1029','d1029','太好吃了 14','[]',NULL,'public',NULL,NULL,1767226454000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071246230311360,'demo','d1029','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226454000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071310193411514,'demo','d1031','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226515000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071310193493311,'demo','d1032','comment',3,'d1031','d1031','I am so disappointed 15','[]',NULL,'public',NULL,NULL,1767226515000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071374156107012,'demo','d1033','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226576000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071374156134039,'demo','d1034','comment',1,'d1033','d1033','什么时候开门？ 16','[]',NULL,'public',NULL,NULL,1767226576000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071438119661208,'demo','d1035','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226637000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071438119795620,'demo','d1036','comment',3,'d1035','d1035','我很失望，要退款！ 17','[]',NULL,'public',NULL,NULL,1767226637000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071502082251916,'demo','d1038','comment',1,'d1037','d1037','谢谢你们！ 18','[]',NULL,'public',NULL,NULL,1767226698000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071502082306937,'demo','d1037','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226698000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071566045501969,'demo','d1040','comment',3,'d1039','d1039','Is it vegan? 19','[]',NULL,'public',NULL,NULL,1767226759000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071566045548369,'demo','d1039','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226759000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071630008761420,'demo','d1041','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226820000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071630009209168,'demo','d1042','comment',1,'d1041','d1041','When do you open? 20','[]',NULL,'public',NULL,NULL,1767226820000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071693971667199,'demo','d1044','comment',3,'d1043','d1043','退款什么时候到？ 21','[]',NULL,'public',NULL,NULL,1767226881000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071693971709038,'demo','d1043','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226881000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071757935188618,'demo','d1045','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767226942000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071757935301817,'demo','d1046','comment',1,'d1045','d1045','太好吃了 22','[]',NULL,'public',NULL,NULL,1767226942000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071821898072919,'demo','d1047','post',2,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1767227003000,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071821898488020,'demo','d1048','comment',3,'d1047','d1047','I am so disappointed 23','[]',NULL,'public',NULL,NULL,1767227003000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071885860990709,'demo','d1050','post',2,NULL,NULL,'Sent already 已发','[]',NULL,'public',NULL,NULL,1767227064000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1853071885861847583,'demo','d1049','comment',2,'d1002','d1001','We open at nine.','[]',NULL,'public',NULL,NULL,1767227064000,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "post_states" VALUES('coelpxxm',1853070350746363630,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070350746615332,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070414708904376,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070414709759044,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070478672331958,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070478672695836,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070542635789902,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070542635845555,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070606598749732,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070606599100459,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070670561734030,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070670562009072,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070734524429185,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070734525072701,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070798487597102,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070798488255671,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070862450865248,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070862451434643,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070926413997440,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070926414766688,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070990377713000,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853070990377814628,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071054340262570,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071054340539715,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071118303730887,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071118304056976,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071182266380067,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071182266393300,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071246229659744,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071246230311360,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071310193411514,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071310193493311,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071374156107012,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071374156134039,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071438119661208,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071438119795620,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071502082251916,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071502082306937,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071566045501969,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071566045548369,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071630008761420,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071630009209168,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071693971667199,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071693971709038,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071757935188618,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071757935301817,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071821898072919,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071821898488020,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071885860990709,1,NULL,NULL);
INSERT INTO "post_states" VALUES('coelpxxm',1853071885861847583,1,NULL,NULL);
INSERT INTO "interactions" VALUES(1853070350745862217,'coelpxxm','post:d1002','comment',1,1853070350746615332,'d1001',1767225600000,1767225600000,'done',1,1767227064000,1767227064000,1767232800000,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853070414709712976,'coelpxxm','post:d1004','comment',3,1853070414709759044,'d1003',1767225661000,1767225661000,'waiting',1,NULL,NULL,1767227461000,1,0,NULL,'','["complaint", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853070478671892362,'coelpxxm','post:d1006','comment',1,1853070478672331958,'d1005',1767225722000,1767225722000,'open',0,NULL,NULL,1767232922000,2,0,NULL,'','["thanks"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853070542635777582,'coelpxxm','post:d1008','comment',3,1853070542635789902,'d1007',1767225783000,1767225783000,'open',1,NULL,NULL,1767232983000,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853070606599163033,'coelpxxm','post:d1010','comment',1,1853070606598749732,'d1009',1767225844000,1767225844000,'open',1,NULL,NULL,1767233044000,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853070670562259014,'coelpxxm','post:d1012','comment',3,1853070670561734030,'d1011',1767225905000,1767225905000,'open',1,NULL,NULL,1767233105000,2,0,NULL,'','["question", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853070734524783334,'coelpxxm','post:d1014','comment',1,1853070734524429185,'d1013',1767225966000,1767225966000,'open',0,NULL,NULL,1767233166000,2,0,NULL,'','["praise"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853070798488098964,'coelpxxm','post:d1016','comment',3,1853070798487597102,'d1015',1767226027000,1767226027000,'open',1,NULL,NULL,1767227827000,1,0,NULL,'','["complaint"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853070862450791376,'coelpxxm','post:d1018','comment',1,1853070862451434643,'d1017',1767226088000,1767226088000,'open',1,NULL,NULL,1767233288000,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853070926414501230,'coelpxxm','post:d1020','comment',3,1853070926414766688,'d1019',1767226149000,1767226149000,'open',1,NULL,NULL,1767227949000,1,0,NULL,'','["complaint", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853070990377685396,'coelpxxm','post:d1022','comment',1,1853070990377713000,'d1021',1767226210000,1767226210000,'open',0,NULL,NULL,1767233410000,2,0,NULL,'','["thanks"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853071054341137084,'coelpxxm','post:d1024','comment',3,1853071054340262570,'d1023',1767226271000,1767226271000,'open',1,NULL,NULL,1767233471000,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853071118303406808,'coelpxxm','post:d1026','comment',1,1853071118304056976,'d1025',1767226332000,1767226332000,'open',1,NULL,NULL,1767233532000,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853071182267376398,'coelpxxm','post:d1028','comment',3,1853071182266393300,'d1027',1767226393000,1767226393000,'open',1,NULL,NULL,1767233593000,2,0,NULL,'','["question", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853071246229623492,'coelpxxm','post:d1030','comment',1,1853071246229659744,'d1029',1767226454000,1767226454000,'open',0,NULL,NULL,1767233654000,2,0,NULL,'','["praise"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853071310192850536,'coelpxxm','post:d1032','comment',3,1853071310193493311,'d1031',1767226515000,1767226515000,'open',1,NULL,NULL,1767228315000,1,0,NULL,'','["complaint"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853071374155810557,'coelpxxm','post:d1034','comment',1,1853071374156134039,'d1033',1767226576000,1767226576000,'open',1,NULL,NULL,1767233776000,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853071438119699646,'coelpxxm','post:d1036','comment',3,1853071438119795620,'d1035',1767226637000,1767226637000,'open',1,NULL,NULL,1767228437000,1,0,NULL,'','["complaint", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853071502082602661,'coelpxxm','post:d1038','comment',1,1853071502082251916,'d1037',1767226698000,1767226698000,'open',0,NULL,NULL,1767233898000,2,0,NULL,'','["thanks"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853071566045443843,'coelpxxm','post:d1040','comment',3,1853071566045501969,'d1039',1767226759000,1767226759000,'open',1,NULL,NULL,1767233959000,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853071630009156376,'coelpxxm','post:d1042','comment',1,1853071630009209168,'d1041',1767226820000,1767226820000,'open',1,NULL,NULL,1767234020000,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853071693971579135,'coelpxxm','post:d1044','comment',3,1853071693971667199,'d1043',1767226881000,1767226881000,'open',1,NULL,NULL,1767234081000,2,0,NULL,'','["question", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853071757934789142,'coelpxxm','post:d1046','comment',1,1853071757935301817,'d1045',1767226942000,1767226942000,'open',0,NULL,NULL,1767234142000,2,0,NULL,'','["praise"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1853071821898224354,'coelpxxm','post:d1048','comment',3,1853071821898488020,'d1047',1767227003000,1767227003000,'open',1,NULL,NULL,1767228803000,1,0,NULL,'','["complaint"]',0,NULL,NULL);
INSERT INTO "drafts" VALUES(1853071885861117300,'coelpxxm',NULL,NULL,'cancelled 的一篇','[]',NULL,'draft',1767227064000,1767227064000,1);
INSERT INTO "drafts" VALUES(1853071885861181049,'coelpxxm',1853070414709712976,1853070414709759044,'很抱歉，马上退款。','[]',NULL,'queued',1767227064000,1767227064000,1);
INSERT INTO "drafts" VALUES(1853071885861220913,'coelpxxm',1853070542635777582,1853070542635789902,'It is','[]',NULL,'draft',1767227064000,1767227064000,1);
INSERT INTO "drafts" VALUES(1853071885861264827,'zj6s6yzh',NULL,NULL,'With a picture','[{"path": "af87446eb0e14f0f74afd0828dbbb3b82b001caec89b9070884f28908209019e.png", "mime": "image/png", "alt": "Red", "width": 4, "height": 3}]',NULL,'draft',1767227064000,1767227064000,1);
INSERT INTO "drafts" VALUES(1853071885861440628,'zj6s6yzh',NULL,NULL,'Planned 计划好的','[]',NULL,'queued',1767227064000,1767227064000,1);
INSERT INTO "drafts" VALUES(1853071885861560575,'coelpxxm',NULL,NULL,'review 的一篇','[]',NULL,'queued',1767227064000,1767227064000,1);
INSERT INTO "drafts" VALUES(1853071885861563720,'coelpxxm',NULL,NULL,'rejected 的一篇','[]',NULL,'draft',1767227064000,1767227064000,1);
INSERT INTO "drafts" VALUES(1853071885861597909,'coelpxxm',NULL,NULL,'sending 的一篇','[]',NULL,'queued',1767227064000,1767227064000,1);
INSERT INTO "drafts" VALUES(1853071885861626789,'coelpxxm',NULL,NULL,'半成的草稿，第三版','[]',NULL,'draft',1767227064000,1767227064000,3);
INSERT INTO "drafts" VALUES(1853071885861772353,'coelpxxm',NULL,NULL,'uncertain 的一篇','[]',NULL,'queued',1767227064000,1767227064000,1);
INSERT INTO "draft_versions" VALUES(1853071885861117300,1,'cancelled 的一篇',1767227064000);
INSERT INTO "draft_versions" VALUES(1853071885861181049,1,'很抱歉，马上退款。',1767227064000);
INSERT INTO "draft_versions" VALUES(1853071885861220913,1,'It is',1767227064000);
INSERT INTO "draft_versions" VALUES(1853071885861264827,1,'With a picture',1767227064000);
INSERT INTO "draft_versions" VALUES(1853071885861440628,1,'Planned 计划好的',1767227064000);
INSERT INTO "draft_versions" VALUES(1853071885861560575,1,'review 的一篇',1767227064000);
INSERT INTO "draft_versions" VALUES(1853071885861563720,1,'rejected 的一篇',1767227064000);
INSERT INTO "draft_versions" VALUES(1853071885861597909,1,'sending 的一篇',1767227064000);
INSERT INTO "draft_versions" VALUES(1853071885861626789,1,'半成的草稿',1767227064000);
INSERT INTO "draft_versions" VALUES(1853071885861626789,2,'半成的草稿，第二版',1767227064000);
INSERT INTO "draft_versions" VALUES(1853071885861626789,3,'半成的草稿，第三版',1767227064000);
INSERT INTO "draft_versions" VALUES(1853071885861772353,1,'uncertain 的一篇',1767227064000);
INSERT INTO "outbox" VALUES(1853071885861580868,'630c91e9-4f78-4874-bc0a-32b7d472649a','coelpxxm','reply','{"target": {"remote_id": "d1002", "author": "u3", "handle": "ana.lopes", "visibility": "public", "facts": {}, "root": "d1001", "root_facts": {}, "root_author": ""}, "text": "We open at nine.", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767227064000}',1853071885861834654,1853070350745862217,1853070350746615332,'demo
d1001','sent',NULL,'{"parent": {"text": "什么时候开门？ 0", "edited_at": null}, "known": ["d1001", "d1002"]}','[]','[]','[]',NULL,0,1,0,1767227064000,1767227064000,NULL,NULL,NULL,'d1049',NULL,1767227064000,1767227064000,1767227064000);
INSERT INTO "outbox" VALUES(1853071885861633513,'4ef01f0f-923e-4dd5-bc5c-02191ad6f67e','coelpxxm','publish','{"text": "Sent already 已发", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767227064000}',1853071885861097502,NULL,NULL,NULL,'sent',NULL,'{}','[]','[]','[]',NULL,0,1,0,1767227064000,1767227064000,NULL,NULL,NULL,'d1050',NULL,1767227064000,1767227064000,1767227064000);
INSERT INTO "outbox" VALUES(1853071885861668313,'f47647fc-04de-442b-a2c4-640bdf1f12d6','coelpxxm','reply','{"target": {"remote_id": "d1004", "author": "u4", "handle": "chenxi", "visibility": "public", "facts": {}, "root": "d1003", "root_facts": {}, "root_author": ""}, "text": "很抱歉，马上退款。", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767227064000}',1853071885861181049,1853070414709712976,1853070414709759044,'demo
d1003','ready',NULL,'{"parent": {"text": "我很失望，要退款！ 1", "edited_at": null}, "known": ["d1003", "d1004"]}','[]','[]','[]',NULL,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1767227064000,NULL,NULL);
INSERT INTO "outbox" VALUES(1853071885861668314,'b924ccf5-9c7b-4cb4-8663-ed82885bc95f','zj6s6yzh','publish','{"text": "Planned 计划好的", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767227064000}',1853071885861440628,NULL,NULL,NULL,'ready',NULL,'{}','[]','[]','[]',4102444800000,4102444800000,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1767227064000,NULL,NULL);
INSERT INTO "outbox" VALUES(1853071885861668315,'d92cf180-418b-4163-b4c7-21e0caa5bb47','coelpxxm','publish','{"text": "sending 的一篇", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767227064000}',1853071885861597909,NULL,NULL,NULL,'sending',NULL,'{}','[]','[]','[]',NULL,0,1,0,1767227064000,1767227064000,NULL,NULL,NULL,NULL,NULL,1767227064000,NULL,NULL);
INSERT INTO "outbox" VALUES(1853071885861813677,'65f9a6d0-d29c-45b4-ae8d-a3b20699da20','coelpxxm','publish','{"text": "uncertain 的一篇", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767227064000}',1853071885861772353,NULL,NULL,NULL,'uncertain',NULL,'{}','[]','[]','[]',NULL,1767225660000,1,0,1767227064000,1767227064000,NULL,'no_answer',NULL,NULL,NULL,1767227064000,NULL,NULL);
INSERT INTO "outbox" VALUES(1853071885861813678,'61e18d6a-d30f-4ec0-98e6-428aa4a58beb','coelpxxm','publish','{"text": "review 的一篇", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767227064000}',1853071885861560575,NULL,NULL,NULL,'review','late','{}','[{"what": "late"}]','[]','[]',NULL,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1767227064000,NULL,1767227064000);
INSERT INTO "outbox" VALUES(1853071885861813679,'bdf09173-6940-4e8d-80c6-e9cd593582b0','coelpxxm','publish','{"text": "rejected 的一篇", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767227064000}',1853071885861563720,NULL,NULL,NULL,'rejected',NULL,'{}','[]','[]','[]',NULL,0,1,0,1767227064000,1767227064000,NULL,'too_long','{"field": "text", "limit": 500, "size": 600}',NULL,NULL,1767227064000,NULL,1767227064000);
INSERT INTO "outbox" VALUES(1853071885861813680,'6cf8cf4b-22ae-485e-9ff2-1c03b3286307','coelpxxm','publish','{"text": "cancelled 的一篇", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1767227064000}',1853071885861117300,NULL,NULL,NULL,'cancelled',NULL,'{}','[]','[]','[]',NULL,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1767227064000,NULL,1767227064000);
INSERT INTO "cursors" VALUES('coelpxxm','inbox','','{"head": 1767227003000}',1767227064000);
INSERT INTO "cursors" VALUES('coelpxxm','messages','','{"head": null}',1767227064000);
INSERT INTO "cursors" VALUES('coelpxxm','own_posts','','{"head": 1767227064000}',1767227064000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1002','null',1767227064000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1004','null',1767225661000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1008','null',1767225783000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1010','null',1767225844000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1012','null',1767225905000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1016','null',1767226027000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1018','null',1767226088000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1020','null',1767226149000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1024','null',1767226271000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1026','null',1767226332000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1028','null',1767226393000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1032','null',1767226515000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1034','null',1767226576000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1036','null',1767226637000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1040','null',1767226759000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1042','null',1767226820000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1044','null',1767226881000);
INSERT INTO "cursors" VALUES('coelpxxm','thread','d1048','null',1767227003000);
INSERT INTO "cursors" VALUES('zj6s6yzh','inbox','','{"head": null}',1767227064000);
INSERT INTO "cursors" VALUES('zj6s6yzh','messages','','{"head": null}',1767227064000);
INSERT INTO "cursors" VALUES('zj6s6yzh','own_posts','','{"head": null}',1767227064000);
INSERT INTO "landings" VALUES(1853071885861803149,NULL,1767227064000,'{"away_since": null, "ended_at": 1767227064000, "rows": ["1853071885861633513"], "new": {"coelpxxm": 0, "zj6s6yzh": 0}, "errors": {}}');
INSERT INTO "landings" VALUES(1853071885861857064,NULL,1767227064000,'{"away_since": null, "ended_at": 1767227064000, "rows": ["1853071885861580868"], "new": {"coelpxxm": 0, "zj6s6yzh": 0}, "errors": {}}');
INSERT INTO "deeds" VALUES(1853071885861052990,'fee96079','inbox.label','{"label": "vip", "count": 3, "items": ["1853070350745862217", "1853070414709712976", "1853070478671892362"]}','{"command": "inbox.restore", "args": {"deed": "1853071885861052990"}, "rows": [["labels", {"name": "vip"}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1853071885861681362,'fee96079','notes.add','{"count": 1, "items": ["1853070350745862217"]}','{"command": "inbox.restore", "args": {"deed": "1853071885861681362"}, "rows": [["notes", {"id": 1853071885861794252}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1853071885861681363,'fee96079','tasks.add','{"tasks": ["1853071885861769411"]}','{"command": "tasks.delete", "args": {"tasks": ["1853071885861769411"]}}',NULL);
INSERT INTO "deeds" VALUES(1853071885861681364,'fee96079','queue','{"row": "1853071885861580868"}','{"command": "outbox.cancel", "args": {"id": "1853071885861580868"}}',NULL);
INSERT INTO "deeds" VALUES(1853071885861681365,'fee96079','queue','{"row": "1853071885861633513"}','{"command": "outbox.cancel", "args": {"id": "1853071885861633513"}}',NULL);
INSERT INTO "deeds" VALUES(1853071885861681366,'fee96079','queue','{"row": "1853071885861668313"}','{"command": "outbox.cancel", "args": {"id": "1853071885861668313"}}',NULL);
INSERT INTO "deeds" VALUES(1853071885861681367,'fee96079','queue','{"row": "1853071885861668314"}','{"command": "outbox.cancel", "args": {"id": "1853071885861668314"}}',NULL);
INSERT INTO "deeds" VALUES(1853071885861854587,'fee96079','queue','{"row": "1853071885861668315"}','{"command": "outbox.cancel", "args": {"id": "1853071885861668315"}}',NULL);
INSERT INTO "deeds" VALUES(1853071885861854588,'fee96079','queue','{"row": "1853071885861813677"}','{"command": "outbox.cancel", "args": {"id": "1853071885861813677"}}',NULL);
INSERT INTO "deeds" VALUES(1853071885861854589,'fee96079','queue','{"row": "1853071885861813678"}','{"command": "outbox.cancel", "args": {"id": "1853071885861813678"}}',NULL);
INSERT INTO "deeds" VALUES(1853071885861854590,'fee96079','queue','{"row": "1853071885861813679"}','{"command": "outbox.cancel", "args": {"id": "1853071885861813679"}}',NULL);
INSERT INTO "deeds" VALUES(1853071885861854591,'fee96079','queue','{"row": "1853071885861813680"}','{"command": "outbox.cancel", "args": {"id": "1853071885861813680"}}',NULL);
INSERT INTO "tallies" VALUES('coelpxxm','done',1,'comment',1);
INSERT INTO "tallies" VALUES('coelpxxm','open',0,'comment',6);
INSERT INTO "tallies" VALUES('coelpxxm','open',1,'comment',16);
INSERT INTO "tallies" VALUES('coelpxxm','waiting',1,'comment',1);
INSERT INTO "labels" VALUES('vip','',1767227064000);
INSERT INTO "item_labels" VALUES(1853070350745862217,'vip');
INSERT INTO "item_labels" VALUES(1853070414709712976,'vip');
INSERT INTO "item_labels" VALUES(1853070478671892362,'vip');
INSERT INTO "notes" VALUES(1853071885861794252,1853070350745862217,NULL,'call her','',1767227064000,NULL);
INSERT INTO "tasks" VALUES(1853071885861769411,1853070414709712976,'Look at the oven','',NULL,NULL,1767227064000);
INSERT INTO "visits" VALUES(1,1767225600000,1767226942000,1,12);
INSERT INTO "visits" VALUES(3,1767225661000,1767227003000,1,12);
INSERT INTO "befores" VALUES(1853071885861052990,1853070350745862217,'{"label":"vip","had":0}');
INSERT INTO "befores" VALUES(1853071885861052990,1853070414709712976,'{"label":"vip","had":0}');
INSERT INTO "befores" VALUES(1853071885861052990,1853070478671892362,'{"label":"vip","had":0}');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX profiles_by_handle ON profiles (handle COLLATE NOCASE);
CREATE INDEX posts_by_parent ON posts (realm, parent_ref) WHERE parent_ref IS NOT NULL;
CREATE INDEX posts_by_author ON posts (author_id, id);
CREATE INDEX interactions_by_post ON interactions (post_id, kind, account_id)
  WHERE post_id IS NOT NULL;
CREATE INDEX drafts_by_item ON drafts (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX outbox_ready ON outbox (account_id, not_before) WHERE state = 'ready';
CREATE INDEX outbox_by_state ON outbox (state, id);
CREATE INDEX outbox_by_item ON outbox (item_id) WHERE item_id IS NOT NULL;
CREATE UNIQUE INDEX outbox_one_per_draft ON outbox (draft_id)
  WHERE draft_id IS NOT NULL AND state IN ('ready', 'sending', 'uncertain', 'review');
CREATE UNIQUE INDEX outbox_one_per_remote_post ON outbox (account_id, remote_id)
  WHERE remote_id IS NOT NULL AND kind IN ('publish', 'reply');
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
CREATE INDEX profile_changes_by_profile ON profile_changes (profile_id, at);
CREATE INDEX profile_links_by_link ON profile_links (link, profile_id);
CREATE INDEX profiles_by_name ON profiles (name COLLATE NOCASE) WHERE name <> '';
CREATE INDEX profiles_by_local_name ON profiles (replace(lower(substr(ltrim(handle, '@'), 1,
  instr(ltrim(handle, '@') || '@', '@') - 1)), '.bsky.social', ''));
CREATE INDEX profiles_by_page ON profiles (rtrim(replace(replace(replace(lower(url),
  'https://', ''), 'http://', ''), 'www.', ''), '/')) WHERE url IS NOT NULL;
CREATE INDEX reply_uses_by_reply ON reply_uses (reply_id, at);
CREATE INDEX reply_uses_by_draft ON reply_uses (draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX reply_uses_by_item ON reply_uses (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX outbox_by_draft ON outbox (draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX thanks_by_profile ON thanks (profile_id);
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
