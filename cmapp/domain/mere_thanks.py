"""Whether a text says thanks, praise or a nod and nothing else: what may leave asleep what rests.

Words of thanks and of courtesy are struck out; what is left over is substance. It errs towards
substance, since what counts as thanks is put away unread. Texts come folded, without handles.
"""

from __future__ import annotations

import re

LONGEST = 160
"""Characters; a longer text says more than thanks."""
PRAISE = {True: "谢", False: "thanks"}
"""What stands for a word of praise: in Chinese, and in English."""

_ANGRY = re.compile("[😡😠🤬👎💩😤🖕]")
_THANKS = re.compile(
    r"不用谢|谢谢|感谢|多谢|谢啦|谢了|谢过|感恩|致谢|3q|谢"
    r"|\b(?:thanks?|thank ?(?:you|u)|thanx|thankyou|thx|ty|tysm|tyvm|cheers"
    r"|appreciated?|ta|merci|danke|gracias|obrigad[oa]|grazie)\b"
)
_CHINESE = re.compile(
    "好的|好哒|好滴|好嘞|好吧|好|行吧?|可以了|收到|明白|知道|了解|懂|没事了?|不用了|不用谢|不客气|问题解决|解决|搞定"
    "|您们|你们|您|你|我们|我|大家|咱|亲|客服|小编|老板娘?|店家|店主|店长|商家|卖家|掌柜|小哥哥?|小姐姐"
    "|小妹|老师|团队|回复|回答|解答|解释|说明|告知|提醒|帮助|帮忙|帮|支持|分享|关注|推荐|服务|付出|努力"
    "|处理|安排|提供|信息|消息|答复|一直以来|一直|非常|十分|特别|真的|真是|真|实在|太|很|超级?|最|挺|也|都"
    "|就|是|又|再次|先|那|这么|那么|如此|这|已经|已|给|对|为|地|得|的|了|啊|呀|哦|噢|喔|啦|呢|吧|嗯|恩|哈|嘻"
    "|嘿|诶|哎|耶|哇|嘛|咯|么么|比心|辛苦|麻烦|打扰|及时|耐心|细心|热心|贴心|用心|快|棒|赞|爱|心|晒|到|拜拜"
    "|再见|晚安|早安|节日快乐|快乐|加油|们"
)
_ENGLISH = frozenset(
    """so very much a lot for the your you youre all quick quickly reply replying answer answering
    help helping helpful again many really truly got it ok okay okey k kk great perfect awesome wow
    guys team that thats this and is are good super fast response responding responses cool nice
    love loved lovely everyone folks everything every do did doing u ur understood noted sure yes
    yep yup yeah ya alright fine sounds will all sorted sorted now im i we my me to in of it's its
    kind kindly kindness too best amazing brilliant star stars legend legends mate oh ah aw aww
    haha hahaha lol hi hello hey dear bye day evening weekend have happy glad info information
    heads up anyway solved fixed works working worked resolved found customer service support
    clarification clarifying explaining explanation tip tips taking time getting back letting know
    bless xx x p d""".split()
)
_CLAUSES = re.compile(r"[^\w' ]+|(?<=[㐀-鿿])\s+")
_LEFT = re.compile(r"[㐀-鿿]|[^\W\d_]+|\d+")
_MORE = re.compile(r"[但没未不还吗呢另再换退想要等能]|但是|可是|不过|什么|怎么|\?|http")
_ENOUGH = 2
"""How many Chinese characters or English words may be left beside thanks: a name, mostly."""
_SUBSTANCE = frozenset(
    "no not nothing never but still when where what why how who which yet wait waiting wrong dont "
    "doesnt didnt cant wont isnt want need order refund send sent money broken please also "
    "ruining".split()
)


def is_mere(text: str) -> bool:
    """Tell whether nothing but courtesy is said; words of praise may stand in it as `PRAISE`."""
    if len(text) > LONGEST or "?" in text or _ANGRY.search(text):
        return False
    parts = [part for part in _CLAUSES.split(text) if part.strip()]
    return all(map(_says_nothing, parts))


def _says_nothing(clause: str) -> bool:
    """Tell whether a clause is courtesy, or thanks with hardly a word more: 谢谢小美."""
    bare = _CHINESE.sub(" ", _THANKS.sub(" ", clause))
    left = [word for word in _LEFT.findall(bare) if word not in _ENGLISH]
    if not left:
        return True
    if not _THANKS.search(clause) or len(left) > _ENOUGH or _MORE.search(bare):
        return False
    return not any(word.isdigit() or word in _SUBSTANCE for word in left)
