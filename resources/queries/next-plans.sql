-- en: What goes out in the next 14 days
-- zh_CN: 接下来 14 天要发的
-- zh_TW: 接下來 14 天要發的
-- columns: planned_local, zone, title, text, pillar, campaign
-- plan: drafts_by_plan
SELECT planned_local, zone, title, text, pillar, campaign
FROM v_plans
WHERE planned_at >= unixepoch('now') * 1000 AND planned_at < unixepoch('now', '+14 days') * 1000
ORDER BY planned_at;
