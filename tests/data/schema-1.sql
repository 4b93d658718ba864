-- A profile of schema 1, as the program wrote it before there was a desk: 40 comments, drafts, and
-- a queue with a row that was under way. No index of words: it is made anew.
PRAGMA application_id = 1668112752;
PRAGMA user_version = 1;
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
  seen_at INTEGER NOT NULL,
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
  needs_reply INTEGER NOT NULL, done_at INTEGER, first_reply_at INTEGER,
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
) STRICT;
CREATE VIRTUAL TABLE post_words USING fts5 (text, content='', tokenize='unicode61');
INSERT INTO "_sqlite_migrations" VALUES(1,'cmapp','m0001_the_spine','2026-11-22 09:36:22.345576+00:00');
INSERT INTO "meta" VALUES('desk','631ff206');
INSERT INTO "meta" VALUES('words','1:cae84780d6b04cfa:14.0.0');
INSERT INTO "accounts" VALUES('ny39z0y3','demo','demo','u1','demo:','mossfield','Mossfield Pottery & Tea',NULL,NULL,'{"refreshed_at": 1795340182389}','{"streams": ["inbox", "messages", "own_posts", "thread"], "actions": ["delete", "edit", "like", "publish", "reply", "repost", "unlike", "unrepost"], "absent": {"impressions": "not_offered"}, "metrics": ["replies", "likes", "reposts"], "limits": {"graphemes": 500, "bytes": null, "weighted": null, "characters": null, "link_length": 0, "media_count": 4, "media_bytes": 8388608, "media_pixels": null, "media_kinds": ["image/png", "image/jpeg", "image/webp", "image/gif"], "alt_length": 1500}}','active',1795340182389,1795340183537,0,0,0);
INSERT INTO "accounts" VALUES('s4qtrdz9','demo','demo','u2','demo:','mossfield_tw','苔野陶茶 台灣',NULL,NULL,'{"refreshed_at": 1795340182404}','{"streams": ["inbox", "messages", "own_posts", "thread"], "actions": ["delete", "edit", "like", "publish", "reply", "repost", "unlike", "unrepost"], "absent": {"impressions": "not_offered"}, "metrics": ["replies", "likes", "reposts"], "limits": {"graphemes": 500, "bytes": null, "weighted": null, "characters": null, "link_length": 0, "media_count": 4, "media_bytes": 8388608, "media_pixels": null, "media_kinds": ["image/png", "image/jpeg", "image/webp", "image/gif"], "alt_length": 1500}}','active',1795340182404,1795340183547,0,0,0);
INSERT INTO "profiles" VALUES(1,'demo','u8','noor','نور الهدى','خزف وشاي',NULL,NULL,640,1795340182764);
INSERT INTO "profiles" VALUES(2,'demo','u9','luis','luis','',NULL,NULL,NULL,1795340182764);
INSERT INTO "profiles" VALUES(3,'demo','u4','chenxi','陈曦','喝茶、养猫、慢慢走',NULL,NULL,958,1795340182764);
INSERT INTO "profiles" VALUES(4,'demo','u3','ana.lopes','Ana Lopes','Ceramics student, Porto',NULL,NULL,212,1795340182764);
INSERT INTO "profiles" VALUES(5,'demo','u1','mossfield','Mossfield Pottery & Tea','Hand-thrown cups, slow teas. English · 简体中文. Mon–Sat, 10–18.',NULL,NULL,18420,1795340182870);
INSERT INTO "posts" VALUES(1882550627114657518,'demo','d1001','post',5,NULL,NULL,'Something new today.','[]',NULL,'public',NULL,NULL,1795340182413,NULL,NULL,'{"likes": 0, "replies": 40, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627118054948,'demo','d1002','comment',4,'d1001','d1001','Is it vegan? (0)','[]',NULL,'public',NULL,NULL,1795340182416,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627118256568,'demo','d1003','comment',3,'d1001','d1001','我的订单 4711 还没到，太失望了！ (1)','[]',NULL,'public',NULL,NULL,1795340182417,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627119111236,'demo','d1004','comment',2,'d1001','d1001','谢谢！ (2)','[]',NULL,'public',NULL,NULL,1795340182417,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627119960604,'demo','d1005','comment',1,'d1001','d1001','Where is my order? (3)','[]',NULL,'public',NULL,NULL,1795340182418,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627121693878,'demo','d1006','comment',4,'d1001','d1001','退款呢？ (4)','[]',NULL,'public',NULL,NULL,1795340182420,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627127258702,'demo','d1008','comment',2,'d1001','d1001','This is broken, I want my money back (6)','[]',NULL,'public',NULL,NULL,1795340182425,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627127314355,'demo','d1007','comment',3,'d1001','d1001','nice (5)','[]',NULL,'public',NULL,NULL,1795340182425,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627128131108,'demo','d1010','comment',4,'d1001','d1001','Is it vegan? (8)','[]',NULL,'public',NULL,NULL,1795340182426,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627128481835,'demo','d1009','comment',1,'d1001','d1001','开门时间？ (7)','[]',NULL,'public',NULL,NULL,1795340182426,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627131400176,'demo','d1011','comment',3,'d1001','d1001','我的订单 4711 还没到，太失望了！ (9)','[]',NULL,'public',NULL,NULL,1795340182429,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627133222286,'demo','d1012','comment',2,'d1001','d1001','谢谢！ (10)','[]',NULL,'public',NULL,NULL,1795340182431,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627143910717,'demo','d1013','comment',1,'d1001','d1001','Where is my order? (11)','[]',NULL,'public',NULL,NULL,1795340182441,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627147461505,'demo','d1014','comment',4,'d1001','d1001','退款呢？ (12)','[]',NULL,'public',NULL,NULL,1795340182445,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627155492023,'demo','d1015','comment',3,'d1001','d1001','nice (13)','[]',NULL,'public',NULL,NULL,1795340182452,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627164270638,'demo','d1016','comment',2,'d1001','d1001','This is broken, I want my money back (14)','[]',NULL,'public',NULL,NULL,1795340182461,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627183277152,'demo','d1017','comment',1,'d1001','d1001','开门时间？ (15)','[]',NULL,'public',NULL,NULL,1795340182479,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627193283731,'demo','d1018','comment',4,'d1001','d1001','Is it vegan? (16)','[]',NULL,'public',NULL,NULL,1795340182488,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627208439168,'demo','d1019','comment',3,'d1001','d1001','我的订单 4711 还没到，太失望了！ (17)','[]',NULL,'public',NULL,NULL,1795340182503,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627220742752,'demo','d1020','comment',2,'d1001','d1001','谢谢！ (18)','[]',NULL,'public',NULL,NULL,1795340182514,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627227994724,'demo','d1021','comment',1,'d1001','d1001','Where is my order? (19)','[]',NULL,'public',NULL,NULL,1795340182521,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627228941672,'demo','d1022','comment',4,'d1001','d1001','退款呢？ (20)','[]',NULL,'public',NULL,NULL,1795340182522,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627232826691,'demo','d1023','comment',3,'d1001','d1001','nice (21)','[]',NULL,'public',NULL,NULL,1795340182526,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627233598122,'demo','d1024','comment',2,'d1001','d1001','This is broken, I want my money back (22)','[]',NULL,'public',NULL,NULL,1795340182527,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627254901959,'demo','d1025','comment',1,'d1001','d1001','开门时间？ (23)','[]',NULL,'public',NULL,NULL,1795340182547,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627268859536,'demo','d1026','comment',4,'d1001','d1001','Is it vegan? (24)','[]',NULL,'public',NULL,NULL,1795340182560,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627283775267,'demo','d1027','comment',3,'d1001','d1001','我的订单 4711 还没到，太失望了！ (25)','[]',NULL,'public',NULL,NULL,1795340182575,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627285885652,'demo','d1028','comment',2,'d1001','d1001','谢谢！ (26)','[]',NULL,'public',NULL,NULL,1795340182577,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627303444928,'demo','d1029','comment',1,'d1001','d1001','Where is my order? (27)','[]',NULL,'public',NULL,NULL,1795340182593,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627306987616,'demo','d1030','comment',4,'d1001','d1001','退款呢？ (28)','[]',NULL,'public',NULL,NULL,1795340182597,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627308651962,'demo','d1031','comment',3,'d1001','d1001','nice (29)','[]',NULL,'public',NULL,NULL,1795340182598,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627308733759,'demo','d1032','comment',2,'d1001','d1001','This is broken, I want my money back (30)','[]',NULL,'public',NULL,NULL,1795340182598,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627309260036,'demo','d1033','comment',1,'d1001','d1001','开门时间？ (31)','[]',NULL,'public',NULL,NULL,1795340182599,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627311384215,'demo','d1034','comment',4,'d1001','d1001','Is it vegan? (32)','[]',NULL,'public',NULL,NULL,1795340182601,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627313872536,'demo','d1035','comment',3,'d1001','d1001','我的订单 4711 还没到，太失望了！ (33)','[]',NULL,'public',NULL,NULL,1795340182603,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627320298404,'demo','d1036','comment',2,'d1001','d1001','谢谢！ (34)','[]',NULL,'public',NULL,NULL,1795340182609,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627320722297,'demo','d1037','comment',1,'d1001','d1001','Where is my order? (35)','[]',NULL,'public',NULL,NULL,1795340182610,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627332201612,'demo','d1038','comment',4,'d1001','d1001','退款呢？ (36)','[]',NULL,'public',NULL,NULL,1795340182621,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627337604945,'demo','d1039','comment',3,'d1001','d1001','nice (37)','[]',NULL,'public',NULL,NULL,1795340182626,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627349092881,'demo','d1040','comment',2,'d1001','d1001','This is broken, I want my money back (38)','[]',NULL,'public',NULL,NULL,1795340182637,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882550627353410636,'demo','d1041','comment',1,'d1001','d1001','开门时间？ (39)','[]',NULL,'public',NULL,NULL,1795340182641,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627114657518,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627118054948,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627118256568,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627119111236,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627119960604,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627121693878,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627127258702,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627127314355,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627128131108,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627128481835,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627131400176,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627133222286,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627143910717,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627147461505,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627155492023,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627164270638,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627183277152,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627193283731,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627208439168,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627220742752,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627227994724,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627228941672,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627232826691,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627233598122,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627254901959,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627268859536,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627283775267,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627285885652,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627303444928,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627306987616,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627308651962,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627308733759,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627309260036,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627311384215,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627313872536,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627320298404,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627320722297,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627332201612,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627337604945,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627349092881,1,NULL,NULL);
INSERT INTO "post_states" VALUES('ny39z0y3',1882550627353410636,1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627117408075,'ny39z0y3','post:d1002','comment',4,1882550627118054948,'d1001',1795340182416,1795340182833,'done',1,1795340183551,NULL);
INSERT INTO "interactions" VALUES(1882550627118435860,'ny39z0y3','post:d1004','comment',2,1882550627119111236,'d1001',1795340182417,1795340182833,'waiting',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627118875510,'ny39z0y3','post:d1003','comment',3,1882550627118256568,'d1001',1795340182417,1795340182833,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627119258939,'ny39z0y3','post:d1005','comment',1,1882550627119960604,'d1001',1795340182418,1795340182833,'waiting',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627121366556,'ny39z0y3','post:d1006','comment',4,1882550627121693878,'d1001',1795340182420,1795340182833,'waiting',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627126990555,'ny39z0y3','post:d1008','comment',2,1882550627127258702,'d1001',1795340182425,1795340182833,'waiting',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627127441480,'ny39z0y3','post:d1007','comment',3,1882550627127314355,'d1001',1795340182425,1795340182833,'waiting',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627127612376,'ny39z0y3','post:d1010','comment',4,1882550627128131108,'d1001',1795340182426,1795340182833,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627128101664,'ny39z0y3','post:d1009','comment',1,1882550627128481835,'d1001',1795340182426,1795340182833,'waiting',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627130843292,'ny39z0y3','post:d1011','comment',3,1882550627131400176,'d1001',1795340182429,1795340182833,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627132978585,'ny39z0y3','post:d1012','comment',2,1882550627133222286,'d1001',1795340182431,1795340182833,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627144046224,'ny39z0y3','post:d1013','comment',1,1882550627143910717,'d1001',1795340182441,1795340182833,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627148063065,'ny39z0y3','post:d1014','comment',4,1882550627147461505,'d1001',1795340182445,1795340182833,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627155485628,'ny39z0y3','post:d1015','comment',3,1882550627155492023,'d1001',1795340182452,1795340182833,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627165250152,'ny39z0y3','post:d1016','comment',2,1882550627164270638,'d1001',1795340182461,1795340182833,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627183859748,'ny39z0y3','post:d1017','comment',1,1882550627183277152,'d1001',1795340182479,1795340182833,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627193384252,'ny39z0y3','post:d1018','comment',4,1882550627193283731,'d1001',1795340182488,1795340182833,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627208382036,'ny39z0y3','post:d1019','comment',3,1882550627208439168,'d1001',1795340182503,1795340182833,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627220747804,'ny39z0y3','post:d1020','comment',2,1882550627220742752,'d1001',1795340182514,1795340182833,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627227359286,'ny39z0y3','post:d1021','comment',1,1882550627227994724,'d1001',1795340182521,1795340182833,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627228262062,'ny39z0y3','post:d1022','comment',4,1882550627228941672,'d1001',1795340182522,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627232464654,'ny39z0y3','post:d1023','comment',3,1882550627232826691,'d1001',1795340182526,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627234140745,'ny39z0y3','post:d1024','comment',2,1882550627233598122,'d1001',1795340182527,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627255419311,'ny39z0y3','post:d1025','comment',1,1882550627254901959,'d1001',1795340182547,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627268050329,'ny39z0y3','post:d1026','comment',4,1882550627268859536,'d1001',1795340182560,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627284108914,'ny39z0y3','post:d1027','comment',3,1882550627283775267,'d1001',1795340182575,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627286693997,'ny39z0y3','post:d1028','comment',2,1882550627285885652,'d1001',1795340182577,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627302796735,'ny39z0y3','post:d1029','comment',1,1882550627303444928,'d1001',1795340182593,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627307198857,'ny39z0y3','post:d1030','comment',4,1882550627306987616,'d1001',1795340182597,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627308320101,'ny39z0y3','post:d1031','comment',3,1882550627308651962,'d1001',1795340182598,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627308881690,'ny39z0y3','post:d1032','comment',2,1882550627308733759,'d1001',1795340182598,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627309747537,'ny39z0y3','post:d1033','comment',1,1882550627309260036,'d1001',1795340182599,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627311370903,'ny39z0y3','post:d1034','comment',4,1882550627311384215,'d1001',1795340182601,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627313389704,'ny39z0y3','post:d1035','comment',3,1882550627313872536,'d1001',1795340182603,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627319649342,'ny39z0y3','post:d1036','comment',2,1882550627320298404,'d1001',1795340182609,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627321218660,'ny39z0y3','post:d1037','comment',1,1882550627320722297,'d1001',1795340182610,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627332051184,'ny39z0y3','post:d1038','comment',4,1882550627332201612,'d1001',1795340182621,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627337898669,'ny39z0y3','post:d1039','comment',3,1882550627337604945,'d1001',1795340182626,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627349576292,'ny39z0y3','post:d1040','comment',2,1882550627349092881,'d1001',1795340182637,1795340182764,'open',1,NULL,NULL);
INSERT INTO "interactions" VALUES(1882550627353931425,'ny39z0y3','post:d1041','comment',1,1882550627353410636,'d1001',1795340182641,1795340182764,'open',1,NULL,NULL);
INSERT INTO "drafts" VALUES(1882550628311784029,'ny39z0y3',1882550627118875510,1882550627118256568,'半成的草稿','[]',NULL,'draft',1795340183555,1795340183555,1);
INSERT INTO "drafts" VALUES(1882550628314102321,'ny39z0y3',NULL,NULL,'A better thought','[]',NULL,'draft',1795340183557,1795340183558,2);
INSERT INTO "drafts" VALUES(1882550628316913057,'ny39z0y3',1882550627119258939,1882550627119960604,'Queued answer 3','[]',NULL,'queued',1795340183560,1795340183560,1);
INSERT INTO "drafts" VALUES(1882550628324616086,'ny39z0y3',1882550627121366556,1882550627121693878,'Queued answer 4','[]',NULL,'queued',1795340183567,1795340183567,1);
INSERT INTO "drafts" VALUES(1882550628330996017,'ny39z0y3',1882550627126990555,1882550627127258702,'Queued answer 5','[]',NULL,'queued',1795340183573,1795340183573,1);
INSERT INTO "drafts" VALUES(1882550628336454988,'ny39z0y3',1882550627127441480,1882550627127314355,'Later','[]',NULL,'queued',1795340183578,1795340183578,1);
INSERT INTO "drafts" VALUES(1882550628347452490,'ny39z0y3',1882550627127612376,1882550627128131108,'Dropped','[]',NULL,'draft',1795340183589,1795340183589,1);
INSERT INTO "drafts" VALUES(1882550628360176301,'ny39z0y3',NULL,NULL,'A post that waits','[]',NULL,'queued',1795340183601,1795340183601,1);
INSERT INTO "drafts" VALUES(1882550628365675685,'ny39z0y3',1882550627128101664,1882550627128481835,'Under way','[]',NULL,'queued',1795340183606,1795340183606,1);
INSERT INTO "draft_versions" VALUES(1882550628311784029,1,'半成的草稿',1795340183555);
INSERT INTO "draft_versions" VALUES(1882550628314102321,1,'A thought',1795340183557);
INSERT INTO "draft_versions" VALUES(1882550628314102321,2,'A better thought',1795340183558);
INSERT INTO "draft_versions" VALUES(1882550628316913057,1,'Queued answer 3',1795340183560);
INSERT INTO "draft_versions" VALUES(1882550628324616086,1,'Queued answer 4',1795340183567);
INSERT INTO "draft_versions" VALUES(1882550628330996017,1,'Queued answer 5',1795340183573);
INSERT INTO "draft_versions" VALUES(1882550628336454988,1,'Later',1795340183578);
INSERT INTO "draft_versions" VALUES(1882550628347452490,1,'Dropped',1795340183589);
INSERT INTO "draft_versions" VALUES(1882550628360176301,1,'A post that waits',1795340183601);
INSERT INTO "draft_versions" VALUES(1882550628365675685,1,'Under way',1795340183606);
INSERT INTO "outbox" VALUES(1882550628320109059,'a0d928ee-26ea-4583-b752-7ebb27775a0c','ny39z0y3','reply','{"target": {"remote_id": "d1005", "author": "u8", "handle": "noor", "visibility": "public", "facts": {}, "root": "d1001", "root_facts": {}}, "text": "Queued answer 3", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1795340183562}',1882550628316913057,1882550627119258939,1882550627119960604,'demo
d1001','ready',NULL,'{"parent": {"text": "Where is my order? (3)", "edited_at": null}, "known": ["d1001", "d1002", "d1003", "d1004", "d1005", "d1006", "d1007", "d1008", "d1009", "d1010", "d1011", "d1012", "d1013", "d1014", "d1015", "d1016", "d1017", "d1018", "d1019", "d1020", "d1021", "d1022", "d1023", "d1024", "d1025", "d1026", "d1027", "d1028", "d1029", "d1030", "d1031", "d1032", "d1033", "d1034", "d1035", "d1036", "d1037", "d1038", "d1039", "d1040", "d1041"]}','[]','[]','[]',NULL,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795340183563,NULL,NULL);
INSERT INTO "outbox" VALUES(1882550628328782162,'eb2aae16-2841-4470-8652-ca864bdd18d2','ny39z0y3','reply','{"target": {"remote_id": "d1006", "author": "u3", "handle": "ana.lopes", "visibility": "public", "facts": {}, "root": "d1001", "root_facts": {}}, "text": "Queued answer 4", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1795340183571}',1882550628324616086,1882550627121366556,1882550627121693878,'demo
d1001','ready',NULL,'{"parent": {"text": "退款呢？ (4)", "edited_at": null}, "known": ["d1001", "d1002", "d1003", "d1004", "d1005", "d1006", "d1007", "d1008", "d1009", "d1010", "d1011", "d1012", "d1013", "d1014", "d1015", "d1016", "d1017", "d1018", "d1019", "d1020", "d1021", "d1022", "d1023", "d1024", "d1025", "d1026", "d1027", "d1028", "d1029", "d1030", "d1031", "d1032", "d1033", "d1034", "d1035", "d1036", "d1037", "d1038", "d1039", "d1040", "d1041"]}','[]','[]','[]',NULL,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795340183571,NULL,NULL);
INSERT INTO "outbox" VALUES(1882550628334128522,'0acbfa6e-d4b3-4258-9945-4bc20075dead','ny39z0y3','reply','{"target": {"remote_id": "d1008", "author": "u9", "handle": "luis", "visibility": "public", "facts": {}, "root": "d1001", "root_facts": {}}, "text": "Queued answer 5", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1795340183576}',1882550628330996017,1882550627126990555,1882550627127258702,'demo
d1001','ready',NULL,'{"parent": {"text": "This is broken, I want my money back (6)", "edited_at": null}, "known": ["d1001", "d1002", "d1003", "d1004", "d1005", "d1006", "d1007", "d1008", "d1009", "d1010", "d1011", "d1012", "d1013", "d1014", "d1015", "d1016", "d1017", "d1018", "d1019", "d1020", "d1021", "d1022", "d1023", "d1024", "d1025", "d1026", "d1027", "d1028", "d1029", "d1030", "d1031", "d1032", "d1033", "d1034", "d1035", "d1036", "d1037", "d1038", "d1039", "d1040", "d1041"]}','[]','[]','[]',NULL,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795340183576,NULL,NULL);
INSERT INTO "outbox" VALUES(1882550628337692568,'6dbf84b3-3982-4916-887e-d5f836b8aeff','ny39z0y3','reply','{"target": {"remote_id": "d1007", "author": "u4", "handle": "chenxi", "visibility": "public", "facts": {}, "root": "d1001", "root_facts": {}}, "text": "Later", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1795340183580}',1882550628336454988,1882550627127441480,1882550627127314355,'demo
d1001','ready',NULL,'{"parent": {"text": "nice (5)", "edited_at": null}, "known": ["d1001", "d1002", "d1003", "d1004", "d1005", "d1006", "d1007", "d1008", "d1009", "d1010", "d1011", "d1012", "d1013", "d1014", "d1015", "d1016", "d1017", "d1018", "d1019", "d1020", "d1021", "d1022", "d1023", "d1024", "d1025", "d1026", "d1027", "d1028", "d1029", "d1030", "d1031", "d1032", "d1033", "d1034", "d1035", "d1036", "d1037", "d1038", "d1039", "d1040", "d1041"]}','[]','[]','[]',1797932183578,1797932183578,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795340183580,NULL,NULL);
INSERT INTO "outbox" VALUES(1882550628353201233,'69b3192a-320e-49b2-bc48-2e40caba9dd8','ny39z0y3','reply','{"target": {"remote_id": "d1010", "author": "u3", "handle": "ana.lopes", "visibility": "public", "facts": {}, "root": "d1001", "root_facts": {}}, "text": "Dropped", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1795340183592}',1882550628347452490,1882550627127612376,1882550627128131108,'demo
d1001','cancelled',NULL,'{"parent": {"text": "Is it vegan? (8)", "edited_at": null}, "known": ["d1001", "d1002", "d1003", "d1004", "d1005", "d1006", "d1007", "d1008", "d1009", "d1010", "d1011", "d1012", "d1013", "d1014", "d1015", "d1016", "d1017", "d1018", "d1019", "d1020", "d1021", "d1022", "d1023", "d1024", "d1025", "d1026", "d1027", "d1028", "d1029", "d1030", "d1031", "d1032", "d1033", "d1034", "d1035", "d1036", "d1037", "d1038", "d1039", "d1040", "d1041"]}','[]','[]','[]',NULL,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795340183594,NULL,1795340183597);
INSERT INTO "outbox" VALUES(1882550628363145003,'0e758c49-f51e-41a9-b8b8-f55e02b335c9','ny39z0y3','publish','{"text": "A post that waits", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1795340183604}',1882550628360176301,NULL,NULL,NULL,'ready',NULL,'{}','[]','[]','[]',NULL,0,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795340183604,NULL,NULL);
INSERT INTO "outbox" VALUES(1882550628371100592,'14e49566-7429-439b-befc-bf5947522ebd','ny39z0y3','reply','{"target": {"remote_id": "d1009", "author": "u8", "handle": "noor", "visibility": "public", "facts": {}, "root": "d1001", "root_facts": {}}, "text": "Under way", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1795340183611}',1882550628365675685,1882550627128101664,1882550627128481835,'demo
d1001','sending',NULL,'{"parent": {"text": "开门时间？ (7)", "edited_at": null}, "known": ["d1001", "d1002", "d1003", "d1004", "d1005", "d1006", "d1007", "d1008", "d1009", "d1010", "d1011", "d1012", "d1013", "d1014", "d1015", "d1016", "d1017", "d1018", "d1019", "d1020", "d1021", "d1022", "d1023", "d1024", "d1025", "d1026", "d1027", "d1028", "d1029", "d1030", "d1031", "d1032", "d1033", "d1034", "d1035", "d1036", "d1037", "d1038", "d1039", "d1040", "d1041"]}','[]','[]','[]',NULL,0,1,0,1795340183611,1795340183611,NULL,NULL,NULL,NULL,NULL,1795340183611,NULL,NULL);
INSERT INTO "cursors" VALUES('ny39z0y3','inbox','','{"head": 1795340182641}',1795340182839);
INSERT INTO "cursors" VALUES('ny39z0y3','messages','','{"head": null}',1795340182864);
INSERT INTO "cursors" VALUES('ny39z0y3','own_posts','','{"head": 1795340182413}',1795340182871);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1002','null',1795340183527);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1003','null',1795340183440);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1004','null',1795340183505);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1005','null',1795340183413);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1006','null',1795340183366);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1007','null',1795340183340);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1008','null',1795340183357);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1009','null',1795340183304);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1010','null',1795340183318);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1011','null',1795340183243);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1012','null',1795340183240);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1013','null',1795340183237);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1014','null',1795340183233);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1015','null',1795340183230);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1016','null',1795340183218);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1017','null',1795340183215);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1018','null',1795340183210);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1019','null',1795340183204);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1020','null',1795340183199);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1021','null',1795340183193);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1022','null',1795340183188);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1023','null',1795340183182);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1024','null',1795340183177);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1025','null',1795340183171);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1026','null',1795340183150);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1027','null',1795340183117);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1028','null',1795340183094);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1029','null',1795340183082);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1030','null',1795340183058);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1031','null',1795340183049);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1032','null',1795340182998);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1033','null',1795340182942);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1034','null',1795340182937);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1035','null',1795340182932);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1036','null',1795340182927);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1037','null',1795340182921);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1038','null',1795340182915);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1039','null',1795340182908);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1040','null',1795340182901);
INSERT INTO "cursors" VALUES('ny39z0y3','thread','d1041','null',1795340182895);
INSERT INTO "cursors" VALUES('s4qtrdz9','inbox','','{"head": null}',1795340183542);
INSERT INTO "cursors" VALUES('s4qtrdz9','messages','','{"head": null}',1795340183544);
INSERT INTO "cursors" VALUES('s4qtrdz9','own_posts','','{"head": null}',1795340183545);
INSERT INTO "deeds" VALUES(1882550628307760909,'631ff206','inbox.set_state','{"item": "1882550627117408075", "state": "done"}','{"command": "inbox.set_state", "args": {"item": "1882550627117408075", "state": "open"}}');
INSERT INTO "deeds" VALUES(1882550628308852096,'631ff206','inbox.set_state','{"item": "1882550627118435860", "state": "waiting"}','{"command": "inbox.set_state", "args": {"item": "1882550627118435860", "state": "open"}}');
INSERT INTO "deeds" VALUES(1882550628320413171,'631ff206','queue','{"row": "1882550628320109059"}','{"command": "outbox.cancel", "args": {"id": "1882550628320109059"}}');
INSERT INTO "deeds" VALUES(1882550628328716270,'631ff206','queue','{"row": "1882550628328782162"}','{"command": "outbox.cancel", "args": {"id": "1882550628328782162"}}');
INSERT INTO "deeds" VALUES(1882550628334094663,'631ff206','queue','{"row": "1882550628334128522"}','{"command": "outbox.cancel", "args": {"id": "1882550628334128522"}}');
INSERT INTO "deeds" VALUES(1882550628338591834,'631ff206','queue','{"row": "1882550628337692568"}','{"command": "outbox.cancel", "args": {"id": "1882550628337692568"}}');
INSERT INTO "deeds" VALUES(1882550628352936234,'631ff206','queue','{"row": "1882550628353201233"}','{"command": "outbox.cancel", "args": {"id": "1882550628353201233"}}');
INSERT INTO "deeds" VALUES(1882550628356552041,'631ff206','outbox.cancel','{"id": "1882550628353201233"}',NULL);
INSERT INTO "deeds" VALUES(1882550628363032761,'631ff206','queue','{"row": "1882550628363145003"}','{"command": "outbox.cancel", "args": {"id": "1882550628363145003"}}');
INSERT INTO "deeds" VALUES(1882550628370433760,'631ff206','queue','{"row": "1882550628371100592"}','{"command": "outbox.cancel", "args": {"id": "1882550628371100592"}}');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX profiles_by_handle ON profiles (handle COLLATE NOCASE);
CREATE INDEX posts_by_parent ON posts (realm, parent_ref) WHERE parent_ref IS NOT NULL;
CREATE INDEX posts_by_author ON posts (author_id, id);
CREATE INDEX interactions_queue ON interactions (state, needs_reply, id);
CREATE INDEX interactions_by_account ON interactions (account_id, state, needs_reply, id);
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
