"""What is usual on each platform, as the program brings it: hints, to be edited (AC-05).

Written by us from use of the platforms, not from a study; `tone` by language of the window.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NORMS: Mapping[str, Mapping[str, Any]] = {
    "mastodon": {
        "tone": {
            "en": "Plain and personal, like a neighbour; advertising is not liked. Pictures have "
            "a description, tags are written LikeThis, delicate things go behind a warning.",
            "zh_CN": "朴实、像邻里聊天，不喜欢广告腔。图片要有描述，标签多词时首字母大写，"
            "敏感内容放在内容警告后面。",
            "zh_TW": "樸實、像鄰里聊天，不喜歡廣告腔。圖片要有描述，標籤多詞時首字母大寫，"
            "敏感內容放在內容警告後面。",
        },
        "length": 500,
        "hashtags": 4,
        "seen_by": "public",
    },
    "bluesky": {
        "tone": {
            "en": "Short, light and quick to the point; few tags. Join a conversation rather "
            "than announce.",
            "zh_CN": "短、轻松、开门见山，标签少用。与其发布公告，不如加入交谈。",
            "zh_TW": "短、輕鬆、開門見山，標籤少用。與其發布公告，不如加入交談。",
        },
        "length": 300,
        "hashtags": 2,
        "seen_by": "public",
    },
    "demo": {
        "tone": {
            "en": "Friendly and to the point, as a small shop talks.",
            "zh_CN": "友好、说重点，像小店和熟客聊天。",
            "zh_TW": "友善、說重點，像小店和熟客聊天。",
        },
        "length": 500,
        "hashtags": 5,
        "seen_by": "public",
    },
}
