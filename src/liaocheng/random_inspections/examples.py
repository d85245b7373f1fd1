"""How S30 answers the catalogue's worked examples: through the functions that real batches go through."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from guangyue.inspections.deadlines import plan_filed, publish_by
from guangyue.inspections.drawing import gydraw, nomcom
from guangyue.inspections.drawing.matching import match, shortages
from guangyue.inspections.drawing.terms import Algorithm, Inspector, Slot, Target, Terms
from guangyue.inspections.grounds import Concern, check_reason, course_of
from guangyue.inspections.kinds import ItemKind, Source
from guangyue.inspections.liability import Conduct, Exemption, Liability, Neglect, judge_conduct
from guangyue.inspections.refusals import BadTerms
from guangyue.inspections.sizing import (
    USUAL_WEIGHTS,
    check_cap,
    check_ratio,
    check_weights,
    class_of,
    is_visited_enough,
    sample_size,
    weight_of,
)
from guangyue.systems import examples
from guangyue.systems.calendars import calendar_given

Answers = Mapping[str, object]
GENERAL_PROBLEM = "general problem"


def _batch(given: examples.Given) -> Answers:
    terms = Terms(
        batch=given.text("batch"),
        n=given.take("n"),
        targets=tuple(Target(name, weight) for name, weight in given.take("targets").items()),
        inspectors=tuple(map(_inspector, given.take("roster"))),
        recusals=frozenset(tuple(line.split("|")) for line in given.take("recusals")),
        slots=tuple(Slot(*slot) for slot in given.take("slots")),
    )
    commitment = gydraw.commit(terms, given.text("salt"))
    seed = gydraw.seed(commitment, given.text("public_value"))
    drawn = gydraw.draw(terms, seed)
    teams = match(terms, drawn, seed)
    return {
        "list_hash": gydraw.list_hash(terms),
        "plan_hash": gydraw.plan_hash(terms),
        "commit": commitment,
        "seed": seed.hex(),
        "drawn": [{"id": one.id, "r": one.r, "W": one.weight_left} for one in drawn],
        "teams": {target: list(team) for target, team in teams.items()},
        "shortage": [f"{target} slot {slot}" for target, slot in shortages(teams)],
    }


def _inspector(line: str) -> Inspector:
    number, department, qualifications, load = line.split("|")
    return Inspector(number, department, frozenset(qualifications.split(";")), int(load))


def _evenly(given: examples.Given) -> Answers:
    """RFC 3797 of a numbered list, as its section 6 has it."""
    targets = tuple(Target(f"{nth:02d}") for nth in range(1, int(given.take("volunteers")) + 1))
    terms = Terms(batch="示例", n=int(given.take("n")), targets=targets, algorithm=Algorithm.NOMCOM)
    key = nomcom.key_string(given.take("sources"))
    return {"key": key, "drawn": [int(one.id) for one in nomcom.draw(terms, key)]}


def _twice(given: examples.Given) -> Answers:
    targets = tuple(Target(name, weight) for name, weight in given.take("targets").items())
    terms = Terms(batch="示例", n=given.take("batch_n"), targets=targets)
    given.take("draw_twice_with_same_inputs")
    first, second = (gydraw.draw(terms, gydraw.seed(gydraw.commit(terms, "盐"), "值")) for _ in range(2))
    return {"same_result": first == second}


def _task(given: examples.Given) -> Answers:
    completed = given.day("task_completed")
    calendar = calendar_given(given)
    due = publish_by(examples.the_day(completed), calendar)
    entered = given.day("entered")
    return {"publish_by": due, "status": "late" if entered and entered > due else "on_time"}


def _ratio(given: examples.Given) -> Answers:
    kind, cap = ItemKind(given.text("item_kind")), given.take("ratio_cap")
    ratio, active = Decimal(str(given.take("ratio"))), int(given.take("active_targets") or 0)
    cap = None if cap is None else Decimal(str(cap))

    def check() -> None:
        check_cap(kind, cap)
        check_ratio(kind, ratio, cap)

    return {**_accepted(check), "n": sample_size(kind, ratio, active)}


def _filed(given: examples.Given) -> Answers:
    filed, year = given.day("department_plan_filed"), int(given.take("year"))
    judged = plan_filed(year, filed, on=given.day("on") or examples.the_day(filed))
    return {"status": "late" if judged.late else "on_time", "due": judged.due}


def _clue(given: examples.Given) -> Answers:
    given.take("clue")
    course = course_of(Concern.ONE_UNIT, Source(given.text("visit_reason")))
    return {"draw_needed": course.draw_needed, "start": "at_once" if course.starts_at_once else "drawn"}


def _reason(given: examples.Given) -> Answers:
    general = GENERAL_PROBLEM in given.text("reason")
    course = course_of(Concern.GENERAL if general else Concern.ONE_UNIT, Source.COMPLAINT)
    return {
        "special_check": "allowed",
        "method": "random_draw" if course.draw_needed else "at_once",
        "plan_revision": "required" if course.plan_revision else "none",
    }


def _problem_later(given: examples.Given) -> Answers:
    given.take("unit_problem_later")
    held = {
        Exemption.CHECKED: bool(given.take("planned_check_done")),
        Exemption.UNDETECTABLE: given.take("problem_detectable_with_means") is False,
        Exemption.NO_CAUSE: given.take("accident_caused_by_check") is False,
        Exemption.FALSE_REPORT: bool(given.take("false_report")),
    }
    neglects = {Neglect.NOT_CHECKED} if given.take("not_checked_as_required") else set()
    return _judged(
        Conduct(
            frozenset(ground for ground, holds in held.items() if holds),
            frozenset(neglects),
            bool(given.take("bad_result")),
        )
    )


def _crime(given: examples.Given) -> Answers:
    kept_back = bool(given.take("suspected_crime_found")) and not given.take("transferred")
    neglects = frozenset({Neglect.NOT_TRANSFERRED} if kept_back else ())
    return _judged(Conduct(neglects=neglects, bad_result=bool(given.take("bad_result"))))


def _published_late(given: examples.Given) -> Answers:
    neglects = frozenset({Neglect.NOT_PUBLISHED} if given.take("published_late") else ())
    return _judged(Conduct(neglects=neglects, bad_result=bool(given.take("bad_result"))))


def _judged(conduct: Conduct) -> Answers:
    judged = judge_conduct(conduct)
    liability = {Liability.EXEMPT: "exempt", Liability.LIABLE: "liable", Liability.NONE: "none"}
    return {
        "liability": liability[judged.liability],
        "grounds": list(judged.letters),
        "ground": judged.letters[0] if judged.letters else None,
        "person_decides": judged.contested,
    }


def _plan(given: examples.Given) -> Answers:
    given.take("published_plan")
    given.take("later_added_item")
    return _accepted(lambda: check_reason(given.text("reason")))


def _weights(given: examples.Given) -> Answers:
    weights = {**USUAL_WEIGHTS, **given.take("weights")}
    return _accepted(lambda: check_weights(weights))


def _classes(given: examples.Given) -> Answers:
    name = class_of(given.text("risk_class"), given.text("credit_class"))
    kind = ItemKind(given.text("of_kind") or ItemKind.GENERAL.value)
    visited = bool(given.take("visited_this_year"))
    left_out = is_visited_enough(kind, visited_this_year=visited, class_name=name)
    weight = weight_of(USUAL_WEIGHTS, name, frequency=int(given.take("frequency") or 1))
    return {"weight": weight, "left_out": left_out}


def _accepted(check: Callable[[], None]) -> Answers:
    try:
        check()
    except BadTerms as refusal:
        return {"accepted": False, "rule": refusal.rule}
    return {"accepted": True, "rule": None}


answer = examples.answering(
    {
        "batch": _batch,
        "batch_n": _twice,
        "volunteers": _evenly,
        "task_completed": _task,
        "item_kind": _ratio,
        "department_plan_filed": _filed,
        "visit_reason": _clue,
        "published_plan": _plan,
        "reason": _reason,
        "unit_problem_later": _problem_later,
        "suspected_crime_found": _crime,
        "published_late": _published_late,
        "weights": _weights,
        "risk_class": _classes,
    }
)
