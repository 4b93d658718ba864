-- A profile of schema 4, as the program wrote it before it could erase a person: a hundred things
-- that came, people with notes and tags, plans, figures, a queue. No index of words: it is made anew.
PRAGMA application_id = 1668112752;
PRAGMA user_version = 4;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'cmapp','m0001_the_spine','2026-11-22 17:55:00.802204+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'cmapp','m0002_the_desk','2026-11-22 17:55:00.826454+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'cmapp','m0003_the_plan','2026-11-22 17:55:00.845734+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'cmapp','m0004_the_figures','2026-11-22 17:55:00.852753+00:00');
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('deadlines_stale','');
INSERT INTO "meta" VALUES('deadlines_target','120');
INSERT INTO "meta" VALUES('desk','2e535882');
INSERT INTO "meta" VALUES('office_token','3f8c4022848bdeb1');
INSERT INTO "meta" VALUES('rollups_compared','[1794888900000, 0]');
INSERT INTO "meta" VALUES('rules','1');
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
INSERT INTO "accounts" VALUES('2dqp39hw','demo','demo','u1','demo:','mossfield','Mossfield Pottery & Tea',NULL,NULL,'{"refreshed_at": 1795370100918}','{"streams": ["inbox", "messages", "own_posts", "profile", "thread"], "actions": ["block", "delete", "edit", "hide", "like", "mute", "publish", "reply", "report", "repost", "unblock", "unhide", "unlike", "unmute", "unrepost", "unschedule"], "absent": {"impressions": "not_offered"}, "metrics": ["replies", "likes", "reposts"], "limits": {"graphemes": 500, "bytes": null, "weighted": null, "characters": null, "code_points": null, "link_length": 0, "media_count": 4, "media_bytes": 8388608, "media_pixels": null, "media_kinds": ["image/png", "image/jpeg", "image/webp", "image/gif", "video/mp4"], "alt_length": 1500, "video_kinds": ["video/mp4"], "video_count": 1, "video_bytes": 104857600, "video_seconds": 600, "poll_options": 4, "poll_option_length": 50, "poll_min": 300, "poll_max": 2592000, "visibilities": ["public", "unlisted", "private"], "spoiler": true, "ahead_min": 300, "ahead_max": null, "ahead_total": 300, "ahead_per_day": 25}}','active',1795370100918,1795370101374,0,0,0);
INSERT INTO "accounts" VALUES('yxqeq9gr','byhand','byhand','phone','byhand:','phone','Phone',NULL,NULL,'{"refreshed_at": 1795370101344}','{"streams": [], "actions": [], "absent": {"inbox": "not_offered", "messages": "not_offered", "own_posts": "not_offered", "thread": "not_offered", "profile": "not_offered", "publish": "not_offered", "reply": "not_offered", "unschedule": "not_offered", "edit": "not_offered", "delete": "not_offered", "like": "not_offered", "unlike": "not_offered", "repost": "not_offered", "unrepost": "not_offered", "mute": "not_offered", "unmute": "not_offered", "block": "not_offered", "unblock": "not_offered", "report": "not_offered", "hide": "not_offered", "unhide": "not_offered"}, "metrics": ["replies"], "limits": {"graphemes": 100000, "bytes": null, "weighted": null, "characters": null, "code_points": null, "link_length": 0, "media_count": 0, "media_bytes": null, "media_pixels": null, "media_kinds": [], "alt_length": null, "video_kinds": [], "video_count": null, "video_bytes": null, "video_seconds": null, "poll_options": 0, "poll_option_length": null, "poll_min": null, "poll_max": null, "visibilities": [], "spoiler": false, "ahead_min": null, "ahead_max": null, "ahead_total": null, "ahead_per_day": null}}','active',1795370101344,1795370101354,0,0,0);
CREATE TABLE profiles (
  id INTEGER PRIMARY KEY,
  realm TEXT NOT NULL, remote_id TEXT NOT NULL, handle TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '', bio TEXT, avatar TEXT, url TEXT, followers INTEGER,
  seen_at INTEGER NOT NULL, contact_id INTEGER REFERENCES contacts (id),
  UNIQUE (realm, remote_id)
) STRICT;
INSERT INTO "profiles" VALUES(1,'demo','u60','ravi','Ravi Menon II','Tea taster',NULL,NULL,8800,1795370100932,1882581999244012705);
INSERT INTO "profiles" VALUES(2,'demo','u8','noor','نور الهدى','خزف وشاي',NULL,NULL,640,1795370100931,NULL);
INSERT INTO "profiles" VALUES(3,'demo','u22','dmitri','Дмитрий Соколов','Чай, глина, огонь',NULL,NULL,702,1795370100931,NULL);
INSERT INTO "profiles" VALUES(4,'demo','u35','yuanyuan','圆圆','',NULL,NULL,203,1795370100931,NULL);
INSERT INTO "profiles" VALUES(5,'demo','u49','samira','Samira Haddad','',NULL,NULL,176,1795370100931,NULL);
INSERT INTO "profiles" VALUES(6,'demo','u34','margaret','Margaret O''Shea-Whitcombe','Retired. Garden, tea, grandchildren.',NULL,NULL,61,1795370100931,NULL);
INSERT INTO "profiles" VALUES(7,'demo','u45','hao_chi','好吃的阿姨','吃喝玩乐',NULL,NULL,940,1795370100931,NULL);
INSERT INTO "profiles" VALUES(8,'demo','u12','xiaoman','小满','成都。盖碗爱好者',NULL,NULL,430,1795370100931,NULL);
INSERT INTO "profiles" VALUES(9,'demo','u54','tang_ke','唐可','记者',NULL,NULL,12300,1795370100931,NULL);
INSERT INTO "profiles" VALUES(10,'demo','u6','tom_h','Tom Hartley','Buys too many mugs',NULL,NULL,87,1795370100931,NULL);
INSERT INTO "profiles" VALUES(11,'demo','u25','mr_wang','王先生','',NULL,NULL,4,1795370100931,NULL);
INSERT INTO "profiles" VALUES(12,'demo','u9','img_onerror','<img src=file:///etc/passwd> <b>Bobby</b>','<script>alert(1)</script>',NULL,NULL,3,1795370100931,NULL);
INSERT INTO "profiles" VALUES(13,'demo','u24','qingqing','青青子衿','汉服 · 茶 · 香',NULL,NULL,6020,1795370100931,1882581999131524219);
INSERT INTO "profiles" VALUES(14,'demo','u43','zhang_wei','张伟','',NULL,NULL,19,1795370100931,1882581999134028513);
INSERT INTO "profiles" VALUES(15,'demo','u23','olu','Olúwaṣeun Adébáyọ̀','Potter, Ibadan',NULL,NULL,2950,1795370100931,NULL);
INSERT INTO "profiles" VALUES(16,'demo','u30','liu_yang','刘洋','程序员，续命靠茶',NULL,NULL,512,1795370100931,NULL);
INSERT INTO "profiles" VALUES(17,'demo','u7','laolin','老林说茶','武夷岩茶，三十年',NULL,NULL,25110,1795370100931,NULL);
INSERT INTO "profiles" VALUES(18,'demo','u33','tsai_kevin','蔡凱文','Kevin｜咖啡轉茶中',NULL,NULL,820,1795370100931,NULL);
INSERT INTO "profiles" VALUES(19,'demo','u16','priya','Priya Raghunathan','Food writer',NULL,NULL,14800,1795370100965,NULL);
INSERT INTO "profiles" VALUES(20,'demo','u15','lin_zhihao','林志豪','茶席、攝影',NULL,NULL,2210,1795370100965,NULL);
INSERT INTO "profiles" VALUES(21,'demo','u59','bamboo','竹子','',NULL,NULL,640,1795370100965,NULL);
INSERT INTO "profiles" VALUES(22,'demo','u51','d3als_4_u','🔥🔥 CHEAP FOLLOWERS 🔥🔥','DM for promo',NULL,NULL,2,1795370100965,NULL);
INSERT INTO "profiles" VALUES(23,'demo','u17','zhouzhou','周周不加糖','探店｜杭州',NULL,NULL,88300,1795370100965,NULL);
INSERT INTO "profiles" VALUES(24,'demo','u26','sara_v','Sara Vuković','Interior designer',NULL,NULL,4410,1795370100965,NULL);
INSERT INTO "profiles" VALUES(25,'demo','u47','peng_rui','彭睿','设计师',NULL,NULL,655,1795370100965,NULL);
INSERT INTO "profiles" VALUES(26,'demo','u40','nia','Nia Roberts','Cardiff',NULL,NULL,410,1795370100965,NULL);
INSERT INTO "profiles" VALUES(27,'demo','u37','leo_k','Leo Kowalczyk','',NULL,NULL,37,1795370100965,NULL);
INSERT INTO "profiles" VALUES(28,'demo','u42','amelie','Amélie Dufour','Céramiste',NULL,NULL,1530,1795370100965,NULL);
INSERT INTO "profiles" VALUES(29,'demo','u50','old_kiln','旧窑口','古瓷片收藏',NULL,NULL,7710,1795370100965,NULL);
INSERT INTO "profiles" VALUES(30,'demo','u32','heizhu','黑猪爱喝普洱🐷','云南',NULL,NULL,3340,1795370100982,NULL);
INSERT INTO "profiles" VALUES(31,'demo','u31','beatriz','Beatriz Nóbrega','',NULL,NULL,98,1795370100982,NULL);
INSERT INTO "profiles" VALUES(32,'demo','u20','fangfang','方方','两个孩子的妈',NULL,NULL,73,1795370100982,NULL);
INSERT INTO "profiles" VALUES(33,'demo','u11','wolfeschlegel','Hubert Blaine Wolfeschlegelsteinhausenbergerdorff the Elder of Lower Saxony, Keeper of Ninety-Nine Celadon Bowls','',NULL,NULL,12,1795370100982,NULL);
INSERT INTO "profiles" VALUES(34,'demo','u14','mike.teahouse','Mike @ Harbour Teahouse','We serve 40 teas by the sea. Trade enquiries welcome.',NULL,NULL,5120,1795370100982,NULL);
INSERT INTO "profiles" VALUES(35,'demo','u18','kenji_o','大野 健二','急須と本',NULL,NULL,310,1795370100982,NULL);
INSERT INTO "profiles" VALUES(36,'demo','u58','greta','Greta Lind','Slow living',NULL,NULL,2400,1795370100982,NULL);
INSERT INTO "profiles" VALUES(37,'demo','u41','teahunter','寻茶记','每周一座山',NULL,NULL,17600,1795370100982,NULL);
INSERT INTO "profiles" VALUES(38,'demo','u4','chenxi','陈曦','喝茶、养猫、慢慢走',NULL,NULL,958,1795370100982,NULL);
INSERT INTO "profiles" VALUES(39,'demo','u19','ella','Ella Brandt','',NULL,NULL,145,1795370100982,NULL);
INSERT INTO "profiles" VALUES(40,'demo','u27','tea_daily','The Daily Leaf','News from the tea world',NULL,NULL,51200,1795370100988,NULL);
INSERT INTO "profiles" VALUES(41,'demo','u53','harry.p','Harry Pell','',NULL,NULL,59,1795370100988,NULL);
INSERT INTO "profiles" VALUES(42,'demo','u3','ana.lopes','Ana Lopes','Ceramics student, Porto',NULL,NULL,212,1795370100988,NULL);
INSERT INTO "profiles" VALUES(43,'demo','u36','clay_and_co','Clay & Co. Supplies','Clay, glaze, kilns',NULL,NULL,9900,1795370100988,NULL);
INSERT INTO "profiles" VALUES(44,'demo','u28','ahuang','阿煌','宜蘭人',NULL,NULL,267,1795370100988,NULL);
INSERT INTO "profiles" VALUES(45,'demo','u46','gus','Gus Pettersen','',NULL,NULL,22,1795370100988,NULL);
INSERT INTO "profiles" VALUES(46,'demo','u39','huang_jh','黃靜宜','三重媽媽',NULL,NULL,144,1795370100988,NULL);
INSERT INTO "profiles" VALUES(47,'demo','u38','shen_qiu','深秋','手账｜文具｜茶',NULL,NULL,1290,1795370100995,NULL);
INSERT INTO "profiles" VALUES(48,'demo','u56','mo','Mo Farouk','',NULL,NULL,34,1795370100995,NULL);
INSERT INTO "profiles" VALUES(49,'demo','u57','xu_nuo','许诺','大学生',NULL,NULL,301,1795370100995,NULL);
INSERT INTO "profiles" VALUES(50,'demo','u29','jo','jo','',NULL,NULL,1,1795370100995,NULL);
INSERT INTO "profiles" VALUES(51,'demo','u1','mossfield','Mossfield Pottery & Tea','Hand-thrown cups, slow teas. English · 简体中文. Mon–Sat, 10–18.',NULL,NULL,18423,1795370101000,NULL);
INSERT INTO "profiles" VALUES(52,'demo','u13','gao_li','高丽华','',NULL,NULL,55,1795370101037,NULL);
INSERT INTO "profiles" VALUES(53,'demo','u10','sunflower','🌻 Sunny 🌻 ☕️👩🏽‍🎨','plants · pots · people',NULL,NULL,1804,1795370101048,NULL);
INSERT INTO "profiles" VALUES(54,'byhand','tel:+49301234','+49 30 1234','Mrs Lin',NULL,NULL,NULL,NULL,1795370101345,NULL);
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
INSERT INTO "posts" VALUES(1881494835346271822,'demo','d1008','post',51,NULL,NULL,'Our statement on the copied designs: we have talked to the other studio, and it is settled. We close the comments here; write to us if you have questions.','[]','en','public',NULL,NULL,1794333300920,NULL,NULL,'{"likes": 0, "replies": 2, "reposts": 1}','[]','{}');
INSERT INTO "posts" VALUES(1881498610220046379,'demo','d1009','comment',43,'d1008','d1008','Well handled.','[]',NULL,'public',NULL,NULL,1794336900920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1881502385093295652,'demo','d1010','comment',51,'d1009','d1008','Thank you.','[]',NULL,'public',NULL,NULL,1794340500920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 1}','[]','{}');
INSERT INTO "posts" VALUES(1881502385093418992,'demo','d1011','comment',50,'d1008','d1008','So who copied whom?','[]',NULL,'public',NULL,NULL,1794340500920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1881506159966743950,'demo','d1012','comment',51,'d1011','d1008','We leave that between the two studios.','[]',NULL,'public',NULL,NULL,1794344100920,NULL,NULL,'{"likes": 1, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1881676029278946621,'demo','d1013','post',51,NULL,NULL,'We are looking for someone to pack parcels two days a week. Tea included.','[]','en','public',NULL,NULL,1794506100920,NULL,NULL,'{"likes": 2, "replies": 3, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1881691128772703105,'demo','d1014','comment',49,'d1013','d1013','留学生可以应聘吗？','[]',NULL,'public',NULL,NULL,1794520500920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1881694903646993591,'demo','d1015','comment',51,'d1014','d1013','可以的，请把简历发到店里邮箱。','[]',NULL,'public',NULL,NULL,1794524100920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1881698678519935022,'demo','d1016','comment',48,'d1013','d1013','Applied!','[]',NULL,'public',NULL,NULL,1794527700920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1881702453393667168,'demo','d1017','comment',51,'d1016','d1013','Got it, thank you Mo!','[]',NULL,'public',NULL,NULL,1794531300920,NULL,NULL,'{"likes": 2, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1881728877509436563,'demo','d1018','comment',51,'d1013','d1013','Thank you all, the place is filled.','[]',NULL,'public',NULL,NULL,1794556500920,NULL,NULL,'{"likes": 2, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882027092523263360,'demo','d1019','post',51,NULL,NULL,'The celadon cups are out of the kiln. 84 went in, 71 came out, and each of the 13 taught us something. In the shop on Friday at 10:00. #pottery #celadon','[{"start": 135, "end": 143, "kind": "tag", "target": "pottery"}, {"start": 144, "end": 152, "kind": "tag", "target": "celadon"}]','en','public',NULL,NULL,1794840900920,NULL,NULL,'{"likes": 1, "replies": 4, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882034642271232608,'demo','d1020','comment',42,'d1019','d1019','That crackle! Is the glaze food safe, also for very hot water?','[]',NULL,'public',NULL,NULL,1794848100920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882045966891533635,'demo','d1023','comment',51,'d1020','d1019','It is: fired at 1280 °C, lead free, tested every batch. Boiling water is fine.','[]',NULL,'public',NULL,NULL,1794858900920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882049741765514896,'demo','d1026','comment',42,'d1023','d1019','Wonderful, thank you! Two for me on Friday then.','[]',NULL,'public',NULL,NULL,1794862500920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882053516638315220,'demo','d1028','comment',51,'d1026','d1019','They are put aside. See you on Friday!','[]',NULL,'public',NULL,NULL,1794866100920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882053516639097280,'demo','d1029','comment',10,'d1019','d1019','71 of 84 is better than my last maths exam.','[]',NULL,'public',NULL,NULL,1794866100920,NULL,NULL,'{"likes": 0, "replies": 2, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882057291512661434,'demo','d1031','comment',51,'d1029','d1019','The kiln gives no partial credit, sadly.','[]',NULL,'public',NULL,NULL,1794869700920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882061066385820932,'demo','d1033','comment',15,'d1029','d1019','Better than my last firing as well 😂','[]',NULL,'public',NULL,NULL,1794873300920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882064841259447959,'demo','d1034','comment',10,'d1033','d1019','We should start a club.','[]',NULL,'public',NULL,NULL,1794876900920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882068616133439128,'demo','d1035','comment',53,'d1034','d1019','Count me in 🌻 I broke three this week.','[]',NULL,'public',NULL,NULL,1794880500920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882129014111173540,'demo','d1036','post',51,NULL,NULL,'为什么我们的杯子要晾十二天？因为第十一天的时候，泥土还在说话。','[]','zh-Hans','public',NULL,NULL,1794938100920,NULL,NULL,'{"likes": 0, "replies": 3, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882132788984148857,'demo','d1037','comment',13,'d1036','d1036','文案绝了，想去你们那里上班。','[]',NULL,'public',NULL,NULL,1794941700920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882136563857693836,'demo','d1038','comment',51,'d1037','d1036','随时欢迎，先从揉泥开始哈哈。','[]',NULL,'public',NULL,NULL,1794945300920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882136563857854289,'demo','d1039','comment',47,'d1036','d1036','已摘抄进手账本。','[]',NULL,'public',NULL,NULL,1794945300920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882140338731407889,'demo','d1040','comment',51,'d1039','d1036','荣幸！想看看手账。','[]',NULL,'public',NULL,NULL,1794948900920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 1}','[]','{}');
INSERT INTO "posts" VALUES(1882144113605131340,'demo','d1041','comment',23,'d1036','d1036','想约一个探店视频，怎么联系？','[]',NULL,'public',NULL,NULL,1794952500920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882147888479179088,'demo','d1042','comment',51,'d1041','d1036','周周你好！私信已发，周四下午窑口正好开窑。','[]',NULL,'public',NULL,NULL,1794956100920,NULL,NULL,'{"likes": 1, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882151663352142958,'demo','d1043','comment',23,'d1042','d1036','收到，周四见！','[]',NULL,'public',NULL,NULL,1794959700920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882155438225701119,'demo','d1044','comment',51,'d1043','d1036','周四见，给你留第一杯茶。','[]',NULL,'public',NULL,NULL,1794963300920,NULL,NULL,'{"likes": 4, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882196961835686538,'demo','d1045','post',51,NULL,NULL,'明前龙井到店。今年雨水少，产量只有去年的六成，香气却更足。每人限购两罐。#春茶','[{"start": 36, "end": 39, "kind": "tag", "target": "春茶"}]','zh-Hans','public',NULL,NULL,1795002900920,NULL,NULL,'{"likes": 0, "replies": 4, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882204511582999737,'demo','d1046','comment',17,'d1045','d1045','干茶色泽不错，建议85度，别用沸水。','[]',NULL,'public',NULL,NULL,1795010100920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882208286456234839,'demo','d1047','comment',51,'d1046','d1045','林老师说得对，85度最好，标签上也这样写了。','[]',NULL,'public',NULL,NULL,1795013700920,NULL,NULL,'{"likes": 2, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882212061330249940,'demo','d1048','comment',8,'d1045','d1045','限购两罐太少了吧😭 能不能老顾客多一罐？','[]',NULL,'public',NULL,NULL,1795017300920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882215836204073503,'demo','d1049','comment',51,'d1048','d1045','量实在太少，先让更多人喝到。四月中旬还有一批雨前，不限购。','[]',NULL,'public',NULL,NULL,1795020900920,NULL,NULL,'{"likes": 1, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882234710571216629,'demo','d1050','post',1,NULL,NULL,'Sixty percent of last year''s crop, and worth every leaf. Tasting notes tomorrow.','[]','en','public',NULL,NULL,1795038900920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{"quote": "d1045"}');
INSERT INTO "posts" VALUES(1882302658296303017,'demo','d1055','message',42,NULL,NULL,'Could you keep two celadon cups for me till Saturday?','[]','en','direct',NULL,NULL,1795103700920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882306433170514890,'demo','d1057','message',51,'d1055','d1055','Done, they are under your name.','[]',NULL,'direct',NULL,NULL,1795107300920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882310208043465485,'demo','d1058','post',51,NULL,NULL,'本周开窑直播，周六晚八点，带你看第一只杯子出炉。','[]','zh-Hans','public',NULL,NULL,1795110900920,NULL,NULL,'{"likes": 2, "replies": 2, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882310208044110803,'demo','d1059','message',42,'d1057','d1055','You are the best, see you on Saturday!','[]',NULL,'direct',NULL,NULL,1795110900920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882313982917376035,'demo','d1060','message',51,'d1059','d1055','See you!','[]',NULL,'direct',NULL,NULL,1795114500920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882325307537705939,'demo','d1061','comment',37,'d1058','d1058','坐等。上次的回放在哪里看？','[]',NULL,'public',NULL,NULL,1795125300920,NULL,NULL,'{"likes": 0, "replies": 2, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882329082411956292,'demo','d1063','comment',51,'d1061','d1058','回放在主页置顶，周六见！','[]',NULL,'public',NULL,NULL,1795128900920,NULL,NULL,'{"likes": 1, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882332857285377252,'demo','d1064','comment',30,'d1058','d1058','直播有优惠吗🐷','[]',NULL,'public',NULL,NULL,1795132500920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882336632158604447,'demo','d1065','comment',51,'d1064','d1058','有，开窑的前十只八折🐷','[]',NULL,'public',NULL,NULL,1795136100920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882370606021326489,'demo','d1067','post',51,NULL,NULL,'About the teapots of batch M-07: three customers told us of a handle coming loose. Please stop using them. We replace every one, no questions, no postage. Details in the replies.','[]','en','public',NULL,NULL,1795168500920,NULL,NULL,'{"likes": 0, "replies": 5, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882371235167063533,'demo','d1068','comment',51,'d1067','d1067','How to tell: the mark under the base reads M-07. Send us a photo in a message and a new pot is on its way the same day. 简体中文：底部刻有 M-07 的茶壶请停止使用，我们免费换新。','[]',NULL,'public',NULL,NULL,1795169100920,NULL,NULL,'{"likes": 1, "replies": 0, "reposts": 1}','[]','{}');
INSERT INTO "posts" VALUES(1882389480389170732,'demo','d1070','comment',9,'d1067','d1067','我是记者唐可，正在写一篇关于这次茶壶召回的报道。请问一共卖出多少只？有没有人烫伤？','[]',NULL,'public',NULL,NULL,1795186500920,NULL,NULL,'{"likes": 0, "replies": 2, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882393255262346382,'demo','d1072','comment',14,'d1070','d1067','我家那只就是这样，差点烫到孩子。','[]',NULL,'public',NULL,NULL,1795190100920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882397030136048028,'demo','d1074','comment',41,'d1067','d1067','Mine came off while pouring. Burnt my hand. This is a crisis, not an "about".','[]',NULL,'public',NULL,NULL,1795193700920,NULL,NULL,'{"likes": 0, "replies": 2, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882400805010386857,'demo','d1076','comment',51,'d1074','d1067','Harry, we are so sorry. We have written to you directly and are calling you today.','[]',NULL,'public',NULL,NULL,1795197300920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882408354757293482,'demo','d1077','comment',41,'d1076','d1067','You did call. Credit where it is due.','[]',NULL,'public',NULL,NULL,1795204500920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882412129631117975,'demo','d1079','comment',51,'d1077','d1067','Thank you, Harry. Get well soon.','[]',NULL,'public',NULL,NULL,1795208100920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882415904504627500,'demo','d1081','comment',45,'d1074','d1067','Fair play for saying it openly at least.','[]',NULL,'public',NULL,NULL,1795211700920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882457428113559463,'demo','d1082','post',40,NULL,NULL,'A small studio recalls a teapot, in the open, within days. Larger brands could learn from it.','[]','en','public',NULL,NULL,1795251300920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{"quote": "d1067"}');
INSERT INTO "posts" VALUES(1882464977861470911,'demo','d1083','post',29,NULL,NULL,'召回公告的写法值得讨论：先道歉，还是先讲事实？','[]','zh-Hans','public',NULL,NULL,1795258500920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{"quote": "d1067"}');
INSERT INTO "posts" VALUES(1882468752735022425,'demo','d1084','post',51,NULL,NULL,'Sunday reading: why a cup without a handle makes you drink more slowly.','[]','en','public',NULL,NULL,1795262100920,NULL,NULL,'{"likes": 1, "replies": 3, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882472527608646494,'demo','d1085','comment',36,'d1084','d1084','Because you burn your fingers 🙂','[]',NULL,'public',NULL,NULL,1795265700920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882476302481748140,'demo','d1086','comment',51,'d1085','d1084','That is the short version of the essay, yes 🙂','[]',NULL,'public',NULL,NULL,1795269300920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 1}','[]','{}');
INSERT INTO "posts" VALUES(1882476302481759753,'demo','d1087','comment',35,'d1084','d1084','湯呑みの話ですね。日本語でも読みたいです。','[]',NULL,'public',NULL,NULL,1795269300920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882476302482267559,'demo','d1088','post',34,NULL,NULL,'We have poured 2,000 cups from @mossfield pots this year and not one has failed us. Just saying, with all the talk about M-07.','[{"start": 31, "end": 41, "kind": "mention", "target": "mossfield"}]','en','public',NULL,NULL,1795269300920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882480077355171401,'demo','d1089','comment',29,'d1067','d1067','这就是品牌危机处理的反面教材：三天才公告。','[]',NULL,'public',NULL,NULL,1795272900920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882480077355772556,'demo','d1091','comment',51,'d1088','d1088','Thank you Mike, that means a lot this week.','[]',NULL,'public',NULL,NULL,1795272900920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882480077355926462,'demo','d1090','comment',51,'d1087','d1084','湯呑み、まさにそれです。日本語版は来月の予定です。','[]',NULL,'public',NULL,NULL,1795272900920,NULL,NULL,'{"likes": 1, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882483852228743044,'demo','d1095','message',41,NULL,NULL,'Hello, it''s Harry with the burnt hand. The doctor says it will heal, but who pays for the visit?','[]','en','direct',NULL,NULL,1795276500920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882483852228933140,'demo','d1092','comment',51,'d1089','d1067','接受批评。第一例是周一报告的，周三确认批次后当天公告。下次会更快。','[]',NULL,'public',NULL,NULL,1795276500920,NULL,NULL,'{"likes": 1, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882483852228986985,'demo','d1093','comment',33,'d1084','d1084','As the owner of ninety-nine bowls, none of which has a handle, I can confirm every word of this, and should like to add that the depth of the foot ring matters at least as much: a deep foot keeps the heat from the fingers, a shallow one teaches patience. May I send you my notes?','[]',NULL,'public',NULL,NULL,1795276500920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882487627102603017,'demo','d1098','message',51,'d1095','d1095','Dear Harry, we do. Send us the bill, whatever it is, and tell us how you are.','[]',NULL,'direct',NULL,NULL,1795280100920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882487627102988811,'demo','d1096','comment',51,'d1093','d1084','Please do! A guest essay on foot rings would make our year.','[]',NULL,'public',NULL,NULL,1795280100920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882492974840535304,'demo','d1101','message',24,NULL,NULL,'Forty cups in celadon for a café opening in May. Could you send a trade price list and a lead time?','[]','en','direct',NULL,NULL,1795285200920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882495176850497184,'demo','d1103','message',14,NULL,NULL,'底部刻的是M-07，照片发你了，地址还是上次那个。','[]','zh-Hans','direct',NULL,NULL,1795287300920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882506501471319604,'demo','d1106','post',51,NULL,NULL,'中秋礼盒开始预订：一壶两杯一罐桂花乌龙，附手写卡片。9月10日前下单包邮。','[]','zh-Hans','public',NULL,NULL,1795298100920,NULL,NULL,'{"likes": 1, "replies": 4, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882510276344884534,'demo','d1107','comment',32,'d1106','d1106','卡片可以代写吗？想送给婆婆。','[]',NULL,'public',NULL,NULL,1795301700920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882514051217970000,'demo','d1108','comment',51,'d1107','d1106','可以，下单时在备注里写上要说的话就行。','[]',NULL,'public',NULL,NULL,1795305300920,NULL,NULL,'{"likes": 2, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882515938654723613,'demo','d1109','comment',32,'d1108','d1106','写好啦，谢谢你们，真贴心❤️','[]',NULL,'public',NULL,NULL,1795307100920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882519713528421066,'demo','d1110','comment',51,'d1109','d1106','婆婆一定会喜欢❤️','[]',NULL,'public',NULL,NULL,1795310700920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882521600964900637,'demo','d1111','comment',16,'d1106','d1106','公司想订30套，有团购价吗？','[]',NULL,'public',NULL,NULL,1795312500920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882525375838986753,'demo','d1112','comment',51,'d1111','d1106','30套起有团购价，已私信您报价单。','[]',NULL,'public',NULL,NULL,1795316100920,NULL,NULL,'{"likes": 1, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882525375839076154,'demo','d1113','message',16,NULL,NULL,'你好，我们公司中秋想订30套礼盒，需要增值税专用发票，最晚9月5日到货，可以吗？','[]','zh-Hans','direct',NULL,NULL,1795316100920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882540475333332516,'demo','d1114','post',31,NULL,NULL,'Is the jasmine from @mossfield caffeine free? Asking for a pregnant friend.','[{"start": 20, "end": 30, "kind": "mention", "target": "mossfield"}]','en','public',NULL,NULL,1795330500920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882544250207062898,'demo','d1115','comment',51,'d1114','d1114','It is a green tea base, so no. Our osmanthus and barley is free of caffeine, and just as good cold.','[]',NULL,'public',NULL,NULL,1795334100920,NULL,NULL,'{"likes": 2, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882546137643621761,'demo','d1116','post',30,NULL,NULL,'@mossfield 你们的熟普是哪个山头的？回甘不错，就是包装太素了🐷','[{"start": 0, "end": 10, "kind": "mention", "target": "mossfield"}]','zh-Hans','public',NULL,NULL,1795335900920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882548025080934567,'demo','d1117','post',51,NULL,NULL,'New glaze tests. Left or right? 🍵','[]','en','public',NULL,NULL,1795337700920,NULL,NULL,'{"likes": 1, "replies": 6, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882548654226504911,'demo','d1118','comment',28,'d1117','d1117','Gauche, sans hésiter. Right has pinholes.','[]',NULL,'public',NULL,NULL,1795338300920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882549283371496166,'demo','d1119','comment',27,'d1117','d1117','Left','[]',NULL,'public',NULL,NULL,1795338900920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882549912517448546,'demo','d1120','comment',26,'d1117','d1117','Right! Pinholes are character.','[]',NULL,'public',NULL,NULL,1795339500920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882551799954236586,'demo','d1122','comment',25,'d1106','d1106','盒子的设计好看，请问是哪位设计师？','[]',NULL,'public',NULL,NULL,1795341300920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882551799954273709,'demo','d1123','comment',51,'d1118','d1117','Merci Amélie. The pinholes had us worried too.','[]',NULL,'public',NULL,NULL,1795341300920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882551799954470670,'demo','d1124','comment',24,'d1117','d1117','Left, and I would like forty for a café in Zagreb. Who do I talk to?','[]',NULL,'public',NULL,NULL,1795341300920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882552429099883859,'demo','d1126','comment',51,'d1119','d1117','Noted: left, 1.','[]',NULL,'public',NULL,NULL,1795341900920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882553058245123268,'demo','d1127','comment',51,'d1120','d1117','Right, 1. We knew we could count on Wales.','[]',NULL,'public',NULL,NULL,1795342500920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882554631109681049,'demo','d1130','post',23,NULL,NULL,'探店Vol.48｜藏在巷子里的窑。@mossfield 的老板一边拉坯一边给我泡茶，茶没喝完，杯子成型了。视频今晚八点。','[{"start": 17, "end": 27, "kind": "mention", "target": "mossfield"}]','zh-Hans','public',NULL,NULL,1795344000920,NULL,NULL,'{"likes": 0, "replies": 4, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882555574828082339,'demo','d1132','comment',49,'d1130','d1130','地址在哪？周末想去！','[]',NULL,'public',NULL,NULL,1795344900920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882555574828125683,'demo','d1131','comment',22,'d1117','d1117','🔥 GROW your page 10k followers $9 🔥 https://example.com/deal','[{"start": 36, "end": 60, "kind": "link", "target": "https://example.com/deal"}]',NULL,'public',NULL,NULL,1795344900920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882556203972820057,'demo','d1133','comment',4,'d1130','d1130','@mossfield 周末要预约吗？','[{"start": 0, "end": 10, "kind": "mention", "target": "mossfield"}]',NULL,'public',NULL,NULL,1795345500920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882557147691927870,'demo','d1134','comment',51,'d1130','d1130','谢谢周周！舅舅说他不认这个外甥哈哈。','[]',NULL,'public',NULL,NULL,1795346400920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882557462263942851,'demo','d1135','comment',7,'d1130','d1130','老板长得好像我舅舅哈哈哈','[]',NULL,'public',NULL,NULL,1795346700920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882558091409554455,'demo','d1136','post',14,NULL,NULL,'@mossfield 换新的茶壶到现在还没寄出来，私信也不回，你们的客服是摆设吗？再不处理我就投诉到12315。','[{"start": 0, "end": 10, "kind": "mention", "target": "mossfield"}]','zh-Hans','public',NULL,NULL,1795347300920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882559349701431259,'demo','d1137','comment',21,'d1117','d1117','左边像雨后的青苔，就叫“苔雨”吧。','[]',NULL,'public',NULL,NULL,1795348500920,1795349100920,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882561866283097703,'demo','d1139','comment',20,'d1067','d1067','台灣買的也在召回範圍嗎？這次危機處理得還算快，但請講清楚批號。','[]',NULL,'public',NULL,NULL,1795350900920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882564382866349527,'demo','d1140','post',19,NULL,NULL,'Writing about small tea brands that answer their customers. @mossfield, may I ask you three questions by Thursday?','[{"start": 60, "end": 70, "kind": "mention", "target": "mossfield"}]','en','public',NULL,NULL,1795353300920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882570045176492734,'demo','d1144','comment',12,'d1019','d1019','Do you ship to <b>Ireland</b>? The checkout says "&lt;undefined&gt;".','[]',NULL,'public',NULL,NULL,1795358700920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882571932613533404,'demo','d1146','message',41,'d1098','d1095','Bill attached below: 64.00. And thank you for the call, that was decent of you.','[]',NULL,'direct',NULL,NULL,1795360500920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882572876331254883,'demo','d1147','comment',11,'d1045','d1045','收到的茶有一罐封口是开的，香味全跑了。要求退款！订单号20471。','[]',NULL,'public',NULL,NULL,1795361400920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882573505477646803,'demo','d1148','post',10,NULL,NULL,'@mossfield parcel arrived, two of four cups in pieces. Photos below. Third time I order, first time this happens. What now?','[{"start": 0, "end": 10, "kind": "mention", "target": "mossfield"}]','en','public',NULL,NULL,1795362000920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882575078341456577,'demo','d1149','comment',39,'d1148','d1148','Same here last month, they replaced mine in two days.','[]',NULL,'public',NULL,NULL,1795363500920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882575392914431122,'demo','d1150','comment',9,'d1070','d1067','@mossfield 截稿时间是今天下午，如果没有回复，我会写“品牌方未予回应”。','[{"start": 0, "end": 10, "kind": "mention", "target": "mossfield"}]',NULL,'public',NULL,NULL,1795363800920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882575518742974424,'demo','d1151','comment',8,'d1049','d1045','那雨前的可以预留吗？我怕又抢不到。','[]',NULL,'public',NULL,NULL,1795363920920,NULL,NULL,'{"likes": 0, "replies": 1, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882575581657446543,'demo','d1152','comment',7,'d1106','d1106','昨天下的单，怎么还没发货？物流一直没有更新。','[]',NULL,'public',NULL,NULL,1795363980920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882575707486663125,'demo','d1154','comment',6,'d1019','d1019','I meant to buy a pair on Friday and they are all gone. Will there be a second firing before the holidays? My sister has her heart set on them.','[]',NULL,'public',NULL,NULL,1795364100920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882575833316042440,'demo','d1157','message',11,NULL,NULL,'退款什么时候到账？已经三天了，评论你们也不回。','[]','zh-Hans','direct',NULL,NULL,1795364220920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882576462461582861,'demo','d1159','comment',52,'d1151','d1045','同求预留+1','[]',NULL,'public',NULL,NULL,1795364820920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882576965778205681,'demo','d1160','post',5,NULL,NULL,'@mossfield I was charged twice for order #20533. Please refund one of them, my rent is due tomorrow.','[{"start": 0, "end": 10, "kind": "mention", "target": "mossfield"}, {"start": 41, "end": 47, "kind": "tag", "target": "20533"}]','en','public',NULL,NULL,1795365300920,NULL,NULL,'{"likes": 1, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882578538642521732,'demo','d1161','comment',4,'d1045','d1045','请问可以开发票吗？公司报销要用。','[]',NULL,'public',NULL,NULL,1795366800920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882578853214708352,'demo','d1162','post',51,NULL,NULL,'Kiln is at 1,140 °C and rising. We will be quiet till it is done.','[]','en','public',NULL,NULL,1795367100920,NULL,NULL,'{"likes": 1, "replies": 3, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882579356531099468,'demo','d1163','comment',3,'d1162','d1162','Удачного обжига! Good firing!','[]',NULL,'public',NULL,NULL,1795367580920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882579482360297606,'demo','d1164','message',2,NULL,NULL,'السلام عليكم. I would like to order six blue plates as a wedding gift. Can you engrave names in Arabic: ليلى و آدم ?','[]','en','direct',NULL,NULL,1795367700920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882580426078892080,'demo','d1166','comment',2,'d1162','d1162','بالتوفيق! Will the blue plates be in this one?','[]',NULL,'public',NULL,NULL,1795368600920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882581243967889095,'demo','d1167','comment',1,'d1162','d1162','May the cones fall where you want them.','[]',NULL,'public',NULL,NULL,1795369380920,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882581999194055642,'demo','d1168','comment',51,'d1147','d1045','Thank you, we will look at it.','[]',NULL,'public',NULL,NULL,1795370101160,NULL,NULL,'{"likes": 0, "replies": 0, "reposts": 0}','[]','{}');
INSERT INTO "posts" VALUES(1882581999388856424,'byhand','log:06e1f435-7e6a-4fd5-987e-5f0714c58434','message',54,NULL,NULL,'Called about the cup','[]',NULL,'direct',NULL,NULL,1795370101345,NULL,NULL,'{}','[]','{"channel": "phone"}');
CREATE TABLE post_states (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  can_reply INTEGER, no_reply_why TEXT, reply_until INTEGER,
  PRIMARY KEY (account_id, post_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "post_states" VALUES('2dqp39hw',1881494835346271822,0,'locked',NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1881498610220046379,0,'locked',NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1881502385093295652,0,'locked',NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1881502385093418992,0,'locked',NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1881506159966743950,0,'locked',NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1881676029278946621,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1881691128772703105,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1881694903646993591,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1881698678519935022,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1881702453393667168,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1881728877509436563,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882027092523263360,1,NULL,1795445700920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882034642271232608,1,NULL,1795445700920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882045966891533635,1,NULL,1795445700920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882049741765514896,1,NULL,1795445700920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882053516638315220,1,NULL,1795445700920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882053516639097280,1,NULL,1795445700920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882057291512661434,1,NULL,1795445700920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882061066385820932,1,NULL,1795445700920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882064841259447959,1,NULL,1795445700920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882068616133439128,1,NULL,1795445700920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882129014111173540,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882132788984148857,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882136563857693836,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882136563857854289,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882140338731407889,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882144113605131340,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882147888479179088,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882151663352142958,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882155438225701119,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882196961835686538,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882204511582999737,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882208286456234839,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882212061330249940,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882215836204073503,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882234710571216629,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882302658296303017,0,'window_closed',1795197300920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882306433170514890,0,'window_closed',1795197300920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882310208043465485,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882310208044110803,0,'window_closed',1795197300920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882313982917376035,0,'window_closed',1795197300920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882325307537705939,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882329082411956292,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882332857285377252,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882336632158604447,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882370606021326489,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882371235167063533,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882389480389170732,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882393255262346382,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882397030136048028,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882400805010386857,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882408354757293482,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882412129631117975,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882415904504627500,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882457428113559463,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882464977861470911,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882468752735022425,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882472527608646494,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882476302481748140,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882476302481759753,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882476302482267559,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882480077355171401,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882480077355772556,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882480077355926462,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882483852228743044,1,NULL,1795446900920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882483852228933140,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882483852228986985,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882487627102603017,1,NULL,1795446900920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882487627102988811,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882492974840535304,1,NULL,1795371600920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882495176850497184,1,NULL,1795373700920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882506501471319604,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882510276344884534,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882514051217970000,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882515938654723613,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882519713528421066,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882521600964900637,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882525375838986753,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882525375839076154,1,NULL,1795402500920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882540475333332516,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882544250207062898,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882546137643621761,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882548025080934567,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882548654226504911,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882549283371496166,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882549912517448546,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882551799954236586,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882551799954273709,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882551799954470670,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882552429099883859,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882553058245123268,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882554631109681049,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882555574828082339,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882555574828125683,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882556203972820057,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882557147691927870,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882557462263942851,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882558091409554455,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882559349701431259,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882561866283097703,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882564382866349527,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882570045176492734,1,NULL,1795445700920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882571932613533404,1,NULL,1795446900920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882572876331254883,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882573505477646803,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882575078341456577,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882575392914431122,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882575518742974424,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882575581657446543,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882575707486663125,1,NULL,1795445700920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882575833316042440,1,NULL,1795450620920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882576462461582861,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882576965778205681,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882578538642521732,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882578853214708352,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882579356531099468,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882579482360297606,1,NULL,1795454100920);
INSERT INTO "post_states" VALUES('2dqp39hw',1882580426078892080,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882581243967889095,1,NULL,NULL);
INSERT INTO "post_states" VALUES('2dqp39hw',1882581999194055642,1,NULL,NULL);
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
INSERT INTO "interactions" VALUES(1881443443936545016,'2dqp39hw','notice:4','follow',16,NULL,NULL,1794284290253,1795370100995,'open',0,NULL,NULL,1794291490253,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1881498610219688826,'2dqp39hw','post:d1009','comment',43,1881498610220046379,'d1008',1794336900920,1795370100995,'open',0,NULL,NULL,1794344100920,2,0,NULL,'','["chatter"]',0,1881498610219688826,NULL);
INSERT INTO "interactions" VALUES(1881502385093031452,'2dqp39hw','post:d1011','comment',50,1881502385093418992,'d1008',1794340500920,1795370100995,'done',1,1795370101025,1794344100920,1794347700920,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1881691128773042398,'2dqp39hw','post:d1014','comment',49,1881691128772703105,'d1013',1794520500920,1795370100995,'done',1,1795370101016,1794524100920,1794527700920,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1881698678520455724,'2dqp39hw','post:d1016','comment',48,1881698678519935022,'d1013',1794527700920,1795370100995,'open',0,NULL,NULL,1794534900920,2,0,NULL,'','["chatter"]',0,1881698678520455724,NULL);
INSERT INTO "interactions" VALUES(1882034642270403888,'2dqp39hw','post:d1020','comment',42,1882034642271232608,'d1019',1794848100920,1795370100995,'done',1,1795370101016,1794858900920,1794855300920,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882049741764956230,'2dqp39hw','post:d1026','reply',42,1882049741765514896,'d1023',1794862500920,1795370100995,'open',0,NULL,NULL,1794869700920,2,0,NULL,'','["praise", "thanks"]',0,1882049741764956230,NULL);
INSERT INTO "interactions" VALUES(1882053516639136299,'2dqp39hw','post:d1029','comment',10,1882053516639097280,'d1019',1794866100920,1795370100995,'open',0,NULL,NULL,1794873300920,2,0,NULL,'','["chatter"]',0,1882053516639136299,NULL);
INSERT INTO "interactions" VALUES(1882132788984852765,'2dqp39hw','post:d1037','comment',13,1882132788984148857,'d1036',1794941700920,1795370100995,'open',0,NULL,NULL,1794948900920,2,0,NULL,'','["praise"]',0,1882132788984852765,NULL);
INSERT INTO "interactions" VALUES(1882136563857938409,'2dqp39hw','post:d1039','comment',47,1882136563857854289,'d1036',1794945300920,1795370100995,'open',0,NULL,NULL,1794952500920,2,0,NULL,'','["chatter"]',0,1882136563857938409,NULL);
INSERT INTO "interactions" VALUES(1882144113604790593,'2dqp39hw','post:d1041','comment',23,1882144113605131340,'d1036',1794952500920,1795370100995,'done',1,1795370101016,1794956100920,1794959700920,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882151663352461643,'2dqp39hw','post:d1043','reply',23,1882151663352142958,'d1042',1794959700920,1795370100995,'open',0,NULL,NULL,1794966900920,2,0,NULL,'','["chatter"]',0,1882151663352461643,NULL);
INSERT INTO "interactions" VALUES(1882204511583270190,'2dqp39hw','post:d1046','comment',17,1882204511582999737,'d1045',1795010100920,1795370100995,'done',1,1795370101016,1795013700920,1795017300920,2,0,NULL,'','["suggestion", "praise"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882212061329849504,'2dqp39hw','post:d1048','comment',8,1882212061330249940,'d1045',1795017300920,1795370100995,'done',1,1795370101016,1795020900920,1795019100920,1,0,NULL,'','["question", "complaint"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882225019287637474,'2dqp39hw','notice:25','repost',7,NULL,'d1008',1795029658591,1795370100995,'open',0,NULL,NULL,1795036858591,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882234710571274789,'2dqp39hw','post:d1050','quote',1,1882234710571216629,'d1045',1795038900920,1795370100988,'muted',0,NULL,NULL,1795046100920,2,0,NULL,'','["praise"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882290366057357453,'2dqp39hw','notice:27','reaction',31,1882208286456234839,'d1047',1795091978127,1795370100988,'open',0,NULL,NULL,1795099178127,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882297625741226786,'2dqp39hw','notice:30','reaction',27,1881676029278946621,'d1013',1795098901501,1795370100988,'open',0,NULL,NULL,1795106101501,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882302658296248591,'2dqp39hw','post:d1055','message',42,1882302658296303017,NULL,1795103700920,1795370101000,'done',1,1795107300920,1795107300920,1795110900920,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882310208043165647,'2dqp39hw','post:d1059','message',42,1882310208044110803,'d1057',1795110900920,1795370101000,'done',0,1795114500920,1795114500920,1795118100920,2,0,NULL,'','["praise"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882312822597613860,'2dqp39hw','notice:34','reaction',30,1882155438225701119,'d1044',1795113394353,1795370100988,'open',0,NULL,NULL,1795120594353,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882317516605353169,'2dqp39hw','notice:35','follow',46,NULL,NULL,1795117870908,1795370100988,'open',0,NULL,NULL,1795125070908,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882325307537720620,'2dqp39hw','post:d1061','comment',37,1882325307537705939,'d1058',1795125300920,1795370100988,'done',1,1795370101016,1795128900920,1795132500920,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882332857284786656,'2dqp39hw','post:d1064','comment',30,1882332857285377252,'d1058',1795132500920,1795370100988,'open',0,NULL,NULL,1795139700920,2,0,NULL,'','["chatter"]',0,1882332857284786656,NULL);
INSERT INTO "interactions" VALUES(1882365689260933846,'2dqp39hw','notice:39','reaction',20,1882155438225701119,'d1044',1795163811932,1795370100988,'open',0,NULL,NULL,1795171011932,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882374065290641934,'2dqp39hw','notice:40','reaction',11,1881728877509436563,'d1018',1795171799936,1795370100988,'open',0,NULL,NULL,1795178999936,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882389480388730495,'2dqp39hw','post:d1070','comment',9,1882389480389170732,'d1067',1795186500920,1795370100988,'muted',1,NULL,NULL,1795193700920,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882397030136317792,'2dqp39hw','post:d1074','comment',41,1882397030136048028,'d1067',1795193700920,1795370100988,'done',1,1795370101008,1795197300920,1795195500920,1,0,NULL,'','["complaint"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882400947152504379,'2dqp39hw','notice:46','reaction',45,1882027092523263360,'d1019',1795197436478,1795370100988,'open',0,NULL,NULL,1795204636478,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882408354757243707,'2dqp39hw','post:d1077','reply',41,1882408354757293482,'d1076',1795204500920,1795370100988,'muted',0,NULL,NULL,1795211700920,2,0,NULL,'','["chatter"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882409483537032944,'2dqp39hw','notice:49','reaction',44,1881506159966743950,'d1012',1795205577408,1795370100988,'open',0,NULL,NULL,1795212777408,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882451651658433893,'2dqp39hw','notice:51','reaction',32,1882310208043465485,'d1058',1795245792063,1795370100988,'open',0,NULL,NULL,1795252992063,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882456148053911363,'2dqp39hw','notice:53','reaction',43,1882155438225701119,'d1044',1795250080160,1795370100988,'open',0,NULL,NULL,1795257280160,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882457428114399665,'2dqp39hw','post:d1082','quote',40,1882457428113559463,'d1067',1795251300920,1795370100988,'open',0,NULL,NULL,1795258500920,2,0,NULL,'','["chatter"]',0,1882457428114399665,NULL);
INSERT INTO "interactions" VALUES(1882462074489634950,'2dqp39hw','notice:55','reaction',42,1881702453393667168,'d1017',1795255732049,1795370100988,'open',0,NULL,NULL,1795262932049,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882464977861032960,'2dqp39hw','post:d1083','quote',29,1882464977861470911,'d1067',1795258500920,1795370100988,'open',1,NULL,NULL,1795265700920,2,0,NULL,'','["question", "praise"]',0,1882464977861032960,NULL);
INSERT INTO "interactions" VALUES(1882472527608116308,'2dqp39hw','post:d1085','comment',36,1882472527608646494,'d1084',1795265700920,1795370100982,'open',0,NULL,NULL,1795272900920,2,0,NULL,'','["chatter"]',0,1882472527608116308,NULL);
INSERT INTO "interactions" VALUES(1882476302481511776,'2dqp39hw','post:d1088','mention',34,1882476302482267559,NULL,1795269300920,1795370100982,'open',0,NULL,NULL,1795276500920,2,0,NULL,'','["praise"]',0,1882476302481511776,NULL);
INSERT INTO "interactions" VALUES(1882476302482071543,'2dqp39hw','post:d1087','comment',35,1882476302481759753,'d1084',1795269300920,1795370100982,'done',1,1795370101008,1795272900920,1795276500920,2,0,NULL,'','["chatter"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882479464992891962,'2dqp39hw','notice:62','repost',23,1882476302481748140,'d1086',1795272316925,1795370100982,'open',0,NULL,NULL,1795279516925,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882480077355410512,'2dqp39hw','post:d1089','comment',29,1882480077355171401,'d1067',1795272900920,1795370100982,'muted',0,NULL,NULL,1795280100920,2,0,NULL,'','["chatter"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882480823879517227,'2dqp39hw','notice:64','repost',29,1882140338731407889,'d1040',1795273612861,1795370100982,'open',0,NULL,NULL,1795280812861,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882483852228705588,'2dqp39hw','post:d1093','comment',33,1882483852228986985,'d1084',1795276500920,1795370100982,'done',1,1795370101008,1795280100920,1795283700920,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882483852229563994,'2dqp39hw','post:d1095','message',41,1882483852228743044,NULL,1795276500920,1795370101000,'done',1,1795280100920,1795280100920,1795278300920,1,0,NULL,'','["question", "complaint"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882484402398419758,'2dqp39hw','notice:67','reaction',39,1882147888479179088,'d1042',1795277025602,1795370100982,'open',0,NULL,NULL,1795284225602,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882492974840154589,'2dqp39hw','post:d1101','message',24,1882492974840535304,NULL,1795285200920,1795370101000,'open',1,NULL,NULL,1795292400920,2,0,NULL,'','["question", "order"]',0,1882492974840154589,NULL);
INSERT INTO "interactions" VALUES(1882495156795211653,'2dqp39hw','notice:71','reaction',21,1882483852228933140,'d1092',1795287281794,1795370100982,'open',0,NULL,NULL,1795294481794,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882495176850515155,'2dqp39hw','post:d1103','message',14,1882495176850497184,NULL,1795287300920,1795370101000,'open',0,NULL,NULL,1795294500920,2,0,NULL,'','["chatter"]',0,1882495176850515155,NULL);
INSERT INTO "interactions" VALUES(1882508389633705009,'2dqp39hw','notice:74','repost',36,1881502385093295652,'d1010',1795299901612,1795370100982,'open',0,NULL,NULL,1795307101612,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882509712779424965,'2dqp39hw','notice:75','reaction',38,1882506501471319604,'d1106',1795301163463,1795370100982,'open',0,NULL,NULL,1795308363463,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882510276344194990,'2dqp39hw','post:d1107','comment',32,1882510276344884534,'d1106',1795301700920,1795370100982,'done',1,1795370101008,1795305300920,1795308900920,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882515938654325158,'2dqp39hw','post:d1109','reply',32,1882515938654723613,'d1108',1795307100920,1795370100982,'open',0,NULL,NULL,1795314300920,2,0,NULL,'','["praise", "thanks"]',0,1882515938654325158,NULL);
INSERT INTO "interactions" VALUES(1882521600965323672,'2dqp39hw','post:d1111','comment',16,1882521600964900637,'d1106',1795312500920,1795370100982,'done',1,1795370101008,1795316100920,1795319700920,2,0,NULL,'','["question", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882525375838835861,'2dqp39hw','post:d1113','message',16,1882525375839076154,NULL,1795316100920,1795370101000,'open',1,NULL,NULL,1795323300920,2,0,NULL,'','["question", "order"]',0,1882525375838835861,NULL);
INSERT INTO "interactions" VALUES(1882529361119420502,'2dqp39hw','notice:81','reaction',37,1882329082411956292,'d1063',1795319901580,1795370100982,'open',0,NULL,NULL,1795327101580,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882534111446018686,'2dqp39hw','notice:82','reaction',34,1881702453393667168,'d1017',1795324431844,1795370100982,'open',0,NULL,NULL,1795331631844,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882540475333192696,'2dqp39hw','post:d1114','mention',31,1882540475333332516,NULL,1795330500920,1795370100982,'done',1,1795370101008,1795334100920,1795337700920,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882544955169989932,'2dqp39hw','notice:84','reaction',19,1882514051217970000,'d1108',1795334773225,1795370100982,'open',0,NULL,NULL,1795341973225,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882546071271347725,'2dqp39hw','notice:85','reaction',25,1881728877509436563,'d1018',1795335837622,1795370100982,'open',0,NULL,NULL,1795343037622,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882546137643389730,'2dqp39hw','post:d1116','mention',30,1882546137643621761,NULL,1795335900920,1795370100982,'open',1,NULL,NULL,1795343100920,2,0,NULL,'','["question", "praise"]',0,1882546137643389730,NULL);
INSERT INTO "interactions" VALUES(1882548654225713379,'2dqp39hw','post:d1118','comment',28,1882548654226504911,'d1117',1795338300920,1795370100965,'done',1,1795370101008,1795341300920,1795345500920,2,0,NULL,'','["chatter"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882549283372055718,'2dqp39hw','post:d1119','comment',27,1882549283371496166,'d1117',1795338900920,1795370100965,'open',0,NULL,NULL,1795346100920,2,0,NULL,'','["chatter"]',0,1882549283372055718,NULL);
INSERT INTO "interactions" VALUES(1882549912517019583,'2dqp39hw','post:d1120','comment',26,1882549912517448546,'d1117',1795339500920,1795370100965,'open',0,NULL,NULL,1795346700920,2,0,NULL,'','["chatter"]',0,1882549912517019583,NULL);
INSERT INTO "interactions" VALUES(1882551799954095776,'2dqp39hw','post:d1124','comment',24,1882551799954470670,'d1117',1795341300920,1795370100965,'open',1,NULL,NULL,1795348500920,2,0,NULL,'','["question"]',0,1882551799954095776,NULL);
INSERT INTO "interactions" VALUES(1882551799954244902,'2dqp39hw','post:d1122','comment',25,1882551799954236586,'d1106',1795341300920,1795370100965,'open',1,NULL,NULL,1795348500920,2,0,NULL,'','["question", "praise"]',0,1882551799954244902,NULL);
INSERT INTO "interactions" VALUES(1882553109411759360,'2dqp39hw','notice:96','follow',11,NULL,NULL,1795342549716,1795370100965,'open',0,NULL,NULL,1795349749716,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882554133405312567,'2dqp39hw','notice:98','reaction',8,1882371235167063533,'d1068',1795343526273,1795370100965,'open',0,NULL,NULL,1795350726273,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882554631108752008,'2dqp39hw','post:d1130','mention',23,1882554631109681049,NULL,1795344000920,1795370100965,'open',0,NULL,NULL,1795351200920,2,0,NULL,'','["chatter"]',0,1882554631108752008,NULL);
INSERT INTO "interactions" VALUES(1882555574827414435,'2dqp39hw','post:d1131','comment',22,1882555574828125683,'d1117',1795344900920,1795370100965,'open',0,NULL,NULL,1795352100920,2,0,NULL,'','["chatter"]',0,1882555574827414435,NULL);
INSERT INTO "interactions" VALUES(1882556203973351965,'2dqp39hw','post:d1133','mention',4,1882556203972820057,'d1130',1795345500920,1795370100965,'open',1,NULL,NULL,1795352700920,2,0,NULL,'','["question", "order"]',0,1882556203973351965,NULL);
INSERT INTO "interactions" VALUES(1882557345247630126,'2dqp39hw','notice:102','reaction',17,1881676029278946621,'d1013',1795346589324,1795370100965,'open',0,NULL,NULL,1795353789324,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882558091409717580,'2dqp39hw','post:d1136','mention',14,1882558091409554455,NULL,1795347300920,1795370100965,'open',1,NULL,NULL,1795349100920,0,1,NULL,'Ann','["complaint"]',1,1882558091409717580,NULL);
INSERT INTO "interactions" VALUES(1882559093345797681,'2dqp39hw','notice:104','repost',27,1882371235167063533,'d1068',1795348256440,1795370100965,'open',0,NULL,NULL,1795355456440,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882559349701709043,'2dqp39hw','post:d1137','comment',21,1882559349701431259,'d1117',1795348500920,1795370100965,'open',0,NULL,NULL,1795355700920,2,0,NULL,'','["chatter"]',0,1882559349701709043,NULL);
INSERT INTO "interactions" VALUES(1882559578735451899,'2dqp39hw','notice:106','reaction',25,1882514051217970000,'d1108',1795348719344,1795370100965,'open',0,NULL,NULL,1795355919344,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882561866283555483,'2dqp39hw','post:d1139','comment',20,1882561866283097703,'d1067',1795350900920,1795370100965,'muted',1,NULL,NULL,1795358100920,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882563732933482297,'2dqp39hw','notice:109','reaction',26,1882208286456234839,'d1047',1795352681096,1795370100965,'open',0,NULL,NULL,1795359881096,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882563749858775155,'2dqp39hw','notice:110','reaction',21,1882544250207062898,'d1115',1795352697237,1795370100965,'open',0,NULL,NULL,1795359897237,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882564382866398802,'2dqp39hw','post:d1140','mention',19,1882564382866349527,NULL,1795353300920,1795370100965,'open',1,NULL,NULL,1795360500920,2,0,NULL,'','["question"]',0,1882564382866398802,NULL);
INSERT INTO "interactions" VALUES(1882566826791395589,'2dqp39hw','notice:114','reaction',29,1882525375838986753,'d1112',1795355631629,1795370100965,'open',0,NULL,NULL,1795362831629,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882570045176412162,'2dqp39hw','post:d1144','comment',12,1882570045176492734,'d1019',1795358700920,1795370100931,'open',1,NULL,NULL,1795365900920,2,0,NULL,'','["question", "order"]',0,1882570045176412162,NULL);
INSERT INTO "interactions" VALUES(1882571932613583811,'2dqp39hw','post:d1146','message',41,1882571932613533404,'d1098',1795360500920,1795370101000,'open',0,NULL,NULL,1795367700920,2,0,NULL,'','["thanks"]',0,1882571932613583811,NULL);
INSERT INTO "interactions" VALUES(1882572876331218032,'2dqp39hw','post:d1147','comment',11,1882572876331254883,'d1045',1795361400920,1795370100931,'done',1,1795370101163,1795370101163,1795363200920,1,0,NULL,'','["complaint", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882573505476907226,'2dqp39hw','post:d1148','mention',10,1882573505477646803,NULL,1795362000920,1795370100931,'waiting',1,NULL,NULL,1795363800920,1,0,4102444800000,'','["question", "complaint", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882575392913647892,'2dqp39hw','post:d1150','mention',9,1882575392914431122,'d1070',1795363800920,1795370100931,'muted',1,NULL,NULL,1795365600920,1,0,NULL,'','["complaint"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882575518743434170,'2dqp39hw','post:d1151','reply',8,1882575518742974424,'d1049',1795363920920,1795370100931,'open',1,NULL,NULL,1795371120920,2,0,NULL,'','["question"]',0,1882575518743434170,NULL);
INSERT INTO "interactions" VALUES(1882575581657329004,'2dqp39hw','post:d1152','comment',7,1882575581657446543,'d1106',1795363980920,1795370100931,'open',1,NULL,NULL,1795365780920,1,0,NULL,'','["question", "complaint", "order"]',0,1882575581657329004,NULL);
INSERT INTO "interactions" VALUES(1882575707487215215,'2dqp39hw','post:d1154','comment',6,1882575707486663125,'d1019',1795364100920,1795370100931,'open',1,NULL,NULL,1795371300920,2,0,NULL,'','["question"]',0,1882575707487215215,NULL);
INSERT INTO "interactions" VALUES(1882575833315518638,'2dqp39hw','post:d1157','message',11,1882575833316042440,NULL,1795364220920,1795370101000,'done',1,1795370101206,NULL,1795366020920,1,0,NULL,'','["question", "complaint", "order"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882576353886298250,'2dqp39hw','notice:132','reaction',18,1882310208043465485,'d1058',1795364717375,1795370100931,'open',0,NULL,NULL,1795371917375,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882576950866029732,'2dqp39hw','notice:134','reaction',17,1882544250207062898,'d1115',1795365286699,1795370100931,'open',0,NULL,NULL,1795372486699,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882576965778095890,'2dqp39hw','post:d1160','mention',5,1882576965778205681,NULL,1795365300920,1795370100931,'open',1,NULL,NULL,1795367100920,1,0,NULL,'','["complaint", "order", "watch:refund"]',0,1882576965778095890,NULL);
INSERT INTO "interactions" VALUES(1882577547320023073,'2dqp39hw','notice:136','reaction',11,1882155438225701119,'d1044',1795365855522,1795370100931,'open',0,NULL,NULL,1795373055522,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882578538641987142,'2dqp39hw','post:d1161','comment',4,1882578538642521732,'d1045',1795366800920,1795370100931,'open',1,NULL,NULL,1795374000920,2,0,NULL,'','["question"]',0,1882578538641987142,NULL);
INSERT INTO "interactions" VALUES(1882578985845150338,'2dqp39hw','notice:138','reaction',16,1882215836204073503,'d1049',1795367227406,1795370100931,'open',0,NULL,NULL,1795374427406,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882579356531033111,'2dqp39hw','post:d1163','comment',3,1882579356531099468,'d1162',1795367580920,1795370100931,'open',1,NULL,NULL,1795374780920,2,0,NULL,'','["chatter"]',0,1882579356531033111,NULL);
INSERT INTO "interactions" VALUES(1882579482360291191,'2dqp39hw','post:d1164','message',2,1882579482360297606,NULL,1795367700920,1795370101000,'open',1,NULL,NULL,1795374900920,2,0,NULL,'','["question", "order"]',0,1882579482360291191,NULL);
INSERT INTO "interactions" VALUES(1882579653531108366,'2dqp39hw','notice:141','reaction',6,1882548025080934567,'d1117',1795367864161,1795370100931,'open',0,NULL,NULL,1795375064161,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882580426079268966,'2dqp39hw','post:d1166','comment',2,1882580426078892080,'d1162',1795368600920,1795370100931,'open',1,NULL,NULL,1795375800920,2,0,NULL,'','["question"]',0,1882580426079268966,NULL);
INSERT INTO "interactions" VALUES(1882580666048124867,'2dqp39hw','notice:145','reaction',15,1882578853214708352,'d1162',1795368829773,1795370100931,'open',0,NULL,NULL,1795376029773,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882581243967780945,'2dqp39hw','post:d1167','comment',1,1882581243967889095,'d1162',1795369380920,1795370100931,'muted',1,NULL,NULL,1795376580920,2,0,NULL,'','["question"]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882581608898969412,'2dqp39hw','notice:147','reaction',14,1882480077355926462,'d1090',1795369728945,1795370100931,'open',0,NULL,NULL,1795376928945,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882581998937829085,'2dqp39hw','notice:150','reaction',13,1882468752735022425,'d1084',1795370100915,1795370100931,'open',0,NULL,NULL,1795377300915,2,0,NULL,'','[]',0,NULL,NULL);
INSERT INTO "interactions" VALUES(1882581999388043944,'yxqeq9gr','post:log:06e1f435-7e6a-4fd5-987e-5f0714c58434','message',54,1882581999388856424,NULL,1795370101345,1795370101345,'open',1,NULL,NULL,1795377301345,2,0,NULL,'','["chatter"]',1,1882581999388043944,NULL);
CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  account_id TEXT REFERENCES accounts (id) ON DELETE SET NULL,
  item_id INTEGER, post_id INTEGER,
  text TEXT NOT NULL, media TEXT NOT NULL DEFAULT '[]', visibility TEXT,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'queued')),
  made_at INTEGER NOT NULL, saved_at INTEGER NOT NULL, versions INTEGER NOT NULL DEFAULT 1
, title TEXT NOT NULL DEFAULT '', stage TEXT NOT NULL DEFAULT 'draft' CHECK (stage IN ('idea', 'draft')), options TEXT NOT NULL DEFAULT '{}', brief TEXT NOT NULL DEFAULT '{}', wall TEXT, zone TEXT, planned_at INTEGER, campaign_id INTEGER, series_id INTEGER, occurrence TEXT, pillar TEXT NOT NULL DEFAULT '', forked_from INTEGER, done_at INTEGER, revision INTEGER NOT NULL DEFAULT 0, writer TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "drafts" VALUES(1882581999140888115,'2dqp39hw',1882572876331218032,1882572876331254883,'A thought that is half','[]',NULL,'draft',1795370101109,1795370101109,1,'','draft','{}','{}',NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,1,'');
INSERT INTO "drafts" VALUES(1882581999141520208,'2dqp39hw',NULL,NULL,'Second wording','[]',NULL,'queued',1795370101110,1795370101113,2,'Launch','draft','{}','{}','2100-01-01T09:00','UTC',4102477200000,1882581999158012741,NULL,NULL,'',NULL,NULL,2,'');
INSERT INTO "drafts" VALUES(1882581999159545436,NULL,NULL,NULL,'','[]',NULL,'draft',1795370101127,1795370101127,1,'An idea','idea','{}','{}',NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,1,'');
INSERT INTO "drafts" VALUES(1882581999162540382,NULL,NULL,NULL,'Hello','[]',NULL,'queued',1795370101130,1795370101130,1,'Weekly','draft','{}','{}','2026-11-23T09:00','UTC',1795424400000,NULL,1882581999163050757,'2026-11-23T09:00','',NULL,NULL,1,'');
INSERT INTO "drafts" VALUES(1882581999163246937,NULL,NULL,NULL,'Hello again','[]',NULL,'queued',1795370101130,1795370101130,1,'Weekly','draft','{}','{}','2026-11-30T09:00','UTC',1796029200000,NULL,1882581999163050757,'2026-11-30T09:00','',NULL,NULL,1,'');
INSERT INTO "drafts" VALUES(1882581999227809782,'2dqp39hw',1882573505476907226,1882573505477646803,'Tomorrow we know more.','[]',NULL,'queued',1795370101192,1795370101192,1,'','draft','{}','{}',NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,1,'');
INSERT INTO "drafts" VALUES(1882581999231900498,'2dqp39hw',NULL,NULL,'Planned for later','[]',NULL,'queued',1795370101196,1795370101196,1,'','draft','{}','{}',NULL,NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,1,'');
CREATE TABLE draft_versions (
  draft_id INTEGER NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  n INTEGER NOT NULL, text TEXT NOT NULL, saved_at INTEGER NOT NULL, whole TEXT NOT NULL DEFAULT '{}',
  PRIMARY KEY (draft_id, n)
) STRICT, WITHOUT ROWID;
INSERT INTO "draft_versions" VALUES(1882581999140888115,1,'A thought that is half',1795370101109,'{"title": "", "media": [], "options": {}, "visibility": null, "variants": []}');
INSERT INTO "draft_versions" VALUES(1882581999141520208,1,'First wording',1795370101110,'{"title": "Launch", "media": [], "options": {}, "visibility": null, "variants": []}');
INSERT INTO "draft_versions" VALUES(1882581999141520208,2,'Second wording',1795370101113,'{"title": "Launch", "media": [], "options": {}, "visibility": null, "variants": [{"account_id": "2dqp39hw", "segment": "", "text": "For here", "media": null, "options": {}}]}');
INSERT INTO "draft_versions" VALUES(1882581999159545436,1,'',1795370101127,'{"title": "", "media": [], "options": {}, "visibility": null, "variants": []}');
INSERT INTO "draft_versions" VALUES(1882581999162540382,1,'Hello',1795370101130,'{"title": "Weekly", "media": [], "options": {}, "visibility": null, "variants": [{"account_id": "2dqp39hw", "segment": "", "text": null, "media": null, "options": {}}]}');
INSERT INTO "draft_versions" VALUES(1882581999163246937,1,'Hello again',1795370101130,'{"title": "Weekly", "media": [], "options": {}, "visibility": null, "variants": [{"account_id": "2dqp39hw", "segment": "", "text": null, "media": null, "options": {}}]}');
INSERT INTO "draft_versions" VALUES(1882581999227809782,1,'Tomorrow we know more.',1795370101192,'{"title": "", "media": [], "options": {}, "visibility": null, "variants": []}');
INSERT INTO "draft_versions" VALUES(1882581999231900498,1,'Planned for later',1795370101196,'{"title": "", "media": [], "options": {}, "visibility": null, "variants": []}');
CREATE TABLE cursors (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  stream TEXT NOT NULL, scope TEXT NOT NULL DEFAULT '',
  cursor TEXT NOT NULL, pulled_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, stream, scope)
) STRICT, WITHOUT ROWID;
INSERT INTO "cursors" VALUES('2dqp39hw','inbox','','{"head": 1795370100915}',1795370101366);
INSERT INTO "cursors" VALUES('2dqp39hw','messages','','{"head": 1795367700920}',1795370101368);
INSERT INTO "cursors" VALUES('2dqp39hw','own_posts','','{"head": 1795370101160}',1795370101374);
INSERT INTO "cursors" VALUES('2dqp39hw','profile','u1','null',1795370101078);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1070','null',1795370101077);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1083','null',1795370101075);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1101','null',1795370101074);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1113','null',1795370101073);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1116','null',1795370101072);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1122','null',1795370101069);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1124','null',1795370101071);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1133','null',1795370101067);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1136','null',1795370101065);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1139','null',1795370101064);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1140','null',1795370101062);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1144','null',1795370101060);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1147','null',1795370101150);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1148','null',1795370101057);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1150','null',1795370101055);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1151','null',1795370101052);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1152','null',1795370101051);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1154','null',1795370101049);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1157','null',1795370101046);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1160','null',1795370101045);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1161','null',1795370101044);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1163','null',1795370101035);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1164','null',1795370101034);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1166','null',1795370101030);
INSERT INTO "cursors" VALUES('2dqp39hw','thread','d1167','null',1795370101028);
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
INSERT INTO "landings" VALUES(1882581999227023059,NULL,1795370101191,'{"away_since": null, "ended_at": 1795370101191, "rows": ["1882581999167488182", "1882581999169502097", "1882581999179503577"], "new": {"2dqp39hw": 0}, "errors": {}}');
INSERT INTO "landings" VALUES(1882581999421257334,1795370101351,1795370101376,'{"away_since": 1795370101351, "ended_at": 1795370101376, "rows": ["1882581999391309456"], "new": {"2dqp39hw": 0, "yxqeq9gr": 0}, "errors": {}}');
CREATE TABLE deeds (
  id INTEGER PRIMARY KEY, desk TEXT NOT NULL, command TEXT NOT NULL,
  args TEXT NOT NULL, undo TEXT
, undone_at INTEGER) STRICT;
INSERT INTO "deeds" VALUES(1882581999114001991,'2e535882','inbox.label','{"label": "refund", "count": 2, "items": ["1882558091409717580", "1882572876331218032"]}','{"command": "inbox.restore", "args": {"deed": "1882581999114001991"}, "rows": [["labels", {"name": "refund"}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1882581999114615996,'2e535882','inbox.assign','{"who": "Ann", "count": 1, "items": ["1882558091409717580"]}','{"command": "inbox.restore", "args": {"deed": "1882581999114615996"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999114615997,'2e535882','inbox.prioritize','{"priority": 1, "count": 1, "items": ["1882558091409717580"]}','{"command": "inbox.restore", "args": {"deed": "1882581999114615997"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999115854616,'2e535882','inbox.snooze','{"until": "2100-01-01T00:00:00.000Z", "count": 1, "items": ["1882573505476907226"]}','{"command": "inbox.restore", "args": {"deed": "1882581999115854616"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999117024237,'2e535882','inbox.correct','{"needs_reply": true, "signals": ["complaint"], "rules": false, "count": 1, "items": ["1882558091409717580"]}','{"command": "inbox.restore", "args": {"deed": "1882581999117024237"}, "rows": [["corrections", {"item_id": 1882558091409717580}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1882581999119116469,'2e535882','notes.add','{"count": 1, "items": ["1882558091409717580"]}','{"command": "inbox.restore", "args": {"deed": "1882581999119116469"}, "rows": [["notes", {"id": 1882581999118932151}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1882581999119923558,'2e535882','tasks.add','{"tasks": ["1882581999120192347"]}','{"command": "tasks.delete", "args": {"tasks": ["1882581999120192347"]}}',NULL);
INSERT INTO "deeds" VALUES(1882581999121588079,'2e535882','inbox.mute','{"what": "thread", "count": 1, "items": ["1882575392913647892"]}','{"command": "inbox.restore", "args": {"deed": "1882581999121588079"}, "rows": [["muted_threads", {"realm": "demo", "root_ref": "d1067"}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1882581999122407372,'2e535882','words.add','{"list": "watch", "word": "refund"}','{"command": "words.remove", "args": {"list": "watch", "word": "refund"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999132894584,'2e535882','people.fact_add','{"person": "13", "name": "e-mail", "value": "someone@example.com", "source": "hand"}','{"command": "people.fact_remove", "args": {"id": "1882581999131282183"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999133431222,'2e535882','people.tag','{"tag": "press", "people": ["13", "14"]}','{"command": "people.untag", "args": {"tag": "press", "people": ["13", "14"], "exactly": true}}',NULL);
INSERT INTO "deeds" VALUES(1882581999134306982,'2e535882','people.vip','{"on": true, "people": ["13"]}','{"command": "people.put_back", "args": {"what": "vip", "values": [["13", 0]]}}',NULL);
INSERT INTO "deeds" VALUES(1882581999135536698,'2e535882','people.stage','{"stage": "loyal", "people": ["13"]}','{"command": "people.put_back", "args": {"what": "stage", "values": [["13", null]]}}',NULL);
INSERT INTO "deeds" VALUES(1882581999136018908,'2e535882','people.name','{"name": "Our friend", "people": ["13"]}','{"command": "people.put_back", "args": {"what": "name", "values": [["13", ""]]}}',NULL);
INSERT INTO "deeds" VALUES(1882581999136906561,'2e535882','people.note_add','{"person": "13", "text": "Met at the fair"}','{"command": "people.note_remove", "args": {"id": "1882581999136484182"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999137959895,'2e535882','people.merge','{"into": "13", "person": "14"}','{"command": "people.unmerge", "args": {"person": "14"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999138732274,'2e535882','people.not_same','{"one": "13", "other": "1", "same": false}','{"command": "people.not_same", "args": {"one": "13", "other": "1", "same": true}}',NULL);
INSERT INTO "deeds" VALUES(1882581999140005741,'2e535882','people.segments_save','{"name": "Press", "query": "tag:press"}','{"command": "people.segments_remove", "args": {"name": "Press"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999140005742,'2e535882','searches.save','{"name": "Refunds"}','{"command": "searches.delete", "args": {"name": "Refunds"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999156454286,'2e535882','plan.set','{"draft": "1882581999141520208"}','{"command": "plan.put_back", "args": {"draft": "1882581999141520208", "was": {"wall": null, "zone": null, "stage": "draft", "queued": false}}}',NULL);
INSERT INTO "deeds" VALUES(1882581999157324408,'2e535882','campaigns.save','{"campaign": "1882581999158012741"}','{"command": "campaigns.remove", "args": {"id": "1882581999158012741"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999158591120,'2e535882','campaigns.put','{"campaign": "Spring"}','{"command": "inbox.restore", "args": {"deed": "1882581999158591120"}, "rows": [["drafts", {"id": 1882581999141520208}, {"campaign_id": null}]]}',NULL);
INSERT INTO "deeds" VALUES(1882581999159619390,'2e535882','calendar.ideas.add','{"draft": "1882581999159545436"}','{"command": "drafts.delete", "args": {"id": "1882581999159545436"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999161255832,'2e535882','calendar.slots.set','{"account": "2dqp39hw"}','{"command": "calendar.slots.set", "args": {"account": "2dqp39hw", "slots": []}}',NULL);
INSERT INTO "deeds" VALUES(1882581999168939453,'2e535882','calendar.series.save','{"series": "1882581999163050757"}','{"command": "calendar.series.put_back", "args": {"id": "1882581999163050757", "was": null}}',NULL);
INSERT INTO "deeds" VALUES(1882581999174214888,'2e535882','pillars.save','{"pillar": "Care"}','{"command": "inbox.restore", "args": {"deed": "1882581999174214888"}, "rows": [["pillars", {"name": "Care"}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1882581999175518626,'2e535882','utm.save','{"preset": "News"}','{"command": "inbox.restore", "args": {"deed": "1882581999175518626"}, "rows": [["utm_presets", {"name": "News"}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1882581999180264994,'2e535882','queue','{"row": "1882581999179503577"}','{"command": "outbox.cancel", "args": {"id": "1882581999179503577"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999231626796,'2e535882','queue','{"row": "1882581999231234033"}','{"command": "outbox.cancel", "args": {"id": "1882581999231234033"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999235495095,'2e535882','queue','{"row": "1882581999234868751"}','{"command": "outbox.cancel", "args": {"id": "1882581999234868751"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999236491058,'2e535882','replies.set_kind','{"row": "1882581999179503577", "kind": "thanks"}','{"command": "replies.set_kind", "args": {"row": "1882581999179503577", "kind": null}}',NULL);
INSERT INTO "deeds" VALUES(1882581999237910830,'2e535882','replies.save','{"id": "1882581999236623452"}','{"command": "replies.drop", "args": {"id": "1882581999236623452"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999239474283,'2e535882','articles.save','{"id": "1882581999239908189"}','{"command": "articles.delete", "args": {"id": "1882581999239908189"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999240905574,'2e535882','suggestions.add','{"id": "1882581999240520120", "state": "new"}','{"command": "suggestions.restore", "args": {"id": "1882581999240520120", "to": null, "drafts_made": []}}',NULL);
INSERT INTO "deeds" VALUES(1882581999241424030,'2e535882','rules.save','{"id": "1882581999242174034"}','{"command": "rules.remove", "args": {"id": "1882581999242174034"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999243124843,'2e535882','moderate','{"deed": "hide", "entries": ["1882581999242219167"]}','{"command": "moderation.undo", "args": {"entries": ["1882581999242219167"]}}',NULL);
INSERT INTO "deeds" VALUES(1882581999244155330,'2e535882','moderate','{"deed": "mute", "entries": ["1882581999243288531"]}','{"command": "moderation.undo", "args": {"entries": ["1882581999243288531"]}}',NULL);
INSERT INTO "deeds" VALUES(1882581999373019597,'2e535882','hours.holidays.add','{"country": "CN", "account": ""}','{"command": "hours.holidays.restore", "args": {"calendar": "CN", "hours": {"": null}, "span": null, "days": [], "closed": []}}',NULL);
INSERT INTO "deeds" VALUES(1882581999378793284,'2e535882','goals.save','{"goal": "1882581999379103039"}','{"command": "inbox.restore", "args": {"deed": "1882581999378793284"}, "rows": [["goals", {"id": 1882581999379103039}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1882581999380766720,'2e535882','costs.save','{"cost": "1882581999381146350"}','{"command": "inbox.restore", "args": {"deed": "1882581999380766720"}, "rows": [["costs", {"id": 1882581999381146350}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1882581999382501933,'2e535882','decisions.save','{"decision": "1882581999382095544"}','{"command": "inbox.restore", "args": {"deed": "1882581999382501933"}, "rows": [["decisions", {"id": 1882581999382095544}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1882581999383346619,'2e535882','findings.save','{"finding": "1882581999383294861"}','{"command": "inbox.restore", "args": {"deed": "1882581999383346619"}, "rows": [["findings", {"id": 1882581999383294861}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1882581999383549925,'2e535882','index.rate','{"rating": "1882581999383338432"}','{"command": "inbox.restore", "args": {"deed": "1882581999383549925"}, "rows": [["ratings", {"id": 1882581999383338432}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1882581999383797656,'2e535882','report.template_save','{"id": "1882581999384670760"}','{"command": "report.template_put_back", "args": {"id": "1882581999384670760", "was": null}}',NULL);
INSERT INTO "deeds" VALUES(1882581999385599662,'2e535882','rivals.add','{"handle": "noor", "account": "2dqp39hw"}','{"command": "rivals.remove", "args": {"id": "rrpxvshuizzf"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999390593864,'2e535882','log.add','{"item": "1882581999388043944"}','{"command": "log.remove", "args": {"item": "1882581999388043944"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999391257890,'2e535882','like','{"rows": ["1882581999391309456"]}','{"command": "like.undo", "args": {"rows": ["1882581999391309456"]}}',NULL);
INSERT INTO "deeds" VALUES(1882581999422669358,'2e535882','live.import','{"id": "1882581999422844779"}','{"command": "live.remove", "args": {"id": "1882581999422844779"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999428750096,'2e535882','imports.run','{"file": "money.csv"}','{"command": "imports.undo", "args": {"id": "1882581999428214831"}}',NULL);
INSERT INTO "deeds" VALUES(1882581999510314128,'2e535882','media.add','{"names": ["57f4a5a04dad965bef078fb5db94986cdf5301f6a7912c0af1aa95073ff02cdc.png"]}','{"command": "media.remove", "args": {"names": ["57f4a5a04dad965bef078fb5db94986cdf5301f6a7912c0af1aa95073ff02cdc.png"]}}',NULL);
INSERT INTO "deeds" VALUES(1882581999511445900,'2e535882','experiments.make','{"experiment": "1882581999510795835"}','{"command": "inbox.restore", "args": {"deed": "1882581999511445900"}, "rows": [["experiments", {"id": 1882581999510795835}, null]]}',NULL);
INSERT INTO "deeds" VALUES(1882581999553176941,'2e535882','index.set','{"parts": 1}','{"command": "inbox.restore", "args": {"deed": "1882581999553176941"}, "rows": [["index_parts", {"name": "followers"}, null]]}',NULL);
CREATE VIRTUAL TABLE post_words USING fts5 (text, content='', tokenize='unicode61');
CREATE TABLE tallies (
  account_id TEXT NOT NULL, state TEXT NOT NULL, needs_reply INTEGER NOT NULL,
  kind TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (account_id, state, needs_reply, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO "tallies" VALUES('2dqp39hw','done',0,'message',1);
INSERT INTO "tallies" VALUES('2dqp39hw','done',1,'comment',14);
INSERT INTO "tallies" VALUES('2dqp39hw','done',1,'mention',1);
INSERT INTO "tallies" VALUES('2dqp39hw','done',1,'message',3);
INSERT INTO "tallies" VALUES('2dqp39hw','muted',0,'comment',1);
INSERT INTO "tallies" VALUES('2dqp39hw','muted',0,'quote',1);
INSERT INTO "tallies" VALUES('2dqp39hw','muted',0,'reply',1);
INSERT INTO "tallies" VALUES('2dqp39hw','muted',1,'comment',3);
INSERT INTO "tallies" VALUES('2dqp39hw','muted',1,'mention',1);
INSERT INTO "tallies" VALUES('2dqp39hw','open',0,'comment',11);
INSERT INTO "tallies" VALUES('2dqp39hw','open',0,'follow',3);
INSERT INTO "tallies" VALUES('2dqp39hw','open',0,'mention',2);
INSERT INTO "tallies" VALUES('2dqp39hw','open',0,'message',2);
INSERT INTO "tallies" VALUES('2dqp39hw','open',0,'quote',1);
INSERT INTO "tallies" VALUES('2dqp39hw','open',0,'reaction',31);
INSERT INTO "tallies" VALUES('2dqp39hw','open',0,'reply',3);
INSERT INTO "tallies" VALUES('2dqp39hw','open',0,'repost',5);
INSERT INTO "tallies" VALUES('2dqp39hw','open',1,'comment',8);
INSERT INTO "tallies" VALUES('2dqp39hw','open',1,'mention',5);
INSERT INTO "tallies" VALUES('2dqp39hw','open',1,'message',3);
INSERT INTO "tallies" VALUES('2dqp39hw','open',1,'quote',1);
INSERT INTO "tallies" VALUES('2dqp39hw','open',1,'reply',1);
INSERT INTO "tallies" VALUES('2dqp39hw','waiting',1,'comment',0);
INSERT INTO "tallies" VALUES('2dqp39hw','waiting',1,'mention',1);
INSERT INTO "tallies" VALUES('yxqeq9gr','open',1,'message',1);
CREATE TABLE labels (
  name TEXT PRIMARY KEY COLLATE NOCASE, color TEXT NOT NULL DEFAULT '', made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "labels" VALUES('refund','',1795370101083);
CREATE TABLE item_labels (
  item_id INTEGER NOT NULL REFERENCES interactions (id) ON DELETE CASCADE,
  label TEXT NOT NULL COLLATE NOCASE REFERENCES labels (name) ON DELETE CASCADE ON UPDATE CASCADE,
  PRIMARY KEY (item_id, label)
) STRICT, WITHOUT ROWID;
INSERT INTO "item_labels" VALUES(1882558091409717580,'refund');
INSERT INTO "item_labels" VALUES(1882572876331218032,'refund');
CREATE TABLE notes (
  id INTEGER PRIMARY KEY, item_id INTEGER REFERENCES interactions (id) ON DELETE CASCADE,
  contact_id INTEGER, text TEXT NOT NULL, author TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL, edited_at INTEGER
) STRICT;
INSERT INTO "notes" VALUES(1882581999118932151,1882558091409717580,NULL,'Asked twice already','',1795370101088,NULL);
INSERT INTO "notes" VALUES(1882581999136484182,NULL,1882581999131524219,'Met at the fair','2e535882',1795370101105,NULL);
CREATE TABLE tasks (
  id INTEGER PRIMARY KEY, item_id INTEGER, title TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '',
  due_at INTEGER, done_at INTEGER, made_at INTEGER NOT NULL
) STRICT;
INSERT INTO "tasks" VALUES(1882581999120192347,1882558091409717580,'Ring the shop','',4102444800000,NULL,1795370101089);
CREATE TABLE moderation (
  id INTEGER PRIMARY KEY, deed TEXT NOT NULL, account_id TEXT NOT NULL,
  person TEXT NOT NULL, handle TEXT NOT NULL, name TEXT NOT NULL DEFAULT '',
  post_id INTEGER, item_id INTEGER, text TEXT NOT NULL DEFAULT '',
  category TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  outbox_id INTEGER, before TEXT NOT NULL DEFAULT '{}',
  at INTEGER NOT NULL, undone_at INTEGER, undo_of INTEGER
) STRICT;
INSERT INTO "moderation" VALUES(1882581999242219167,'hide','2dqp39hw','u25','mr_wang','王先生',1882575833316042440,1882575833315518638,'退款什么时候到账？已经三天了，评论你们也不回。','','spam','',NULL,'{"1882575833315518638": ["open", null, null]}',1795370101206,NULL,NULL);
INSERT INTO "moderation" VALUES(1882581999243288531,'mute','2dqp39hw','u60','ravi','Ravi Menon',NULL,NULL,'','','spam','',NULL,'{"1882234710571274789": ["open", null, null], "1882581243967780945": ["open", null, null], "silenced": [[1, 0]]}',1795370101207,NULL,NULL);
CREATE TABLE muted_threads (
  realm TEXT NOT NULL, root_ref TEXT NOT NULL, muted_at INTEGER NOT NULL,
  PRIMARY KEY (realm, root_ref)
) STRICT, WITHOUT ROWID;
INSERT INTO "muted_threads" VALUES('demo','d1067',1795370101090);
CREATE TABLE contacts (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '',
  merged_into INTEGER REFERENCES contacts (id), person INTEGER REFERENCES contacts (id),
  vip INTEGER NOT NULL DEFAULT 0, muted INTEGER NOT NULL DEFAULT 0,
  stage TEXT CHECK (stage IN ('new', 'active', 'loyal', 'at-risk', 'lapsed')),
  looked_at INTEGER, made_at INTEGER NOT NULL
) STRICT;
INSERT INTO "contacts" VALUES(1882581999131524219,'Our friend',NULL,1882581999131524219,1,0,'loyal',1795370101107,1795370101100);
INSERT INTO "contacts" VALUES(1882581999134028513,'',1882581999131524219,1882581999131524219,0,0,NULL,1795370101107,1795370101102);
INSERT INTO "contacts" VALUES(1882581999244012705,'',NULL,NULL,0,1,NULL,NULL,1795370101207);
CREATE VIRTUAL TABLE people_words USING fts5 (text, content='', tokenize='unicode61');
CREATE TABLE contact_facts (
  id INTEGER PRIMARY KEY, contact_id INTEGER NOT NULL REFERENCES contacts (id),
  name TEXT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
INSERT INTO "contact_facts" VALUES(1882581999131282183,1882581999131524219,'e-mail','someone@example.com','hand',1795370101100);
CREATE TABLE contact_tags (
  contact_id INTEGER NOT NULL REFERENCES contacts (id), tag TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (contact_id, tag)
) STRICT, WITHOUT ROWID;
INSERT INTO "contact_tags" VALUES(1882581999131524219,'press');
INSERT INTO "contact_tags" VALUES(1882581999134028513,'press');
CREATE TABLE not_the_same (
  one INTEGER NOT NULL, other INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
INSERT INTO "not_the_same" VALUES(1,13,1795370101107);
CREATE TABLE visits (
  profile_id INTEGER PRIMARY KEY, first_at INTEGER, last_at INTEGER NOT NULL DEFAULT 0,
  days INTEGER NOT NULL DEFAULT 0, items INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "visits" VALUES(1,1795038900920,1795369380920,2,2);
INSERT INTO "visits" VALUES(2,1795367700920,1795368600920,1,2);
INSERT INTO "visits" VALUES(3,1795367580920,1795367580920,1,1);
INSERT INTO "visits" VALUES(4,1795345500920,1795366800920,1,2);
INSERT INTO "visits" VALUES(5,1795365300920,1795365300920,1,1);
INSERT INTO "visits" VALUES(6,1795364100920,1795367864161,1,2);
INSERT INTO "visits" VALUES(7,1795029658591,1795363980920,2,2);
INSERT INTO "visits" VALUES(8,1795017300920,1795363920920,2,3);
INSERT INTO "visits" VALUES(9,1795186500920,1795363800920,2,2);
INSERT INTO "visits" VALUES(10,1794866100920,1795362000920,2,2);
INSERT INTO "visits" VALUES(11,1795171799936,1795365855522,2,5);
INSERT INTO "visits" VALUES(12,1795358700920,1795358700920,1,1);
INSERT INTO "visits" VALUES(13,1794941700920,1795370100915,2,2);
INSERT INTO "visits" VALUES(14,1795287300920,1795369728945,2,3);
INSERT INTO "visits" VALUES(15,1795368829773,1795368829773,1,1);
INSERT INTO "visits" VALUES(16,1794284290253,1795367227406,2,4);
INSERT INTO "visits" VALUES(17,1795010100920,1795365286699,2,3);
INSERT INTO "visits" VALUES(18,1795364717375,1795364717375,1,1);
INSERT INTO "visits" VALUES(19,1795334773225,1795353300920,1,2);
INSERT INTO "visits" VALUES(20,1795163811932,1795350900920,2,2);
INSERT INTO "visits" VALUES(21,1795287281794,1795352697237,2,3);
INSERT INTO "visits" VALUES(22,1795344900920,1795344900920,1,1);
INSERT INTO "visits" VALUES(23,1794952500920,1795344000920,3,4);
INSERT INTO "visits" VALUES(24,1795285200920,1795341300920,2,2);
INSERT INTO "visits" VALUES(25,1795335837622,1795348719344,1,3);
INSERT INTO "visits" VALUES(26,1795339500920,1795352681096,1,2);
INSERT INTO "visits" VALUES(27,1795098901501,1795348256440,2,3);
INSERT INTO "visits" VALUES(28,1795338300920,1795338300920,1,1);
INSERT INTO "visits" VALUES(29,1795258500920,1795355631629,2,4);
INSERT INTO "visits" VALUES(30,1795113394353,1795335900920,2,3);
INSERT INTO "visits" VALUES(31,1795091978127,1795330500920,2,2);
INSERT INTO "visits" VALUES(32,1795245792063,1795307100920,2,3);
INSERT INTO "visits" VALUES(33,1795276500920,1795276500920,1,1);
INSERT INTO "visits" VALUES(34,1795269300920,1795324431844,2,2);
INSERT INTO "visits" VALUES(35,1795269300920,1795269300920,1,1);
INSERT INTO "visits" VALUES(36,1795265700920,1795299901612,1,2);
INSERT INTO "visits" VALUES(37,1795125300920,1795319901580,2,2);
INSERT INTO "visits" VALUES(38,1795301163463,1795301163463,1,1);
INSERT INTO "visits" VALUES(39,1795277025602,1795277025602,1,1);
INSERT INTO "visits" VALUES(40,1795251300920,1795251300920,1,1);
INSERT INTO "visits" VALUES(41,1795193700920,1795360500920,3,4);
INSERT INTO "visits" VALUES(42,1794848100920,1795255732049,3,5);
INSERT INTO "visits" VALUES(43,1794336900920,1795250080160,2,2);
INSERT INTO "visits" VALUES(44,1795205577408,1795205577408,1,1);
INSERT INTO "visits" VALUES(45,1795197436478,1795197436478,1,1);
INSERT INTO "visits" VALUES(46,1795117870908,1795117870908,1,1);
INSERT INTO "visits" VALUES(47,1794945300920,1794945300920,1,1);
INSERT INTO "visits" VALUES(48,1794527700920,1794527700920,1,1);
INSERT INTO "visits" VALUES(49,1794520500920,1794520500920,1,1);
INSERT INTO "visits" VALUES(50,1794340500920,1794340500920,1,1);
INSERT INTO "visits" VALUES(54,1795370101345,1795370101345,1,1);
CREATE TABLE profile_changes (
  id INTEGER PRIMARY KEY, profile_id INTEGER NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  at INTEGER NOT NULL, field TEXT NOT NULL, before TEXT, after TEXT
) STRICT;
INSERT INTO "profile_changes" VALUES(1,1,1795370100932,'name','Ravi Menon','Ravi Menon II');
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
INSERT INTO "searches" VALUES(1,'Press','people','tag:press',1,1795370101108);
INSERT INTO "searches" VALUES(2,'Refunds','items','refund',1,1795370101108);
CREATE TABLE replies (
  id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE, shortcut TEXT UNIQUE,
  made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, archived_at INTEGER
) STRICT;
INSERT INTO "replies" VALUES(1882581999236623452,'Thanks','ty',1795370101200,1795370101200,NULL);
CREATE TABLE reply_variants (
  reply_id INTEGER NOT NULL REFERENCES replies (id) ON DELETE CASCADE,
  network TEXT NOT NULL DEFAULT '', lang TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL, media TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (reply_id, network, lang)
) STRICT, WITHOUT ROWID;
INSERT INTO "reply_variants" VALUES(1882581999236623452,'','','Thank you {name}!','[]');
CREATE TABLE reply_uses (
  id INTEGER PRIMARY KEY, reply_id INTEGER NOT NULL REFERENCES replies (id) ON DELETE CASCADE,
  network TEXT NOT NULL, lang TEXT NOT NULL, item_id INTEGER, draft_id INTEGER, outbox_id INTEGER,
  text TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
INSERT INTO "reply_uses" VALUES(1882581999238630321,1882581999236623452,'','',1882558091409717580,NULL,NULL,'Thank you {name}!',1795370101202);
CREATE TABLE articles (
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, url TEXT,
  lang TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '[]',
  made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL
) STRICT;
INSERT INTO "articles" VALUES(1882581999239908189,'Refunds','How a refund goes',NULL,'','["money"]',1795370101203,1795370101203);
CREATE VIRTUAL TABLE help_words USING fts5 (text, tokenize='unicode61');
CREATE VIRTUAL TABLE answered_words USING fts5 (text, tokenize='unicode61');
CREATE TABLE answer_kinds (
  outbox_id INTEGER PRIMARY KEY, kind TEXT NOT NULL
    CHECK (kind IN ('thanks', 'answer', 'apology', 'advice', 'other')),
  corrected INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "answer_kinds" VALUES(1882581999179503577,'thanks',1);
CREATE TABLE suggestions (
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'new'
    CHECK (state IN ('new', 'accepted', 'done', 'declined')),
  made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL
) STRICT;
INSERT INTO "suggestions" VALUES(1882581999240520120,'Make it green','new',1795370101204,1795370101204);
CREATE TABLE suggestion_items (
  suggestion_id INTEGER NOT NULL REFERENCES suggestions (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL, draft_id INTEGER, PRIMARY KEY (suggestion_id, item_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "suggestion_items" VALUES(1882581999240520120,1882558091409717580,NULL);
CREATE TABLE thanks (
  id INTEGER PRIMARY KEY, profile_id INTEGER NOT NULL, item_id INTEGER, wording TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE rules (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, query TEXT NOT NULL, deeds TEXT NOT NULL,
  enabled INTEGER NOT NULL DEFAULT 1, auto_send INTEGER NOT NULL DEFAULT 0,
  cap INTEGER NOT NULL DEFAULT 20, position INTEGER NOT NULL DEFAULT 0, made_at INTEGER NOT NULL
) STRICT;
INSERT INTO "rules" VALUES(1882581999242174034,'Refunds','refund','[{"command": "inbox.label", "args": {"label": "money"}}]',1,0,20,0,1795370101205);
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
INSERT INTO "words_watched" VALUES('refund','watch',1795370101091);
CREATE TABLE corrections (
  item_id INTEGER PRIMARY KEY, text TEXT NOT NULL, needs_reply INTEGER, signals TEXT,
  made_at INTEGER NOT NULL
) STRICT;
INSERT INTO "corrections" VALUES(1882558091409717580,'@mossfield 换新的茶壶到现在还没寄出来，私信也不回，你们的客服是摆设吗？再不处理我就投诉到12315。',1,'["complaint"]',1795370101087);
CREATE TABLE office_hours (
  account_id TEXT PRIMARY KEY, hours TEXT NOT NULL, changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "office_hours" VALUES('','{"zone": "UTC", "week": null, "targets": {}, "calendars": ["CN"], "blocks": [], "away": ""}',1795370101329);
CREATE TABLE days_off (
  calendar TEXT NOT NULL, day TEXT NOT NULL, name TEXT NOT NULL DEFAULT '',
  works INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (calendar, day)
) STRICT, WITHOUT ROWID;
INSERT INTO "days_off" VALUES('CN','2025-01-01','元旦',0);
INSERT INTO "days_off" VALUES('CN','2025-01-26','调休',1);
INSERT INTO "days_off" VALUES('CN','2025-01-28','农历除夕',0);
INSERT INTO "days_off" VALUES('CN','2025-01-29','春节',0);
INSERT INTO "days_off" VALUES('CN','2025-01-30','春节',0);
INSERT INTO "days_off" VALUES('CN','2025-01-31','春节',0);
INSERT INTO "days_off" VALUES('CN','2025-02-01','春节',0);
INSERT INTO "days_off" VALUES('CN','2025-02-02','春节',0);
INSERT INTO "days_off" VALUES('CN','2025-02-03','休息日（由 2025-01-26 调休）',0);
INSERT INTO "days_off" VALUES('CN','2025-02-04','休息日（由 2025-02-08 调休）',0);
INSERT INTO "days_off" VALUES('CN','2025-02-08','调休',1);
INSERT INTO "days_off" VALUES('CN','2025-04-04','清明节',0);
INSERT INTO "days_off" VALUES('CN','2025-04-05','清明节',0);
INSERT INTO "days_off" VALUES('CN','2025-04-06','清明节',0);
INSERT INTO "days_off" VALUES('CN','2025-04-27','调休',1);
INSERT INTO "days_off" VALUES('CN','2025-05-01','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2025-05-02','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2025-05-03','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2025-05-04','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2025-05-05','休息日（由 2025-04-27 调休）',0);
INSERT INTO "days_off" VALUES('CN','2025-05-31','端午节',0);
INSERT INTO "days_off" VALUES('CN','2025-06-01','端午节',0);
INSERT INTO "days_off" VALUES('CN','2025-06-02','端午节（补假）',0);
INSERT INTO "days_off" VALUES('CN','2025-09-28','调休',1);
INSERT INTO "days_off" VALUES('CN','2025-10-01','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2025-10-02','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2025-10-03','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2025-10-04','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2025-10-05','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2025-10-06','中秋节',0);
INSERT INTO "days_off" VALUES('CN','2025-10-07','休息日（由 2025-09-28 调休）',0);
INSERT INTO "days_off" VALUES('CN','2025-10-08','休息日（由 2025-10-11 调休）',0);
INSERT INTO "days_off" VALUES('CN','2025-10-11','调休',1);
INSERT INTO "days_off" VALUES('CN','2026-01-01','元旦',0);
INSERT INTO "days_off" VALUES('CN','2026-01-02','休息日（由 2026-01-04 调休）',0);
INSERT INTO "days_off" VALUES('CN','2026-01-03','休息日（由 2026-01-04 调休）',0);
INSERT INTO "days_off" VALUES('CN','2026-01-04','调休',1);
INSERT INTO "days_off" VALUES('CN','2026-02-14','调休',1);
INSERT INTO "days_off" VALUES('CN','2026-02-15','农历除夕',0);
INSERT INTO "days_off" VALUES('CN','2026-02-16','农历除夕',0);
INSERT INTO "days_off" VALUES('CN','2026-02-17','春节',0);
INSERT INTO "days_off" VALUES('CN','2026-02-18','春节',0);
INSERT INTO "days_off" VALUES('CN','2026-02-19','春节',0);
INSERT INTO "days_off" VALUES('CN','2026-02-20','休息日（由 2026-02-14 调休）',0);
INSERT INTO "days_off" VALUES('CN','2026-02-21','休息日（由 2026-02-14 调休）',0);
INSERT INTO "days_off" VALUES('CN','2026-02-22','休息日（由 2026-02-14 调休）',0);
INSERT INTO "days_off" VALUES('CN','2026-02-23','休息日（由 2026-02-28 调休）',0);
INSERT INTO "days_off" VALUES('CN','2026-02-28','调休',1);
INSERT INTO "days_off" VALUES('CN','2026-04-04','清明节',0);
INSERT INTO "days_off" VALUES('CN','2026-04-05','清明节',0);
INSERT INTO "days_off" VALUES('CN','2026-04-06','清明节（补假）',0);
INSERT INTO "days_off" VALUES('CN','2026-05-01','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2026-05-02','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2026-05-03','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2026-05-04','劳动节（补假）',0);
INSERT INTO "days_off" VALUES('CN','2026-05-05','休息日（由 2026-05-09 调休）',0);
INSERT INTO "days_off" VALUES('CN','2026-05-09','调休',1);
INSERT INTO "days_off" VALUES('CN','2026-06-19','端午节',0);
INSERT INTO "days_off" VALUES('CN','2026-06-20','端午节',0);
INSERT INTO "days_off" VALUES('CN','2026-06-21','端午节',0);
INSERT INTO "days_off" VALUES('CN','2026-09-20','调休',1);
INSERT INTO "days_off" VALUES('CN','2026-09-25','中秋节',0);
INSERT INTO "days_off" VALUES('CN','2026-09-26','中秋节',0);
INSERT INTO "days_off" VALUES('CN','2026-09-27','中秋节',0);
INSERT INTO "days_off" VALUES('CN','2026-10-01','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2026-10-02','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2026-10-03','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2026-10-04','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2026-10-05','国庆节（补假）',0);
INSERT INTO "days_off" VALUES('CN','2026-10-06','休息日（由 2026-09-20 调休）',0);
INSERT INTO "days_off" VALUES('CN','2026-10-07','休息日（由 2026-10-10 调休）',0);
INSERT INTO "days_off" VALUES('CN','2026-10-10','调休',1);
INSERT INTO "days_off" VALUES('CN','2027-01-01','元旦',0);
INSERT INTO "days_off" VALUES('CN','2027-01-02','元旦',0);
INSERT INTO "days_off" VALUES('CN','2027-01-03','元旦',0);
INSERT INTO "days_off" VALUES('CN','2027-02-05','农历除夕',0);
INSERT INTO "days_off" VALUES('CN','2027-02-06','春节',0);
INSERT INTO "days_off" VALUES('CN','2027-02-07','春节',0);
INSERT INTO "days_off" VALUES('CN','2027-02-08','春节',0);
INSERT INTO "days_off" VALUES('CN','2027-02-09','春节（补假）',0);
INSERT INTO "days_off" VALUES('CN','2027-02-10','春节（补假）',0);
INSERT INTO "days_off" VALUES('CN','2027-04-03','清明节',0);
INSERT INTO "days_off" VALUES('CN','2027-04-04','清明节',0);
INSERT INTO "days_off" VALUES('CN','2027-04-05','清明节',0);
INSERT INTO "days_off" VALUES('CN','2027-05-01','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2027-05-02','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2027-05-03','劳动节（补假）',0);
INSERT INTO "days_off" VALUES('CN','2027-05-04','劳动节（补假）',0);
INSERT INTO "days_off" VALUES('CN','2027-06-09','端午节',0);
INSERT INTO "days_off" VALUES('CN','2027-09-15','中秋节',0);
INSERT INTO "days_off" VALUES('CN','2027-10-01','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2027-10-02','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2027-10-03','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2027-10-04','国庆节（补假）',0);
INSERT INTO "days_off" VALUES('CN','2027-10-05','国庆节（补假）',0);
INSERT INTO "days_off" VALUES('CN','2028-01-01','元旦',0);
INSERT INTO "days_off" VALUES('CN','2028-01-02','元旦',0);
INSERT INTO "days_off" VALUES('CN','2028-01-03','元旦（补假）',0);
INSERT INTO "days_off" VALUES('CN','2028-01-25','农历除夕',0);
INSERT INTO "days_off" VALUES('CN','2028-01-26','春节',0);
INSERT INTO "days_off" VALUES('CN','2028-01-27','春节',0);
INSERT INTO "days_off" VALUES('CN','2028-01-28','春节',0);
INSERT INTO "days_off" VALUES('CN','2028-01-29','春节',0);
INSERT INTO "days_off" VALUES('CN','2028-01-30','春节',0);
INSERT INTO "days_off" VALUES('CN','2028-04-04','清明节',0);
INSERT INTO "days_off" VALUES('CN','2028-04-29','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2028-04-30','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2028-05-01','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2028-05-02','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2028-05-27','端午节',0);
INSERT INTO "days_off" VALUES('CN','2028-05-28','端午节',0);
INSERT INTO "days_off" VALUES('CN','2028-05-29','端午节（补假）',0);
INSERT INTO "days_off" VALUES('CN','2028-09-30','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2028-10-01','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2028-10-02','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2028-10-03','中秋节; 国庆节',0);
INSERT INTO "days_off" VALUES('CN','2028-10-04','国庆节（补假）',0);
INSERT INTO "days_off" VALUES('CN','2028-12-30','元旦',0);
INSERT INTO "days_off" VALUES('CN','2028-12-31','元旦',0);
INSERT INTO "days_off" VALUES('CN','2029-01-01','元旦',0);
INSERT INTO "days_off" VALUES('CN','2029-02-10','农历除夕',0);
INSERT INTO "days_off" VALUES('CN','2029-02-11','农历除夕',0);
INSERT INTO "days_off" VALUES('CN','2029-02-12','农历除夕',0);
INSERT INTO "days_off" VALUES('CN','2029-02-13','春节',0);
INSERT INTO "days_off" VALUES('CN','2029-02-14','春节',0);
INSERT INTO "days_off" VALUES('CN','2029-02-15','春节',0);
INSERT INTO "days_off" VALUES('CN','2029-04-04','清明节',0);
INSERT INTO "days_off" VALUES('CN','2029-05-01','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2029-05-02','劳动节',0);
INSERT INTO "days_off" VALUES('CN','2029-06-16','端午节',0);
INSERT INTO "days_off" VALUES('CN','2029-06-17','端午节',0);
INSERT INTO "days_off" VALUES('CN','2029-06-18','端午节（补假）',0);
INSERT INTO "days_off" VALUES('CN','2029-09-22','中秋节',0);
INSERT INTO "days_off" VALUES('CN','2029-09-23','中秋节',0);
INSERT INTO "days_off" VALUES('CN','2029-09-24','中秋节（补假）',0);
INSERT INTO "days_off" VALUES('CN','2029-09-29','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2029-09-30','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2029-10-01','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2029-10-02','国庆节',0);
INSERT INTO "days_off" VALUES('CN','2029-10-03','国庆节',0);
CREATE TABLE closed_times (
  calendar TEXT NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
  name TEXT NOT NULL DEFAULT '', PRIMARY KEY (calendar, start_at, end_at)
) STRICT, WITHOUT ROWID;
CREATE TABLE calendars (
  calendar TEXT PRIMARY KEY, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "calendars" VALUES('CN','2025-01-01','2029-12-31',1795370101329);
CREATE TABLE notices (
  item_id INTEGER PRIMARY KEY REFERENCES interactions (id) ON DELETE CASCADE,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE live_logs (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, account_id TEXT, imported_at INTEGER NOT NULL,
  digest TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "live_logs" VALUES(1882581999422844779,'chat.txt',NULL,1795370101378,'727223a61f4ffd206a66140cfc97503ee9d85062d6cc65b79fd82e7cfe106e0e');
CREATE TABLE live_lines (
  log_id INTEGER NOT NULL REFERENCES live_logs (id) ON DELETE CASCADE, n INTEGER NOT NULL,
  at INTEGER, who TEXT NOT NULL, text TEXT NOT NULL, cluster INTEGER,
  PRIMARY KEY (log_id, n)
) STRICT, WITHOUT ROWID;
INSERT INTO "live_lines" VALUES(1882581999422844779,0,1000,'ana','Is it vegan?',0);
INSERT INTO "live_lines" VALUES(1882581999422844779,1,2000,'li','Is it vegan',0);
CREATE TABLE befores (
  deed_id INTEGER NOT NULL REFERENCES deeds (id) ON DELETE CASCADE, item_id INTEGER NOT NULL,
  was TEXT NOT NULL, PRIMARY KEY (deed_id, item_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "befores" VALUES(1882581999114001991,1882558091409717580,'{"label":"refund","had":0}');
INSERT INTO "befores" VALUES(1882581999114001991,1882572876331218032,'{"label":"refund","had":0}');
INSERT INTO "befores" VALUES(1882581999114615996,1882558091409717580,'{"assignee":""}');
INSERT INTO "befores" VALUES(1882581999114615997,1882558091409717580,'{"priority":0,"lane":1}');
INSERT INTO "befores" VALUES(1882581999115854616,1882573505476907226,'{"state":"open","needs_reply":1,"done_at":null,"wake_at":null,"woke":null}');
INSERT INTO "befores" VALUES(1882581999117024237,1882558091409717580,'{"needs_reply":1,"signals":"[\"question\", \"complaint\"]","corrected":0,"lane":0,"due_at":1795349100920}');
INSERT INTO "befores" VALUES(1882581999121588079,1882389480388730495,'{"state":"open","needs_reply":1,"done_at":null,"wake_at":null,"woke":null}');
INSERT INTO "befores" VALUES(1882581999121588079,1882408354757243707,'{"state":"open","needs_reply":0,"done_at":null,"wake_at":null,"woke":null}');
INSERT INTO "befores" VALUES(1882581999121588079,1882480077355410512,'{"state":"open","needs_reply":0,"done_at":null,"wake_at":null,"woke":null}');
INSERT INTO "befores" VALUES(1882581999121588079,1882561866283555483,'{"state":"open","needs_reply":1,"done_at":null,"wake_at":null,"woke":null}');
INSERT INTO "befores" VALUES(1882581999121588079,1882575392913647892,'{"state":"open","needs_reply":1,"done_at":null,"wake_at":null,"woke":null}');
CREATE TABLE draft_variants (
  draft_id INTEGER NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL, segment TEXT NOT NULL DEFAULT '',
  text TEXT, media TEXT, options TEXT NOT NULL DEFAULT '{}',
  position INTEGER NOT NULL DEFAULT 0, saved_at INTEGER NOT NULL,
  PRIMARY KEY (draft_id, account_id, segment)
) STRICT, WITHOUT ROWID;
INSERT INTO "draft_variants" VALUES(1882581999141520208,'2dqp39hw','','For here',NULL,'{}',0,1795370101113);
INSERT INTO "draft_variants" VALUES(1882581999162540382,'2dqp39hw','',NULL,NULL,'{}',0,1795370101130);
INSERT INTO "draft_variants" VALUES(1882581999163246937,'2dqp39hw','',NULL,NULL,'{}',0,1795370101130);
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
INSERT INTO "outbox" VALUES(1882581999156247510,'2acf7cf2-ffd3-4787-8ed2-71f7c483730a','2dqp39hw','publish','{"text": "For here", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1795370101115, "poll": null, "at": 0}',1882581999141520208,NULL,NULL,NULL,'ready',NULL,'{}','[]','[]','[]',4102477200000,4102477200000,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795370101124,NULL,NULL,NULL,'',0,NULL,3787117200000,NULL,NULL);
INSERT INTO "outbox" VALUES(1882581999167488182,'83fa3158-34a8-4cbc-a3d4-eb52c57d6f21','2dqp39hw','publish','{"text": "Hello", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1795370101132, "poll": null, "at": 1795424400000}',1882581999162540382,NULL,NULL,NULL,'scheduled',NULL,'{}','[]','[]','[]',1795424400000,1795424420000,1,0,1795370101166,1795370101166,NULL,NULL,NULL,NULL,NULL,1795370101134,NULL,NULL,NULL,'',0,'s1',0,NULL,NULL);
INSERT INTO "outbox" VALUES(1882581999169502097,'9861885a-632a-4ad7-8848-eba57da75d36','2dqp39hw','publish','{"text": "Hello again", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1795370101134, "poll": null, "at": 1796029200000}',1882581999163246937,NULL,NULL,NULL,'scheduled',NULL,'{}','[]','[]','[]',1796029200000,1796029220000,1,0,1795370101168,1795370101168,NULL,NULL,NULL,NULL,NULL,1795370101136,NULL,NULL,NULL,'',0,'s2',0,NULL,NULL);
INSERT INTO "outbox" VALUES(1882581999179503577,'5ba74bc5-a516-4d4e-90e2-42d08c257c92','2dqp39hw','reply','{"target": {"remote_id": "d1147", "author": "u25", "handle": "mr_wang", "visibility": "public", "facts": {}, "root": "d1045", "root_facts": {}, "root_author": ""}, "text": "Thank you, we will look at it.", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1795370101144, "poll": null}',1882581999177083880,1882572876331218032,1882572876331254883,'demo
d1045','sent',NULL,'{"parent": {"text": "收到的茶有一罐封口是开的，香味全跑了。要求退款！订单号20471。", "edited_at": null}, "known": ["d1045", "d1046", "d1047", "d1048", "d1049", "d1147", "d1151", "d1159", "d1161"]}','[]','[]','[]',NULL,0,1,0,1795370101151,1795370101151,NULL,NULL,NULL,'d1168',NULL,1795370101146,1795370101163,1795370101163,NULL,'',0,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(1882581999231234033,'8ce07b72-7f69-40a3-acbb-487354918c13','2dqp39hw','reply','{"target": {"remote_id": "d1148", "author": "u6", "handle": "tom_h", "visibility": "public", "facts": {}, "root": "d1148", "root_facts": {}, "root_author": ""}, "text": "Tomorrow we know more.", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1795370101193, "poll": null}',1882581999227809782,1882573505476907226,1882573505477646803,'demo
d1148','sending',NULL,'{"parent": {"text": "@mossfield parcel arrived, two of four cups in pieces. Photos below. Third time I order, first time this happens. What now?", "edited_at": null}, "known": ["d1148", "d1149"]}','[]','[]','[]',4102444800000,4102444800000,1,0,1795370101195,1795370101195,NULL,NULL,NULL,NULL,NULL,1795370101195,NULL,NULL,NULL,'',0,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(1882581999234868751,'f541c567-bd4c-4d53-97a7-0607e246fa4e','2dqp39hw','publish','{"text": "Planned for later", "media": [], "visibility": "public", "lang": null, "spoiler": "", "made_at": 1795370101197, "poll": null, "at": 0}',1882581999231900498,NULL,NULL,NULL,'ready',NULL,'{}','[]','[]','[]',4102444800000,4102444800000,0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795370101199,NULL,NULL,NULL,'',0,NULL,3787084800000,NULL,NULL);
INSERT INTO "outbox" VALUES(1882581999391309456,'57c450ef-e5a7-40c3-b3f5-d40ff7965c9a','2dqp39hw','like','{"target": {"remote_id": "d1160", "author": "u49", "handle": "samira", "visibility": "public", "facts": {}, "root": null, "root_facts": {}, "root_author": ""}}',NULL,NULL,1882576965778205681,'like
2dqp39hw
d1160','sent',NULL,'{}','[]','[]','[]',NULL,1795370111348,1,0,1795370101354,1795370101354,NULL,NULL,NULL,'d1160',NULL,1795370101348,1795370101357,1795370101357,NULL,'',0,NULL,NULL,NULL,NULL);
CREATE TABLE campaigns (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  color TEXT NOT NULL DEFAULT '', pattern TEXT NOT NULL DEFAULT '',
  first_day TEXT, last_day TEXT, facts TEXT NOT NULL DEFAULT '{}', made_at INTEGER NOT NULL
) STRICT;
INSERT INTO "campaigns" VALUES(1882581999158012741,'Spring','','','2026-03-01','2026-03-31','{}',1795370101125);
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
INSERT INTO "series" VALUES(1882581999163050757,'Weekly','FREQ=WEEKLY;BYDAY=MO','2026-11-23T09:00','UTC','2026-12-31',NULL,'{"text": "Hello again", "variants": [{"account_id": "2dqp39hw", "segment": "", "text": null, "options": {}}], "repeat": false, "queue": true}','["Hello", "Hello again"]','[]','2027-01-21',1795370101130,NULL);
CREATE TABLE series_made (
  series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  occurrence TEXT NOT NULL, draft_id INTEGER NOT NULL, variation INTEGER,
  mark TEXT NOT NULL, made_at INTEGER NOT NULL, tried_at INTEGER,
  PRIMARY KEY (series_id, occurrence)
) STRICT, WITHOUT ROWID;
INSERT INTO "series_made" VALUES(1882581999163050757,'2026-11-23T09:00',1882581999162540382,0,'06d5fc7036d8ecc7',1795370101130,1795370101131);
INSERT INTO "series_made" VALUES(1882581999163050757,'2026-11-30T09:00',1882581999163246937,1,'e348c7f9241ce1b7',1795370101130,1795370101134);
CREATE TABLE idea_places (
  draft_id INTEGER PRIMARY KEY REFERENCES drafts (id) ON DELETE CASCADE, place REAL NOT NULL
) STRICT;
CREATE TABLE slots (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
  PRIMARY KEY (account_id, weekday, minute)
) STRICT, WITHOUT ROWID;
INSERT INTO "slots" VALUES('2dqp39hw',0,540);
CREATE TABLE pillars (name TEXT PRIMARY KEY COLLATE NOCASE, target REAL, color TEXT NOT NULL DEFAULT '')
  STRICT, WITHOUT ROWID;
INSERT INTO "pillars" VALUES('Care',0.5,'');
CREATE TABLE utm_presets (name TEXT PRIMARY KEY COLLATE NOCASE, fields TEXT NOT NULL)
  STRICT, WITHOUT ROWID;
INSERT INTO "utm_presets" VALUES('News','{"source": "{platform}"}');
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
INSERT INTO "media_files" VALUES('57f4a5a04dad965bef078fb5db94986cdf5301f6a7912c0af1aa95073ff02cdc.png','image/png',75,9,9,NULL,'s4pic','','','','',0,'{}',1795370101461);
CREATE TABLE media_tags (
  name TEXT NOT NULL REFERENCES media_files (name) ON DELETE CASCADE,
  tag TEXT NOT NULL COLLATE NOCASE, PRIMARY KEY (name, tag)
) STRICT, WITHOUT ROWID;
INSERT INTO "media_tags" VALUES('57f4a5a04dad965bef078fb5db94986cdf5301f6a7912c0af1aa95073ff02cdc.png','tea');
CREATE TABLE media_made (
  made_from TEXT NOT NULL, how TEXT NOT NULL, name TEXT NOT NULL, mime TEXT NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, made_at INTEGER NOT NULL,
  PRIMARY KEY (made_from, how)
) STRICT, WITHOUT ROWID;
CREATE TABLE watched (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  stream TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
  PRIMARY KEY (account_id, stream, since)
) STRICT, WITHOUT ROWID;
INSERT INTO "watched" VALUES('2dqp39hw','inbox',1794284290253,1795370101358);
INSERT INTO "watched" VALUES('2dqp39hw','messages',1795103700920,1795370101366);
INSERT INTO "watched" VALUES('2dqp39hw','own_posts',1794333300920,1795370101368);
CREATE TABLE measures (
  account_id TEXT NOT NULL, name TEXT NOT NULL, post_id INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL, source TEXT NOT NULL DEFAULT 'platform', value REAL NOT NULL,
  PRIMARY KEY (account_id, name, post_id, at, source)
) STRICT, WITHOUT ROWID;
INSERT INTO "measures" VALUES('','visits',0,1793491200000,'import:1882581999428214831',3.0);
INSERT INTO "measures" VALUES('2dqp39hw','followers',0,1795370101078,'platform',18423.0);
INSERT INTO "measures" VALUES('2dqp39hw','following',0,1795370101078,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1881494835346271822,1795370101025,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1881502385093295652,1795370101025,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1881506159966743950,1795370101025,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1881676029278946621,1795370101016,'platform',2.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1881694903646993591,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1881702453393667168,1795370101016,'platform',2.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1881728877509436563,1795370101016,'platform',2.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882027092523263360,1795370101016,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882045966891533635,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882053516638315220,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882057291512661434,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882129014111173540,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882136563857693836,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882140338731407889,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882147888479179088,1795370101016,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882155438225701119,1795370101016,'platform',4.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882196961835686538,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882208286456234839,1795370101016,'platform',2.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882215836204073503,1795370101016,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882310208043465485,1795370101016,'platform',2.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882329082411956292,1795370101016,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882336632158604447,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882370606021326489,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882371235167063533,1795370101008,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882400805010386857,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882412129631117975,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882468752735022425,1795370101008,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882476302481748140,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882480077355772556,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882480077355926462,1795370101008,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882483852228933140,1795370101008,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882487627102988811,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882506501471319604,1795370101008,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882514051217970000,1795370101008,'platform',2.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882519713528421066,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882525375838986753,1795370101008,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882544250207062898,1795370101008,'platform',2.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882548025080934567,1795370101008,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882551799954273709,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882552429099883859,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882553058245123268,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882557147691927870,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882578853214708352,1795370101008,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','likes',1882581999194055642,1795370101163,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','posts',0,1795370101078,'platform',43.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1881494835346271822,1795370101025,'platform',2.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1881502385093295652,1795370101025,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1881506159966743950,1795370101025,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1881676029278946621,1795370101016,'platform',3.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1881694903646993591,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1881702453393667168,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1881728877509436563,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882027092523263360,1795370101016,'platform',4.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882045966891533635,1795370101016,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882053516638315220,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882057291512661434,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882129014111173540,1795370101016,'platform',3.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882136563857693836,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882140338731407889,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882147888479179088,1795370101016,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882155438225701119,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882196961835686538,1795370101016,'platform',4.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882208286456234839,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882215836204073503,1795370101016,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882310208043465485,1795370101016,'platform',2.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882329082411956292,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882336632158604447,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882370606021326489,1795370101016,'platform',5.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882371235167063533,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882400805010386857,1795370101008,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882412129631117975,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882468752735022425,1795370101008,'platform',3.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882476302481748140,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882480077355772556,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882480077355926462,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882483852228933140,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882487627102988811,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882506501471319604,1795370101008,'platform',4.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882514051217970000,1795370101008,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882519713528421066,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882525375838986753,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882544250207062898,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882548025080934567,1795370101008,'platform',6.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882551799954273709,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882552429099883859,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882553058245123268,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882557147691927870,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882578853214708352,1795370101008,'platform',3.0);
INSERT INTO "measures" VALUES('2dqp39hw','replies',1882581999194055642,1795370101163,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1881494835346271822,1795370101025,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1881502385093295652,1795370101025,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1881506159966743950,1795370101025,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1881676029278946621,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1881694903646993591,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1881702453393667168,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1881728877509436563,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882027092523263360,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882045966891533635,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882053516638315220,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882057291512661434,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882129014111173540,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882136563857693836,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882140338731407889,1795370101016,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882147888479179088,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882155438225701119,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882196961835686538,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882208286456234839,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882215836204073503,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882310208043465485,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882329082411956292,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882336632158604447,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882370606021326489,1795370101016,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882371235167063533,1795370101008,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882400805010386857,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882412129631117975,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882468752735022425,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882476302481748140,1795370101008,'platform',1.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882480077355772556,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882480077355926462,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882483852228933140,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882487627102988811,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882506501471319604,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882514051217970000,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882519713528421066,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882525375838986753,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882544250207062898,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882548025080934567,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882551799954273709,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882552429099883859,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882553058245123268,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882557147691927870,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882578853214708352,1795370101008,'platform',0.0);
INSERT INTO "measures" VALUES('2dqp39hw','reposts',1882581999194055642,1795370101163,'platform',0.0);
INSERT INTO "measures" VALUES('rrpxvshuizzf','followers',0,1795370101342,'platform',640.0);
INSERT INTO "measures" VALUES('rrpxvshuizzf','following',0,1795370101342,'platform',0.0);
INSERT INTO "measures" VALUES('rrpxvshuizzf','posts',0,1795370101342,'platform',1.0);
CREATE TABLE rivals (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  remote_id TEXT NOT NULL, handle TEXT NOT NULL, name TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '', added_at INTEGER NOT NULL, asked_at INTEGER,
  why TEXT NOT NULL DEFAULT '', UNIQUE (account_id, remote_id)
) STRICT;
INSERT INTO "rivals" VALUES('rrpxvshuizzf','2dqp39hw','u8','noor','نور الهدى','',1795370101342,1795370101342,'');
CREATE TABLE activity_slots (
  account_id TEXT NOT NULL, slot INTEGER NOT NULL,
  n INTEGER NOT NULL, mention INTEGER NOT NULL, reply INTEGER NOT NULL, comment INTEGER NOT NULL,
  message INTEGER NOT NULL, quote INTEGER NOT NULL, review INTEGER NOT NULL,
  reaction INTEGER NOT NULL, repost INTEGER NOT NULL, follow INTEGER NOT NULL,
  other INTEGER NOT NULL, positive INTEGER NOT NULL, undecided INTEGER NOT NULL,
  negative INTEGER NOT NULL, unread INTEGER NOT NULL, needs_reply INTEGER NOT NULL,
  PRIMARY KEY (account_id, slot)
) STRICT, WITHOUT ROWID;
INSERT INTO "activity_slots" VALUES('2dqp39hw',1993649,1,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1993707,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1993711,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1993911,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1993919,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994275,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994291,1,0,1,0,0,0,0,0,0,0,0,1,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994295,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994379,1,0,0,1,0,0,0,0,0,0,0,1,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994383,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994391,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994399,1,0,1,0,0,0,0,0,0,0,0,0,1,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994455,1,0,0,1,0,0,0,0,0,0,0,1,0,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994463,1,0,0,1,0,0,0,0,0,0,0,0,0,1,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994477,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994487,1,0,0,0,0,1,0,0,0,0,0,1,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994546,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994554,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994559,1,0,0,0,1,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994567,1,0,0,0,1,0,0,0,0,0,0,1,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994570,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994575,1,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994583,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994591,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994626,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994635,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994651,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994659,1,0,0,1,0,0,0,0,0,0,0,0,0,1,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994663,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994671,1,0,1,0,0,0,0,0,0,0,0,0,1,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994672,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994717,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994722,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994723,1,0,0,0,0,1,0,0,0,0,0,0,1,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994728,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994731,1,0,0,0,0,1,0,0,0,0,0,1,0,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994739,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994743,2,1,0,1,0,0,0,0,0,0,0,1,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994747,2,0,0,1,0,0,0,0,1,0,0,0,1,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994748,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994751,2,0,0,1,1,0,0,0,0,0,0,0,1,1,0,2);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994752,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994761,1,0,0,0,1,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994763,2,0,0,0,1,0,0,1,0,0,0,0,1,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994777,1,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994779,2,0,0,1,0,0,0,1,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994785,1,0,1,0,0,0,0,0,0,0,0,1,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994791,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994795,1,0,0,0,1,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994799,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994804,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994811,1,1,0,0,0,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994816,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994817,2,1,0,0,0,0,0,1,0,0,0,1,0,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994820,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994821,2,0,0,2,0,0,0,0,0,0,0,0,2,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994823,2,0,0,2,0,0,0,0,0,0,0,1,1,0,0,2);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994825,1,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994826,2,1,0,0,0,0,0,1,0,0,0,0,1,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994827,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994828,1,1,0,0,0,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994829,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994830,1,1,0,0,0,0,0,0,0,0,0,0,0,1,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994831,3,0,0,1,0,0,0,1,1,0,0,0,1,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994834,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994836,2,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994837,1,1,0,0,0,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994839,1,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994843,1,0,0,1,0,0,0,0,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994845,1,0,0,0,1,0,0,0,0,0,0,1,0,0,0,0);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994846,2,1,0,1,0,0,0,0,0,0,0,0,0,2,0,2);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994848,3,1,1,1,0,0,0,0,0,0,0,0,1,2,0,3);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994849,3,0,0,1,1,0,0,1,0,0,0,0,1,1,0,2);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994850,3,1,0,0,0,0,0,2,0,0,0,0,0,1,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994852,3,0,0,2,0,0,0,1,0,0,0,0,2,0,0,2);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994853,2,0,0,0,1,0,0,1,0,0,0,0,1,0,0,1);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994854,3,0,0,2,0,0,0,1,0,0,0,0,2,0,0,2);
INSERT INTO "activity_slots" VALUES('2dqp39hw',1994855,2,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0);
INSERT INTO "activity_slots" VALUES('yxqeq9gr',1994855,1,0,0,0,1,0,0,0,0,0,0,0,1,0,0,1);
CREATE TABLE activity_days (
  account_id TEXT NOT NULL, day INTEGER NOT NULL,
  n INTEGER NOT NULL, mention INTEGER NOT NULL, reply INTEGER NOT NULL, comment INTEGER NOT NULL,
  message INTEGER NOT NULL, quote INTEGER NOT NULL, review INTEGER NOT NULL,
  reaction INTEGER NOT NULL, repost INTEGER NOT NULL, follow INTEGER NOT NULL,
  other INTEGER NOT NULL, positive INTEGER NOT NULL, undecided INTEGER NOT NULL,
  negative INTEGER NOT NULL, unread INTEGER NOT NULL, needs_reply INTEGER NOT NULL,
  PRIMARY KEY (account_id, day)
) STRICT, WITHOUT ROWID;
INSERT INTO "activity_days" VALUES('2dqp39hw',20767,3,0,0,2,0,0,0,0,0,1,0,0,2,0,0,1);
INSERT INTO "activity_days" VALUES('2dqp39hw',20769,2,0,0,2,0,0,0,0,0,0,0,0,2,0,0,1);
INSERT INTO "activity_days" VALUES('2dqp39hw',20773,3,0,1,2,0,0,0,0,0,0,0,1,2,0,0,1);
INSERT INTO "activity_days" VALUES('2dqp39hw',20774,4,0,1,3,0,0,0,0,0,0,0,1,3,0,0,1);
INSERT INTO "activity_days" VALUES('2dqp39hw',20775,4,0,0,2,0,1,0,0,1,0,0,2,0,1,0,2);
INSERT INTO "activity_days" VALUES('2dqp39hw',20776,8,0,0,2,2,0,0,3,0,1,0,1,3,0,0,2);
INSERT INTO "activity_days" VALUES('2dqp39hw',20777,7,0,1,2,0,0,0,4,0,0,0,0,2,1,0,2);
INSERT INTO "activity_days" VALUES('2dqp39hw',20778,20,1,0,5,3,2,0,6,3,0,0,2,8,1,0,6);
INSERT INTO "activity_days" VALUES('2dqp39hw',20779,52,9,2,17,4,0,0,18,1,1,0,4,21,7,0,25);
INSERT INTO "activity_days" VALUES('yxqeq9gr',20779,1,0,0,0,1,0,0,0,0,0,0,0,1,0,0,1);
CREATE TABLE activity_clock (since INTEGER PRIMARY KEY, shift INTEGER NOT NULL) STRICT;
INSERT INTO "activity_clock" VALUES(0,0);
CREATE TABLE ties (
  source INTEGER NOT NULL, target INTEGER NOT NULL, month INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (source, target, month)
) STRICT, WITHOUT ROWID;
INSERT INTO "ties" VALUES(1,51,202611,1);
INSERT INTO "ties" VALUES(2,51,202611,1);
INSERT INTO "ties" VALUES(3,51,202611,1);
INSERT INTO "ties" VALUES(4,23,202611,1);
INSERT INTO "ties" VALUES(4,51,202611,1);
INSERT INTO "ties" VALUES(6,51,202611,1);
INSERT INTO "ties" VALUES(7,23,202611,1);
INSERT INTO "ties" VALUES(7,51,202611,1);
INSERT INTO "ties" VALUES(8,51,202611,2);
INSERT INTO "ties" VALUES(9,51,202611,1);
INSERT INTO "ties" VALUES(10,15,202611,1);
INSERT INTO "ties" VALUES(10,51,202611,1);
INSERT INTO "ties" VALUES(11,51,202611,1);
INSERT INTO "ties" VALUES(12,51,202611,1);
INSERT INTO "ties" VALUES(13,51,202611,1);
INSERT INTO "ties" VALUES(14,9,202611,1);
INSERT INTO "ties" VALUES(15,10,202611,1);
INSERT INTO "ties" VALUES(16,51,202611,1);
INSERT INTO "ties" VALUES(17,51,202611,1);
INSERT INTO "ties" VALUES(20,51,202611,1);
INSERT INTO "ties" VALUES(21,51,202611,1);
INSERT INTO "ties" VALUES(22,51,202611,1);
INSERT INTO "ties" VALUES(23,51,202611,2);
INSERT INTO "ties" VALUES(24,51,202611,1);
INSERT INTO "ties" VALUES(25,51,202611,1);
INSERT INTO "ties" VALUES(26,51,202611,1);
INSERT INTO "ties" VALUES(27,51,202611,1);
INSERT INTO "ties" VALUES(28,51,202611,1);
INSERT INTO "ties" VALUES(29,51,202611,1);
INSERT INTO "ties" VALUES(30,51,202611,1);
INSERT INTO "ties" VALUES(32,51,202611,2);
INSERT INTO "ties" VALUES(33,51,202611,1);
INSERT INTO "ties" VALUES(35,51,202611,1);
INSERT INTO "ties" VALUES(36,51,202611,1);
INSERT INTO "ties" VALUES(37,51,202611,1);
INSERT INTO "ties" VALUES(39,10,202611,1);
INSERT INTO "ties" VALUES(41,51,202611,3);
INSERT INTO "ties" VALUES(42,51,202611,3);
INSERT INTO "ties" VALUES(43,51,202611,1);
INSERT INTO "ties" VALUES(45,41,202611,1);
INSERT INTO "ties" VALUES(47,51,202611,1);
INSERT INTO "ties" VALUES(48,51,202611,1);
INSERT INTO "ties" VALUES(49,23,202611,1);
INSERT INTO "ties" VALUES(49,51,202611,1);
INSERT INTO "ties" VALUES(50,51,202611,1);
INSERT INTO "ties" VALUES(51,8,202611,1);
INSERT INTO "ties" VALUES(51,10,202611,1);
INSERT INTO "ties" VALUES(51,11,202611,1);
INSERT INTO "ties" VALUES(51,13,202611,1);
INSERT INTO "ties" VALUES(51,16,202611,1);
INSERT INTO "ties" VALUES(51,17,202611,1);
INSERT INTO "ties" VALUES(51,23,202611,3);
INSERT INTO "ties" VALUES(51,26,202611,1);
INSERT INTO "ties" VALUES(51,27,202611,1);
INSERT INTO "ties" VALUES(51,28,202611,1);
INSERT INTO "ties" VALUES(51,29,202611,1);
INSERT INTO "ties" VALUES(51,30,202611,1);
INSERT INTO "ties" VALUES(51,31,202611,1);
INSERT INTO "ties" VALUES(51,32,202611,2);
INSERT INTO "ties" VALUES(51,33,202611,1);
INSERT INTO "ties" VALUES(51,34,202611,1);
INSERT INTO "ties" VALUES(51,35,202611,1);
INSERT INTO "ties" VALUES(51,36,202611,1);
INSERT INTO "ties" VALUES(51,37,202611,1);
INSERT INTO "ties" VALUES(51,41,202611,3);
INSERT INTO "ties" VALUES(51,42,202611,4);
INSERT INTO "ties" VALUES(51,43,202611,1);
INSERT INTO "ties" VALUES(51,47,202611,1);
INSERT INTO "ties" VALUES(51,48,202611,1);
INSERT INTO "ties" VALUES(51,49,202611,1);
INSERT INTO "ties" VALUES(51,50,202611,1);
INSERT INTO "ties" VALUES(52,8,202611,1);
INSERT INTO "ties" VALUES(53,10,202611,1);
CREATE TABLE ties_by_name (
  source INTEGER NOT NULL, name TEXT NOT NULL, month INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (source, name, month)
) STRICT, WITHOUT ROWID;
INSERT INTO "ties_by_name" VALUES(5,'mossfield',202611,1);
INSERT INTO "ties_by_name" VALUES(10,'mossfield',202611,1);
INSERT INTO "ties_by_name" VALUES(14,'mossfield',202611,1);
INSERT INTO "ties_by_name" VALUES(19,'mossfield',202611,1);
INSERT INTO "ties_by_name" VALUES(23,'mossfield',202611,1);
INSERT INTO "ties_by_name" VALUES(30,'mossfield',202611,1);
INSERT INTO "ties_by_name" VALUES(31,'mossfield',202611,1);
INSERT INTO "ties_by_name" VALUES(34,'mossfield',202611,1);
CREATE TABLE ties_to_us (
  source INTEGER NOT NULL, account_id TEXT NOT NULL, kind TEXT NOT NULL, month INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (source, account_id, kind, month)
) STRICT, WITHOUT ROWID;
INSERT INTO "ties_to_us" VALUES(1,'2dqp39hw','quote',202611,1);
INSERT INTO "ties_to_us" VALUES(6,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(7,'2dqp39hw','repost',202611,1);
INSERT INTO "ties_to_us" VALUES(8,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(11,'2dqp39hw','follow',202611,1);
INSERT INTO "ties_to_us" VALUES(11,'2dqp39hw','reaction',202611,2);
INSERT INTO "ties_to_us" VALUES(13,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(14,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(15,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(16,'2dqp39hw','follow',202611,1);
INSERT INTO "ties_to_us" VALUES(16,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(17,'2dqp39hw','reaction',202611,2);
INSERT INTO "ties_to_us" VALUES(18,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(19,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(20,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(21,'2dqp39hw','reaction',202611,2);
INSERT INTO "ties_to_us" VALUES(23,'2dqp39hw','repost',202611,1);
INSERT INTO "ties_to_us" VALUES(25,'2dqp39hw','reaction',202611,2);
INSERT INTO "ties_to_us" VALUES(26,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(27,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(27,'2dqp39hw','repost',202611,1);
INSERT INTO "ties_to_us" VALUES(29,'2dqp39hw','quote',202611,1);
INSERT INTO "ties_to_us" VALUES(29,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(29,'2dqp39hw','repost',202611,1);
INSERT INTO "ties_to_us" VALUES(30,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(31,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(32,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(34,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(36,'2dqp39hw','repost',202611,1);
INSERT INTO "ties_to_us" VALUES(37,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(38,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(39,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(40,'2dqp39hw','quote',202611,1);
INSERT INTO "ties_to_us" VALUES(42,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(43,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(44,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(45,'2dqp39hw','reaction',202611,1);
INSERT INTO "ties_to_us" VALUES(46,'2dqp39hw','follow',202611,1);
CREATE TABLE goals (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, metric TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
  target REAL NOT NULL, start REAL, pass_at REAL, fail_at REAL,
  first_day TEXT NOT NULL, last_day TEXT NOT NULL, zone TEXT NOT NULL,
  accounts TEXT NOT NULL DEFAULT '[]', note TEXT NOT NULL DEFAULT '',
  review TEXT NOT NULL DEFAULT 'never' CHECK (review IN ('never', 'weekly', 'monthly')),
  reminded TEXT NOT NULL DEFAULT '', made_at INTEGER NOT NULL
) STRICT;
INSERT INTO "goals" VALUES(1882581999379103039,'','followers','up',1000.0,18423.0,NULL,NULL,'2026-11-22','2027-01-01','Etc/UTC','[]','','never','',1795370101336);
CREATE TABLE costs (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('spend', 'return', 'hours')),
  amount REAL NOT NULL, currency TEXT NOT NULL DEFAULT '',
  first_day TEXT NOT NULL, last_day TEXT NOT NULL,
  account_id TEXT, channel TEXT NOT NULL DEFAULT '', campaign_id INTEGER,
  note TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT 'hand', made_at INTEGER NOT NULL
) STRICT;
INSERT INTO "costs" VALUES(1882581999381146350,'spend',10.0,'EUR','2026-01-01','2026-01-01',NULL,'',NULL,'','hand',1795370101338);
INSERT INTO "costs" VALUES(1882581999428292713,'spend',4.5,'EUR','2026-11-01','2026-11-01',NULL,'',1882581999158012741,'Spring','import:1882581999428214831',1795370101383);
CREATE TABLE experiments (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, plan TEXT NOT NULL, seal TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'plan' CHECK (state IN ('plan', 'running', 'closed')),
  looks TEXT NOT NULL DEFAULT '[]', tallies TEXT NOT NULL DEFAULT '{}',
  verdict TEXT NOT NULL DEFAULT '', result TEXT NOT NULL DEFAULT '{}',
  made_at INTEGER NOT NULL, started_at INTEGER, closed_at INTEGER
) STRICT;
INSERT INTO "experiments" VALUES(1882581999510795835,'Questions','{"accounts": ["2dqp39hw"], "alpha": 0.05, "baseline": 2.0, "better": "up", "effect": 3.0, "hours": 48, "hypothesis": "", "labels": {"a": "A", "b": "B"}, "measure": "comments", "n": 4, "power": 0.8, "sd": 1.0, "until": ""}','','plan','[]','{}','','{}',1795370101462,NULL,NULL);
CREATE TABLE experiment_arms (
  experiment_id INTEGER NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
  ref TEXT NOT NULL, arm TEXT NOT NULL CHECK (arm IN ('a', 'b')),
  seed INTEGER, placed_at INTEGER NOT NULL, PRIMARY KEY (experiment_id, ref)
) STRICT, WITHOUT ROWID;
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY, finding TEXT NOT NULL, change TEXT NOT NULL, result_day TEXT NOT NULL,
  result TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL DEFAULT ''
    CHECK (outcome IN ('', 'better', 'same', 'worse', 'unclear')),
  links TEXT NOT NULL DEFAULT '[]', made_at INTEGER NOT NULL, result_at INTEGER
) STRICT;
INSERT INTO "decisions" VALUES(1882581999382095544,'People ask for tea','Sell tea','2026-12-01','','','[]',1795370101339,NULL);
CREATE TABLE findings (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN
    ('note', 'interview', 'focus_group', 'survey', 'swot', 'pest')),
  title TEXT NOT NULL, fields TEXT NOT NULL DEFAULT '{}', day TEXT NOT NULL,
  links TEXT NOT NULL DEFAULT '[]', made_at INTEGER NOT NULL
) STRICT;
INSERT INTO "findings" VALUES(1882581999383294861,'interview','Interview','{}','2026-11-22','[]',1795370101340);
CREATE TABLE index_parts (
  name TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('metric', 'rating')),
  weight REAL NOT NULL, worst REAL NOT NULL, best REAL NOT NULL, place INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO "index_parts" VALUES('followers','metric',1.0,0.0,1000.0,0);
CREATE TABLE ratings (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, value REAL NOT NULL, day TEXT NOT NULL,
  who TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', made_at INTEGER NOT NULL
) STRICT;
INSERT INTO "ratings" VALUES(1882581999383338432,'Mood',4.0,'2026-11-22','','',1795370101340);
CREATE TABLE report_templates (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL, saved_at INTEGER NOT NULL
) STRICT;
INSERT INTO "report_templates" VALUES(1882581999384670760,'Ours','{"blocks": [{"kind": "text", "text": "Hello"}], "title": "", "language": "", "logo": "", "period": "week", "accounts": []}',1795370101341);
CREATE TABLE report_schedules (
  id INTEGER PRIMARY KEY, every TEXT NOT NULL CHECK (every IN ('weekly', 'monthly')),
  day INTEGER NOT NULL, wall TEXT NOT NULL, zone TEXT NOT NULL, wish TEXT NOT NULL,
  next_at INTEGER NOT NULL, try_at INTEGER NOT NULL DEFAULT 0, made_at INTEGER NOT NULL,
  trouble TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE report_made (
  id INTEGER PRIMARY KEY, made_at INTEGER NOT NULL, as_of INTEGER NOT NULL,
  title TEXT NOT NULL, template TEXT NOT NULL, format TEXT NOT NULL, path TEXT NOT NULL,
  hash TEXT NOT NULL, schedule_id INTEGER
) STRICT;
CREATE TABLE imports (
  id INTEGER PRIMARY KEY, digest TEXT NOT NULL, settings TEXT NOT NULL, file TEXT NOT NULL,
  account_id TEXT NOT NULL DEFAULT '', rows INTEGER NOT NULL, kept INTEGER NOT NULL,
  unmatched TEXT NOT NULL DEFAULT '[]', made_at INTEGER NOT NULL, undone_at INTEGER
) STRICT;
INSERT INTO "imports" VALUES(1882581999428214831,'ddc1c954ef45334e9df2da4e15ced4f3','{"account": "", "currency": "", "day": "", "day_order": "", "decimal": "", "map": {"Amount spent": "spend", "Campaign": "campaign", "Currency": "currency", "Date": "day", "Sessions": "visits"}, "share": "", "sheet": "", "zone": "UTC"}','money.csv','',1,1,'[]',1795370101383,NULL);
CREATE TABLE import_values (
  import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  name TEXT NOT NULL, account_id TEXT NOT NULL DEFAULT '', post_id INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL, part TEXT NOT NULL DEFAULT '', line INTEGER NOT NULL, value REAL NOT NULL,
  PRIMARY KEY (import_id, name, account_id, post_id, at, part)
) STRICT, WITHOUT ROWID;
INSERT INTO "import_values" VALUES(1882581999428214831,'spend','',0,1793491200000,'{"campaign": "Spring", "currency": "EUR"}',2,4.5);
INSERT INTO "import_values" VALUES(1882581999428214831,'visits','',0,1793491200000,'{"campaign": "Spring"}',2,3.0);
CREATE TABLE import_layouts (
  headers TEXT PRIMARY KEY, name TEXT NOT NULL, settings TEXT NOT NULL, used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "import_layouts" VALUES('5093dd7c7991c09913951eb31419f40a','money','{"currency": "", "day_order": "", "decimal": "", "map": {"Amount spent": "spend", "Campaign": "campaign", "Currency": "currency", "Date": "day", "Sessions": "visits"}, "share": ""}',1795370101383);
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
CREATE INDEX measures_by_post ON measures (post_id, name, at) WHERE post_id <> 0;
CREATE INDEX interactions_asked ON interactions
  (account_id, id, kind, created_at, first_reply_at, due_at, done_at, state, assignee)
  WHERE needs_reply = 1;
CREATE INDEX outbox_replied ON outbox (account_id, sent_at) WHERE state = 'sent' AND kind = 'reply';
CREATE INDEX interactions_by_target ON interactions (account_id, target_ref, kind, created_at)
  WHERE target_ref IS NOT NULL;
CREATE TRIGGER activity_in AFTER INSERT ON interactions BEGIN
  INSERT INTO activity_slots SELECT new.account_id, new.created_at / 900000,
    1, (new.kind = 'mention'), (new.kind = 'reply'), (new.kind = 'comment'),
    (new.kind = 'message'), (new.kind = 'quote'), (new.kind = 'review'), (new.kind = 'reaction'),
    (new.kind = 'repost'), (new.kind = 'follow'), (new.kind = 'other'), (mood = 'positive'),
    (mood = 'undecided'), (mood = 'negative'), (mood = 'unread'), new.needs_reply
    FROM (SELECT CASE WHEN new.kind IN ('reaction', 'repost', 'follow') THEN ''
      WHEN new.signals = '[]' THEN 'unread' WHEN instr(new.signals, '"complaint"') THEN 'negative'
      WHEN instr(new.signals, '"praise"') OR instr(new.signals, '"thanks"') THEN 'positive'
      ELSE 'undecided' END AS mood) WHERE true
    ON CONFLICT DO UPDATE SET
      n = n + excluded.n, mention = mention + excluded.mention, reply = reply + excluded.reply,
      comment = comment + excluded.comment, message = message + excluded.message,
      quote = quote + excluded.quote, review = review + excluded.review,
      reaction = reaction + excluded.reaction, repost = repost + excluded.repost,
      follow = follow + excluded.follow, other = other + excluded.other,
      positive = positive + excluded.positive, undecided = undecided + excluded.undecided,
      negative = negative + excluded.negative, unread = unread + excluded.unread,
      needs_reply = needs_reply + excluded.needs_reply; END;
CREATE TRIGGER activity_out AFTER DELETE ON interactions BEGIN
  INSERT INTO activity_slots SELECT old.account_id, old.created_at / 900000,
    -1, -(old.kind = 'mention'), -(old.kind = 'reply'), -(old.kind = 'comment'),
    -(old.kind = 'message'), -(old.kind = 'quote'), -(old.kind = 'review'),
    -(old.kind = 'reaction'), -(old.kind = 'repost'), -(old.kind = 'follow'),
    -(old.kind = 'other'), -(mood = 'positive'), -(mood = 'undecided'), -(mood = 'negative'),
    -(mood = 'unread'), -old.needs_reply
    FROM (SELECT CASE WHEN old.kind IN ('reaction', 'repost', 'follow') THEN ''
      WHEN old.signals = '[]' THEN 'unread' WHEN instr(old.signals, '"complaint"') THEN 'negative'
      WHEN instr(old.signals, '"praise"') OR instr(old.signals, '"thanks"') THEN 'positive'
      ELSE 'undecided' END AS mood) WHERE true
    ON CONFLICT DO UPDATE SET
      n = n + excluded.n, mention = mention + excluded.mention, reply = reply + excluded.reply,
      comment = comment + excluded.comment, message = message + excluded.message,
      quote = quote + excluded.quote, review = review + excluded.review,
      reaction = reaction + excluded.reaction, repost = repost + excluded.repost,
      follow = follow + excluded.follow, other = other + excluded.other,
      positive = positive + excluded.positive, undecided = undecided + excluded.undecided,
      negative = negative + excluded.negative, unread = unread + excluded.unread,
      needs_reply = needs_reply + excluded.needs_reply; END;
CREATE TRIGGER activity_move AFTER UPDATE OF account_id, created_at, kind, signals, needs_reply
  ON interactions WHEN old.kind <> new.kind OR old.signals <> new.signals
    OR old.needs_reply <> new.needs_reply OR old.created_at <> new.created_at
    OR old.account_id <> new.account_id BEGIN
  INSERT INTO activity_slots SELECT old.account_id, old.created_at / 900000,
    -1, -(old.kind = 'mention'), -(old.kind = 'reply'), -(old.kind = 'comment'),
    -(old.kind = 'message'), -(old.kind = 'quote'), -(old.kind = 'review'),
    -(old.kind = 'reaction'), -(old.kind = 'repost'), -(old.kind = 'follow'),
    -(old.kind = 'other'), -(mood = 'positive'), -(mood = 'undecided'), -(mood = 'negative'),
    -(mood = 'unread'), -old.needs_reply
    FROM (SELECT CASE WHEN old.kind IN ('reaction', 'repost', 'follow') THEN ''
      WHEN old.signals = '[]' THEN 'unread' WHEN instr(old.signals, '"complaint"') THEN 'negative'
      WHEN instr(old.signals, '"praise"') OR instr(old.signals, '"thanks"') THEN 'positive'
      ELSE 'undecided' END AS mood) WHERE true
    ON CONFLICT DO UPDATE SET
      n = n + excluded.n, mention = mention + excluded.mention, reply = reply + excluded.reply,
      comment = comment + excluded.comment, message = message + excluded.message,
      quote = quote + excluded.quote, review = review + excluded.review,
      reaction = reaction + excluded.reaction, repost = repost + excluded.repost,
      follow = follow + excluded.follow, other = other + excluded.other,
      positive = positive + excluded.positive, undecided = undecided + excluded.undecided,
      negative = negative + excluded.negative, unread = unread + excluded.unread,
      needs_reply = needs_reply + excluded.needs_reply;
  INSERT INTO activity_slots SELECT new.account_id, new.created_at / 900000,
    1, (new.kind = 'mention'), (new.kind = 'reply'), (new.kind = 'comment'),
    (new.kind = 'message'), (new.kind = 'quote'), (new.kind = 'review'), (new.kind = 'reaction'),
    (new.kind = 'repost'), (new.kind = 'follow'), (new.kind = 'other'), (mood = 'positive'),
    (mood = 'undecided'), (mood = 'negative'), (mood = 'unread'), new.needs_reply
    FROM (SELECT CASE WHEN new.kind IN ('reaction', 'repost', 'follow') THEN ''
      WHEN new.signals = '[]' THEN 'unread' WHEN instr(new.signals, '"complaint"') THEN 'negative'
      WHEN instr(new.signals, '"praise"') OR instr(new.signals, '"thanks"') THEN 'positive'
      ELSE 'undecided' END AS mood) WHERE true
    ON CONFLICT DO UPDATE SET
      n = n + excluded.n, mention = mention + excluded.mention, reply = reply + excluded.reply,
      comment = comment + excluded.comment, message = message + excluded.message,
      quote = quote + excluded.quote, review = review + excluded.review,
      reaction = reaction + excluded.reaction, repost = repost + excluded.repost,
      follow = follow + excluded.follow, other = other + excluded.other,
      positive = positive + excluded.positive, undecided = undecided + excluded.undecided,
      negative = negative + excluded.negative, unread = unread + excluded.unread,
      needs_reply = needs_reply + excluded.needs_reply; END;
CREATE TRIGGER activity_day_in AFTER INSERT ON activity_slots BEGIN
  INSERT INTO activity_days VALUES (new.account_id,
    (new.slot + (SELECT shift FROM activity_clock WHERE since <= new.slot
      ORDER BY since DESC LIMIT 1)) / 96,
    new.n, new.mention, new.reply, new.comment, new.message, new.quote, new.review, new.reaction,
    new.repost, new.follow, new.other, new.positive, new.undecided, new.negative, new.unread,
    new.needs_reply)
    ON CONFLICT DO UPDATE SET
      n = n + excluded.n, mention = mention + excluded.mention, reply = reply + excluded.reply,
      comment = comment + excluded.comment, message = message + excluded.message,
      quote = quote + excluded.quote, review = review + excluded.review,
      reaction = reaction + excluded.reaction, repost = repost + excluded.repost,
      follow = follow + excluded.follow, other = other + excluded.other,
      positive = positive + excluded.positive, undecided = undecided + excluded.undecided,
      negative = negative + excluded.negative, unread = unread + excluded.unread,
      needs_reply = needs_reply + excluded.needs_reply; END;
CREATE TRIGGER activity_day_out AFTER DELETE ON activity_slots BEGIN
  INSERT INTO activity_days VALUES (old.account_id,
    (old.slot + (SELECT shift FROM activity_clock WHERE since <= old.slot
      ORDER BY since DESC LIMIT 1)) / 96,
    -old.n, -old.mention, -old.reply, -old.comment, -old.message, -old.quote, -old.review,
    -old.reaction, -old.repost, -old.follow, -old.other, -old.positive, -old.undecided,
    -old.negative, -old.unread, -old.needs_reply)
    ON CONFLICT DO UPDATE SET
      n = n + excluded.n, mention = mention + excluded.mention, reply = reply + excluded.reply,
      comment = comment + excluded.comment, message = message + excluded.message,
      quote = quote + excluded.quote, review = review + excluded.review,
      reaction = reaction + excluded.reaction, repost = repost + excluded.repost,
      follow = follow + excluded.follow, other = other + excluded.other,
      positive = positive + excluded.positive, undecided = undecided + excluded.undecided,
      negative = negative + excluded.negative, unread = unread + excluded.unread,
      needs_reply = needs_reply + excluded.needs_reply; END;
CREATE TRIGGER activity_day_move AFTER UPDATE ON activity_slots BEGIN
  INSERT INTO activity_days VALUES (new.account_id,
    (new.slot + (SELECT shift FROM activity_clock WHERE since <= new.slot
      ORDER BY since DESC LIMIT 1)) / 96,
    new.n - old.n, new.mention - old.mention, new.reply - old.reply, new.comment - old.comment,
    new.message - old.message, new.quote - old.quote, new.review - old.review,
    new.reaction - old.reaction, new.repost - old.repost, new.follow - old.follow,
    new.other - old.other, new.positive - old.positive, new.undecided - old.undecided,
    new.negative - old.negative, new.unread - old.unread, new.needs_reply - old.needs_reply)
    ON CONFLICT DO UPDATE SET
      n = n + excluded.n, mention = mention + excluded.mention, reply = reply + excluded.reply,
      comment = comment + excluded.comment, message = message + excluded.message,
      quote = quote + excluded.quote, review = review + excluded.review,
      reaction = reaction + excluded.reaction, repost = repost + excluded.repost,
      follow = follow + excluded.follow, other = other + excluded.other,
      positive = positive + excluded.positive, undecided = undecided + excluded.undecided,
      negative = negative + excluded.negative, unread = unread + excluded.unread,
      needs_reply = needs_reply + excluded.needs_reply; END;
CREATE INDEX ties_by_target ON ties (target, source);
CREATE INDEX ties_by_name_of ON ties_by_name (name);
CREATE VIEW ties_of_posts AS
  SELECT c.author_id AS source, q.author_id AS target,
    CAST(strftime('%Y%m', c.created_at / 1000, 'unixepoch') AS INTEGER) AS month, count(*) AS n
  FROM posts c JOIN posts q ON q.realm = c.realm AND q.remote_id = c.parent_ref
  WHERE c.parent_ref IS NOT NULL AND q.author_id <> c.author_id GROUP BY 1, 2, 3;
CREATE VIEW ties_of_names AS
  SELECT p.author_id AS source, m.name AS name,
    CAST(strftime('%Y%m', p.created_at / 1000, 'unixepoch') AS INTEGER) AS month, count(DISTINCT p.id) AS n
  FROM posts p JOIN (SELECT o.id, lower(ltrim(json_extract(s.value, '$.target'), '@')) AS name
      FROM posts o JOIN json_each(o.spans) s WHERE o.parent_ref IS NULL AND o.spans <> '[]'
        AND json_extract(s.value, '$.kind') = 'mention'
        AND json_type(s.value, '$.target') = 'text') m ON m.id = p.id
  GROUP BY 1, 2, 3;
CREATE VIEW ties_of_deeds AS
  SELECT actor_id AS source, account_id, kind,
    CAST(strftime('%Y%m', created_at / 1000, 'unixepoch') AS INTEGER) AS month, count(*) AS n
  FROM interactions WHERE kind IN ('reaction', 'repost', 'quote', 'follow') GROUP BY 1, 2, 3, 4;
CREATE TRIGGER tie_in AFTER INSERT ON posts BEGIN
  INSERT INTO ties SELECT new.author_id, q.author_id, CAST(strftime('%Y%m', new.created_at / 1000, 'unixepoch') AS INTEGER), 1
    FROM posts q WHERE q.realm = new.realm AND q.remote_id = new.parent_ref
      AND q.author_id <> new.author_id
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO ties SELECT c.author_id, new.author_id, CAST(strftime('%Y%m', c.created_at / 1000, 'unixepoch') AS INTEGER), 1
    FROM posts c WHERE c.realm = new.realm AND c.parent_ref = new.remote_id
      AND c.author_id <> new.author_id
    ON CONFLICT DO UPDATE SET n = n + 1; END;
CREATE TRIGGER tie_out AFTER DELETE ON posts BEGIN
  UPDATE ties SET n = n - 1 WHERE source = old.author_id
    AND month = CAST(strftime('%Y%m', old.created_at / 1000, 'unixepoch') AS INTEGER)
    AND target = (SELECT q.author_id FROM posts q WHERE q.realm = old.realm
      AND q.remote_id = old.parent_ref);
  DELETE FROM ties WHERE n = 0 AND source = old.author_id
    AND month = CAST(strftime('%Y%m', old.created_at / 1000, 'unixepoch') AS INTEGER)
    AND target = (SELECT q.author_id FROM posts q WHERE q.realm = old.realm
      AND q.remote_id = old.parent_ref);
  UPDATE ties SET n = n - (SELECT count(*) FROM posts c WHERE c.realm = old.realm
      AND c.parent_ref = old.remote_id AND c.author_id = ties.source
      AND CAST(strftime('%Y%m', c.created_at / 1000, 'unixepoch') AS INTEGER) = ties.month)
    WHERE target = old.author_id AND source IN (SELECT c.author_id FROM posts c
      WHERE c.realm = old.realm AND c.parent_ref = old.remote_id);
  DELETE FROM ties WHERE n = 0 AND target = old.author_id AND source IN (SELECT c.author_id
    FROM posts c WHERE c.realm = old.realm AND c.parent_ref = old.remote_id); END;
CREATE TRIGGER tie_moved AFTER UPDATE OF parent_ref ON posts
  WHEN old.parent_ref IS NOT new.parent_ref BEGIN
  UPDATE ties SET n = n - 1 WHERE source = old.author_id
    AND month = CAST(strftime('%Y%m', old.created_at / 1000, 'unixepoch') AS INTEGER)
    AND target = (SELECT q.author_id FROM posts q WHERE q.realm = old.realm
      AND q.remote_id = old.parent_ref);
  DELETE FROM ties WHERE n = 0 AND source = old.author_id
    AND month = CAST(strftime('%Y%m', old.created_at / 1000, 'unixepoch') AS INTEGER)
    AND target = (SELECT q.author_id FROM posts q WHERE q.realm = old.realm
      AND q.remote_id = old.parent_ref);
  INSERT INTO ties SELECT new.author_id, q.author_id, CAST(strftime('%Y%m', new.created_at / 1000, 'unixepoch') AS INTEGER), 1
    FROM posts q WHERE q.realm = new.realm AND q.remote_id = new.parent_ref
      AND q.author_id <> new.author_id
    ON CONFLICT DO UPDATE SET n = n + 1; END;
CREATE TRIGGER name_in AFTER INSERT ON posts WHEN new.parent_ref IS NULL AND new.spans <> '[]' BEGIN
  INSERT INTO ties_by_name SELECT new.author_id, name, CAST(strftime('%Y%m', new.created_at / 1000, 'unixepoch') AS INTEGER), 1
    FROM (SELECT DISTINCT lower(ltrim(json_extract(s.value, '$.target'), '@')) AS name
      FROM json_each(new.spans) s WHERE json_extract(s.value, '$.kind') = 'mention'
        AND json_type(s.value, '$.target') = 'text') WHERE true
    ON CONFLICT DO UPDATE SET n = n + 1; END;
CREATE TRIGGER name_out AFTER DELETE ON posts WHEN old.parent_ref IS NULL AND old.spans <> '[]' BEGIN
  UPDATE ties_by_name SET n = n - 1 WHERE source = old.author_id
    AND month = CAST(strftime('%Y%m', old.created_at / 1000, 'unixepoch') AS INTEGER) AND name IN (SELECT DISTINCT lower(ltrim(json_extract(s.value, '$.target'), '@')) AS name
      FROM json_each(old.spans) s WHERE json_extract(s.value, '$.kind') = 'mention'
        AND json_type(s.value, '$.target') = 'text');
  DELETE FROM ties_by_name WHERE n = 0 AND source = old.author_id
    AND month = CAST(strftime('%Y%m', old.created_at / 1000, 'unixepoch') AS INTEGER); END;
CREATE TRIGGER name_moved AFTER UPDATE OF parent_ref, spans ON posts
  WHEN old.parent_ref IS NOT new.parent_ref OR old.spans <> new.spans BEGIN
  UPDATE ties_by_name SET n = n - 1 WHERE old.parent_ref IS NULL AND source = old.author_id
    AND month = CAST(strftime('%Y%m', old.created_at / 1000, 'unixepoch') AS INTEGER) AND name IN (SELECT DISTINCT lower(ltrim(json_extract(s.value, '$.target'), '@')) AS name
      FROM json_each(old.spans) s WHERE json_extract(s.value, '$.kind') = 'mention'
        AND json_type(s.value, '$.target') = 'text');
  DELETE FROM ties_by_name WHERE n = 0 AND source = old.author_id
    AND month = CAST(strftime('%Y%m', old.created_at / 1000, 'unixepoch') AS INTEGER);
  INSERT INTO ties_by_name SELECT new.author_id, name, CAST(strftime('%Y%m', new.created_at / 1000, 'unixepoch') AS INTEGER), 1
    FROM (SELECT DISTINCT lower(ltrim(json_extract(s.value, '$.target'), '@')) AS name
      FROM json_each(new.spans) s WHERE json_extract(s.value, '$.kind') = 'mention'
        AND json_type(s.value, '$.target') = 'text') WHERE new.parent_ref IS NULL
    ON CONFLICT DO UPDATE SET n = n + 1; END;
CREATE TRIGGER deed_in AFTER INSERT ON interactions
  WHEN new.kind IN ('reaction', 'repost', 'quote', 'follow') BEGIN
  INSERT INTO ties_to_us VALUES (new.actor_id, new.account_id, new.kind,
    CAST(strftime('%Y%m', new.created_at / 1000, 'unixepoch') AS INTEGER), 1) ON CONFLICT DO UPDATE SET n = n + 1; END;
CREATE TRIGGER deed_out AFTER DELETE ON interactions
  WHEN old.kind IN ('reaction', 'repost', 'quote', 'follow') BEGIN
  UPDATE ties_to_us SET n = n - 1 WHERE source = old.actor_id AND account_id = old.account_id
    AND kind = old.kind AND month = CAST(strftime('%Y%m', old.created_at / 1000, 'unixepoch') AS INTEGER);
  DELETE FROM ties_to_us WHERE n = 0 AND source = old.actor_id
    AND account_id = old.account_id AND kind = old.kind; END;
CREATE TRIGGER deed_moved AFTER UPDATE OF kind ON interactions WHEN old.kind <> new.kind BEGIN
  UPDATE ties_to_us SET n = n - 1 WHERE source = old.actor_id AND account_id = old.account_id
    AND kind = old.kind AND month = CAST(strftime('%Y%m', old.created_at / 1000, 'unixepoch') AS INTEGER);
  DELETE FROM ties_to_us WHERE n = 0 AND source = old.actor_id
    AND account_id = old.account_id AND kind = old.kind;
  INSERT INTO ties_to_us SELECT new.actor_id, new.account_id, new.kind,
    CAST(strftime('%Y%m', new.created_at / 1000, 'unixepoch') AS INTEGER), 1 WHERE new.kind IN ('reaction', 'repost', 'quote', 'follow')
    ON CONFLICT DO UPDATE SET n = n + 1; END;
CREATE INDEX costs_by_day ON costs (first_day, last_day);
CREATE INDEX costs_by_source ON costs (source) WHERE source <> 'hand';
CREATE INDEX ratings_by_name ON ratings (name, day);
CREATE INDEX imports_by_digest ON imports (digest);
CREATE INDEX import_values_by_key ON import_values (name, account_id, post_id, at, part, import_id);
CREATE VIEW v_accounts AS SELECT a.id AS account_id, a.platform, a.server, a.handle, a.name, a.url, a.state,
    a.added_at AS added_at, strftime('%Y-%m-%dT%H:%M:%fZ', a.added_at / 1000.0, 'unixepoch') AS added_iso,
    a.synced_at AS synced_at, strftime('%Y-%m-%dT%H:%M:%fZ', a.synced_at / 1000.0, 'unixepoch') AS synced_iso,
    (SELECT CAST(m.value AS INTEGER) FROM measures m WHERE m.account_id = a.id
      AND m.name = 'followers' AND m.post_id = 0 AND m.source = 'platform'
      ORDER BY m.at DESC LIMIT 1) AS followers
  FROM accounts a;
CREATE VIEW v_people AS SELECT p.id AS person_id, CAST(p.id AS TEXT) AS person_id_text,
    p.realm AS network, p.handle, p.name, p.bio, p.url, p.followers,
    p.seen_at AS seen_at, strftime('%Y-%m-%dT%H:%M:%fZ', p.seen_at / 1000.0, 'unixepoch') AS seen_iso,
    v.first_at AS first_at, strftime('%Y-%m-%dT%H:%M:%fZ', v.first_at / 1000.0, 'unixepoch') AS first_iso,
    nullif(v.last_at, 0) AS last_at, strftime('%Y-%m-%dT%H:%M:%fZ', nullif(v.last_at, 0) / 1000.0, 'unixepoch') AS last_iso,
    coalesce(v.items, 0) AS interactions, coalesce(v.days, 0) AS days,
    CAST(coalesce(c.person, c.id) AS TEXT) AS contact, coalesce(c.vip, 0) AS vip, c.stage,
    (SELECT group_concat(t.tag, ', ') FROM contact_tags t WHERE t.contact_id = c.id) AS tags
  FROM profiles p LEFT JOIN visits v ON v.profile_id = p.id
    LEFT JOIN contacts c ON c.id = p.contact_id;
CREATE VIEW v_posts AS SELECT p.id AS post_id, CAST(p.id AS TEXT) AS post_id_text,
    p.realm AS network, p.remote_id, p.kind,
    p.author_id AS author_id, CAST(p.author_id AS TEXT) AS author_id_text,
    a.handle AS author,
    (SELECT m.id FROM accounts m
    WHERE m.realm = a.realm AND m.remote_id = a.remote_id ORDER BY m.state = 'removed' LIMIT 1) AS account_id,
    p.text, p.lang, p.visibility, p.url,
    p.created_at AS created_at, strftime('%Y-%m-%dT%H:%M:%fZ', p.created_at / 1000.0, 'unixepoch') AS created_iso,
    p.edited_at AS edited_at, strftime('%Y-%m-%dT%H:%M:%fZ', p.edited_at / 1000.0, 'unixepoch') AS edited_iso,
    p.deleted_at AS deleted_at, strftime('%Y-%m-%dT%H:%M:%fZ', p.deleted_at / 1000.0, 'unixepoch') AS deleted_iso,
    p.parent_ref, p.root_ref,
    CAST(p.counts ->> 'likes' AS INTEGER) AS likes,
    CAST(p.counts ->> 'reposts' AS INTEGER) AS reposts,
    CAST(p.counts ->> 'replies' AS INTEGER) AS replies,
    CAST(p.counts ->> 'quotes' AS INTEGER) AS quotes,
    json_array_length(p.media) AS media
  FROM posts p LEFT JOIN profiles a ON a.id = p.author_id;
CREATE VIEW v_interactions AS SELECT i.id AS item_id, CAST(i.id AS TEXT) AS item_id_text,
    i.account_id, i.kind, i.state, i.needs_reply,
    i.actor_id AS person_id, CAST(i.actor_id AS TEXT) AS person_id_text,
    a.handle AS person, a.name AS person_name,
    i.post_id AS post_id, CAST(i.post_id AS TEXT) AS post_id_text,
    p.text, p.lang, p.url, i.target_ref,
    i.created_at AS created_at, strftime('%Y-%m-%dT%H:%M:%fZ', i.created_at / 1000.0, 'unixepoch') AS created_iso,
    i.seen_at AS seen_at, strftime('%Y-%m-%dT%H:%M:%fZ', i.seen_at / 1000.0, 'unixepoch') AS seen_iso,
    nullif(i.due_at, 0) AS due_at, strftime('%Y-%m-%dT%H:%M:%fZ', nullif(i.due_at, 0) / 1000.0, 'unixepoch') AS due_iso,
    i.first_reply_at AS first_reply_at, strftime('%Y-%m-%dT%H:%M:%fZ', i.first_reply_at / 1000.0, 'unixepoch') AS first_reply_iso,
    i.done_at AS done_at, strftime('%Y-%m-%dT%H:%M:%fZ', i.done_at / 1000.0, 'unixepoch') AS done_iso,
    (i.first_reply_at - i.created_at) / 60000.0 AS minutes_to_reply,
    CASE WHEN i.kind IN ('reaction', 'repost', 'follow') THEN NULL
    WHEN i.signals = '[]' THEN 'unread'
    WHEN instr(i.signals, '"complaint"') THEN 'negative'
    WHEN instr(i.signals, '"praise"') OR instr(i.signals, '"thanks"') THEN 'positive'
    ELSE 'undecided' END AS attitude, i.signals, i.assignee, i.priority
  FROM interactions i LEFT JOIN profiles a ON a.id = i.actor_id
    LEFT JOIN posts p ON p.id = i.post_id;
CREATE VIEW v_labels AS SELECT l.item_id AS item_id, CAST(l.item_id AS TEXT) AS item_id_text, l.label FROM item_labels l;
CREATE VIEW v_replies AS SELECT o.id AS sent_id, CAST(o.id AS TEXT) AS sent_id_text,
    o.account_id, o.action ->> 'text' AS text, o.url,
    o.item_id AS item_id, CAST(o.item_id AS TEXT) AS item_id_text,
    i.actor_id AS person_id, CAST(i.actor_id AS TEXT) AS person_id_text,
    i.created_at AS asked_at, strftime('%Y-%m-%dT%H:%M:%fZ', i.created_at / 1000.0, 'unixepoch') AS asked_iso,
    o.sent_at AS sent_at, strftime('%Y-%m-%dT%H:%M:%fZ', o.sent_at / 1000.0, 'unixepoch') AS sent_iso,
    (o.sent_at - i.created_at) / 60000.0 AS minutes, k.kind AS reply_kind
  FROM outbox o LEFT JOIN interactions i ON i.id = o.item_id
    LEFT JOIN answer_kinds k ON k.outbox_id = o.id
  WHERE o.state = 'sent' AND o.kind = 'reply';
CREATE VIEW v_plans AS SELECT d.id AS plan_id, CAST(d.id AS TEXT) AS plan_id_text, d.stage, d.state, d.title, d.text, d.pillar,
    c.name AS campaign, d.wall AS planned_local, d.zone,
    d.planned_at AS planned_at, strftime('%Y-%m-%dT%H:%M:%fZ', d.planned_at / 1000.0, 'unixepoch') AS planned_iso,
    d.done_at AS done_at, strftime('%Y-%m-%dT%H:%M:%fZ', d.done_at / 1000.0, 'unixepoch') AS done_iso
  FROM drafts d LEFT JOIN campaigns c ON c.id = d.campaign_id
  WHERE d.item_id IS NULL AND d.post_id IS NULL;
CREATE VIEW v_campaigns AS SELECT c.id AS campaign_id, CAST(c.id AS TEXT) AS campaign_id_text, c.name, c.first_day, c.last_day,
    c.facts ->> 'goal' AS goal
  FROM campaigns c;
CREATE VIEW v_campaign_posts AS SELECT c.name AS campaign, l.post_id AS post_id, CAST(l.post_id AS TEXT) AS post_id_text
  FROM campaign_posts l JOIN campaigns c ON c.id = l.campaign_id;
CREATE VIEW v_measures AS SELECT m.account_id, m.name,
    nullif(m.post_id, 0) AS post_id, CAST(nullif(m.post_id, 0) AS TEXT) AS post_id_text,
    m.at AS measured_at,
    strftime('%Y-%m-%dT%H:%M:%fZ', m.at / 1000.0, 'unixepoch') AS measured_iso,
    m.source, m.value
  FROM measures m;
CREATE VIEW v_followers AS SELECT m.account_id, m.at AS measured_at,
    strftime('%Y-%m-%dT%H:%M:%fZ', m.at / 1000.0, 'unixepoch') AS measured_iso,
    CAST(m.value AS INTEGER) AS followers, m.source
  FROM measures m WHERE m.name = 'followers' AND m.post_id = 0;
CREATE VIEW v_watched AS SELECT w.account_id, w.stream,
    w.since AS since_at, strftime('%Y-%m-%dT%H:%M:%fZ', w.since / 1000.0, 'unixepoch') AS since_iso,
    w.until AS until_at, strftime('%Y-%m-%dT%H:%M:%fZ', w.until / 1000.0, 'unixepoch') AS until_iso
  FROM watched w;
CREATE VIEW v_activity_by_day AS SELECT s.account_id, date(s.slot * 900, 'unixepoch') AS day,
    sum(s.n) AS interactions, sum(s.mention) AS mentions, sum(s.reply) AS replies,
    sum(s.comment) AS comments, sum(s.message) AS messages, sum(s.quote) AS quotes,
    sum(s.review) AS reviews, sum(s.reaction) AS reactions, sum(s.repost) AS reposts,
    sum(s.follow) AS follows, sum(s.other) AS others, sum(s.positive) AS positive,
    sum(s.undecided) AS undecided, sum(s.negative) AS negative, sum(s.unread) AS unread,
    sum(s.needs_reply) AS need_reply
  FROM activity_slots s GROUP BY 1, 2 HAVING sum(s.n) > 0;
CREATE VIEW v_activity_by_hour AS SELECT s.account_id, date(s.slot * 900, 'unixepoch') AS day,
    CAST(strftime('%H', s.slot * 900, 'unixepoch') AS INTEGER) AS hour,
    sum(s.n) AS interactions, sum(s.mention) AS mentions, sum(s.reply) AS replies,
    sum(s.comment) AS comments, sum(s.message) AS messages, sum(s.quote) AS quotes,
    sum(s.review) AS reviews, sum(s.reaction) AS reactions, sum(s.repost) AS reposts,
    sum(s.follow) AS follows, sum(s.other) AS others, sum(s.positive) AS positive,
    sum(s.undecided) AS undecided, sum(s.negative) AS negative, sum(s.unread) AS unread,
    sum(s.needs_reply) AS need_reply
  FROM activity_slots s GROUP BY 1, 2, 3 HAVING sum(s.n) > 0;
CREATE VIEW v_imports AS SELECT f.id AS import_id, CAST(f.id AS TEXT) AS import_id_text, f.file,
    f.made_at AS made_at, strftime('%Y-%m-%dT%H:%M:%fZ', f.made_at / 1000.0, 'unixepoch') AS made_iso,
    f.undone_at AS undone_at, strftime('%Y-%m-%dT%H:%M:%fZ', f.undone_at / 1000.0, 'unixepoch') AS undone_iso,
    f.rows AS table_rows, f.kept, json_array_length(f.unmatched) AS unmatched
  FROM imports f;
CREATE VIEW v_imported AS SELECT nullif(v.account_id, '') AS account_id, v.name,
    nullif(v.post_id, 0) AS post_id, CAST(nullif(v.post_id, 0) AS TEXT) AS post_id_text,
    v.at AS measured_at, strftime('%Y-%m-%dT%H:%M:%fZ', v.at / 1000.0, 'unixepoch') AS measured_iso,
    v.value, nullif(v.part, '') ->> 'campaign' AS campaign, nullif(v.part, '') ->> 'source' AS utm_source,
    nullif(v.part, '') ->> 'medium' AS utm_medium, nullif(v.part, '') ->> 'content' AS utm_content,
    nullif(v.part, '') ->> 'order' AS order_number, nullif(v.part, '') ->> 'code' AS code,
    nullif(v.part, '') ->> 'currency' AS currency,
    v.import_id AS import_id, CAST(v.import_id AS TEXT) AS import_id_text, v.line
  FROM import_values v JOIN imports f ON f.id = v.import_id AND f.undone_at IS NULL
  WHERE NOT EXISTS (SELECT 1 FROM import_values w JOIN imports g ON g.id = w.import_id
    AND g.undone_at IS NULL WHERE w.name = v.name AND w.account_id = v.account_id
    AND w.post_id = v.post_id AND w.at = v.at AND w.part = v.part AND w.import_id > v.import_id);
CREATE VIEW v_costs AS SELECT c.id AS cost_id, CAST(c.id AS TEXT) AS cost_id_text, c.kind, c.amount,
    c.currency, c.first_day, c.last_day, c.account_id, c.channel, k.name AS campaign, c.note,
    c.source
  FROM costs c LEFT JOIN campaigns k ON k.id = c.campaign_id;
