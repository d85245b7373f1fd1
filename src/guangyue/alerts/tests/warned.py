"""A city with hands to sign, a forecast to sign upon, and warnings that went the whole road."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_region, a_user
from guangyue.alerts.declared import response_plan
from guangyue.alerts.models import Commander, Consultation, Drill, Forecast, Sheet, Warning
from guangyue.alerts.services.drafting import SheetSaid, draft_sheet
from guangyue.alerts.services.lifting import announce_lifting
from guangyue.alerts.services.preparing import DrillSaid, plan_drill
from guangyue.alerts.services.publishing import publish_warning
from guangyue.alerts.services.signing import approve_sheet, check_sheet, submit_sheet
from guangyue.kit.clocks import HOUR, SHANGHAI, local_day
from guangyue.organisations.models import Region

AT = datetime(2026, 12, 7, 12, tzinfo=SHANGHAI)  # a Monday
DIRTY, CLEAN = 250, 90

_numbers = count(1)


@dataclass(frozen=True)
class Hands:
    """Who drafts and who signs, each an account of its own, and a county that answers."""

    officer: User
    director: User
    deputy: User
    commander: User
    county: User


def some_hands(*, at: datetime = AT) -> Hands:
    officer, county = a_user(), a_user()
    east = a_region("990101")
    a_region("990102")
    a_grant(officer, "alert-officer", since=local_day(at))
    a_grant(county, "alert-county", region=east, since=local_day(at))
    signers = [a_user() for _ in response_plan().leaders]
    for person, post in zip(signers, response_plan().leaders, strict=True):
        a_grant(person, "commander", since=local_day(at))
        Commander.objects.create(account=person, post=post, since=local_day(at), by=officer, at=at)
    director, deputy, commander = signers
    return Hands(officer, director, deputy, commander, county)


def a_forecast(values: Sequence[int | None], *, at: datetime = AT, exercise: bool = False) -> Forecast:
    """Hour by hour from the hour of its issue on."""
    return Forecast.objects.create(
        issued_at=at,
        begins_at=at.replace(minute=0),
        values=list(values),
        author="预报员",
        source="entered",
        at=at,
        exercise=exercise,
    )


def a_consultation(by: User, *, at: datetime = AT, exercise: bool = False) -> Consultation:
    return Consultation.objects.create(
        number=f"HS{next(_numbers)}",
        held_at=at,
        pace="AT_ONCE",
        trend="持续加重",
        experts="专家组",
        by=by,
        at=at,
        exercise=exercise,
    )


def said(level: str = "yellow", *, at: datetime = AT, **changed: Any) -> SheetSaid:
    """A whole sheet, that asks to begin 25 hours from now."""
    words = {part.key: f"{part.title}的话" for part in response_plan().parts}
    start = changed.pop("predicted_start", at + 25 * HOUR)
    given = {"said": words, "predicted_start": start, "predicted_end": at + 97 * HOUR, **changed}
    return SheetSaid(level_key=level, **given)


def a_sheet(
    hands: Hands,
    level: str = "yellow",
    *,
    kind: Sheet.Kind = Sheet.Kind.PUBLISH,
    at: datetime = AT,
    warning: Warning | None = None,
    drill: Drill | None = None,
    **changed: Any,
) -> Sheet:
    grounds = {"consultation": a_consultation(hands.officer, at=at), **changed}
    return draft_sheet(
        kind=kind,
        said=said(level, at=at, **grounds),
        warning=warning,
        drill=drill,
        by=hands.officer,
        at=at,
    )


def signed(sheet: Sheet, hands: Hands, *, at: datetime = AT, by: User | None = None) -> Sheet:
    """Checked and approved by those whom the level asks for."""
    submit_sheet(sheet=sheet, by=hands.officer, at=at)
    checked = check_sheet(sheet=sheet, by=hands.director, at=at)
    if not checked.needs_approval:
        return checked
    red = sheet.level.approver == response_plan().leaders[-1]
    return approve_sheet(sheet=sheet, by=by or (hands.commander if red else hands.deputy), at=at)


def a_warning(
    hands: Hands | None = None, level: str = "yellow", *, at: datetime = AT, drill: Drill | None = None
) -> Warning:
    hands = hands or some_hands(at=at)
    sheet = signed(a_sheet(hands, level, at=at, drill=drill), hands, at=at)
    return publish_warning(sheet=sheet, by=hands.officer, at=at)


def a_lifting(warning: Warning, hands: Hands, *, lifts_at: datetime, at: datetime) -> Sheet:
    lifting = SheetSaid(
        warning.level_key,
        lifts_at=lifts_at,
        remark="空气质量改善",
        consultation=a_consultation(hands.officer, at=at, exercise=warning.exercise),
    )
    return draft_sheet(kind=Sheet.Kind.LIFT, said=lifting, warning=warning, by=hands.officer, at=at)


def lifted(warning: Warning, hands: Hands, *, lifts_at: datetime, at: datetime) -> Warning:
    """Announced: it ends when its time comes."""
    sheet = signed(a_lifting(warning, hands, lifts_at=lifts_at, at=at), hands, at=at)
    return announce_lifting(sheet=sheet, by=hands.officer, at=at)


def a_drill(hands: Hands, *, at: datetime = AT) -> Drill:
    planned = DrillSaid("年度演练", "orange", "静稳天气，持续三天", local_day(at))
    return plan_drill(said=planned, by=hands.officer, at=at)


def counties() -> list[Region]:
    return list(Region.objects.of_county_level())
