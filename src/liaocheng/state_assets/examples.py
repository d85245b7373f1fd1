"""How S18 answers the catalogue's worked examples."""

from collections.abc import Collection, Mapping

from guangyue.gazette.document import Clause
from guangyue.kit.workdays import Calendar
from guangyue.matters.reporting import report_due
from guangyue.systems.calendars import calendar_given
from guangyue.systems.examples import Given, Meaning
from liaocheng.state_assets.document import SCHEME
from liaocheng.state_assets.routing import NotSaid, Route, matter_called, route
from liaocheng.state_assets.ways import Way

SHORTEST_BOND = 12  # months; 以上 includes the number itself
ASKED_BEFORE = (Way.APPROVAL, Way.GOVERNMENT, Way.AGREEMENT)


def answer(given: Given, asked: Collection[str]) -> Mapping[str, object]:
    """The matter is named, or shows in what is given of it."""
    calendar = calendar_given(given)
    try:
        found = route(matter_called(_called(given)), {"which": _said(given)})
    except NotSaid as refused:
        given.stop()
        return {"accepted": False, "reason": refused.sentence}
    clause = found.variant.cites or found.matter.cites
    reporting = found.variant.reporting
    return {
        "accepted": True,
        "way": found.way.value,
        "clause": Meaning(str(clause), lambda expected: _same_clause(clause, expected)),
        "approval_needed": found.way in ASKED_BEFORE,
        "report_after": found.way in (Way.AFTER, Way.YEARLY),
        "due_days": _days(found),
        "due": _due(given, found, calendar) if reporting else None,
        "late": _late(given, found, calendar) if reporting else False,
    }


def _called(given: Given) -> str:
    if "bond_term_months" in given:
        return "发行债券"
    if "transfer" in given:
        return f"{given.part('transfer').text('kind')}"
    return given.text("matter")


def _said(given: Given) -> str:
    """The answer to the one question that the matter asks, as the example says it."""
    if "bond_term_months" in given:
        return "满一年" if int(given.take("bond_term_months")) >= SHORTEST_BOND else "不满一年"
    if "transfer" in given:
        return "集团内部" if given.part("transfer").take("inside_group") else "集团以外"
    if "inside_group" in given:
        return "集团内部" if given.take("inside_group") else "集团以外"
    if "special_supervision" in given:
        return "纳入" if given.take("special_supervision") else "没有纳入"
    if "key_line" in given:
        return "属于" if given.take("key_line") else "不属于"
    given.take("between_funded_enterprises")
    if "enterprise_class" in given:
        return given.text("enterprise_class")
    return "导致" if given.take("loss_of_control", False) else "不导致"


def _days(found: Route) -> str | None:
    reporting = found.variant.reporting
    if reporting is None or reporting.limit is None:
        return None
    return f"{reporting.limit.amount}{reporting.limit.unit.value.removeprefix('个')}"


def _due(given: Given, found: Route, calendar: Calendar) -> object:
    decided = given.day("decided") or given.day("issued")
    return (
        report_due(found.variant.reporting, decided, calendar)
        if decided and found.variant.reporting
        else None
    )


def _late(given: Given, found: Route, calendar: Calendar) -> bool:
    filed, due = given.day("filed"), _due(given, found, calendar)
    return bool(filed and due and str(filed) > str(due))


def _same_clause(clause: Clause | None, expected: object) -> bool:
    """The catalogue cites a path of the one document, in brackets of either width."""
    return clause is not None and SCHEME.clause(str(expected)) == clause
