-- en: What came in the last 30 days, fast at any size: an item_id holds its time, so a span of ids is a span of time
-- zh_CN: 最近 30 天收到的；item_id 里含有时间，按编号范围取就是按时间取，多大都快
-- zh_TW: 最近 30 天收到的；item_id 裡含有時間，按編號範圍取就是按時間取，多大都快
-- columns: created_iso, account_id, kind, person, text, attitude
-- plan: PRIMARY KEY
SELECT created_iso, account_id, kind, person, text, attitude
FROM v_interactions
WHERE item_id >= (unixepoch('now', '-30 days') * 1000) << 20
ORDER BY item_id DESC
LIMIT 1000;
