"""What kind of reply a text of ours is: thanks, answer, apology, advice or other (IN-10).

Small rules on plain words, in the order in which people would name the kind: an apology that
also answers is an apology, an answer that begins with "thank you" is an answer.
"""

from __future__ import annotations

import re

from cmapp.domain.folding import fold

KINDS = ("thanks", "answer", "apology", "advice", "other")

_APOLOGY = re.compile(
    r"\b(?:so |very |really |we'?re |i'?m )?sorry\b|\bapolog|\bour (?:fault|mistake)\b|\bregret\b"
    r"|抱歉|对不起|道歉|致歉|不好意思|歉意|失礼|让您久等|让你久等|给您添"
)
_THANKS = re.compile(
    r"\bthank(?:s| you|ful)?\b|\bappreciate|\bgrateful\b|\bcheers\b|谢谢|感谢|多谢|感恩|谢啦"
    r"|\bmade our day\b|\bkind words\b"
)
_ADVICE = re.compile(
    r"\b(?:try|please try|you (?:can|could|may|might) try|we (?:suggest|recommend|advise)|i'?d "
    r"(?:suggest|recommend)|make sure|remember to|best to|avoid|step \d|first,)\b"
    r"|建议|推荐|试试|请先|可以先|可先|尝试|记得|最好|避免|注意|步骤|不妨"
)
_SAYS = re.compile(
    r"\d|\b(?:yes|no|it|is|are|will|can|has|have|ships?|opens?|costs?|available|order|refund|we)\b"
    r"|可以|不能|没有|已经|已|会|需要|今天|明天|发货|退款|订单|是的|支持|营业|价格|元|在"
)
_SPACES = re.compile(r"[\s\W_]+", re.UNICODE)
_MERE = re.compile(
    r"(?:很|非常|太|十分|真的|真是)?(?:谢谢|感谢|多谢"
    r"|谢啦|谢了|谢|3q|thx|ty|thanks?|thank ?you|cheers|merci|danke"
    r"|gracias|ありがとうございます|ありがとう)"
)
_FILLERS = frozenset(
    """so very much a lot for the your all quick reply
    answer help again many really got it ok okay great
    perfect awesome wow you guys team that this and is great good super fast response cool nice love
    ! guys everyone folks appreciated appreciate""".split()
)
_FILLERS_ZH = re.compile(
    r"好的|好|收到|明白了?|知道了|了解了?|您们|你们|您|你|回复"
    r"|解答|帮忙|帮助|客服|亲|啊|呀|哦|啦|了|的|哈|嗯|老师|大家|辛苦|解决|已经|太|棒|快|很|及时|耐心"
)


def kind_of(text: str) -> str:
    """Return the kind of one of our replies."""
    plain = fold(text)
    if _APOLOGY.search(plain):
        return "apology"
    if _ADVICE.search(plain):
        return "advice"
    if _THANKS.search(plain):
        rest = _THANKS.sub(" ", plain)
        long = len(re.findall(r"[\u4e00-\u9fff]", rest)) + 2 * len(re.findall(r"[a-z]+", rest))
        return "answer" if long > 24 and _SAYS.search(rest) else "thanks"
    return "answer" if len(_SPACES.sub("", plain)) > 1 else "other"


def is_mere_thanks(text: str) -> bool:
    """Tell whether somebody's text says thank you and nothing more."""
    plain = fold(text)
    if "?" in plain or "吗" in plain or not (_THANKS.search(plain) or _MERE.search(plain)):
        return False
    rest = _FILLERS_ZH.sub(" ", _MERE.sub(" ", _THANKS.sub(" ", plain)))
    rest = re.sub(r"[@#]\S+", " ", rest)
    left = [w for w in _SPACES.sub(" ", rest).split() if w not in _FILLERS]
    return sum(len(w) if not w.isascii() else 1 for w in left) <= 2
