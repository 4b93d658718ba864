"""Words that promise more than anybody can hold: 最, 第一, 100%, 国家级, the best in town (DR-12).

The Chinese list follows what the advertising law of the mainland forbids (article 9: 国家级,
最高级, 最佳 and the like) and what its inspectors count as the same. A word alone says little:
最近, 第一次, 最低温 are no praise, so each pattern names what must, or must not, stand beside it.
What is denied, quoted, or told as somebody else's opinion is left alone. Scripts and widths are
all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from cmapp.domain.folding import fold, simplified
from cmapp.domain.wordlist import words_in

_NO_PRAISE = (
    "近|后|初|终|早|晚|迟|多|少|新|末|前|左|右|上[面方层]"
    "|下[面方层]|里面?|外面|底|中间|小公倍|大公约"
    "|喜欢|喜爱|爱|想|感谢|怕|讨厌|期待|开心|难忘|遗憾"
    "|难|累|冷|热|常|慢|主要|重要|要紧|关键|简单的?办法"
    "|[大高低小]限度|大的?努力|大程度|[高低][气室水体]?温"
    "|[高低]\\s*\\d|低消费|高人民|高法|高检|快\\s*\\d"
    "|[大长短小远厚]\\s*\\d|好(?:先|提前|是|别|不要|在|打|看|用"
    "|早|能|把|让|去|带|穿|每|从|也|还|事先|不|等|现在|试|问)"
)
_WHERE = "全[国球网城台省市]|世界|亚洲|业[界内]|行业|国内|国际|同类|市面|市场|史上"
_EFFECT = (
    "(?:纯|天然|有效|安全|正品|满意|好评|无[^论聊]|不[^过会知同]"
    "|原装|环保|真|放心|健康|治|成功|保证|通过|见效)"
)
_PATTERNS_ZH = (
    rf"最(?!{_NO_PRAISE})",
    f"(?:{_WHERE}|销量|口碑|服务|[品质]质|质量|排名|人气|实力|技术|效果)(?:都是|稳居|排名|的)?第一"
    "(?!次|天|时间|步|届|季|线)",
    "第一(?:品牌|选择)",
    rf"100\s*%(?=\s*{_EFFECT})|百分之?百(?={_EFFECT})|(?<=保证)100\s*%",
    "(?:国家|世界|宇宙|国际)级(?!非遗|非物质|传承"
    "|[^，。]{0,3}(?:公园|保护区|景区|运动员|裁判|比赛|赛事|期刊))",
    "国家免检|最高级|顶级(?!域名|会议|期刊|联赛)|顶尖|极品|至尊|尊享",
    "极致(?=的?(?:体验|享受|口感|美味|品质|工艺|奢华|舒适|呵护|细腻|性价比))",
    "绝对(?=(?:不[伤会含掉褪]|无|安全|有效|正品|好|值|放心|满意|划算|天然|优势|领先))(?!值)",
    "永久(?=免费|保修|维修|质保|不|脱毛|美白|有效)",
    "永不(?=褪|掉|磨|变|过时|生锈|断|坏)",
    "万能(?!青年|钥匙|胶|险|工)",
    "独一无二|绝无仅有|史无前例|空前绝后|前所未有|无与伦比"
    "|无可比拟|无可替代|举世无双|登峰造极|遥遥领先",
    f"(?:{_WHERE})(?:的)?唯一|唯一(?=(?:正品|官方|选择|品牌|授权))|(?:{_WHERE})独家",
    "独家(?=配方|秘方|秘制|专利)",
    f"(?:{_WHERE})(?:领先|领导|首[个家创款])|领导品牌|(?:全球|全网)首发|仅此一家",
    "根治|包治|药到病除|立竿见影|无副作用|一[洗用擦抹]就?(?:白|好|瘦|见效|有)",
    "零风险|无风险|稳赚(?:不赔)?|保证?赚|保本|无效退款",
    "无敌(?=[好美舒实划])|销量冠军|王牌|王者(?!荣耀|归来)|驰名|特级大师",
    "特效(?=[祛去减瘦美护治止])",
    "一流(?=的|服务|品质|团队|工艺|水平)",
    "完美(?=的?(?:肌肤|皮肤|身材|效果|品质|呵护|无瑕))",
    "纯天然",
    "保证(?=[^，。]{0,4}(?:见效|有效|治好|瘦|赚|过敏|变白))",
)
_OWN = (
    "(?:best|finest|greatest|purest|cheapest|strongest|safest|fastest|smartest|tastiest|freshest)"
)
_PLAIN = "time|way|part|of|thing|before|bet|known|wishes|practice|day|news|i|we|you|one|at|for"
_PATTERNS_EN = (
    rf"the (?:very |absolute )?{_OWN}(?! (?:{_PLAIN})\b)(?=[ .,!]\S|[.,!]|$)",
    rf"(?<=\bare )the {_OWN}\b|(?<=\bis )the {_OWN}\b",
    rf"(?:world|town|country|europe|asia|america"
    rf"|city)['’]s (?:{_OWN}|first|only|leading|favou?rite)",
    r"(?:#\s?1\b|\bno\. ?1\b|\bnumber (?:one|1))(?! (?:on"
    r"|of|is|to|for|from|street|road)\b)(?=\s+[a-z])",
    r"100\s*%(?= (?:natural|pure|safe|guaranteed|effective|satisf|success|proven|risk|secure|cure"
    r"|chemical|accurate|organic|money))",
    r"\bguaranteed (?=to\b|weight|results|success|safe|effective|cure|satisfaction)",
    r"\bguarantees? (?=results|success|you'?ll|that you|weight)",
    r"\bworld[- ]class\b|\bworld[- ]leading\b|\bmarket[- ]leading\b|\bthe ultimate\b",
    r"\bmost (?:advanced|effective|powerful|trusted"
    r"|loved|innovative|luxurious|reliable|exclusive)\b",
    r"\bnever (?=fades?\b|breaks?\b|fails?\b|wears?\b|stains?\b|cracks?\b|lets? you down)",
    r"\bperfect (?=skin|body|smile|results?|teeth|hair|solution|every time)|\bflawless\b",
    r"\bmiracle(?= (?:cream|cure|diet|product|serum"
    r"|solution|pill|drops?))|\bmagic(?:al)? formula\b",
    r"\bunbeatable\b|\bunparalleled\b|\bunmatched\b"
    r"|\bunrivall?ed\b|\bsecond to none\b|\bincomparable\b",
    r"\brevolutionary\b|\bgroundbreaking\b|\bgame[- ]changing\b",
    r"\brisk[- ]free\b|\b(?:zero|no) risk\b|\bno side effects\b|\bno exceptions\b",
    r"\bcures?(?= (?:\w+|all)\b)|\bheals any\b|\binstantly (?=eras|remov|whiten|heal|cure|fix)",
    r"\bonce[- ]in[- ]a[- ]lifetime\b|\bof all time\b|\bon (?:earth|the planet)\b",
    r"\bthe only [\w ]{1,20}you(?:['’]ll| will) ever need\b"
    r"|\bno(?:body| one) else(?= (?:makes|does|has|offers|can))",
    r"\beveryone loves\b|\bworks every time\b|\btop[- ]rated\b|\bovernight results\b",
)
_WIDE = {n: n - 0xFEE0 for n in range(0xFF01, 0xFF5F)} | {0x2019: 0x27}
_CLAUSE = re.compile(r"[，。！？；、\n,;!?]|\.\s")
_DENIED = re.compile(
    "不是|并非|并不|不敢|没有哪|没有谁|不算|未必|不一定|谈不上|不做|不想|不说|称不上"
    r"|\bnot\b|n't\b|\bnor\b|\bnobody is\b|\bnothing is\b"
)
_TOLD = re.compile(
    "(?:客人|顾客|客户|有人|朋友|网友|他|她)[^，。]{0,6}(?:说|写|评价|觉得|称)|比赛|大赛"
    r"|\b(?:customers?|guests?|she|he|they|someone|who) (?:\w+ )?(?:called|said|says|wrote|won)\b"
)
_PRIZE = re.compile("^[^，。]{0,5}奖")
_QUOTED = re.compile(r'“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》|"[^"\n]*"')


@cache
def _compiled() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in (*_PATTERNS_ZH, *_PATTERNS_EN)))


def look(
    text: str, *, words: Sequence[str] = (), allowed: Iterable[str] = ()
) -> Iterator[tuple[int, int]]:
    """Yield where a text exaggerates, first to last. `words` are added, `allowed` left alone."""
    plain = _plain(text)
    found = [m.span() for m in _compiled().finditer(plain)]
    quoted = [m.span() for m in _QUOTED.finditer(plain)]
    found = [span for span in _outside(found, quoted) if not _excused(plain, *span)]
    found += [(hit.start, hit.end) for hit in words_in(text, words)]
    granted = [(hit.start, hit.end) for hit in words_in(text, tuple(allowed))]
    last = 0
    for start, end in sorted(found):
        inside = any(a <= start and end <= b for a, b in granted)
        if start >= last and not inside:
            last = end
            yield start, end


def _plain(text: str) -> str:
    """Return the text, as long as before, in simplified characters, half-width and lower case."""
    table = simplified()
    made = text.translate(_WIDE).translate(table)
    low = made.lower()
    return low if len(low) == len(text) else "".join(fold(c)[:1] or c for c in text)


def _outside(
    found: Sequence[tuple[int, int]], quoted: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield those of the spans that lie in no quotation; both are in order."""
    n = 0
    for start, end in found:
        while n < len(quoted) and quoted[n][1] <= start:
            n += 1
        if n == len(quoted) or start < quoted[n][0]:
            yield start, end


def _excused(plain: str, start: int, end: int) -> bool:
    """Tell whether a claim is denied, or somebody else's, or the name of a prize."""
    before = plain[max(0, start - 60) : start]
    cuts = [m.end() for m in _CLAUSE.finditer(before)]
    clause = before[cuts[-1] :] if cuts else before
    after = plain[end : end + 8]
    return bool(_DENIED.search(clause) or _TOLD.search(clause) or _PRIZE.search(after))
