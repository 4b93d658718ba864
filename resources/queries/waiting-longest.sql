-- en: What has waited longest for an answer
-- zh_CN: 等回复最久的
-- zh_TW: 等回覆最久的
-- columns: item_id_text, account_id, person, text, created_iso, due_iso
-- plan: interactions_queue
SELECT item_id_text, account_id, person, text, created_iso, due_iso
FROM v_interactions
WHERE state = 'open' AND needs_reply = 1
ORDER BY created_at
LIMIT 50;
