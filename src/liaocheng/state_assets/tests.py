"""S18: every worked example, the list as the scheme prints it, and cases on each way."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from guangyue.accounts.models import Kind
from guangyue.cases.flow import Actor, Phase
from guangyue.cases.models import Case
from guangyue.cases.services.drafting import Filled, begin_draft, save_answers
from guangyue.cases.services.flows import enact_flow
from guangyue.cases.services.nightly import run_clocks
from guangyue.cases.services.opening import hand_in, open_case
from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.matters.choosing import tree_faults
from guangyue.matters.models import Exercise, Matter
from guangyue.matters.services import propose_version, release_version
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.tests.factories import a_country, a_firm, a_user
from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.state_assets.examples import answer
from liaocheng.state_assets.listed import ALL, APPLIED_FOR, DECIDED_ON
from liaocheng.state_assets.routing import matter_called
from liaocheng.state_assets.ways import FLOWS

AT = datetime(2021, 6, 17, 10, tzinfo=SHANGHAI)
EXAMPLES = examples_beside(__file__, number="S18")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_matter_goes_by_the_way_that_the_scheme_says(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_all_that_the_scheme_lists_is_there_with_its_clause() -> None:
    """Four to approve, eight to agree to, seven duties, three before, three groups after."""
    cited = {str(clause) for one in ALL for clause in (one.cites, *(v.cites for v in one.variants)) if clause}
    parts = Counter(path.split(" ")[1][:4] for path in cited if len(path.split(" ")[1]) > 4)

    assert parts == {"二（一）": 4, "二（二）": 8, "二（三）": 7, "二（四）": 3, "二（五）": 3}


def test_every_road_of_questions_ends_in_one_way() -> None:
    assert [fault for one in APPLIED_FOR for fault in tree_faults(one)] == []


def test_every_flow_can_be_walked_to_its_end() -> None:
    assert [fault for flow in FLOWS.values() for fault in flow.faults()] == []


@pytest.fixture
def city(db: None) -> Region:
    a_country()
    for flow in FLOWS.values():
        enact_flow(flow=flow, at=AT)
    return Region.objects.get(kind=Region.Kind.CITY)


def a_filing(city: Region, called: str, variant: str, **answers: object) -> Case:
    """Handed in by an enterprise."""
    case = open_case(
        matter=a_listed(city, called),
        variant=variant,
        region=city,
        applicant=a_firm(),
        channel=Case.Channel.ONLINE,
        at=AT,
        answers=answers,
    )
    hand_in(case=case, consent=True, by=None, actor=Actor.APPLICANT, at=AT)
    case.refresh_from_db()
    return case


def a_listed(city: Region, called: str) -> Matter:
    """Of the list, exercised by the owner's office."""
    declared = matter_called(called)
    owner, _ = Organisation.objects.get_or_create(
        key="state-assets", defaults={"name": "国资委", "kind": Organisation.Kind.GOVERNMENT, "region": city}
    )
    version = propose_version(declaration=declared, owner=owner, reason="测试", by=None, at=AT)
    matter = release_version(version=version, since=date(2019, 10, 10), by=None, at=AT).matter
    Exercise.objects.create(matter=matter, unit=owner, region=city, level="CITY")
    return matter


def test_a_late_report_is_marked_and_never_refused(city: Region) -> None:
    case = a_filing(city, "担保", "after", **{DECIDED_ON: "2021-06-01"})

    assert case.report_due == date(2021, 6, 16)
    assert case.reported_late
    assert case.stands_in is Phase.RECEIVED


def test_a_yearly_summary_that_was_filled_in_and_not_sent_is_asked_for_before_and_after_the_end_of_march(
    city: Region,
) -> None:
    enterprise = a_firm(account=a_user(Kind.ENTERPRISE))
    draft = begin_draft(
        matter=a_listed(city, "产权进场转让"),
        variant="yearly",
        region=city,
        applicant=enterprise,
        channel=Case.Channel.ONLINE,
        at=AT,
    )
    save_answers(case=draft, filled=Filled({DECIDED_ON: "2021-05-10"}, {}))

    for day in (date(2022, 3, 23), date(2022, 3, 24), date(2022, 3, 31), date(2022, 4, 1), date(2022, 4, 2)):
        run_clocks.run(at=datetime.combine(day, AT.timetz()))

    assert enterprise.account
    heard = enterprise.account.notifications.filter(key__startswith="cases.report").order_by("pk")
    assert [local_day(one.at) for one in heard] == [date(2022, 3, 24), date(2022, 4, 1)]


def test_whoever_asks_about_what_is_not_listed_is_told_at_once_and_it_is_kept(city: Region) -> None:
    case = a_filing(city, "办公室装修", "own")

    assert case.stands_in is Phase.FINISHED
    assert case.flow.declared.step(case.step).title == "由企业自主决策"


def test_a_notice_beforehand_that_nobody_asks_about_may_go_on_after_ten_working_days(city: Region) -> None:
    case = a_filing(city, "发展战略和规划、年度投资计划", "before")

    assert case.step_due is not None
    assert local_day(case.step_due) == date(2021, 7, 1)
    run_clocks.run(at=AT + timedelta(days=14))
    case.refresh_from_db()
    assert case.step == "received"
    run_clocks.run(at=AT + timedelta(days=15))
    case.refresh_from_db()
    assert case.step == "finished"
