"""Documents and assignments, for tests; Lantern City has offices of its own."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.files.tests.factories import a_pdf
from guangyue.kit.clocks import SHANGHAI
from guangyue.organisations.models import Organisation
from guangyue.tasks.models import Assignment, AssignmentUnit, Check, Report, TaskDocument
from guangyue.tasks.services.answering import accept_assignment
from guangyue.tasks.services.closing import ask_to_close, check_closing
from guangyue.tasks.services.issuing import GivenAssignment, GivenUnit, issue, take_on_document
from guangyue.tasks.services.planning import Step, submit_plan
from guangyue.tasks.services.reporting import Said
from guangyue.tasks.states import DueKind, Role

AT = datetime(2020, 4, 13, 10, tzinfo=SHANGHAI)  # a Monday
DAY = date(2020, 4, 10)
DUE = date(2020, 12, 31)
_numbers = count(1)


def a_document(**said: Any) -> TaskDocument:
    number = f"灯政发〔2020〕{next(_numbers)}号"
    return take_on_document(
        **{"number": number, "title": "重点任务分工方案", "day": DAY, "horizon": DUE, "at": AT, **said}
    )


def given(label: str, *units: GivenUnit, **said: Any) -> GivenAssignment:
    return GivenAssignment(
        **{
            "item": label.split("（", maxsplit=1)[0],
            "label": label,
            "text": f"点亮第 {label} 盏灯",
            "units": units,
            "due_on": DUE,
            "due_kind": DueKind.INHERITED,
            **said,
        }
    )


def lead(organisation: Organisation) -> GivenUnit:
    return GivenUnit(organisation.name, Role.LEAD, organisation)


def issued(
    *units: GivenUnit,
    labels: tuple[str, ...] = ("1",),
    document: TaskDocument | None = None,
    **said: Any,
) -> list[Assignment]:
    made = [given(label, *units, **said) for label in labels]
    return issue(document=document or a_document(), assignments=made, by=None, at=AT)


def unit_of(assignment: Assignment, organisation: Organisation | None = None) -> AssignmentUnit:
    rows = assignment.units.filter(answers=True).select_related("assignment", "organisation")
    return rows.get(organisation=organisation) if organisation else rows[0]


def contact_of(organisation: Organisation) -> User:
    contact = a_user(organisation=organisation)
    a_grant(contact, "task-contact", organisation=organisation, since=DAY)
    return contact


def running(organisation: Organisation, by: User, **said: Any) -> Assignment:
    """Accepted and planned."""
    (assignment,) = issued(lead(organisation), **said)
    accept_assignment(unit=unit_of(assignment), by=by, at=AT)
    steps = [Step("第一步", DAY + timedelta(days=30))]
    submit_plan(unit=unit_of(assignment), goal="全部点亮", steps=steps, by=by, at=AT)
    assignment.refresh_from_db()
    return assignment


def proof(name: str = "proof.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, a_pdf(), content_type="application/pdf")


def said(percent: int = 40, *, proven: bool = False, **more: Any) -> Said:
    return Said("已经开工", percent, evidence=(proof(),) if proven else (), **more)


def ask(assignment: Assignment, by: User, *, at: datetime = AT) -> Report:
    return ask_to_close(unit=unit_of(assignment), said=said(100, proven=True), declared=True, by=by, at=at)


def check(report: Report, by: User, *, result: Check.Result = Check.Result.TRUE) -> Assignment:
    return check_closing(report=report, kind=Check.Kind.ON_SITE, result=result, said="看过现场", by=by, at=AT)
