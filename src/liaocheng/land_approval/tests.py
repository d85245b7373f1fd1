"""S16: every worked example, the eighteen points, and a file on each road."""

from datetime import date, datetime, timedelta

import pytest
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.cases.demo_handed_up import load
from guangyue.cases.entries import read
from guangyue.cases.flow import Actor, Letter, Phase
from guangyue.cases.forms import PREFIX, DeclaredForm
from guangyue.cases.handed_up import HandedUp
from guangyue.cases.models import Case, PointResult, Restriction
from guangyue.cases.refusals import NotYet
from guangyue.cases.services.flows import enact_flow
from guangyue.cases.services.opening import hand_in, open_case
from guangyue.cases.services.papers import hand_in_paper
from guangyue.cases.services.restricting import Restricted, lift_restriction, restrict
from guangyue.cases.services.reviewing import ask_charge
from guangyue.cases.tests.factories import go
from guangyue.kit.areas import plots_of
from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.kit.money import Money
from guangyue.matters.choosing import tree_faults
from guangyue.matters.models import Exercise, Matter
from guangyue.matters.services import propose_version, release_version
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.tests.factories import an_official
from guangyue.systems.examples import Example
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.demo_land import FILES
from liaocheng.land_approval.examples import answer
from liaocheng.land_approval.flows import FLOWS
from liaocheng.land_approval.matter import LAND
from liaocheng.land_approval.points import POINTS

AT = datetime(2021, 6, 1, 10, tzinfo=SHANGHAI)
SEALED = AT + timedelta(days=3)
FILE = {
    "batch": "2021年度第3批次",
    "county": "东阿县",
    "branch": "农用地转用和土地征收",
    "new_land": True,
    "touches_permanent_farmland": False,
    "within_range": True,
    "in_town": True,
    "needs_state_council": False,
    "suspected_polluted": False,
    "ecology_answered": False,
    "pension_plan_together": True,
    "pension_plan_workable": True,
}
EXAMPLES = examples_beside(__file__, number="S16")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_file_goes_as_the_scheme_has_it(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_there_are_eighteen_points_at_the_county_and_again_at_the_city() -> None:
    assert [point.number for point in POINTS] == list(range(1, 19))
    assert {point.steps for point in POINTS} == {("county_review", "city_review")}


def test_every_road_can_be_walked_to_its_end() -> None:
    assert [fault for flow in FLOWS for fault in flow.faults()] == []
    assert list(tree_faults(LAND)) == []


@pytest.fixture
def matter(db: None) -> Matter:
    """The matter in a small city: its government, its bureau, one county."""
    city = Region.objects.create(code="990100", name="东湖市", kind=Region.Kind.CITY, standard="测试")
    county = Region.objects.create(
        code="990101", name="东阿县", kind=Region.Kind.COUNTY, parent=city, standard="测试"
    )
    made = Organisation.objects.create
    made(key="government", name="市政府", kind=Organisation.Kind.GOVERNMENT, region=city)
    bureau = made(key="natural-resources", name="市局", kind=Organisation.Kind.GOVERNMENT, region=city)
    made(key="county", name="县政府", kind=Organisation.Kind.COUNTY, region=county)
    for flow in FLOWS:
        enact_flow(flow=flow, at=AT)
    version = propose_version(declaration=LAND, owner=bureau, reason="测试", by=None, at=AT)
    released = release_version(version=version, since=date(2021, 4, 8), by=None, at=AT).matter
    Exercise.objects.create(matter=released, unit=bureau, region=city, level="CITY")
    return released


@pytest.fixture
def officer(db: None) -> User:
    return a_user()


def a_file(matter: Matter, officer: User, *, variant: str = "both", **said: object) -> Case:
    """Assembled by the county, with all its papers."""
    case = open_case(
        matter=matter,
        variant=variant,
        region=Region.objects.get(name="东阿县"),
        applicant=None,
        name="东阿县人民政府",
        channel=Case.Channel.WINDOW,
        at=AT,
        answers={**FILE, **said},
    )
    for paper in case.papers.missing():
        hand_in_paper(paper=paper, files=(), at=AT, on_paper=True)
    hand_in(case=case, consent=True, by=officer, actor=Actor.CLERK, at=AT)
    case.refresh_from_db()
    return case


def settle(case: Case, *, but: int = 0) -> None:
    """All points of this step pass, but one."""
    for point in POINTS:
        result = PointResult.Result.FAILED if point.number == but else PointResult.Result.PASSED
        case.point_results.create(step=case.step, number=point.number, result=result, at=AT)


def test_a_file_with_both_branches_goes_up_waits_for_the_fee_and_is_final_with_the_seal(
    matter: Matter, officer: User
) -> None:
    case = a_file(matter, officer)
    settle(case)
    go(case, "submit", actor=Actor.REVIEWER, by=officer, at=AT)
    settle(case)
    with pytest.raises(NotYet, match="费用"):
        go(case, "ask_fee", actor=Actor.REVIEWER, by=officer, at=AT)
    charge = case.charges.create(item="新增建设用地有偿使用费", amount=Money.yuan(960_000), noticed_at=AT)
    go(case, "ask_fee", actor=Actor.REVIEWER, by=officer, at=AT)
    assert (case.step, case.due) == ("fee", None)
    with pytest.raises(NotYet, match="缴清"):
        go(case, "paid", actor=Actor.REVIEWER, by=officer, at=AT)
    charge.paid_on = local_day(AT)
    charge.save()
    go(case, "paid", actor=Actor.REVIEWER, by=officer, at=AT)
    go(case, "conclude", actor=Actor.REVIEWER, by=officer, at=AT, said="符合条件")
    go(case, "approve", actor=Actor.DECIDER, by=officer, at=AT)

    assert (case.step, case.outcome) == ("province", "")
    assert [duty.key for duty in case.duties.all()] == ["ministry_conversion"]
    go(
        case,
        "seal",
        actor=Actor.REVIEWER,
        by=officer,
        at=AT + timedelta(days=3),
        said="鲁政土字P〔2021〕88号",
    )
    assert case.stands_in is Phase.FINISHED
    assert {duty.key: local_day(duty.due) for duty in case.duties.all()} == {
        "ministry_conversion": date(2021, 6, 11),
        "ministry_taking": date(2021, 6, 14),
        "publish": date(2021, 6, 21),
        "social_security": date(2021, 6, 21),
    }


def test_the_city_answers_for_what_it_approved_each_time_it_is_challenged(
    matter: Matter, officer: User
) -> None:
    case = a_file(matter, officer, variant="conversion", separation_explained=True, new_land=False)
    settle(case)
    go(case, "submit", actor=Actor.REVIEWER, by=officer, at=AT)
    settle(case)
    go(case, "pass_review", actor=Actor.REVIEWER, by=officer, at=AT)
    go(case, "conclude", actor=Actor.REVIEWER, by=officer, at=AT, said="符合条件")
    go(case, "approve", actor=Actor.DECIDER, by=officer, at=AT)
    closed_at = case.closed_at

    said = "村民甲申请复议，省政府转来，鲁政复〔2021〕31号"
    go(case, "note_review", actor=Actor.REVIEWER, by=officer, at=AT + timedelta(days=30), said=said)
    said = "村民乙起诉，（2021）鲁15行初9号"
    go(case, "note_suit", actor=Actor.REVIEWER, by=officer, at=AT + timedelta(days=60), said=said)

    opened = case.duties.order_by("pk").values_list("key", "organisation__key", "due")
    assert [(key, office, local_day(due)) for key, office, due in opened] == [
        ("ministry_conversion", "county", date(2021, 6, 11)),
        ("review_answer", "government", date(2021, 7, 11)),
        ("file_of_county", "county", date(2021, 7, 8)),
        ("suit_answer", "government", date(2021, 8, 15)),
        ("file_of_county", "county", date(2021, 8, 6)),
    ]
    assert (case.stands_in, case.closed_at) == (Phase.FINISHED, closed_at)


def test_a_file_with_a_failed_point_or_beyond_the_power_does_not_go_up(matter: Matter, officer: User) -> None:
    case = a_file(matter, officer)
    settle(case, but=11)
    with pytest.raises(NotYet, match="11"):
        go(case, "submit", actor=Actor.REVIEWER, by=officer, at=AT)

    case = a_file(matter, officer, touches_permanent_farmland=True)
    settle(case)
    with pytest.raises(NotYet, match="永久基本农田"):
        go(case, "submit", actor=Actor.REVIEWER, by=officer, at=AT)


def test_branches_are_separated_only_with_a_reason(matter: Matter, officer: User) -> None:
    case = a_file(matter, officer, variant="conversion", branch="农用地转用")
    settle(case)

    with pytest.raises(NotYet, match="说明理由"):
        go(case, "submit", actor=Actor.REVIEWER, by=officer, at=AT)


def test_a_restriction_stops_new_files_of_one_county_and_nothing_else(matter: Matter, officer: User) -> None:
    before = a_file(matter, officer)
    county = Region.objects.get(name="东阿县")
    restriction = restrict(
        matter=matter,
        region=county,
        since=local_day(AT),
        ground="弄虚作假",
        document="聊政办字〔2021〕9号",
        by=officer,
        at=AT,
    )

    with pytest.raises(Restricted):
        a_file(matter, officer)
    settle(before)
    go(before, "submit", actor=Actor.REVIEWER, by=officer, at=AT)
    lift_restriction(restriction=restriction, on=local_day(AT), by=officer)
    assert a_file(matter, officer).step == "county_review"


def test_the_notice_of_the_fee_goes_out_with_the_review_and_not_before(matter: Matter, officer: User) -> None:
    case = a_file(matter, officer)
    settle(case)
    go(case, "submit", actor=Actor.REVIEWER, by=officer, at=AT)
    settle(case)
    amount = Money.yuan(960_000)
    ask_charge(case=case, item="新增建设用地有偿使用费", amount=amount, basis="会审", by=officer, at=AT)
    assert not case.letters.filter(kind=Letter.CHARGE.name).exists()

    go(case, "ask_fee", actor=Actor.REVIEWER, by=officer, at=AT)

    assert case.letters.filter(kind=Letter.CHARGE.name).count() == 1


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.office)
def test_a_file_of_the_demonstration_says_all_that_is_asked_and_its_plots_are_as_large_as_it_says(
    file: HandedUp,
) -> None:
    declared = {one.key: one for one in LAND.fields_of(LAND.variant(file.variant))}
    written = {f"{PREFIX}-{key}": read(declared[key], said) for key, said in file.answers.items()}
    form = DeclaredForm(declared.values(), data=written)

    assert form.is_valid(), form.errors
    assert form.kept() == file.answers
    assert sum(plot.hectares for plot in plots_of(file.answers["plots"])) == pytest.approx(
        file.answers["area"], rel=0.005
    )


def test_the_files_of_the_demonstration_come_as_far_as_they_are_declared(
    matter: Matter, settings: Settings
) -> None:
    settings.GUANGYUE_DEMO_HANDED_UP = "liaocheng.demo_land.FILES"
    city = matter.owner.region
    for file in FILES:
        county = Region.objects.create(
            code=file.region, name=file.office, kind=Region.Kind.COUNTY, parent=city, standard="测试"
        )
        Organisation.objects.create(
            key=file.region, name=file.office, kind=Organisation.Kind.COUNTY, region=county
        )
    for role in ("clerk", "reviewer", "decider", "chief"):
        an_official(role)

    load(lambda said: None)
    load(lambda said: None)

    assert dict(Case.objects.values_list("applicant_name", "step")) == {
        "东阿县人民政府": "fee",
        "茌平区人民政府": "finished",
        "莘县人民政府": "city_review",
    }
    assert Restriction.objects.get().region.name == "东阿县"  # it has handed nothing up
