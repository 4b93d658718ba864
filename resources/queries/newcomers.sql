-- en: How many people came for the first time, by month
-- zh_CN: 每月有多少人第一次来
-- zh_TW: 每月有多少人第一次來
-- columns: month, newcomers
SELECT substr(first_iso, 1, 7) AS month, count(*) AS newcomers
FROM v_people
WHERE first_iso IS NOT NULL
GROUP BY month
ORDER BY month;
