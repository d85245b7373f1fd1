"""任免通知 of a gazette: proposed to an official, who puts them into effect; known ones are compared."""

from datetime import date

from guangyue.gazette.document import Document
from guangyue.gazette.models import Edition, PrintedDocument
from guangyue.gazette.tests.factories import a_document, an_edition
from guangyue.organisations.demands import RecordNotice
from guangyue.organisations.models import Notice, NoticeLine, Post, Tenure
from guangyue.organisations.services.effect import put_into_effect
from guangyue.organisations.services.notices import LineFact
from guangyue.organisations.services.printed_notices import propose_notices
from guangyue.organisations.tests.conftest import NOON, EnterNotice

DAY = date(2021, 4, 13)
NUMBER = "东政任〔2021〕1号"
PRINTED = """目录
东湖市人民政府
关于任免张三等职务的通知
东政任〔2021〕1号
市人民政府决定，任命：
张三为东湖市档案局局长（试用期一年）；
李四为东湖市档案局副

局长。
免去：
王五的东湖市档案局局长职务。
东湖市人民政府
2021年4月13日
"""


def printed(text: str = PRINTED, *, first: int = 2, title: str = "关于任免张三等职务的通知") -> Edition:
    """An edition with one notice in it, from that line on."""
    edition = an_edition(year=2021, number=4, text=text)
    last = len(text.splitlines())
    pieces = [{"first": first, "last": last, "marker": "", "by_hand": False}]
    a_document(number=NUMBER, edition=edition, title=title, day=DAY, pieces=pieces, series="政任")
    return edition


def test_a_printed_notice_waits_until_an_official_puts_it_into_effect(chief: Post, deputy: Post) -> None:
    propose_notices(edition=printed(), by=None, at=NOON)

    notice = Notice.objects.get(number=NUMBER)
    assert notice.state == Notice.State.CHECKED
    assert notice.printed_in == "2021年第4期"
    assert not Tenure.objects.exists()

    put_into_effect(notice=notice, by=None, at=NOON)

    assert [held.person.name for held in chief.tenures.on(DAY)] == ["张三"]
    assert [held.person.name for held in deputy.tenures.on(DAY)] == ["李四"]


def test_its_lines_say_where_in_the_file_they_stand(chief: Post) -> None:
    propose_notices(edition=printed(), by=None, at=NOON)

    places = {line.printed_person: line.place for line in NoticeLine.objects.all()}
    assert places == {"张三": "第6行（第1项）", "李四": "第7行（第2项）", "王五": "第11行（第3项）"}


def test_an_organisation_that_nobody_registered_stops_it_and_is_not_made(db: None) -> None:
    propose_notices(edition=printed(), by=None, at=NOON)

    notice = Notice.objects.get()
    assert notice.state == Notice.State.PARSED
    assert {line.problem for line in notice.lines.all()} == {NoticeLine.Problem.UNKNOWN_ORGANISATION}


def test_taking_it_in_twice_enters_it_once(chief: Post) -> None:
    edition = printed()
    propose_notices(edition=edition, by=None, at=NOON)

    again = propose_notices(edition=edition, by=None, at=NOON)

    assert again.entered == []
    assert Notice.objects.count() == 1
    assert again.known[0].differences == []


def test_a_notice_known_before_is_compared_and_each_difference_said(notice: EnterNotice, chief: Post) -> None:
    known = notice(1, date(2021, 4, 12), "任命：张三为东湖市档案局局长。免去：王五的东湖市档案局局长职务。")

    (compared,) = propose_notices(edition=printed(), by=None, at=NOON).known

    assert compared == known
    assert compared.printed_in == "2021年第4期"
    assert compared.differences == [
        "成文日期：登记为2021-04-12，印作2021-04-13。",
        "第6行（第1项）：印有任命张三，东湖市档案局局长，试用期12个月；登记册没有。",
        "第7行（第2项）：印有任命李四，东湖市档案局副局长；登记册没有。",
        "第1项：登记为任命张三，东湖市档案局局长；公报没有这样印。",
    ]


def test_a_notice_of_which_nothing_can_be_read_waits_with_its_text(db: None) -> None:
    propose_notices(edition=printed("一\n东政任〔2021〕1号\n内容缺页\n", first=2), by=None, at=NOON)

    (line,) = Notice.objects.get().lines.all()
    assert line.problem == NoticeLine.Problem.UNREADABLE
    assert "内容缺页" in line.text


def test_a_document_about_something_else_is_no_notice(db: None) -> None:
    propose_notices(edition=printed(title="关于做好春耕工作的通知"), by=None, at=NOON)

    assert not Notice.objects.exists()
    assert PrintedDocument.objects.count() == 1


def test_what_the_city_declares_takes_the_place_of_what_a_gazette_proposed_before(chief: Post) -> None:
    propose_notices(edition=printed(), by=None, at=NOON)
    (proposed,) = Notice.objects.all()
    document = Document(number=proposed.number, title=proposed.title, since=proposed.issued_on)
    appointed = LineFact(
        order=1,
        action=NoticeLine.Action.APPOINT,
        person="张三",
        organisation=chief.organisation.name,
        title=chief.title,
    )

    RecordNotice(document=document, lines=(appointed,)).enact(NOON)

    (notice,) = Notice.objects.all()
    assert notice.state == Notice.State.EFFECTIVE
    assert [line.printed_person for line in notice.lines.all()] == ["张三"]
    assert Tenure.objects.get(post=chief).person.name == "张三"
