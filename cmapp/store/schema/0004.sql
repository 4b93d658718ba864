-- which times of an account were read without a hole (store/watched.py)
CREATE TABLE watched (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  stream TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
  PRIMARY KEY (account_id, stream, since)
) STRICT, WITHOUT ROWID;
-- a walk without a gap has read all since the account was connected (connectors/paging.py)
INSERT INTO watched SELECT c.account_id, c.stream, a.added_at, c.pulled_at
  FROM cursors c JOIN accounts a ON a.id = c.account_id
  WHERE c.stream IN ('inbox', 'messages') AND c.scope = '' AND c.pulled_at > a.added_at
    AND c.cursor ->> 'head' IS NOT NULL AND c.cursor ->> 'gap' IS NULL;

-- numbers at a time (store/measures.py): account_id is an account's or a rival's
CREATE TABLE measures (
  account_id TEXT NOT NULL, name TEXT NOT NULL, post_id INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL, source TEXT NOT NULL DEFAULT 'platform', value REAL NOT NULL,
  PRIMARY KEY (account_id, name, post_id, at, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX measures_by_post ON measures (post_id, name, at) WHERE post_id <> 0;

-- what needed an answer (store/asked.py)
CREATE INDEX interactions_asked ON interactions
  (account_id, id, kind, created_at, first_reply_at, due_at, done_at, state, assignee)
  WHERE needs_reply = 1;
-- our answers by when they left (store/answer_kinds.py)
CREATE INDEX outbox_replied ON outbox (account_id, sent_at) WHERE state = 'sent' AND kind = 'reply';

-- competitors, watched through an account of ours (store/rivals.py); their numbers are measures
CREATE TABLE rivals (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  remote_id TEXT NOT NULL, handle TEXT NOT NULL, name TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '', added_at INTEGER NOT NULL, asked_at INTEGER,
  why TEXT NOT NULL DEFAULT '', UNIQUE (account_id, remote_id)
) STRICT;

-- what a post of ours got (store/own_posts.py, store/responses.py)
CREATE INDEX interactions_by_target ON interactions (account_id, target_ref, kind, created_at)
  WHERE target_ref IS NOT NULL;

-- roll-ups (store/activity.py): a row for each account and quarter of an hour (`slot`: of UTC, since
-- 1970) in which something came; and for each local day (`day`: since 1970) by the clock of the
-- zone that the file is kept in (`shift`: how many slots it is ahead of UTC from slot `since` on)
CREATE TABLE activity_slots (
  account_id TEXT NOT NULL, slot INTEGER NOT NULL,
  n INTEGER NOT NULL, mention INTEGER NOT NULL, reply INTEGER NOT NULL, comment INTEGER NOT NULL,
  message INTEGER NOT NULL, quote INTEGER NOT NULL, review INTEGER NOT NULL,
  reaction INTEGER NOT NULL, repost INTEGER NOT NULL, follow INTEGER NOT NULL,
  other INTEGER NOT NULL, positive INTEGER NOT NULL, undecided INTEGER NOT NULL,
  negative INTEGER NOT NULL, unread INTEGER NOT NULL, needs_reply INTEGER NOT NULL,
  PRIMARY KEY (account_id, slot)
) STRICT, WITHOUT ROWID;
CREATE TABLE activity_days (
  account_id TEXT NOT NULL, day INTEGER NOT NULL,
  n INTEGER NOT NULL, mention INTEGER NOT NULL, reply INTEGER NOT NULL, comment INTEGER NOT NULL,
  message INTEGER NOT NULL, quote INTEGER NOT NULL, review INTEGER NOT NULL,
  reaction INTEGER NOT NULL, repost INTEGER NOT NULL, follow INTEGER NOT NULL,
  other INTEGER NOT NULL, positive INTEGER NOT NULL, undecided INTEGER NOT NULL,
  negative INTEGER NOT NULL, unread INTEGER NOT NULL, needs_reply INTEGER NOT NULL,
  PRIMARY KEY (account_id, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE activity_clock (since INTEGER PRIMARY KEY, shift INTEGER NOT NULL) STRICT;
INSERT INTO activity_clock VALUES (0, 0);
INSERT INTO activity_slots SELECT i.account_id, i.created_at / 900000,
    count(*), sum((i.kind = 'mention')), sum((i.kind = 'reply')), sum((i.kind = 'comment')),
    sum((i.kind = 'message')), sum((i.kind = 'quote')), sum((i.kind = 'review')),
    sum((i.kind = 'reaction')), sum((i.kind = 'repost')), sum((i.kind = 'follow')),
    sum((i.kind = 'other')), sum((mood = 'positive')), sum((mood = 'undecided')),
    sum((mood = 'negative')), sum((mood = 'unread')), sum(i.needs_reply)
  FROM (SELECT account_id, created_at, kind, needs_reply,
    CASE WHEN kind IN ('reaction', 'repost', 'follow') THEN ''
      WHEN signals = '[]' THEN 'unread' WHEN instr(signals, '"complaint"') THEN 'negative'
      WHEN instr(signals, '"praise"') OR instr(signals, '"thanks"') THEN 'positive'
      ELSE 'undecided' END AS mood FROM interactions) AS i
  GROUP BY 1, 2;
INSERT INTO activity_days SELECT account_id, slot / 96,
    sum(n), sum(mention), sum(reply), sum(comment), sum(message), sum(quote), sum(review),
    sum(reaction), sum(repost), sum(follow), sum(other), sum(positive), sum(undecided),
    sum(negative), sum(unread), sum(needs_reply)
  FROM activity_slots GROUP BY 1, 2;
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

-- who answers whom (store/ties.py)
-- months are UTC, as 202611. `ties`: source answered target, n times; one's own posts left out
CREATE TABLE ties (
  source INTEGER NOT NULL, target INTEGER NOT NULL, month INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (source, target, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX ties_by_target ON ties (target, source);
-- named in a post that answers nothing (an answer's names are mostly put there by the app)
CREATE TABLE ties_by_name (
  source INTEGER NOT NULL, name TEXT NOT NULL, month INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (source, name, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX ties_by_name_of ON ties_by_name (name);
-- deeds towards an account of ours: reaction, repost, quote, follow
CREATE TABLE ties_to_us (
  source INTEGER NOT NULL, account_id TEXT NOT NULL, kind TEXT NOT NULL, month INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (source, account_id, kind, month)
) STRICT, WITHOUT ROWID;
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
INSERT INTO ties SELECT * FROM ties_of_posts;
INSERT INTO ties_by_name SELECT * FROM ties_of_names;
INSERT INTO ties_to_us SELECT * FROM ties_of_deeds;
-- an answer may be there before what it answers
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

-- goals, costs, experiments, decisions (store/goals.py …)
CREATE TABLE goals (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, metric TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
  target REAL NOT NULL, start REAL, pass_at REAL, fail_at REAL,
  first_day TEXT NOT NULL, last_day TEXT NOT NULL, zone TEXT NOT NULL,
  accounts TEXT NOT NULL DEFAULT '[]', note TEXT NOT NULL DEFAULT '',
  review TEXT NOT NULL DEFAULT 'never' CHECK (review IN ('never', 'weekly', 'monthly')),
  reminded TEXT NOT NULL DEFAULT '', made_at INTEGER NOT NULL
) STRICT;
CREATE TABLE costs (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('spend', 'return', 'hours')),
  amount REAL NOT NULL, currency TEXT NOT NULL DEFAULT '',
  first_day TEXT NOT NULL, last_day TEXT NOT NULL,
  account_id TEXT, channel TEXT NOT NULL DEFAULT '', campaign_id INTEGER,
  note TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT 'hand', made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX costs_by_day ON costs (first_day, last_day);
CREATE INDEX costs_by_source ON costs (source) WHERE source <> 'hand';
CREATE TABLE experiments (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, plan TEXT NOT NULL, seal TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'plan' CHECK (state IN ('plan', 'running', 'closed')),
  looks TEXT NOT NULL DEFAULT '[]', tallies TEXT NOT NULL DEFAULT '{}',
  verdict TEXT NOT NULL DEFAULT '', result TEXT NOT NULL DEFAULT '{}',
  made_at INTEGER NOT NULL, started_at INTEGER, closed_at INTEGER
) STRICT;
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
CREATE TABLE findings (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN
    ('note', 'interview', 'focus_group', 'survey', 'swot', 'pest')),
  title TEXT NOT NULL, fields TEXT NOT NULL DEFAULT '{}', day TEXT NOT NULL,
  links TEXT NOT NULL DEFAULT '[]', made_at INTEGER NOT NULL
) STRICT;
CREATE TABLE index_parts (
  name TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('metric', 'rating')),
  weight REAL NOT NULL, worst REAL NOT NULL, best REAL NOT NULL, place INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE ratings (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, value REAL NOT NULL, day TEXT NOT NULL,
  who TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX ratings_by_name ON ratings (name, day);

-- reports: templates, schedules, what was made (store/reports.py)
CREATE TABLE report_templates (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL, saved_at INTEGER NOT NULL
) STRICT;
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

-- tables brought in (store/imports.py): files, their values, and how the columns of a set of
-- headers were read. What counts of several files is the newest that was not taken back.
CREATE TABLE imports (
  id INTEGER PRIMARY KEY, digest TEXT NOT NULL, settings TEXT NOT NULL, file TEXT NOT NULL,
  account_id TEXT NOT NULL DEFAULT '', rows INTEGER NOT NULL, kept INTEGER NOT NULL,
  unmatched TEXT NOT NULL DEFAULT '[]', made_at INTEGER NOT NULL, undone_at INTEGER
) STRICT;
CREATE INDEX imports_by_digest ON imports (digest);
CREATE TABLE import_values (
  import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  name TEXT NOT NULL, account_id TEXT NOT NULL DEFAULT '', post_id INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL, part TEXT NOT NULL DEFAULT '', line INTEGER NOT NULL, value REAL NOT NULL,
  PRIMARY KEY (import_id, name, account_id, post_id, at, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_values_by_key ON import_values (name, account_id, post_id, at, part, import_id);
CREATE TABLE import_layouts (
  headers TEXT PRIMARY KEY, name TEXT NOT NULL, settings TEXT NOT NULL, used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- read-only views for anyone's SQL (store/open_data.py): their names and columns stay, in this order;
-- what is new comes last. A migration that makes a table anew drops them first and makes them again.
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
