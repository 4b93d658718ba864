-- en: How much came in each day, and how much of it was negative
-- zh_CN: 每天收到多少，其中多少是负面
-- zh_TW: 每天收到多少，其中多少是負面
-- columns: day, interactions, need_reply, negative, negative_share
SELECT day, sum(interactions) AS interactions, sum(need_reply) AS need_reply,
  sum(negative) AS negative,
  round(1.0 * sum(negative) / nullif(sum(positive + undecided + negative), 0), 3) AS negative_share
FROM v_activity_by_day
GROUP BY day
ORDER BY day;
