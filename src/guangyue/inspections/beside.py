"""抽查结果、线索、监管行为和许可 of a subject, beside its credit."""

from collections.abc import Iterator

from guangyue.credit.beside import Beside, Line
from guangyue.credit.models import CreditSubject
from guangyue.inspections.models import Clue, PublishedResult
from guangyue.inspections.permissions import SEE_INSPECTIONS
from guangyue.kit.access import Scope, needs, open_to_all
from guangyue.supervision.models import PermitHandover, SupervisionAct
from guangyue.supervision.permissions import SEE_SUPERVISION

MOST_SHOWN = 50


@open_to_all
def results_of(subject: CreditSubject, *, scope: Scope) -> Iterator[Beside]:
    """检查结果, as they were published under the unit's number."""
    rows = PublishedResult.objects.standing().filter(subject_number=subject.number).order_by("-id")
    lines = [
        Line((one.visited_on, "、".join(one.departments), _said(one)), one.get_absolute_url())
        for one in rows[:MOST_SHOWN]
    ]
    yield Beside("检查结果", ("检查日期", "检查部门", "结果"), lines, empty="没有公示的检查结果。")


@needs(SEE_INSPECTIONS)
def clues_about(subject: CreditSubject, *, scope: Scope) -> Iterator[Beside]:
    """个案线索: who reported is never among what is shown."""
    rows = Clue.objects.within(scope).filter(subject__number=subject.number).order_by("-id")
    lines = [
        Line(
            (one.number, one.received_at, one.get_source_display(), one.get_outcome_display() or "在查"),
            one.get_absolute_url(),
        )
        for one in rows[:MOST_SHOWN]
    ]
    yield Beside("投诉举报等线索", ("编号", "收到时间", "来源", "结果"), lines)


@needs(SEE_SUPERVISION)
def acts_on(subject: CreditSubject, *, scope: Scope) -> Iterator[Beside]:
    """监管行为, drawn or on a ground."""
    rows = SupervisionAct.objects.within(scope).of_subject(subject.number).order_by("-day", "-pk")
    lines = [
        Line((one.item.name, one.day, one.office, one.get_kind_display(), one.result), one.get_absolute_url())
        for one in rows.select_related("item", "office")[:MOST_SHOWN]
    ]
    yield Beside("监管行为", ("监管事项", "日期", "部门", "方式", "结果"), lines)


@needs(SEE_SUPERVISION)
def permits_of(subject: CreditSubject, *, scope: Scope) -> Iterator[Beside]:
    """许可, as they were handed over to whoever supervises them."""
    rows = PermitHandover.objects.within(scope).filter(case__applicant_number=subject.number)
    lines = [
        Line((one.case.title, one.decided_at, one.office, one.state.label), one.get_absolute_url())
        for one in rows.select_related("case", "office").order_by("-pk")[:MOST_SHOWN]
    ]
    yield Beside("许可和审管互动", ("许可", "决定时间", "监管部门", "进度"), lines)


def _said(result: PublishedResult) -> str:
    return "；".join(f"{line['item']}：{line['result']}" for line in result.lines)
