from __future__ import annotations

import json
import random

import pytest

from cmapp.domain.errors import Rejected
from cmapp.domain.live_chat import Line, clusters, read

DANMAKU = """<?xml version="1.0" encoding="UTF-8"?><i><chatid>7</chatid>
<d p="12.5,1,25,16777215,1700000000,0,ab12,99">多少钱&amp;包邮吗</d>
<d p="13,1,25,16777215,1700000001,0,cd34,100">666</d></i>"""
JSON_LINES = """{"time": 12.5, "user": "ab12", "text": "多少钱&包邮吗"}
{"at": 13, "who": "cd34", "message": 666}"""


@pytest.mark.parametrize(
    "data",
    [
        DANMAKU,
        "time,user,text\n12.5,ab12,多少钱&包邮吗\n13,cd34,666\n",
        '\ufeff时间;昵称;内容\n"0:12.5";ab12;多少钱&包邮吗\n0:13;cd34;666\n',
        JSON_LINES,
        json.dumps([{"offset": "0:12.5", "name": "ab12", "content": "多少钱&包邮吗"},
                    {"offset": "00:00:13", "name": "cd34", "content": "666"}]),
        "[00:12.5] ab12: 多少钱&包邮吗\n[00:13] cd34：666\n",
    ],
)  # fmt: skip
def test_each_form_says_the_same(data: str) -> None:
    assert read(data) == [Line(12.5, "ab12", "多少钱&包邮吗"), Line(13.0, "cd34", "666")]


def test_lines_without_time_or_name_are_lines() -> None:
    assert read("hello\nhow much?\n") == [Line(None, "", "hello"), Line(None, "", "how much?")]


@pytest.mark.parametrize("data", ["", "   \n\n", "<i></i>", "{}", "[{}]", "time,user,text\n"])
def test_a_file_without_a_line_is_refused(data: str) -> None:
    with pytest.raises(Rejected) as refused:
        read(data)
    assert refused.value.why == "bad_log"


def test_entities_and_hostile_xml_stay_text() -> None:
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
        '<i><d p="1,1">&b;</d><d p="x,1"><script>alert(1)</script></d></i>'
    )
    assert [line.text for line in read(bomb)] == ["&b;", "<script>alert(1)</script>"]


def test_any_bytes_are_read_or_refused() -> None:
    random_ = random.Random(7)
    for _ in range(300):
        data = "".join(random_.choice('<>d p="1,:[]{}\n,;"多少x') for _ in range(60))
        try:
            read(data)
        except Rejected:
            continue


def test_what_differs_in_noise_only_is_one_question() -> None:
    lines = [
        Line(1, "a", "多少钱？"), Line(2, "b", "多少錢"), Line(3, "a", "多少钱！！！"),
        Line(4, "c", "包邮吗"), Line(5, "d", "好看"), Line(6, "d", "HOW much is it???"),
        Line(7, "e", "how  much is it"), Line(8, "f", "好看"),
    ]  # fmt: skip
    found = clusters(lines)
    assert [(c.example, c.lines, c.people) for c in found] == [
        ("多少钱？", (0, 1, 2), 2),
        ("HOW much is it???", (5, 6), 2),
    ]
