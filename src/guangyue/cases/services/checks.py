"""What must hold before a move: each check says what is missing, by name."""

from collections.abc import Callable, Mapping
from datetime import datetime

from guangyue.accounts.models import User
from guangyue.cases.flow import Check
from guangyue.cases.judging import unmet
from guangyue.cases.models import Case, Paper, PointResult
from guangyue.cases.models.refusing import Veto
from guangyue.cases.refusals import NotYet
from guangyue.cases.services.powers import refuse_powerless
from guangyue.kit.clocks import local_day

# What is missing, in words, for a case, whoever acts and when; empty when the check holds.
Missing = Callable[[Case, User | None, datetime], str]
SETTLED = (PointResult.Result.PASSED, PointResult.Result.NOT_APPLICABLE, PointResult.Result.TO_BE_PAID)


def check(one: Check, *, case: Case, by: User | None, at: datetime) -> None:
    missing = CHECKS[one](case, by, at)
    if missing:
        raise NotYet(one, "" if missing == one.value else missing)


def open_points(case: Case) -> list[int]:
    """审查要点 of this step that are not settled, by their numbers."""
    latest = {
        result.number: result.result for result in case.point_results.filter(step=case.step).order_by("pk")
    }
    points = [point for point in case.flow.declared.points if case.step in point.steps]
    return [point.number for point in points if latest.get(point.number) not in SETTLED]


def _papers(case: Case, by: User | None, at: datetime) -> str:
    return "、".join(case.papers.missing().values_list("title", flat=True))


def _essential(case: Case, by: User | None, at: datetime) -> str:
    return "、".join(case.papers.missing().filter(deferrable=False).values_list("title", flat=True))


def _promise(case: Case, by: User | None, at: datetime) -> str:
    unpromised = case.papers.missing().filter(promised_on=None)
    return "、".join(unpromised.values_list("title", flat=True))


def _owed(case: Case, by: User | None, at: datetime) -> str:
    return "、".join(case.papers.filter(state=Paper.State.OWED).values_list("title", flat=True))


def _opinions(case: Case, by: User | None, at: datetime) -> str:
    waited = case.opinions.filter(given_at=None, withdrawn_at=None)
    return "、".join(waited.values_list("title", flat=True))


def _points(case: Case, by: User | None, at: datetime) -> str:
    numbers = open_points(case)
    titles = [f"{one.number}.{one.title}" for one in case.flow.declared.points if one.number in numbers]
    return "、".join(titles)


def _charges(case: Case, by: User | None, at: datetime) -> str:
    return "、".join(case.charges.filter(paid_on=None).values_list("item", flat=True))


def _not_asked_before(case: Case, by: User | None, at: datetime) -> str:
    asked = [arrow.key for arrow in case.flow.declared.arrows if Check.NOT_ASKED_BEFORE in arrow.checks]
    return Check.NOT_ASKED_BEFORE.value if case.moves.filter(arrow__in=asked).exists() else ""


def _another_person(case: Case, by: User | None, at: datetime) -> str:
    same = by is not None and by.pk == case.received_by_id
    return Check.ANOTHER_PERSON.value if same else ""


def _refusal(case: Case, by: User | None, at: datetime) -> str:
    approved = case.vetoes.filter(ruling=Veto.Ruling.REFUSE).exists()
    return "" if approved else Check.REFUSAL_APPROVED.value


def _noted(case: Case, by: User | None, at: datetime) -> str:
    return "" if case.charges.exists() else Check.CHARGE_NOTED.value


def _rule(case: Case, by: User | None, at: datetime) -> str:
    return "、".join(unmet(case, on=local_day(at)))


CHECKS: Mapping[Check, Missing] = {
    Check.PAPERS_COMPLETE: _papers,
    Check.OWED_MAY_BE_OWED: _essential,
    Check.PROMISE_GIVEN: _promise,
    Check.NOTHING_OWED: _owed,
    Check.OPINIONS_GIVEN: _opinions,
    Check.POINTS_PASSED: _points,
    Check.CHARGES_PAID: _charges,
    Check.NOT_ASKED_BEFORE: _not_asked_before,
    Check.ANOTHER_PERSON: _another_person,
    Check.POWER_HELD: refuse_powerless,
    Check.REFUSAL_APPROVED: _refusal,
    Check.CHARGE_NOTED: _noted,
    Check.RULE_HOLDS: _rule,
}
