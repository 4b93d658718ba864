-- en: Our posts that were answered, shared and liked most
-- zh_CN: 我们的帖子中最受回应的
-- zh_TW: 我們的貼文中最受回應的
-- columns: created_iso, account_id, text, replies, reposts, likes, url
SELECT created_iso, account_id, text, replies, reposts, likes, url
FROM v_posts
WHERE account_id IS NOT NULL AND kind = 'post' AND deleted_at IS NULL
ORDER BY coalesce(replies, 0) + coalesce(reposts, 0) + coalesce(likes, 0) DESC, post_id DESC
LIMIT 50;
