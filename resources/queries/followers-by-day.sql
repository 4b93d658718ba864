-- en: Followers at the end of each day on which they were read, and the change since the day before that
-- zh_CN: 每个读取日结束时的关注者，以及与前一个读取日相比的变化
-- zh_TW: 每個讀取日結束時的追蹤者，以及與前一個讀取日相比的變化
-- columns: account_id, day, followers, change
WITH last AS (
  SELECT account_id, substr(measured_iso, 1, 10) AS day, followers,
    row_number() OVER (PARTITION BY account_id, substr(measured_iso, 1, 10)
      ORDER BY measured_at DESC) AS place
  FROM v_followers
)
SELECT account_id, day, followers,
  followers - lag(followers) OVER (PARTITION BY account_id ORDER BY day) AS change
FROM last
WHERE place = 1
ORDER BY account_id, day;
