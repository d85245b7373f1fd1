"""停限产方案 as officials make it: solved by the list, held to what they want, taken into use."""

from typing import Any

import pytest
from django.urls import reverse
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_browser, a_user
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import AbatementPlan, Order, ReductionBase, Source
from guangyue.alerts.plan_reading import options_at
from guangyue.alerts.reduction.proof import Emitted
from guangyue.alerts.reduction_proof import prove_list
from guangyue.alerts.services import planning, solving
from guangyue.alerts.tests.ordering_factories import AT, a_source, a_warning, ordered, saving
from guangyue.jobs.models import State, Work
from guangyue.jobs.works import take_step
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Region
from guangyue.registries.tests.factories import EAST, a_country, an_official

ALL = ("so2", "nox", "pm", "vocs")


@pytest.fixture
def region(db: None) -> Region:
    a_country()
    return Region.objects.get(code=EAST)


def a_factory(region: Region, code: str, *, value: int) -> Source:
    """Thirty kilograms a day of everything, from two lines alike."""
    emits: dict[str, Any] = dict.fromkeys(ALL, 30)
    source = a_source(region, code, name=code, **emits)
    for name in ("一", "二"):
        source.lines.create(name=name, share=50, daily_value=value // 2, **dict.fromkeys(ALL, 15))
    return source


def a_base(by: User) -> ReductionBase:
    return ReductionBase.objects.create(year=2025, by=by, at=AT, basis="清单", **dict.fromkeys(ALL, 100))


def solved(plan: AbatementPlan) -> AbatementPlan:
    plan.refresh_from_db()
    assert plan.work is not None
    while take_step(pk=plan.work.pk, at=AT):
        pass
    return AbatementPlan.objects.get(pk=plan.pk)


def chosen(plan: AbatementPlan) -> dict[str, str]:
    return {choice.source.code: choice.option for choice in plan.choices.select_related("source")}


def test_a_plan_is_solved_and_taken_into_use_instead_of_another(region: Region) -> None:
    official, orange = a_user(), response_plan().level("orange")
    cheap, _ = a_factory(region, "CHEAP", value=1000), a_factory(region, "DEAR", value=4000)
    saving(a_source(region, kind="SITE", pm=50), "orange", pm=10)
    known = {"level_key": "orange", "on": AT.date(), "base": a_base(official), "cost": 1, "made_at": AT}
    earlier = AbatementPlan.objects.create(title="甲", state="solved", made_by=official, **known)
    planning.take_plan(plan=earlier, by=official, at=AT)
    ordered(a_warning("orange"))

    plan = solved(planning.begin_plan(title="乙", level=orange, by=official, at=AT))
    planning.take_plan(plan=plan, by=official, at=AT)

    assert (plan.cost, chosen(plan)) == (70_000, {"CHEAP": "limit-70", "DEAR": "run"})
    assert plan.choices.get(source=cheap).pm == 21
    assert plan.outcome is not None
    assert plan.outcome.gap == 0
    assert [grams[2] for grams in plan.outcome.saved] == [26_000] * 3
    assert dict(AbatementPlan.objects.values_list("title", "state")) == {"甲": "replaced", "乙": "in_use"}
    told = {one["code"]: one["does"] for one in Order.objects.get(source=cheap).measures}
    assert told["E1"] == "限产 70%"
    proven = prove_list(orange, plan.base)
    assert [part.kilograms[Emitted.PM] for part in proven.lists] == [21, 0, 5]
    with pytest.raises(planning.SolvedAlready):
        planning.hold_source(plan=plan, source=cheap, pinned="run", forbidden=[])
    draft = planning.follow_plan(plan=plan, title="丙", by=official, at=AT)
    planning.hold_source(plan=draft, source=cheap, pinned="", forbidden=["limit-70", "stop"])
    again = planning.follow_plan(plan=draft, title="丁", by=official, at=AT)
    assert {(one.kind, one.option) for one in again.holds.all()} == {
        ("forbidden", "limit-70"),
        ("forbidden", "stop"),
    }


def test_what_officials_forbid_can_make_it_impossible_and_is_named(region: Region) -> None:
    official = a_user()
    only = a_factory(region, "ONLY", value=1000)
    other = a_source(region, "SITE", kind="SITE")
    base = a_base(official)
    known = {"level_key": "orange", "on": AT.date(), "base": base, "made_by": official, "made_at": AT}
    plan = AbatementPlan.objects.create(title="丙", **known)
    planning.hold_source(plan=plan, source=only, pinned="run", forbidden=[])
    planning.solve_plan(plan=plan, by=official, at=AT)

    short = solved(plan)

    assert (short.state, short.cost) == ("short", 0)
    assert short.outcome is not None
    sums = [(lack.name, lack.reached, lack.most, lack.most_unheld) for lack in short.outcome.lacks]
    assert sums[1] == ("颗粒物", 0, 0, 30_000)
    assert [one.code for one in short.outcome.lacks[0].obstacles] == ["ONLY"]
    with pytest.raises(planning.NotGoodEnough):
        planning.take_plan(plan=short, by=official, at=AT)
    draft = AbatementPlan.objects.create(title="丁", **known)
    every = [one.key for one in options_at(only, "orange", on=AT.date())]
    for source, pinned, forbidden in ((other, "run", []), (only, "", every)):
        with pytest.raises(Refused):
            planning.hold_source(plan=draft, source=source, pinned=pinned, forbidden=forbidden)


def test_without_a_base_or_a_factory_there_is_nothing_to_solve(region: Region) -> None:
    official, orange = a_user(), response_plan().level("orange")
    with pytest.raises(planning.NoBase):
        planning.begin_plan(title="甲", level=orange, by=official, at=AT)
    a_base(official)

    plan = planning.begin_plan(title="甲", level=orange, by=official, at=AT)

    assert plan.work is not None
    with pytest.raises(solving.NobodyToPlan):
        take_step(pk=plan.work.pk, at=AT)
    assert Work.objects.get(pk=plan.work.pk).state == State.WAITING


def test_officials_read_plans_adjust_them_and_see_the_response_on_the_wall(
    region: Region, settings: Settings
) -> None:
    settings.DEMO = True
    official = a_user()
    source = a_factory(region, "ONLY", value=1000)
    known = {
        "level_key": "orange",
        "on": AT.date(),
        "base": a_base(official),
        "made_by": official,
        "made_at": AT,
    }
    lack = {"name": "颗粒物", "needed": 20, "reached": 5, "most": 5, "most_unheld": 30}
    result = {"chosen": {}, "cost": 9, "bound": 6, "saved": [[0] * 4] * 3}
    obstacles = [{"code": "ONLY", "units": 15}]
    short, good = (
        AbatementPlan.objects.create(title=title, state=state, cost=3, result=said, **known)
        for title, state, said in (
            ("缺的", "short", {**result, "lacks": [{**lack, "obstacles": obstacles}]}),
            ("好的", "solved", result),
        )
    )
    good.choices.create(source=source, option="stop", way="STOP", title="全部停产", periods=[0, 1, 2], cost=1)
    official_browser = a_browser(an_official("alert-officer"))

    def page(name: str, *parts: object, **asked: str | int) -> str:
        answer = official_browser.get(reverse(f"alerts:{name}", args=parts), asked)
        assert answer.status_code == 200, answer.content.decode()[:2000]
        return answer.content.decode()

    assert "缺的" in page("plans")
    assert "减不够" in page("plan", short.pk)
    assert "没有下面这些约束，可以达到要求" in page("plan", short.pk)
    assert "全部停产" in page("plan", good.pk, way="STOP")
    assert "限产 70%" in page("plan_source", good.pk, "ONLY")
    assert "做法不同的企业 1 家" in page("plans_compared", short.pk, other=good.pk)
    assert (
        official_browser.post(reverse("alerts:plan_follow", args=[good.pk]), {"title": "改"}).status_code
        == 302
    )
    draft = AbatementPlan.objects.get(title="改")
    assert "指定或者排除它的措施" in page("plan", draft.pk)
    held = {"pinned": "stop"}
    official_browser.post(reverse("alerts:plan_hold", args=[draft.pk, "ONLY"]), held)
    assert "指定：全部停产" in page("plan", draft.pk)
    assert "清单对象" in page("response_map")
    assert "没有生效中的预警" in page("room")
