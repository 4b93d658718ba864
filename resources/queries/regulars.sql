-- en: Who comes again and again
-- zh_CN: 谁一再来
-- zh_TW: 誰一再來
-- columns: person_id_text, network, handle, name, days, interactions, last_iso
SELECT person_id_text, network, handle, name, days, interactions, last_iso
FROM v_people
WHERE days >= 3
ORDER BY days DESC, interactions DESC
LIMIT 100;
