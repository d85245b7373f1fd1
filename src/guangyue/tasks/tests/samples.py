"""Rows of tasks for the table of who may open what (tests/test_access_table.py)."""

from datetime import date
from itertools import count
from uuid import uuid4

from django.utils import timezone

from guangyue.accounts.tests.factories import a_user
from guangyue.files.models import File
from guangyue.organisations.models import Organisation, Region
from guangyue.tasks.models import (
    Assignment,
    AssignmentUnit,
    DeadlineChange,
    Evidence,
    OwedReport,
    Plan,
    PlanStep,
    Prod,
    Reading,
    Report,
    Task,
    TaskDocument,
    TaskProposal,
)
from guangyue.tasks.proposed import Proposed, to_plain
from guangyue.tasks.states import DueKind, Role, State

DAY, DUE = date(2020, 4, 10), date(2020, 12, 31)
_numbers = count(1)


def _assignment(organisation: Organisation, state: State = State.RUNNING) -> Assignment:
    at, number = timezone.now(), next(_numbers)
    document = TaskDocument.objects.create(
        number=f"样政发〔2020〕{number}号", title="样例", day=DAY, horizon=DUE, taken_on_at=at
    )
    made = Assignment.objects.create(
        document=document,
        task=Task.objects.create(document=document, order=1, item="1"),
        order=1,
        label="1",
        text="样例任务",
        answering=organisation.name,
        due_on=DUE,
        due_kind=DueKind.INHERITED.name,
        state=state.name,
        issued_at=at,
        answer_by=DAY,
    )
    AssignmentUnit.objects.create(
        assignment=made,
        order=1,
        organisation=organisation,
        name=organisation.name,
        role=Role.LEAD.name,
        answers=True,
    )
    return made


def _report(organisation: Organisation) -> Report:
    return Report.objects.create(
        assignment=_assignment(organisation, State.CLOSING),
        organisation=organisation,
        kind=Report.Kind.CLOSING,
        text="完成",
        percent=100,
        at=timezone.now(),
    )


def assignment(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _assignment(organisation).pk}


def step(*, region: Region, organisation: Organisation) -> dict[str, object]:
    plan = Plan.objects.create(
        assignment=_assignment(organisation), organisation=organisation, goal="目标", at=timezone.now()
    )
    return {"pk": PlanStep.objects.create(plan=plan, order=1, title="节点", due_on=DUE).pk}


def closing(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _report(organisation).pk}


def evidence(*, region: Region, organisation: Organisation) -> dict[str, object]:
    at = timezone.now()
    file = File.objects.create(
        name="佐证.pdf", media_type="application/pdf", size=1, sha256=uuid4().hex * 2, kept_at=at
    )
    return {"pk": Evidence.objects.create(report=_report(organisation), file=file).pk}


def change(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = DeadlineChange.objects.create(
        assignment=_assignment(organisation),
        to=DUE,
        ground="样例",
        asked_by=a_user(),
        asked_at=timezone.now(),
    )
    return {"pk": made.pk}


def prod(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = Prod.objects.create(
        kind=Prod.Kind.REMINDER,
        assignment=_assignment(organisation),
        organisation=organisation,
        reason="样例",
        answer_by=DUE,
        at=timezone.now(),
    )
    return {"pk": made.pk}


def owed(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = OwedReport.objects.create(
        document=_assignment(organisation).document,
        organisation=organisation,
        quarter="2020Q2",
        covers=1,
        due_on=date(2020, 7, 10),
    )
    return {"pk": made.pk}


def reading(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": _reading().pk}


def proposal(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = TaskProposal.objects.create(
        reading=_reading(),
        fingerprint=uuid4().hex,
        order=1,
        item="1",
        label="1",
        path="一1",
        first_line=1,
        last_line=1,
        note="样例牵头",
        read=to_plain(Proposed(text="样例任务")),
    )
    return {"pk": made.pk}


def _reading() -> Reading:
    number = f"样政发〔2021〕{next(_numbers)}号"
    return Reading.objects.create(
        number=number, title="样例", day=DAY, source="样例", lines=[[1, "样例任务"]], read_at=timezone.now()
    )


SAMPLES = {
    "tasks:assignment": assignment,
    "tasks:acceptance": assignment,
    "tasks:dispute": assignment,
    "tasks:settlement": assignment,
    "tasks:plan": assignment,
    "tasks:progress": assignment,
    "tasks:closing": assignment,
    "tasks:part": assignment,
    "tasks:change_asked": assignment,
    "tasks:change_proposed": assignment,
    "tasks:check": assignment,
    "tasks:urging": assignment,
    "tasks:same": assignment,
    "tasks:step": step,
    "tasks:evidence": evidence,
    "tasks:closing_check": closing,
    "tasks:change": change,
    "tasks:change_decision": change,
    "tasks:prod": prod,
    "tasks:prod_answer": prod,
    "tasks:owed_report": owed,
    "tasks:handing_in": owed,
    "tasks:sending_back": owed,
    "tasks:review": owed,
    "tasks:reading": reading,
    "tasks:reading_again": reading,
    "tasks:issuing": reading,
    "tasks:confirmation": proposal,
    "tasks:refusal": proposal,
    "tasks:correction": proposal,
}
PLACELESS = {
    "tasks:document": "文件本身人人可看，其中的事项按单位和地区的范围显示",
    "tasks:reading": "抽取出来的提议还没有下达，不属于哪个地区；由市政府办公室确认",
    "tasks:reading_again": "抽取出来的提议还没有下达，不属于哪个地区；由市政府办公室确认",
    "tasks:issuing": "抽取出来的提议还没有下达，不属于哪个地区；由市政府办公室确认",
    "tasks:confirmation": "抽取出来的提议还没有下达，不属于哪个地区；由市政府办公室确认",
    "tasks:refusal": "抽取出来的提议还没有下达，不属于哪个地区；由市政府办公室确认",
    "tasks:correction": "抽取出来的提议还没有下达，不属于哪个地区；由市政府办公室确认",
    "tasks:successor": "文件的牵头领导只有一份，由市政府办公室登记",
}
LISTS = {
    "tasks:ledger": "tasks:assignment",
    "tasks:owed_reports": "tasks:owed_report",
    "tasks:prods": "tasks:prod",
    "tasks:changes": "tasks:change",
    "tasks:to_check": "tasks:closing_check",
}
