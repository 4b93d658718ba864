-- en: How often each label was given, and how many of those items are still open
-- zh_CN: 每个标签用了多少次，其中多少还没处理
-- zh_TW: 每個標籤用了多少次，其中多少還沒處理
-- columns: label, items, still_open
SELECT l.label, count(*) AS items, sum(i.state = 'open') AS still_open
FROM v_labels l JOIN v_interactions i ON i.item_id = l.item_id
GROUP BY l.label
ORDER BY items DESC, l.label;
