"""How S13 answers the catalogue's worked examples: through the functions that judge real ratings."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal

from guangyue.kit.clocks import SHANGHAI, local_day
from guangyue.ratings.handling import REPLY_DAYS, Refusal, Source, entailed, is_repeat, reply_due
from guangyue.ratings.scoring import LEAST_RATINGS, Given, Score, counted, standing
from guangyue.ratings.signs import set_up
from guangyue.ratings.ways import COVERED_FROM, Way, covered
from guangyue.systems import examples
from guangyue.systems.calendars import calendar_given

Answers = Mapping[str, object]


def _complaint(given: examples.Given) -> Answers:
    said = given.part("complaint")
    received = _at(said.day("received"))
    due = reply_due(
        received,
        extended=bool(said.take("extended")),
        calendar=calendar_given(said),
        days=int(said.take("reply_days") or REPLY_DAYS),
    )
    return {"due": local_day(due.moment)}


def _refusal(given: examples.Given) -> Answers:
    said = given.part("window_refusal")
    said.take("person")
    judged = Refusal(decided=said.take("veto") is not None)
    return {
        "violation": judged.is_violation,
        "case_state": "open" if judged.case_stays_open else "refused",
    }


def _clue(given: examples.Given) -> Answers:
    said = given.part("clue")
    said.take("published")
    follows = entailed(Source(said.text("source")))
    return {
        "complaint_opened": follows.complaint_opened,
        "correction_required": follows.correction_required,
    }


def _hall(given: examples.Given) -> Answers:
    given.take("hall")
    judged = set_up(
        window=bool(given.take("window")),
        board=bool(given.take("board")),
        on=examples.the_day(given.day("on")),
    )
    return {"compliant": judged.compliant, "missing": list(judged.missing)}


def _hooks(given: examples.Given) -> Answers:
    given.take("matter")
    judged = covered(
        open_ways=[Way(one) for one in given.take("hooks")],
        in_hall=bool(given.take("hall_matter")),
        on=given.day("on") or COVERED_FROM,
    )
    return {"compliant": judged.compliant, "missing": [way.value for way in judged.missing]}


def _object(given: examples.Given) -> Answers:
    given.take("case")
    given.take("object")
    rows = [Given(one["level"], _at(examples.as_day(one["at"]))) for one in given.take("ratings")]
    stands = standing(rows)
    return {
        "effective": stands.effective.level,
        "first_kept": stands.first.level,
        "too_late": [one.level for one in stands.late],
    }


def _department(given: examples.Given) -> Answers:
    """Only how many there are is said: whatever their levels, the sample is judged first."""
    given.take("department")
    least = int(given.take("minimum") or LEAST_RATINGS)
    score = Score((0, 0, int(given.take("ratings_in_period")), 0, 0))
    rated = score.is_rated(least)
    return {
        "score": _number(score.score(least)) if rated else None,
        "state": "rated" if rated else "not_rated",
    }


def _ratings(given: examples.Given) -> Answers:
    """A list that names no minimum asks for the mean itself."""
    least = int(given.take("minimum") or 1)
    score = Score.of(counted(given.take("ratings"), untrue=given.take("marked_untrue") or ()))
    return {
        "score": _number(score.score(least)),
        "counted": score.counted,
        "bad_rate": _number(score.bad_rate),
    }


def _repeat(given: examples.Given) -> Answers:
    first, again = (examples.the_day(one) for one in given.take("complaints_on"))
    return {"merged": is_repeat(first, again)}


def _at(on: date | None) -> datetime:
    return datetime.combine(examples.the_day(on), time(10), SHANGHAI)


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


answer = examples.answering(
    {
        "complaint": _complaint,
        "complaints_on": _repeat,
        "window_refusal": _refusal,
        "clue": _clue,
        "hall": _hall,
        "hooks": _hooks,
        "object": _object,
        "department": _department,
        "ratings": _ratings,
    }
)
