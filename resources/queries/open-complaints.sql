-- en: Complaints that are still open
-- zh_CN: 还没处理的投诉
-- zh_TW: 還沒處理的投訴
-- columns: item_id_text, account_id, person, text, created_iso, url
-- plan: interactions_
SELECT item_id_text, account_id, person, text, created_iso, url
FROM v_interactions
WHERE state = 'open' AND attitude = 'negative'
ORDER BY created_at;
