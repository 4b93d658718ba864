-- en: What the posts of each campaign got
-- zh_CN: 每个活动的帖子得到了什么
-- zh_TW: 每個活動的貼文得到了什麼
-- columns: campaign, posts, likes, reposts, replies
SELECT c.campaign, count(*) AS posts, sum(p.likes) AS likes, sum(p.reposts) AS reposts,
  sum(p.replies) AS replies
FROM v_campaign_posts c JOIN v_posts p ON p.post_id = c.post_id
GROUP BY c.campaign
ORDER BY c.campaign;
