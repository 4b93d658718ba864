-- en: Holes in what was read: within them nothing can be called zero
-- zh_CN: 读取中的缺口：这些时段里不能把没有当成零
-- zh_TW: 讀取中的缺口：這些時段裡不能把沒有當成零
-- columns: account_id, stream, hole_from, hole_until, hours
WITH spans AS (
  SELECT account_id, stream, since_at, since_iso,
    lag(until_at) OVER (PARTITION BY account_id, stream ORDER BY since_at) AS before_at,
    lag(until_iso) OVER (PARTITION BY account_id, stream ORDER BY since_at) AS before_iso
  FROM v_watched
)
SELECT account_id, stream, before_iso AS hole_from, since_iso AS hole_until,
  round((since_at - before_at) / 3600000.0, 1) AS hours
FROM spans
WHERE before_at IS NOT NULL
ORDER BY account_id, since_at;
