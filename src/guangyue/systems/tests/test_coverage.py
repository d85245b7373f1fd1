"""条款覆盖: what runs because of a clause, what is left out and why, and what nobody has looked at."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from guangyue.accounts.tests.factories import a_region
from guangyue.gazette.document import Clause
from guangyue.gazette.models import Edition
from guangyue.gazette.reading.shapes import Level
from guangyue.gazette.running import Runs
from guangyue.gazette.tests.factories import a_clause, a_document, an_edition
from guangyue.organisations.models import Body, Region
from guangyue.organisations.services.bodies import form_body
from guangyue.systems.coverage import Coverage, Figures, State, cover_city, cover_document
from guangyue.systems.running import what_runs
from guangyue.systems.tests.small_city import PLAN, RULES

NOON = datetime(2021, 3, 1, 4, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small_city(settings: Settings) -> None:
    settings.GUANGYUE_CITY = "guangyue.systems.tests.small_city.CITY"
    a_region("990100")


def a_body(key: str, cites: Clause) -> Body:
    return form_body(
        key=key,
        name=f"{key}领导小组",
        kind=Body.Kind.LEADING_GROUP,
        level=Body.Level.CITY,
        region=Region.objects.get(),
        cites=cites,
        on=date(2021, 3, 1),
        by=None,
        at=NOON,
    )


def states(number: str) -> dict[str, State]:
    found = cover_document(number)
    assert found
    return {clause.place.path: clause.state for clause in found[1] if clause.counts}


def figures(coverage: Coverage, number: str) -> Figures:
    return next(one.figures for one in coverage.documents if one.document.number == number)


def test_each_clause_runs_or_is_left_out_or_is_open() -> None:
    assert states(RULES.number) == {
        "第一条": State.LEFT_OUT,
        "第二条": State.OPEN,
        "第三条第一款": State.RUNNING,
        "第三条第二款": State.LEFT_OUT,
        "第四条": State.OPEN,
    }


def test_a_reason_is_told_with_the_system_that_gives_it() -> None:
    _, clauses = cover_document(RULES.number) or pytest.fail("not indexed")

    told = next(clause.left_out for clause in clauses if clause.place.path == "第一条")

    assert told
    assert (told.reason, told.system) == ("立法目的", "S05")


def test_a_whole_text_can_be_left_out() -> None:
    assert states(PLAN.number)["甲一"] is State.LEFT_OUT


def test_what_cites_a_clause_stands_beside_those_within_it_and_not_beside_those_around_it() -> None:
    inner, outer = RULES.clause("第三条第一款"), RULES.clause("第二章")

    beside = what_runs([inner, RULES.clause("第三条"), outer])

    assert [runs.title for runs in beside[inner]] == ["东湖市审计局撤销"]
    assert beside[inner] == beside[RULES.clause("第三条")]
    assert beside[inner][0].cites != inner
    assert beside[outer] == ()


def test_a_row_that_cites_a_clause_runs() -> None:
    body = a_body("water-group", PLAN.clause("乙一（二）"))

    (runs,) = what_runs([PLAN.clause("乙一（二）")])[PLAN.clause("乙一（二）")]

    assert (runs.kind, runs.title, runs.url) == ("议事协调机构", str(body), body.get_absolute_url())
    assert states(PLAN.number)["乙一（一）"] is State.OPEN


def test_a_citation_of_the_whole_document_answers_for_no_clause_of_it() -> None:
    a_body("water-group", PLAN.clause())

    assert figures(cover_city(), PLAN.number).running == 0
    assert len(what_runs([PLAN.clause()])[PLAN.clause()]) == 1


def test_what_is_declared_and_stands_in_a_row_is_one_thing() -> None:
    declared = Runs(RULES.clause("第三条"), "机构撤销", "审计局", key="audit")

    assert declared.same == what_runs([RULES.clause("第三条")])[RULES.clause("第三条")][0].same


def test_the_figures_of_the_city_are_the_sum_of_its_documents() -> None:
    coverage = cover_city()

    assert figures(coverage, RULES.number) == Figures(running=1, left_out=2, open=2, inherited=1)
    assert figures(coverage, PLAN.number) == Figures(left_out=1, open=2)
    assert coverage.figures == Figures(running=1, left_out=3, open=4, inherited=1)


def a_released_document() -> str:
    document = a_document(number="东政发〔2021〕9号")
    section = a_clause(document, "一")
    a_clause(document, "一（一）", parent=section)
    a_clause(document, "一（二）", parent=section)
    a_clause(document, "", "结尾")
    return document.number


def test_a_released_document_that_the_index_does_not_have_is_open() -> None:
    number = a_released_document()

    assert figures(cover_city(), number) == Figures(open=2)
    assert states(number) == {"一（一）": State.OPEN, "一（二）": State.OPEN}


def test_in_a_released_document_too_a_section_answers_for_what_stands_in_it() -> None:
    number = a_released_document()
    a_body("group", Clause(number, "一"))

    assert figures(cover_city(), number) == Figures(running=2, inherited=2)


def test_what_is_not_released_is_not_counted() -> None:
    a_document(number="东政发〔2021〕9号", edition=an_edition(state=Edition.State.CHECKED))

    assert len(cover_city().documents) == 2
    assert cover_document("东政发〔2021〕9号") is None


def test_a_document_without_numbered_clauses_is_the_one_clause_it_has() -> None:
    number = a_document(number="东政任〔2021〕1号").number

    assert figures(cover_city(), number) == Figures(open=1)

    a_body("group", Clause(number))

    assert figures(cover_city(), number) == Figures(running=1)


def test_an_appointment_notice_has_one_clause_and_whoever_cites_the_notice_cites_it() -> None:
    document = a_document(number="东政任〔2021〕1号")
    a_clause(document, "前言", level=Level.PREAMBLE)
    a_body("group", Clause(document.number))

    assert figures(cover_city(), document.number) == Figures(running=1)
    assert states(document.number) == {"前言": State.RUNNING}


def test_however_much_there_is_it_asks_as_often() -> None:
    a_body("first", PLAN.clause("乙一（一）"))
    a_body("second", Clause(a_released_document(), "一"))
    few = statements()
    for number in range(5):
        a_body(f"body-{number}", PLAN.clause("乙一（二）"))
        document = a_document()
        a_body(f"other-{number}", Clause(document.number, "一"))
        a_clause(document, "一")

    assert statements() == few


def statements() -> int:
    with CaptureQueriesContext(connection) as asked:
        cover_city()
        what_runs([PLAN.clause("乙一（二）"), RULES.clause("第一条")])
    return len(asked)
