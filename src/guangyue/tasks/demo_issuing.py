"""What the demonstration declares of a document, issued as if somebody had confirmed it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from guangyue.accounts.models import User
from guangyue.kit.clocks import SHANGHAI
from guangyue.organisations.resolution import NameIndex
from guangyue.tasks.demo_declaration import DemoDocument, DemoTask
from guangyue.tasks.services.issuing import GivenAssignment, GivenUnit, issue, take_on_document
from guangyue.tasks.states import Role

LOCAL = ("各县（市、区）人民政府", "市属开发区管委会", "市直各单位", "各基础电信运营企业")


def issue_declared(one: DemoDocument, *, by: User) -> None:
    """What was issued before stays; of the rest whatever has a lead unit that is known."""
    document, index = one.document, NameIndex.load()
    at = datetime.combine(document.since + timedelta(days=1), time(10), SHANGHAI)
    made = take_on_document(
        number=document.number, title=document.title, day=document.since, horizon=one.horizon, at=at
    )
    if made.assignments.exists():
        return
    given = [_given(task, index, document.since) for task in one.tasks]
    known = [one for one in given if any(unit.organisation for unit in one.units if unit.role is Role.LEAD)]
    issue(document=made, assignments=known, by=by, at=at)


def _given(task: DemoTask, index: NameIndex, on: date) -> GivenAssignment:
    roles = ((Role.LEAD, task.lead), (Role.COOPERATE, task.cooperate), (Role.RESPONSIBLE, task.responsible))
    return GivenAssignment(
        item=task.label.split("（")[0],
        label=task.label,
        heading=task.title,
        text=task.title,
        units=tuple(unit for role, names in roles for unit in _units(role, names, index, on)),
        due_on=task.due,
        due_kind=task.due_kind,
        due_text=task.due_text,
        clause=f"第 {task.label} 项",
    )


def _units(role: Role, names: str, index: NameIndex, on: date) -> Iterator[GivenUnit]:
    for name in filter(None, names.split("、")):
        found = index.resolve(name, on)
        if name in LOCAL:
            yield GivenUnit(name, role, collective=True)
        else:
            yield GivenUnit(name, role, found.organisation if found else None)
