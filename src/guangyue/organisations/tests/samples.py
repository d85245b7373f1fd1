"""Rows of the register for the table of who may open what (tests/test_access_table.py)."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from guangyue.gazette.document import Clause
from guangyue.organisations.models import (
    Body,
    LocalRequirement,
    Meeting,
    Organisation,
    Person,
    Region,
    Seat,
    Tenure,
)
from guangyue.organisations.services.bodies import SeatFact, form_body
from guangyue.organisations.services.delegations import delegate_post
from guangyue.organisations.services.meetings import DecisionFact, issue_minutes, propose_meeting
from guangyue.organisations.services.register import find_post
from guangyue.organisations.services.tenures import begin_tenure

DAY, NOON = date(2021, 4, 23), datetime(2021, 4, 30, 4, tzinfo=UTC)
CITES = Clause("东政办字〔2021〕7号", "二")

_numbers = count(1)


def organisation(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"key": organisation.key}


def post(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": find_post(organisation=organisation, title="局长").pk}


def tenure(*, region: Region, organisation: Organisation) -> dict[str, object]:
    begun = begin_tenure(
        person=Person.objects.create(name="王某"),
        post=find_post(organisation=organisation, title=f"科长{next(_numbers)}"),
        since=DAY,
        source=Tenure.Source.REPORT,
        probation_months=12,
    )
    return {"pk": begun.pk}


def delegation(*, region: Region, organisation: Organisation) -> dict[str, object]:
    delegated = delegate_post(
        post=find_post(organisation=organisation, title="局长"),
        delegate=Person.objects.create(name="李某"),
        matters="日常工作",
        since=DAY,
        until=DAY + timedelta(days=30),
        ground="会议决定",
        by=None,
        at=NOON,
    )
    return {"pk": delegated.pk}


def body(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"key": _body(region, organisation).organisation.key}


def seat(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _body(region, organisation).seats.get().pk}


def meeting(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _meeting(region, organisation).pk}


def minuted_meeting(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _minuted(region, organisation).pk}


def decision(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _minuted(region, organisation).decisions.get().pk}


def local_requirement(*, region: Region, organisation: Organisation) -> dict[str, object]:
    number = next(_numbers)
    asked = LocalRequirement.objects.create(
        body=_body(region, organisation),
        short_name=f"要求{number}",
        level=LocalRequirement.Level.COUNTY,
        cites=CITES,
        since=DAY,
    )
    return {"requirement": asked.pk, "code": region.code}


def _body(region: Region, organisation: Organisation) -> Body:
    """A body whose office lies with the organisation."""
    number = next(_numbers)
    return form_body(
        key=f"body-{number}",
        name=f"联席会议{number}",
        kind=Body.Kind.JOINT_CONFERENCE,
        level=Body.Level.COUNTY,
        region=region,
        cites=CITES,
        on=DAY,
        seats=[SeatFact(Seat.Role.CONVENOR, "局长", find_post(organisation=organisation, title="局长"))],
        office=organisation,
        by=None,
        at=NOON,
    )


def _meeting(region: Region, organisation: Organisation) -> Meeting:
    return propose_meeting(
        body=_body(region, organisation),
        kind=Meeting.Kind.REGULAR,
        planned_on=DAY + timedelta(days=7),
        place="",
        agenda=["年度安排"],
        by=None,
        at=NOON,
    )


def _minuted(region: Region, organisation: Organisation) -> Meeting:
    held = _meeting(region, organisation)
    held.state = Meeting.State.HELD
    held.save(update_fields=["state"])
    decided = DecisionFact(text="落实年度安排", owner=organisation, due=DAY, needs_government=False)
    return issue_minutes(
        meeting=held, number="纪要1号", text="略", on=DAY, decisions=[decided], by=None, at=NOON
    )


SAMPLES = {
    "organisations:naming": organisation,
    "organisations:renaming": organisation,
    "organisations:organisation_end": organisation,
    "organisations:succession": organisation,
    "organisations:confirmation": tenure,
    "organisations:holder": post,
    "organisations:withdrawal": delegation,
    "organisations:seat_adding": body,
    "organisations:body_renaming": body,
    "organisations:body_end": body,
    "organisations:proposing": body,
    "organisations:reporting": body,
    "organisations:seat_confirmation": seat,
    "organisations:seat_end": seat,
    "organisations:local_reporting": local_requirement,
    "organisations:meeting": meeting,
    "organisations:approval": meeting,
    "organisations:holding": meeting,
    "organisations:minutes": meeting,
    "organisations:closing": meeting,
    "organisations:minutes_paper": minuted_meeting,
    "organisations:decision_end": decision,
    "organisations:government_approval": decision,
}
PLACELESS = {"organisations:merging": "同名的人可以在任何单位任职，不属于哪一个区域"}
LISTS = {"organisations:meetings": "organisations:meeting"}
