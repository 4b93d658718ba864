-- en: Which hours of the week are busiest (UTC; 0 is Sunday)
-- zh_CN: 一周中哪些小时最忙（UTC；0 是星期日）
-- zh_TW: 一週中哪些小時最忙（UTC；0 是星期日）
-- columns: weekday, hour, interactions, need_reply
SELECT CAST(strftime('%w', day) AS INTEGER) AS weekday, hour,
  sum(interactions) AS interactions, sum(need_reply) AS need_reply
FROM v_activity_by_hour
GROUP BY weekday, hour
ORDER BY interactions DESC, weekday, hour;
