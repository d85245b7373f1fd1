"""How S16 answers the catalogue's worked examples."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time

from guangyue.cases.models import Restriction
from guangyue.kit.clocks import SHANGHAI, Clock, local_day
from guangyue.rules.verdicts import Outcome, Status, Verdict, judge
from guangyue.systems.calendars import calendar_given
from guangyue.systems.examples import Given, Meaning
from liaocheng.land_approval.flows import BOTH_TOGETHER, CONVERTING, TAKEN_ALONE
from liaocheng.land_approval.points import FEE, PASSED, POLLUTION, presumed
from liaocheng.land_approval.rules import BOTH, CONVERSION, SCOPE, TAKING, WAYS, LandFile, land_file

BRANCHES = {"农转用": CONVERSION, "农转用加征收": BOTH, "征收": TAKING}
FLOWS = {CONVERSION: CONVERTING, BOTH: BOTH_TOGETHER, TAKING: TAKEN_ALONE}
ASKED_AS = {
    "publish": "publish_by",
    "ministry_conversion": "ministry_filing_by",
    "ministry_taking": "ministry_filing_by",
    "social_security": "social_security_by",
}


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    """The form of an example shows in what it gives."""
    if "decision" in given:
        return under_restriction(given)
    if "county_review" in given:
        return county_review(given)
    if "city_review" in given:
        return city_review(given)
    if "fee_county" in given or "suspected_polluted_plot" in given:
        return points(given)
    if "branch" in given:
        return after_approval(given)
    return scope(given)


def scope(given: Given) -> Mapping[str, object]:
    """Whether the city may approve, and who may where it may not."""
    farmland = given.take("permanent_basic_farmland")
    given.take("farmland")
    file = LandFile.said(
        county=given.take("county"),
        branch=BRANCHES.get(given.text("kind")),
        touches_permanent_farmland=None if farmland is None else farmland > 0,
        within_range=given.take("within_range"),
        in_town=given.take("in_town"),
        needs_state_council=given.take("needs_state_council"),
    )
    verdict = judge(land_file, file, on=given.day("approved") or land_file.since)
    outside = verdict.status is Status.NOT_IN_FORCE
    failed = [one for one in _failed(verdict) if one in SCOPE]
    return {
        "in_scope": not outside and not failed,
        "reason": failed[0] if failed else None,
        "way": WAYS[failed[0]] if failed else None,
        "clause": str(verdict.cites),
    }


def county_review(given: Given) -> Mapping[str, object]:
    """No file moves up with a failed point."""
    said = given.part("county_review")
    results = {int(key.removeprefix("point_")): said.text(key) for key in said.values}
    failed = sorted(number for number, result in results.items() if result != PASSED)
    return {"moves_up": not failed, "failed": failed}


def city_review(given: Given) -> Mapping[str, object]:
    """Where the review leads: for new construction land to the fee, and no further until it is paid."""
    passed = given.text("city_review") in ("passed", PASSED)
    answers, paid = {"new_land": bool(given.take("new_land"))}, given.day("fee_paid")
    flow, step = BOTH_TOGETHER, "city_review"
    onward = [one for one in flow.arrows_from(step) if one.key in ("ask_fee", "pass_review")]
    if passed:
        step = next(one.to for one in onward if one.is_for(answers))
    if step == "fee" and paid:
        step = next(one.to for one in flow.arrows_from(step) if one.key == "paid")
    title = flow.step(step).title
    return {
        "state": Meaning(title, lambda expected: str(expected) in (title, title.removesuffix("性意见"))),
        "approve": step == "conclusion",
    }


def points(given: Given) -> Mapping[str, object]:
    """What follows for a point from the file itself."""
    given.take("fee_county")
    found = presumed(
        {
            "new_land": given.take("new_land"),
            "suspected_polluted": given.take("suspected_polluted_plot"),
            "ecology_answered": given.take("ecology_answer"),
        }
    )
    return {f"point_{number}": found.get(number, PASSED) for number in (FEE, POLLUTION)}


def after_approval(given: Given) -> Mapping[str, object]:
    """Taking is final with the seal; from then on its duties run, those of a conversion from the approval."""
    calendar = calendar_given(given)
    branch = BRANCHES[given.text("branch")]
    approved, sealed = given.day("approved"), given.day("sealed_document")
    final = approved if branch == CONVERSION else sealed
    due: dict[str, date] = {}
    for duty in (one for one in FLOWS[branch].duties if one.key in ASKED_AS):
        start = approved if "approve" in duty.opened_by else sealed
        if start is not None:
            clock = Clock(duty.limit, datetime.combine(start, time(12), SHANGHAI))
            due[ASKED_AS[duty.key]] = local_day(clock.due(calendar, at=clock.started).moment)
    return {"final": final is not None, **due}


def under_restriction(given: Given) -> Mapping[str, object]:
    """限批 stops what comes while it lasts."""
    for told in ("county", "decision"):
        given.take(told)
    since, submitted = given.day("from"), given.day("file_submitted")
    if since is None or submitted is None:
        raise ValueError("a restriction has a first day, a file the day it is handed in")
    return {"accepted": not Restriction(since=since, until=given.day("lifted")).covers(submitted)}


def _failed(verdict: Verdict) -> list[str]:
    return [one.condition.label for one in verdict.conditions if one.outcome is Outcome.FAILED]
