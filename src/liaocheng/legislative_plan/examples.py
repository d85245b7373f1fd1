"""How S06 answers the catalogue's worked examples: through the functions that real projects go through."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from guangyue.kit.refusals import Refused
from guangyue.legislation.articles import read_articles
from guangyue.legislation.catalogue import WrongHeaderCount, read_catalogue
from guangyue.legislation.kinds import Audience, Piece, missing_audiences, missing_pieces
from guangyue.legislation.obligations import Flag, HearingDuty, Voices, hearing_duty, hinted
from guangyue.legislation.timing import BackPlan, earliest_close, kept, usual_due
from guangyue.systems import examples
from liaocheng.legislative_plan.projects import GROUPS, YEAR

Answers = Mapping[str, object]

DUTIES = {HearingDuty.OBLIGATORY: "obligatory", HearingDuty.RECOMMENDED: "recommended"}
PIECES = {str(piece.label): piece for piece in Piece}
AUDIENCES = {str(audience.label): audience for audience in Audience}
LANDSCAPE_AUDIENCES = {Audience.EXPERTS, Audience.PUBLIC}


def _project(given: examples.Given) -> Answers:
    """Its day is that of its group in the plan; done is what the group asks for."""
    due = _due_of(given.text("project"))
    if "delivered" in given:
        return _study(given, due)
    given.take("adopted")
    done = given.day("submitted_to_npc") or given.day("published")
    on = given.day("on") or done
    judged = kept(due, done, on=examples.the_day(on))
    return {"met": judged.met, "late_days": judged.late_days, "overdue": judged.overdue}


def _study(given: examples.Given, due: date | None) -> Answers:
    missing = missing_pieces({PIECES[one] for one in given.take("delivered")})
    judged = kept(due, None, on=examples.the_day(given.day("on")))
    return {
        "complete": not missing,
        "missing": [str(one.label) for one in missing],
        "overdue": judged.overdue,
    }


def _due_of(name: str) -> date | None:
    for group in GROUPS:
        if name in [project.name for project in group.projects]:
            return usual_due(group.category, YEAR)
    raise ValueError(f"the plan knows no {name}")


def _flags(given: examples.Given) -> Answers:
    said = given.part("flags")
    duty = hearing_duty({flag for flag in Flag if said.take(flag.value)})
    return {
        "hearing": DUTIES.get(duty, "free"),
        "reason_needed_if_not_held": duty is HearingDuty.RECOMMENDED,
    }


def _consultation(given: examples.Given) -> Answers:
    said = given.part("consultation")
    said.take("min_days")
    missing = {"draft": "草案", "explanation": "说明"}
    lacking = [title for key, title in missing.items() if not said.take(key)]
    if said.take("min_days") is None:
        lacking.append("min_days")
    return {"accepted": not lacking, "reason": f"{'、'.join(lacking)} missing" if lacking else None}


def _opens(given: examples.Given) -> Answers:
    opens = examples.the_day(given.day("consultation_opens"))
    return {"earliest_close": earliest_close(opens, int(given.take("min_days")))}


def _back_plan(given: examples.Given) -> Answers:
    plan = BackPlan(
        examples.the_day(given.day("due")), int(given.take("review_days")), int(given.take("approval_days"))
    )
    on = given.day("on")
    return {"latest_submit": plan.latest_submit, "warning": on is not None and on > plan.latest_submit}


def _matter(given: examples.Given) -> Answers:
    given.take("matter")
    asked = {AUDIENCES[one] for one in given.take("consulted")}
    missing = missing_audiences(LANDSCAPE_AUDIENCES, asked)
    return {"complete": not missing, "missing": [str(one.label) for one in missing]}


def _catalogue(given: examples.Given) -> Answers:
    try:
        groups = read_catalogue(given.text("catalogue"))
    except WrongHeaderCount:
        return {"accepted": False, "projects": 0}
    return {"accepted": True, "projects": sum(len(group.projects) for group in groups)}


def _plan(given: examples.Given) -> Answers:
    given.take("plan")
    days = [usual_due(group.category, YEAR) for group in GROUPS for _ in group.projects]
    return {
        "projects": len(days),
        "due_at_year_end": days.count(date(YEAR, 12, 31)),
        "without_day": days.count(None),
    }


def _comments(given: examples.Given) -> Answers:
    said = given.part("comments")
    found = hinted(
        Voices(int(said.take("all")), int(said.take("against"))),
        opposing_share=Decimal(str(said.take("opposing_share"))),
        many_comments=int(said.take("many")),
    )
    return {"hints": sorted(flag.value for flag in found)}


def _draft(given: examples.Given) -> Answers:
    try:
        articles = read_articles(given.text("draft"))
    except Refused as refusal:
        return {"accepted": False, "reason": refusal.sentence}
    return {"accepted": True, "articles": [one.label for one in articles]}


answer = examples.answering(
    {
        "project": _project,
        "flags": _flags,
        "consultation": _consultation,
        "consultation_opens": _opens,
        "matter": _matter,
        "due": _back_plan,
        "catalogue": _catalogue,
        "plan": _plan,
        "comments": _comments,
        "draft": _draft,
    }
)
