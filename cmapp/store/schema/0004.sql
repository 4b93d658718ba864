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
  DELETE FROM ties WHERE source = old.author_id AND n = 0;
  UPDATE ties SET n = n - (SELECT count(*) FROM posts c WHERE c.realm = old.realm
      AND c.parent_ref = old.remote_id AND c.author_id = ties.source
      AND CAST(strftime('%Y%m', c.created_at / 1000, 'unixepoch') AS INTEGER) = ties.month)
    WHERE target = old.author_id AND source IN (SELECT c.author_id FROM posts c
      WHERE c.realm = old.realm AND c.parent_ref = old.remote_id);
  DELETE FROM ties WHERE target = old.author_id AND n = 0; END;
CREATE TRIGGER tie_moved AFTER UPDATE OF parent_ref ON posts
  WHEN old.parent_ref IS NOT new.parent_ref BEGIN
  UPDATE ties SET n = n - 1 WHERE source = old.author_id
    AND month = CAST(strftime('%Y%m', old.created_at / 1000, 'unixepoch') AS INTEGER)
    AND target = (SELECT q.author_id FROM posts q WHERE q.realm = old.realm
      AND q.remote_id = old.parent_ref);
  DELETE FROM ties WHERE source = old.author_id AND n = 0;
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
  DELETE FROM ties_by_name WHERE source = old.author_id AND n = 0; END;
CREATE TRIGGER name_moved AFTER UPDATE OF parent_ref, spans ON posts
  WHEN old.parent_ref IS NOT new.parent_ref OR old.spans <> new.spans BEGIN
  UPDATE ties_by_name SET n = n - 1 WHERE old.parent_ref IS NULL AND source = old.author_id
    AND month = CAST(strftime('%Y%m', old.created_at / 1000, 'unixepoch') AS INTEGER) AND name IN (SELECT DISTINCT lower(ltrim(json_extract(s.value, '$.target'), '@')) AS name
      FROM json_each(old.spans) s WHERE json_extract(s.value, '$.kind') = 'mention'
        AND json_type(s.value, '$.target') = 'text');
  DELETE FROM ties_by_name WHERE source = old.author_id AND n = 0;
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
  DELETE FROM ties_to_us WHERE source = old.actor_id AND n = 0; END;
CREATE TRIGGER deed_moved AFTER UPDATE OF kind ON interactions WHEN old.kind <> new.kind BEGIN
  UPDATE ties_to_us SET n = n - 1 WHERE source = old.actor_id AND account_id = old.account_id
    AND kind = old.kind AND month = CAST(strftime('%Y%m', old.created_at / 1000, 'unixepoch') AS INTEGER);
  DELETE FROM ties_to_us WHERE source = old.actor_id AND n = 0;
  INSERT INTO ties_to_us SELECT new.actor_id, new.account_id, new.kind,
    CAST(strftime('%Y%m', new.created_at / 1000, 'unixepoch') AS INTEGER), 1 WHERE new.kind IN ('reaction', 'repost', 'quote', 'follow')
    ON CONFLICT DO UPDATE SET n = n + 1; END;

-- goals, costs, experiments, decisions (store/goals.py …)

-- reports: templates, schedules, what was made (store/reports.py)

-- tables brought in: layouts and files (store/imports.py)

-- read-only views for anyone's SQL (store/open_data.py)
