"""The nine notices: what the gazettes print is what the city declares, and what follows from it."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.utils import timezone

from guangyue.gazette.models import Edition
from guangyue.organisations.models import NoticeLine, Organisation, Person, Post, Succession, Tenure
from guangyue.organisations.reading import Action, NoticeText, read_notice
from guangyue.organisations.resolution import NameIndex
from guangyue.organisations.services.printed_notices import propose_notices
from liaocheng.appointments.document import NOTICES
from liaocheng.appointments.system import lines_of
from liaocheng.appointments.tests.gazettes import GAZETTES, needs_gazettes
from liaocheng.city import NAMES, ORGANISATIONS


@pytest.fixture
def register(enacted_city: None) -> None:
    """The register that the city has from the first day."""


def printed_notices() -> Iterator[tuple[date, NoticeText]]:
    """The nine as the gazettes print them, from their number to their signature."""
    issues = [path.read_text(encoding="utf-8") for path in GAZETTES]
    for notice in NOTICES:
        issue = next(
            issue for issue in issues if re.search(rf"^{re.escape(notice.number)}$", issue, re.MULTILINE)
        )
        yield notice.since, read_notice(issue[issue.rindex(notice.number) :])


def test_the_declared_lines_count_as_the_sources_table_does() -> None:
    lines = [line for notice in NOTICES for line in lines_of(notice)]
    appointed = [line for line in lines if line.action == NoticeLine.Action.APPOINT]
    removed = [line for line in lines if line.action == NoticeLine.Action.REMOVE]

    assert len(appointed) == 47
    assert len(removed) == 56
    assert len({(line.order, line.person) for line in removed}) == 55
    assert sum(line.lapsed for line in removed) == 31
    assert sum(line.probation_months == 12 for line in appointed) == 12


@needs_gazettes
def test_reading_the_gazettes_gives_the_declared_lines() -> None:
    read = [
        (
            clause.order,
            clause.action.value,
            person,
            post.organisation,
            post.title,
            post.rank,
            reading.lapsed,
            reading.note,
        )
        for _, notice in printed_notices()
        for clause in notice.clauses
        if (reading := clause.reading)
        for person in reading.persons
        for post in reading.posts
    ]
    declared = [
        (
            line.order,
            NoticeLine.Action(line.action).label,
            line.person,
            line.organisation,
            line.title,
            line.rank,
            line.lapsed,
            line.note,
        )
        for notice in NOTICES
        for line in lines_of(notice)
    ]

    assert read == declared


@needs_gazettes
def test_every_clause_is_read_and_every_notice_is_signed_on_its_day() -> None:
    for issued_on, notice in printed_notices():
        assert notice.issued_on == issued_on
        assert not [clause for clause in notice.clauses if clause.problem]


@needs_gazettes
def test_the_kinds_of_the_notices_follow_their_headings() -> None:
    kinds = {notice.number: {clause.action for clause in notice.clauses} for _, notice in printed_notices()}

    assert kinds["聊政任〔2020〕5号"] == kinds["聊政任〔2021〕7号"] == {Action.APPOINT}
    assert kinds["聊政任〔2020〕21号"] == {Action.REMOVE}


@needs_gazettes
def test_every_declared_organisation_is_named_in_its_issue() -> None:
    issues = {path.stem: re.sub(r"\s", "", path.read_text(encoding="utf-8")) for path in GAZETTES}
    ways = {
        fact.key: [fact.name, *(name.text for name in NAMES if name.organisation == fact.key)]
        for fact in ORGANISATIONS
    }

    absent = [
        fact.name
        for fact in ORGANISATIONS
        if not any(way.removeprefix("聊城") in issues[fact.named_in] for way in ways[fact.key])
    ]

    assert absent == []


@pytest.mark.usefixtures("register")
def test_the_holder_of_a_post_is_right_on_the_day_of_the_change() -> None:
    post = Post.objects.get(organisation__name="聊城市第三人民医院", title="院长")

    names = [[held.person.name for held in post.tenures.on(date(2020, 3, day))] for day in (23, 24)]

    assert names == [["孔祥之"], ["常立国"]]


@pytest.mark.usefixtures("register")
def test_the_twelve_trials_end_the_day_before_their_anniversary() -> None:
    trials = Tenure.objects.exclude(probation_until=None)

    assert trials.count() == 12
    assert set(trials.values_list("probation_until", flat=True)) == {
        date(2021, 3, 1),
        date(2021, 3, 23),
        date(2021, 10, 19),
        date(2022, 4, 12),
        date(2022, 4, 22),
        date(2022, 4, 27),
    }


@pytest.mark.usefixtures("register")
def test_sixteen_successions_are_inferred_and_the_port_office_has_none() -> None:
    assert Succession.objects.filter(inferred=True).count() == 16
    assert not Succession.objects.filter(predecessor__key="port-office").exists()
    assert Organisation.objects.get(key="port-office").until == date(2019, 4, 8)


@pytest.mark.usefixtures("register")
def test_two_of_one_name_are_two_and_one_recognised_by_an_earlier_post_is_one() -> None:
    assert Person.objects.filter(name="马卫红").count() == 2
    assert Person.objects.filter(name="袁浩然").count() == 1
    held = {
        str(tenure.post): tenure.until for tenure in Tenure.objects.filter(person__name="袁浩然").with_names()
    }
    assert held["聊城市爱国卫生运动服务中心主任"] is None
    assert held["聊城市干部保健处主任"] == date(2020, 10, 28)


@needs_gazettes
@pytest.mark.usefixtures("register")
def test_the_declared_notices_are_as_the_gazettes_print_them(editions: list[Edition]) -> None:
    compared = [
        notice
        for edition in editions
        for notice in propose_notices(edition=edition, by=None, at=timezone.now()).known
    ]

    assert len(compared) == 9
    assert {notice.number: notice.differences for notice in compared if notice.differences} == {}
    assert {notice.printed_in for notice in compared} == {
        "2019年第4期",
        "2020年第3期",
        "2020年第10期",
        "2021年第4期",
    }


WAYS_OF_PRINTING = {
    "市教体局": "聊城市教育和体育局",
    "市教育体育局": "聊城市教育和体育局",
    "市教育和体育局": "聊城市教育和体育局",
    "市城管局": "聊城市城市管理局",
    "市应急局": "聊城市应急管理局",
    "市住房城乡建设局": "聊城市住房和城乡建设局",
    "卫生和健康委员会": "聊城市卫生健康委员会",
    "市网信办": "中共聊城市委网络安全和信息化委员会办公室",
    "市政法委": "中共聊城市委政法委员会",
    "市机关事务局": "聊城市机关事务管理局",
    "市住房公积金中心": "聊城市住房公积金管理中心",
    "人行聊城市中心支行": "中国人民银行聊城市中心支行",
    "聊城旅发集团": "聊城市旅游发展集团",
    "中国联通聊城市分公司": "中国联通聊城分公司",
    "茌平县": "茌平区人民政府",
    "开发区管委会": "聊城经济技术开发区管理委员会",
}


@pytest.mark.usefixtures("register")
def test_the_ways_the_gazettes_print_a_name_lead_to_one_organisation() -> None:
    names = NameIndex.load()

    resolved = {printed: names.resolve(printed, date(2020, 10, 1)) for printed in WAYS_OF_PRINTING}

    assert {printed: found and found.name for printed, found in resolved.items()} == WAYS_OF_PRINTING


@pytest.mark.usefixtures("register")
def test_a_suspected_misprint_is_flagged() -> None:
    resolution = NameIndex.load().resolve("聊城黄河水务局", date(2019, 4, 30))

    assert resolution
    assert resolution.suspect
