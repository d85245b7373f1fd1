"""How S04 answers the catalogue's worked examples: through the functions that real problems go through."""

from collections.abc import Mapping
from datetime import date

from guangyue.ledgers.fields import Said
from guangyue.ledgers.flow import (
    FourList,
    Seated,
    Side,
    State,
    fault_of_acceptance,
    fault_of_signing_off,
    is_too_late,
    missing_lists,
    rate_of,
)
from guangyue.ledgers.plans import CampaignPlan, Judged, LongStop, Proposal
from guangyue.systems import examples
from liaocheng.problem_rectification.plans.facilities import FACILITIES
from liaocheng.problem_rectification.plans.red_line import RED_LINE
from liaocheng.problem_rectification.plans.reserves import RESERVES, Activity
from liaocheng.problem_rectification.plans.rubbish import RUBBISH, WATER_SOURCE
from liaocheng.problem_rectification.plans.toilets import TOILET_UPGRADES

Answers = Mapping[str, object]
FOUND = date(2019, 6, 1)
CAMPAIGNS = {
    "垃圾堆放点": RUBBISH,
    "改厕": TOILET_UPGRADES,
    "污染治理设施": FACILITIES,
    "生态保护红线": RED_LINE,
}
BOUNDARY_PROBLEMS = ("边界界标缺失",)
REASONS = {
    "没有牵头部门参加。": "no lead department took part",
    "没有当地政府参加。": "the local government did not take part",
    "验收要到现场。": "not on site",
    "整改实施单位可以到场，不能在验收上签字。": "who carried out the work signed",
}
SIDES = {side.value: side for side in Side}
FACTS = ("activity", "right", "defect", "reserve_level", "existed_before_reserve", "reserve_plan_approved")


def _problem(given: examples.Given) -> Answers:
    """One problem of a reserve: class, measures and days from zone, activity and legality."""
    proposal = RESERVES.propose(_judged(given))
    on = given.day("on")
    deadline = given.day("deadline_set")
    return {
        **_told(proposal),
        "accepted": _accepts(proposal, deadline),
        "plan_due": _due_of(proposal, "整改方案"),
        "exit_due": _due_of(proposal, "矿业权退出"),
        "overdue": [stop.what for stop in _days_of(proposal) if on and stop.on < on],
        "next_due": {stop.what: stop.on for stop in _days_of(proposal) if on and stop.on >= on},
        "notes": list(proposal.notes),
    }


def _judged(given: examples.Given) -> Judged:
    facts: dict[str, Said] = {key: given.take(key) for key in FACTS if key in given}
    if "legal" in given:
        facts["permitted"] = bool(given.take("legal"))
    if "formalities_complete" in given:
        facts["permitted"] = bool(given.take("formalities_complete"))
    if "crime_suspected" in given:
        facts["crime_suspected"] = bool(given.take("crime_suspected"))
    if given.text("problem") in BOUNDARY_PROBLEMS:
        facts["activity"] = Activity.BOUNDARY.value
    found = given.day("found") or FOUND
    return Judged(given.text("class"), given.text("zone"), given.text("source"), found, facts)


def _told(proposal: Proposal) -> Answers:
    stop = proposal.long_stop
    return {
        "class": proposal.kind,
        "measures": list(proposal.measures),
        "long_stop": stop.on if stop else None,
        "long_stop_kind": ("reading" if stop.reading else "printed") if stop else None,
    }


def _days_of(proposal: Proposal) -> list[LongStop]:
    return sorted({stop.what: stop for stop in (*proposal.milestones, *proposal.stops)}.values(), key=_day_of)


def _day_of(stop: LongStop) -> date:
    return stop.on


def _due_of(proposal: Proposal, what: str) -> date | None:
    return next((stop.on for stop in _days_of(proposal) if stop.what == what), None)


def _accepts(proposal: Proposal, deadline: date | None) -> bool:
    stop = proposal.long_stop
    return deadline is None or not is_too_late(deadline, stop.on if stop else None)


def _lists(given: examples.Given) -> Answers:
    missing = missing_lists([FourList(name) for name in given.take("problem_lists")])
    return {"can_start": not missing, "missing": [one.value for one in missing]}


def _acceptance(given: examples.Given) -> Answers:
    said = given.part("acceptance")
    members = [Seated(SIDES[name]) for name in said.take("members")]
    members += [Seated(SIDES[name], signs=False) for name in said.take("attend", [])]
    fault = fault_of_acceptance(on_site=bool(said.take("on_site")), members=members)
    return {"valid": not fault, "reason": REASONS.get(fault)}


def _sign_off(given: examples.Given) -> Answers:
    fault = fault_of_signing_off(
        passed=list(given.take("measures_passed")), joint_on_site=bool(given.take("joint_on_site"))
    )
    return {"signed_off": not fault}


def _signed_off(given: examples.Given) -> Answers:
    """What failed after its clearing is begun anew, and is a case for an interview."""
    given.take("signed_off")
    reopened = given.day("sample_failed") is not None
    state = State.REOPENED if reopened else State.SIGNED_OFF
    rate = rate_of(signed_off=int(not reopened), registered=1, merged=0)
    return {
        "state": state.value,
        "counted_signed_off": rate == 1,
        "proposal": "约谈" if reopened else None,
    }


def _counted(given: examples.Given) -> Answers:
    rate = rate_of(
        signed_off=int(given.take("signed_off_count")),
        registered=int(given.take("registered")),
        merged=int(given.take("merged", 0)),
    )
    return {"rate": rate}


def _campaign(given: examples.Given) -> Answers:
    plan = CAMPAIGNS[given.text("campaign")]
    place = given.text("place")
    if place.startswith("县级集中式饮用水水源保护区"):
        place = WATER_SOURCE
    facts: dict[str, Said] = {key: given.take(key) for key in ("complained_of", "waste") if key in given}
    proposal = plan.propose(Judged(given.text("class"), place, "", given.day("found") or FOUND, facts))
    return {**_told(proposal), "due": _told(proposal)["long_stop"], "latest": _latest(plan, proposal, given)}


def _latest(plan: CampaignPlan, proposal: Proposal, given: examples.Given) -> date | None:
    return plan.latest(proposal, begun_on=given.day("found") or FOUND)


answer = examples.answering(
    {
        "problem_lists": _lists,
        "acceptance": _acceptance,
        "measures_passed": _sign_off,
        "signed_off_count": _counted,
        "signed_off": _signed_off,
        "campaign": _campaign,
        "zone": _problem,
        "reserve_level": _problem,
        "problem": _problem,
        "right": _problem,
        "activity": _problem,
    }
)
