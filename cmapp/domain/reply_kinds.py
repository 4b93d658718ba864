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
