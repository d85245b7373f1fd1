"""确认提议: an official confirms what was read, puts it right or refuses it; what is confirmed is issued."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from guangyue.accounts.models import User
from guangyue.audit.recording import record
from guangyue.gazette.document import Clause
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.tasks.models import Assignment, Reading, TaskProposal
from guangyue.tasks.proposed import Proposed, to_plain
from guangyue.tasks.services.issuing import GivenAssignment, GivenUnit, issue, take_on_document, units_of

State = TaskProposal.State


class NotReadyToConfirm(Refused):
    advice = "请先按“更正”补全，再确认。"


class IssuedAlready(Refused):
    sentence = "这一项已经下达，提议不能再改；要改任务，请在任务台账里办理调整。"


def confirm_proposal(*, proposal: TaskProposal, by: User, at: datetime) -> None:
    """确认: it says what was read, and nothing stands in its way."""
    if trouble := _trouble(proposal, proposal.says):
        raise NotReadyToConfirm(f"第 {proposal.label} 项还不能确认：{trouble}")
    _decide(proposal, State.CONFIRMED, by, at)


@transaction.atomic
def correct_proposal(*, proposal: TaskProposal, said: Proposed, by: User, at: datetime) -> None:
    """更正: it says this, and is confirmed with it."""
    if trouble := _trouble(proposal, said):
        raise NotReadyToConfirm(trouble)
    proposal.corrected = to_plain(said)
    _decide(proposal, State.CONFIRMED, by, at)


def refuse_proposal(*, proposal: TaskProposal, by: User, at: datetime) -> None:
    """不采用: it is no task."""
    _decide(proposal, State.REFUSED, by, at)


@transaction.atomic
def issue_confirmed(*, reading: Reading, by: User | None, at: datetime) -> list[Assignment]:
    """下达: all that was confirmed and not issued yet; what waits or is not clear holds up nothing else."""
    ready = list(reading.proposals.to_issue().select_for_update())
    if not ready:
        raise Refused("没有已经确认、还没有下达的任务。")
    document = take_on_document(
        number=reading.number,
        title=reading.title,
        day=reading.day,
        horizon=reading.horizon,
        edition=reading.source[:80],
        at=at,
    )
    taken = set(document.assignments.values_list("label", flat=True))
    if again := next((one.label for one in ready if one.label in taken), ""):
        raise Refused(f"第 {again} 项的编号已经下达过另一项任务，请先把这条提议改为不采用。")
    given = _given(reading, ready)
    issue(document=document, assignments=given, by=by, at=at)
    issued = {one.label: one for one in document.assignments.printed()}
    for proposal in ready:
        proposal.assignment = issued[proposal.label]
    TaskProposal.objects.bulk_update(ready, ["assignment"])
    return [issued[proposal.label] for proposal in ready]


def _trouble(proposal: TaskProposal, said: Proposed) -> str:
    """Why it cannot be confirmed; "" when it can."""
    if said.obstacles:
        return said.obstacles[0]
    (given,) = _given(proposal.reading, [proposal], said)
    if not any(unit.answers for unit in units_of(given.units)):
        return "负责的只有统称，统称里没有登记过机构；请写明由哪个机构负责。"
    return ""


def _given(
    reading: Reading, proposals: Iterable[TaskProposal], corrected: Proposed | None = None
) -> list[GivenAssignment]:
    said = [(proposal, corrected or proposal.says) for proposal in proposals]
    wanted = {unit.organisation for _, one in said for unit in one.units if unit.organisation}
    organisations = Organisation.objects.in_bulk(wanted)
    return [_given_one(reading, proposal, one, organisations) for proposal, one in said]


def _given_one(
    reading: Reading, proposal: TaskProposal, said: Proposed, organisations: dict[int, Organisation]
) -> GivenAssignment:
    return GivenAssignment(
        item=proposal.item,
        label=proposal.label,
        text=said.text,
        units=tuple(
            GivenUnit(
                unit.name,
                unit.role,
                organisations.get(unit.organisation) if unit.organisation else None,
                unit.qualifier,
                unit.collective,
            )
            for unit in said.units
        ),
        heading=proposal.heading,
        section=proposal.section,
        leaders=said.leaders,
        due_on=said.due_on,
        due_kind=said.due_kind,
        due_text=said.due_text[:120],
        recurring=said.recurring,
        strength=said.strength,
        clause=str(Clause(reading.number, proposal.path)),
        first_line=proposal.first_line,
        last_line=proposal.last_line,
    )


@transaction.atomic
def _decide(proposal: TaskProposal, state: str, by: User, at: datetime) -> None:
    if proposal.assignment_id is not None:
        raise IssuedAlready
    proposal.state, proposal.decided_by, proposal.decided_at, proposal.lost = state, by, at, False
    proposal.save(update_fields=["state", "corrected", "decided_by", "decided_at", "lost"])
    detail = {"document": proposal.reading.number, "label": proposal.label, "path": proposal.path}
    record(action=f"任务提议{proposal.get_state_display()}", subject=proposal, detail=detail, by=by, at=at)
