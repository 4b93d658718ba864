"""The pattern set of DR-09 and DR-10: what must be found, and what must be left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain.lint import INSULTS, PERSONAL, look


def card(body: str) -> str:
    """Complete a card number by its check digit."""
    digits = [int(c) for c in body[::-1]]
    total = sum(d if n % 2 else (d * 2 - 9 if d > 4 else d * 2) for n, d in enumerate(digits))
    return body + str(-total % 10)


FOUND = [
    # mobile phones
    ("您的电话是13812345678吗", "phone", "13812345678"),
    ("打 138 1234 5678", "phone", "138 1234 5678"),
    ("138-1234-5678", "phone", "138-1234-5678"),
    ("+86 13912345678", "phone", "+86 13912345678"),
    ("8613912345678请回电", "phone", "8613912345678"),
    ("手机：１３８１２３４５６７８", "phone", "１３８１２３４５６７８"),
    ("請打0912345678", "phone", "0912345678"),
    ("0912-345-678 找小美", "phone", "0912-345-678"),
    ("+886 912 345 678", "phone", "+886 912 345 678"),
    ("My number is +44 7700 900123", "phone", "+44 7700 900123"),
    ("07700 900123", "phone", "07700 900123"),
    ("call (212) 555-0123", "phone", ""),
    ("212-555-0123", "phone", ""),
    ("415-555-2671", "phone", "415-555-2671"),
    ("+1 (415) 555-2671", "phone", "+1 (415) 555-2671"),
    ("+852 9123 4567", "phone", "+852 9123 4567"),
    ("+49 30 901820", "phone", "+49 30 901820"),
    # landlines
    ("010-62345678 转 12", "phone", "010-62345678"),
    ("(021) 6234 5678", "phone", "(021) 6234 5678"),
    ("0755-12345678", "phone", "0755-12345678"),
    ("02-2345-6789", "phone", "02-2345-6789"),
    ("020 7946 0958", "phone", "020 7946 0958"),
    ("电话 62345678", "phone", "62345678"),
    # mail
    ("写给 ana.lopes@example.org 吧", "email", "ana.lopes@example.org"),
    ("a+b@mail.example.co.uk", "email", "a+b@mail.example.co.uk"),
    ("邮箱:wang＠example.com", "email", "wang＠example.com"),
    # papers
    ("身份证11010519491231002X", "id_card", "11010519491231002X"),
    ("身份证 11010519491231002x 收到", "id_card", "11010519491231002x"),
    ("身分證 A123456789", "id_card", "A123456789"),
    ("HKID A123456(3)", "id_card", "A123456(3)"),
    ("my SSN is 219-09-9998.", "id_card", "219-09-9998"),
    ("NI number AB 12 34 56 C", "id_card", "AB 12 34 56 C"),
    ("国民保险号AB123456D", "id_card", "AB123456D"),
    ("护照号 E12345678", "passport", "E12345678"),
    ("passport no. 533401234", "passport", "533401234"),
    ("護照：312345678", "passport", "312345678"),
    ("EA1234567", "passport", "EA1234567"),
    # money
    (f"卡号 {card('622202123456789')}", "bank_card", card("622202123456789")),
    ("4111 1111 1111 1111", "bank_card", "4111 1111 1111 1111"),
    (card("621700123456789012"), "bank_card", card("621700123456789012")),
    ("IBAN DE89 3704 0044 0532 0130 00", "iban", "DE89 3704 0044 0532 0130 00"),
    ("GB82WEST12345698765432", "iban", "GB82WEST12345698765432"),
    # orders
    ("您的订单号20471已退款", "order_number", "20471"),
    ("订单编号：SF-1029384756", "order_number", "SF-1029384756"),
    ("快递单号 SF1234567890123", "order_number", "SF1234567890123"),
    ("訂單編號: A2024110012", "order_number", "A2024110012"),
    ("Your order number is 88421", "order_number", ""),
    ("order #20471 is on its way", "order_number", "20471"),
    ("Order no. AB-12345", "order_number", "AB-12345"),
    ("tracking number: RR123456785CN", "order_number", "RR123456785CN"),
    # addresses
    ("寄到南京西路123号4栋502室", "address", ""),
    ("中山北路二段45號3樓之1", "address", ""),
    ("阳光小区12号楼3单元401室", "address", ""),
    # gaps
    ("Dear {{name}}, thanks", "variable", "{{name}}"),
    ("您好｛｛称呼｝｝", "variable", "｛｛称呼｝｝"),
    # insults
    ("你这个白痴", "insult", "白痴"),
    ("妳這個腦殘", "insult", "腦殘"),
    ("You IDIOT", "insult", "IDIOT"),
    ("白.痴", "insult", "白.痴"),
]
LEFT_ALONE = [
    "parts 666-12-3456, 000-12-3456 and 123-00-4567",
    "一共 128.00 元", "¥12,800", "$1,299.00", "€ 49,90", "1280 °C", "85度", "第13812名",
    "2024-11-22", "20241122", "2024.11.22 18:30", "22/11/2024", "11月22日",
    "Friday 10:00-18:00", "营业时间 09:00-21:00", "周一至周五 9:00—18:00", "2023-2024",
    "1949-10-01", "19:30", "ISBN 978-7-111-12345-6", "ISBN 9787111123456", "978-0-306-40615-7",
    "#13812345678", "#20241111", "#双十一#", "@user13812345678", "@ana@shops.example",
    "https://shop.example/i/13812345678", "https://a.example/?q=ana@example.org",
    "400-820-8820", "客服热线 400 820 8820", "0800-123-456", "打12315投诉", "95588",
    "拨打 12345", "12345678901234567890", "123456", "3.1415926535897932", "192.168.100.200",
    "v1.2.3-4567", "110105194912310021", "110105199913310021", "A123456780", "A123456(4)",
    "DE89 3704 0044 0532 0130 01", "4111 1111 1111 1112", "批次 M-07", "M-07 batch",
    "84 went in, 71 came out", "1000 x 2000 mm", "南京西路123号见", "台南店二樓",
    "我们在中山路", "10/10", "50% off", "1+1=2", "3-5 working days", "the order of 12 cups",
    "order by 6 pm", "in order 1 to 3", "下单满199减20", "订单已发货", "order two",
    "Nothing personal here", "谢谢，已经收到了", "智能", "a dumbbell", "旧物利用", "Scunthorpe",
    "{name}", "{{}}", "a {b} c", "passport photos welcome", "护照夹 88 元", "+1", "+1 要两组",
    "-20 °C", "(1)(2)(3)", "1-2-3-4-5-6-7", "0.5 kg", "5'4\"", "100000000",
    "2024年11月22日10:00", "点赞 100000+", "编号 07", "第 2024001 期", "版本 20241122.1",
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "place"), FOUND, ids=lambda v: str(v)[:24])
def test_found(text: str, code: str, place: str) -> None:
    found = {f.code: f.of(text) for f in look(text)}
    assert code in found, found
    assert not place or found[code] == place


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert [(f.code, f.of(text)) for f in look(text)] == []


def test_the_set_is_large_enough() -> None:
    assert len(FOUND) >= 50
    assert len(LEFT_ALONE) >= 75
    assert {code for _, code, _ in FOUND} == {*PERSONAL, "variable", "insult"}
    assert len(set(INSULTS)) == len(INSULTS)


def test_the_persons_own_words_warn_and_what_they_allow_is_left_alone() -> None:
    found = look(
        "关于這次召回，打 13812345678 找我们", sensitive=["召回"], allowed=["138-1234-5678"]
    )
    assert [(f.code, f.severity) for f in found] == [("sensitive", "warn")]
    assert look("What a stupid question I asked", allowed=["stupid"]) == []
    assert [f.code for f in look("土包子", insults=["土包子"])] == ["insult"]


def test_personal_data_and_gaps_stop_words_only_warn() -> None:
    weights = {f.code: f.severity for f in look("{{name}} idiot 13812345678")}
    assert weights == {"variable": "stop", "insult": "warn", "phone": "stop"}


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(text: str) -> None:
    for one in look(text, sensitive=["a"]):
        assert 0 <= one.start < one.end <= len(text)


def test_a_long_text_takes_no_long_time() -> None:
    for piece in ("1", "1 ", "12-", "a@", "路1", "{{a", "order 1", "+1 (2", "电话", "DE89 AAAA "):
        start = time.process_time()
        look((piece * 5000)[:10_000])
        assert time.process_time() - start < 2, piece
