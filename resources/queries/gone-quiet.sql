-- en: Regulars who have not come for 60 days
-- zh_CN: 60 天没来的常客
-- zh_TW: 60 天沒來的常客
-- columns: person_id_text, handle, name, days, last_iso
SELECT person_id_text, handle, name, days, last_iso
FROM v_people
WHERE days >= 3 AND last_at < (unixepoch('now', '-60 days') * 1000)
ORDER BY last_at DESC
LIMIT 100;
