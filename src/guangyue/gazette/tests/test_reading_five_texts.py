"""The texts of the five issues that were read by hand: parts, clauses, annexes, references, validity."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from guangyue.gazette.document import Clause
from guangyue.gazette.numerals import write_figure
from guangyue.gazette.reading.citations import AmbiguousClause, resolve
from guangyue.gazette.reading.issue import read_issue
from guangyue.gazette.reading.shapes import Noise, ReadClause, ReadDocument, ReadIssue, Relation, Span, Window
from guangyue.gazette.reading.validity import Status, status_on

GAZETTES = Path(settings.GAZETTES)
CATALOGUE = GAZETTES.parent / "catalogue"
NAMES = ("2019-04", "2019-10", "2020-03", "2020-10", "2021-04")
MEASURES, LOTTERY, DECREE = "聊财社〔2019〕70号", "聊财社〔2019〕69号", "聊城市人民政府令第37号"
JOBS, FINANCE, POLLUTION = "聊政发〔2019〕4号", "聊政发〔2021〕5号", "聊政办字〔2020〕49号"
ONE_WINDOW, NATURE, PLANNERS = "聊政办字〔2019〕35号", "聊政办字〔2019〕13号", "聊政办字〔2021〕3号"
CITED = re.compile(
    r"(聊政[发办字]{1,3}〔\d{4}〕\d+号|聊财社〔\d{4}〕\d+号)\s*"
    r"((?:第[一二三四五六七八九十]+条|[一二三四五六七八九十]+)?(?:[(（][一二三四五六七八九十]+[)）])?(?<=[条)）])(?:\d+(?![\d–年月日%]))?)"
    r"(?![(（–/\d])"
)

pytestmark = pytest.mark.skipif(not GAZETTES.is_dir(), reason="the gazettes are not here")
Library = dict[str, ReadDocument]


@pytest.fixture(scope="module")
def issues() -> list[ReadIssue]:
    texts = [(GAZETTES / f"{name}.txt").read_text(encoding="utf-8") for name in NAMES]
    return [read_issue(text.splitlines()) for text in texts]


@pytest.fixture(scope="module")
def library(issues: list[ReadIssue]) -> Library:
    return {document.number: document for issue in issues for document in issue.documents if document.number}


def paths(document: ReadDocument) -> list[str]:
    return [clause.path for clause in document.walk()]


def clause(document: ReadDocument, asked: str) -> ReadClause:
    path = resolve(paths(document), asked)
    return next(one for one in document.walk() if one.path == path)


def whole(document: ReadDocument) -> Window:
    return next(window for window in document.windows if not window.of)


def bracketed(last: int) -> list[str]:
    return [f"（{write_figure(number)}）" for number in range(1, last + 1)]


def named(document: ReadDocument, pattern: str) -> list[str]:
    """The last signs of the paths that have that sign at their end, in the order of the text."""
    found = (re.search(f"(?:{pattern})$", path) for path in paths(document) if not path.startswith("通知"))
    return [one[0] for one in found if one]


def test_every_path_is_given_once(library: Library) -> None:
    for document in library.values():
        assert len(set(paths(document))) == len(paths(document)), document.number


@pytest.mark.parametrize(
    ("number", "pattern", "expected"),
    [
        ("聊政发〔2019〕5号", r"(?<=[一二三四五六七八九十])\d+", [str(number) for number in range(1, 49)]),
        (ONE_WINDOW, r"（[一二三四五六七八九十]+）", bracketed(40)),
        ("聊政字〔2019〕6号", r"（[一二三四五六七八九十]+）", bracketed(27)),
        (
            MEASURES,
            r"^第[一二三四五六七八九十]+条",
            [f"第{write_figure(number)}条" for number in range(1, 52)],
        ),
        (DECREE, r"^第[一二三四五六七八九十]+条", [f"第{write_figure(number)}条" for number in range(1, 45)]),
        (JOBS, r"（[一二三四五六七八九十]+）", bracketed(12)),
        ("聊政发〔2020〕4号", r"(?<=[一二三四五六七])\d+", [str(number) for number in range(1, 26)]),
        ("聊政办字〔2020〕16号", r"(?<=）)\d+", [str(number) for number in range(1, 26)]),
        ("聊政办字〔2021〕4号", r"(?<=）)\d+", [str(number) for number in range(1, 42)]),
        ("聊政办发〔2021〕2号", r"(?<=[一二三四])\d+", [str(number) for number in range(1, 22)]),
    ],
)
def test_the_clauses_that_run_on_are_all_there(
    library: Library, number: str, pattern: str, expected: list[str]
) -> None:
    assert named(library[number], pattern) == expected


def test_two_plans_under_one_number_have_their_lines(library: Library) -> None:
    attached = [(part.name, part.spans) for part in library[NATURE].parts if part.name in "甲乙"]

    assert attached == [("甲", (Span(614, 686),)), ("乙", (Span(688, 784),))]


def test_decimals_go_four_deep(library: Library) -> None:
    measures = clause(library[POLLUTION], "4.4.2.1")

    assert (measures.heading, len(measures.clauses)) == ("公众防护措施", 5)
    assert paths(library[POLLUTION]).count("1") == 1


def test_a_note_that_a_jump_cut_is_whole(library: Library) -> None:
    assert clause(library["聊政办字〔2020〕48号"], "十(四)").note == "（市财政局、市大数据局分工负责）"


def test_what_is_omitted_has_a_title_only(library: Library) -> None:
    annexes = [annex for document in library.values() for annex in document.annexes]

    assert sum(annex.omitted for annex in annexes) == 23
    assert sum(not annex.omitted for annex in annexes) == 2
    assert "2020年智慧聊城建设项目汇总表" in [
        annex.title for annex in library["聊政办字〔2020〕16号"].annexes
    ]


def test_a_table_is_rows(library: Library) -> None:
    table = clause(library["聊政办发〔2019〕10号"], "附件1表")

    assert (len(table.rows), table.rows[1]) == (14, ("市本级", "2200"))


def test_the_tail_of_a_notice_is_taken_out_of_the_addressees(library: Library) -> None:
    notice = clause(library[LOTTERY], "通知前言")

    assert library[LOTTERY].addressees == ("各县（市、区）财政局、民政局", "市属开发区财政局、政工部")
    assert notice.text.endswith("请及时向我们反映。")


def test_tails_are_repaired_wherever_the_catalogue_saw_them(issues: list[ReadIssue]) -> None:
    repaired = [
        [repair.span.first for repair in issue.repairs if repair.noise is Noise.TAIL_IN_ADDRESSEES]
        for issue in issues
    ]

    assert repaired == [[807, 890], [261, 385], [422, 497], [538, 673], [569]]


def test_who_wrote_what_is_forwarded(library: Library) -> None:
    assert {document.author for document in library.values() if document.author} == {"市国资委"}


def test_a_decree_without_its_signatory(library: Library) -> None:
    decree = library[DECREE]

    assert (decree.signatory, decree.adopted) == ("", "市人民政府第47次常务会议")
    assert decree.adopted_on == date(2019, 6, 14)


@pytest.mark.parametrize(
    ("number", "since", "until", "said_by"),
    [
        (DECREE, date(2020, 5, 1), None, "第四十四条"),
        (LOTTERY, date(2019, 7, 1), date(2023, 12, 31), "第二十一条"),
        (MEASURES, date(2019, 5, 9), date(2024, 4, 30), "第五十一条"),
        (POLLUTION, date(2020, 10, 22), None, "10"),
        (FINANCE, date(2021, 6, 1), date(2026, 5, 31), "九"),
        (PLANNERS, date(2021, 6, 1), date(2023, 5, 31), "五"),
    ],
)
def test_express_validity(
    library: Library, number: str, since: date, until: date | None, said_by: str
) -> None:
    window = whole(library[number])

    assert (window.since, window.until, window.said_by) == (since, until, said_by)


def test_no_other_text_states_its_validity(library: Library) -> None:
    stated = {document.number for document in library.values() if whole(document).said_by}

    assert stated == {DECREE, LOTTERY, MEASURES, POLLUTION, FINANCE, PLANNERS}


@pytest.mark.parametrize(
    ("number", "asked", "since", "until", "remark"),
    [
        (JOBS, "（一）", date(2019, 1, 1), date(2020, 12, 31), ""),
        (JOBS, "（二）", date(2019, 1, 1), date(2019, 12, 31), "其中一部分"),
        (JOBS, "（九）", date(2019, 1, 1), date(2020, 12, 31), ""),
        ("聊政发〔2020〕4号", "2", date(2020, 2, 4), date(2020, 5, 3), "职业介绍补贴；暂定"),
    ],
)
def test_clauses_with_windows_of_their_own(
    library: Library, number: str, asked: str, since: date, until: date, remark: str
) -> None:
    path = clause(library[number], asked).path
    window = next(one for one in library[number].windows if one.of == path)

    assert (window.since, window.until, window.remark) == (since, until, remark)


def test_a_policy_that_an_event_ends(library: Library) -> None:
    path = clause(library[JOBS], "（三）").path
    window = next(one for one in library[JOBS].windows if one.of == path)

    assert "失业保险条例" in window.event
    assert status_on(library[JOBS].windows, on=date(2020, 1, 1), path=path).status is Status.UNKNOWN


def test_what_is_repealed(library: Library) -> None:
    repealed = {
        (document.number, one.path, one.target)
        for document in library.values()
        for one in document.references
        if one.relation is Relation.REPEALS
    }

    assert repealed == {(FINANCE, "九", "聊政发〔2016〕56号"), (POLLUTION, "10", "聊政办字〔2019〕42号")}


def test_conflict_and_stacking(library: Library) -> None:
    said = {document.number: (document.prevails, document.no_stacking) for document in library.values()}

    assert {number: found for number, found in said.items() if any(found)} == {FINANCE: ("九", "九")}


def test_who_explains(library: Library) -> None:
    said = {document.number: document.interpreters for document in library.values() if document.interpreters}

    assert said == {
        LOTTERY: ("市财政局", "市民政局"),
        MEASURES: ("市财政局", "市人力资源社会保障局"),
        POLLUTION: ("市指挥部办公室",),
        FINANCE: ("市地方金融监管局", "市财政局"),
    }


def test_references_within_the_five_issues(library: Library) -> None:
    jobs = {one.path for one in library[MEASURES].references if one.target == JOBS}
    follows = [one.target for one in library[MEASURES].references if one.relation is Relation.FOLLOWS]
    by_title = [one.target for one in library[ONE_WINDOW].references if one.path == "五（三十八）"]

    assert jobs == {"第一条", "第三十九条"}
    assert follows == ["鲁财社〔2018〕86号"]
    assert len(by_title) == 1
    assert "双随机、一公开" in by_title[0]


def test_every_number_that_is_printed_is_a_reference(library: Library) -> None:
    for document in library.values():
        targets = {one.target for one in document.references}
        for one in document.walk():
            for year, serial in re.findall(r"〔(20\d\d)〕\s*(\d+)\s*号", one.text):
                assert any(target.endswith(f"〔{year}〕{serial}号") for target in targets), (
                    document.number,
                    one.path,
                )


def test_short_and_long_citations_are_one_clause(library: Library) -> None:
    short, long = Clause.parse(f"{ONE_WINDOW}（十六）"), Clause.parse(f"{ONE_WINDOW}/三/（十六）")

    assert {resolve(paths(library[one.number]), one.path) for one in (short, long)} == {"三（十六）"}


def test_a_citation_without_its_part_is_refused(library: Library) -> None:
    with pytest.raises(AmbiguousClause):
        resolve(paths(library[NATURE]), "（一）1")


def citations() -> Iterator[tuple[str, str]]:
    for entry in sorted(CATALOGUE.glob("S*.md")):
        yield from CITED.findall(entry.read_text(encoding="utf-8"))


@pytest.mark.skipif(not CATALOGUE.is_dir(), reason="the catalogue is not here")
def test_what_the_catalogue_cites_is_there(library: Library) -> None:
    found = [(number, path) for number, path in citations() if number in library and number != NATURE]

    assert len(found) > 200
    for number, path in found:
        assert resolve(paths(library[number]), path), (number, path)
