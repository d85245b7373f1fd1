"""From a clause as someone cites it to the path it has."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guangyue.gazette.reading.citations import AmbiguousClause, NoSuchClause, is_within, resolve

RUNNING = ["前言", "一", "一（一）", "一（十五）", "三", "三（十六）", "三（十六）一是", "结尾"]
ANEW = ["一", "一（一）", "一（一）1", "二", "二（一）", "二（一）1", "二（一）2"]
PARTS = [
    "通知前言",
    "通知三",
    "甲三",
    "甲三（一）",
    "甲三（一）1",
    "乙三",
    "乙三（一）",
    "乙三（一）1",
    "乙三（四）",
]
ARTICLES = [
    "第一章",
    "第七条",
    "第二十三条",
    "第二十三条第一款",
    "第二十三条第二款",
    "第二十三条第二款（一）",
    "第四十二条",
]
TASKS = ["一", "一1", "一2", "一2（1）", "十", "十47", "十47（1）"]
PLAN = ["4", "4.4", "4.4.2", "4.4.2.1", "4.4.2.1（3）", "4.4.2.1（3）②", "10"]


@pytest.mark.parametrize(
    ("paths", "asked", "path"),
    [
        (RUNNING, "三（十六）", "三（十六）"),
        (RUNNING, "/三/（十六）", "三（十六）"),
        (RUNNING, "（十六）", "三（十六）"),
        (RUNNING, "三(十六)", "三（十六）"),
        (RUNNING, "三 (十六) 一是", "三（十六）一是"),
        (RUNNING, "前言", "前言"),
        (ANEW, "二(一)2", "二（一）2"),
        (ANEW, "二（一）2.", "二（一）2"),
        (ANEW, "2", "二（一）2"),
        (PARTS, "甲三（一）1", "甲三（一）1"),
        (PARTS, "乙 三(一)1", "乙三（一）1"),
        (PARTS, "part two 三(一)", "乙三（一）"),
        (PARTS, "第二部分三（一）", "乙三（一）"),
        (PARTS, "notice 三", "通知三"),
        (PARTS, "三（四）", "乙三（四）"),
        (ARTICLES, "第四十二条", "第四十二条"),
        (ARTICLES, "第42条", "第四十二条"),
        (ARTICLES, "art. 42", "第四十二条"),
        (ARTICLES, "第二十三条第二款第一项", "第二十三条第二款（一）"),
        (ARTICLES, "第二十三条（一）", "第二十三条第二款（一）"),
        (ARTICLES, "23(一)", "第二十三条第二款（一）"),
        (ARTICLES, "第七条第一款", "第七条"),
        (TASKS, "item 47(1)", "十47（1）"),
        (TASKS, "47", "十47"),
        (PLAN, "4.4.2.1", "4.4.2.1"),
        (PLAN, "4.4.2.1(3)②", "4.4.2.1（3）②"),
        (PLAN, "10", "10"),
    ],
)
def test_a_citation_finds_its_clause(paths: list[str], asked: str, path: str) -> None:
    assert resolve(paths, asked) == path


@pytest.mark.parametrize(
    ("paths", "asked", "candidates"),
    [
        (ANEW, "（一）", ("一（一）", "二（一）")),
        (ANEW, "（一）1", ("一（一）1", "二（一）1")),
        (PARTS, "（一）1", ("甲三（一）1", "乙三（一）1")),
        (PARTS, "三（一）", ("甲三（一）", "乙三（一）")),
        (TASKS, "（1）", ("一2（1）", "十47（1）")),
    ],
)
def test_what_could_be_two_clauses_is_refused_with_both(
    paths: list[str], asked: str, candidates: tuple[str, ...]
) -> None:
    with pytest.raises(AmbiguousClause) as refusal:
        resolve(paths, asked)

    assert refusal.value.candidates == candidates
    assert "、".join(candidates) in str(refusal.value)


@pytest.mark.parametrize(
    ("paths", "asked"),
    [
        (RUNNING, "（四十一）"),
        (RUNNING, "五"),
        (ARTICLES, "第五十二条"),
        (ANEW, "一（一）9"),
        (RUNNING, "不是条款"),
        (RUNNING, ""),
    ],
)
def test_what_is_not_there_is_refused(paths: list[str], asked: str) -> None:
    with pytest.raises(NoSuchClause):
        resolve(paths, asked)


def test_a_refusal_names_what_comes_near() -> None:
    with pytest.raises(NoSuchClause) as refusal:
        resolve(RUNNING, "一（十六）")

    assert refusal.value.near == ("一", "三（十六）")


@pytest.mark.parametrize(
    ("path", "outer", "within"),
    [
        ("三（一）1", "三（一）", True),
        ("三（一）", "三（一）", True),
        ("十一", "十", False),
        ("12", "1", False),
        ("4.4.2", "4.4", True),
        ("4.42", "4.4", False),
        ("10.1", "10", True),
        ("10.1", "1", False),
        ("第二十三条第二款", "第二十三条", True),
    ],
)
def test_a_clause_stands_within_another(path: str, outer: str, *, within: bool) -> None:
    assert is_within(path, outer) is within


@given(st.sampled_from([RUNNING, ANEW, PARTS, ARTICLES, TASKS, PLAN]), st.data())
def test_every_path_resolves_to_itself(paths: list[str], data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(paths))

    assert resolve(paths, path) == path


@given(st.text(max_size=20))
def test_whatever_is_asked_is_found_or_refused(asked: str) -> None:
    with suppress(NoSuchClause, AmbiguousClause):
        assert resolve(RUNNING + ARTICLES, asked) in RUNNING + ARTICLES
