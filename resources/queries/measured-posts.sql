-- en: What was brought in for our posts, beside what they got
-- zh_CN: 导入的各帖数值，与它们得到的回应并列
-- zh_TW: 匯入的各則數值，與它們得到的回應並列
-- columns: created_iso, text, name, value, replies, source
SELECT p.created_iso, p.text, m.name, m.value, p.replies, m.source
FROM v_measures m JOIN v_posts p ON p.post_id = m.post_id
WHERE m.post_id IS NOT NULL
ORDER BY p.created_at DESC, m.name;
