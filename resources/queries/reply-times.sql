-- en: The median time to answer, by week and account, with how many answers it stands on
-- zh_CN: 每周每个账号回复用时的中位数，以及依据多少条回复
-- zh_TW: 每週每個帳號回覆用時的中位數，以及依據多少則回覆
-- columns: week, account_id, n, median_minutes
WITH answers AS (
  SELECT strftime('%Y-%W', sent_iso) AS week, account_id, minutes,
    row_number() OVER (PARTITION BY strftime('%Y-%W', sent_iso), account_id ORDER BY minutes) AS place,
    count(*) OVER (PARTITION BY strftime('%Y-%W', sent_iso), account_id) AS n
  FROM v_replies
  WHERE minutes IS NOT NULL
)
SELECT week, account_id, n, round(avg(minutes), 1) AS median_minutes
FROM answers
WHERE place IN ((n + 1) / 2, (n + 2) / 2)
GROUP BY week, account_id, n
ORDER BY week, account_id;
