"""年度抽查计划: drawn up, filed with the 市场监管部门, published, and then changed only with a reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import IntegrityError, transaction

from guangyue.accounts.models import User
from guangyue.inspections.grounds import check_reason
from guangyue.inspections.models import Clue, Item, Plan, PlanLine, PlanRevision
from guangyue.inspections.refusals import BadTerms, WrongStep
from guangyue.inspections.sizing import check_ratio
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation


@dataclass(frozen=True)
class LineSaid:
    """What is written of a task of the plan."""

    title: str
    items: Sequence[Item]
    scope: str
    ratio: Decimal
    since: date
    until: date
    initiation: str = PlanLine.Initiation.CITY.value
    regions: Sequence[str] = ()
    area_share: str = ""
    batches_planned: int = 1
    special: bool = False


def draft_plan(*, organisation: Organisation, year: int, joint: bool, by: User) -> Plan:
    try:
        with transaction.atomic():
            return Plan.objects.create(organisation=organisation, year=year, joint=joint, made_by=by)
    except IntegrityError:
        raise Refused("这个单位已经有这一年的计划。", field="year") from None


@transaction.atomic
def add_line(*, plan: Plan, said: LineSaid, by: User) -> PlanLine:
    """编制: until the plan is published; afterwards by `revise_plan` alone."""
    return _write_line(_held(plan, Plan.State.DRAFT, Plan.State.FILED), said)


@transaction.atomic
def drop_line(*, line: PlanLine, by: User) -> None:
    _held(line.plan, Plan.State.DRAFT, Plan.State.FILED)
    line.delete()


@transaction.atomic
def file_plan(*, plan: Plan, filed_with: Organisation, by: User, at: datetime) -> Plan:
    """备案: due by 31 January; a late one is filed all the same, and stays late."""
    plan = _held(plan, Plan.State.DRAFT)
    if not plan.lines.exists():
        raise Refused("计划里还没有任务。")
    plan.state, plan.filed_at, plan.filed_with = Plan.State.FILED, at, filed_with
    plan.save()
    return plan


@transaction.atomic
def publish_plan(*, plan: Plan, by: User, at: datetime) -> Plan:
    """公布: only what is in published lists (R2)."""
    plan = _held(plan, Plan.State.FILED)
    for line in plan.lines.prefetch_related("items"):
        check_items(line.items.all())
    plan.state, plan.published_at = Plan.State.PUBLISHED, at
    plan.save()
    return plan


@transaction.atomic
def revise_plan(
    *,
    plan: Plan,
    reason: str,
    by: User,
    at: datetime,
    add: LineSaid | None = None,
    end: PlanLine | None = None,
    clue: Clue | None = None,
) -> PlanRevision:
    """调整: a task more or a task less, with the reason, which is published (R7). A `clue` that shows a
    general problem becomes a special check in this way (R17)."""
    plan = _held(plan, Plan.State.PUBLISHED)
    check_reason(reason)
    if add is None and end is None:
        raise Refused("没有写调整什么。")
    what = "；".join(
        said for said in (f"增加“{add.title}”" if add else "", f"撤销“{end.title}”" if end else "") if said
    )
    number = plan.revisions.count() + 1
    revision = PlanRevision.objects.create(
        plan=plan, number=number, what=what, reason=reason.strip(), by=by, at=at
    )
    if add:
        check_items(add.items)
        _write_line(plan, add, added_by=revision)
    if end:
        _end_line(end, revision)
    if clue:
        _make_special(clue, revision, at=at)
    return revision


def check_items(items: Iterable[Item]) -> None:
    """R2: nothing outside of a published list."""
    for item in items:
        if item.state != Item.State.PUBLISHED:
            raise BadTerms("R2", f"“{item.name}”不在已公布的抽查事项清单里。", field="items")


def _write_line(plan: Plan, said: LineSaid, *, added_by: PlanRevision | None = None) -> PlanLine:
    if not said.items:
        raise Refused("至少选一个抽查事项。", field="items")
    departments = {item.organisation_id for item in said.items}
    if len(departments) > 1 and not (plan.joint and all(item.joint for item in said.items)):
        raise BadTerms("R18", "几个部门的事项只能列入部门联合计划，并且都是联合抽查事项。", field="items")
    for item in said.items:
        check_ratio(item.of_kind, said.ratio, item.ratio_cap)
    if not said.since <= said.until or {said.since.year, said.until.year} != {plan.year}:
        raise Refused("起止日期应当在计划的年度里，先后不能颠倒。", field="until")
    written = {name: value for name, value in vars(said).items() if name != "items"}
    number = (plan.lines.order_by("-number").values_list("number", flat=True).first() or 0) + 1
    written["regions"] = list(said.regions)
    line = PlanLine.objects.create(plan=plan, number=number, added_by=added_by, **written)
    line.items.set(said.items)
    return line


def _end_line(line: PlanLine, revision: PlanRevision) -> None:
    if line.plan_id != revision.plan_id or line.ended_by_id:
        raise WrongStep
    if line.batches.exists():
        raise Refused("这项任务已经建立批次，不能撤销。", field="end")
    line.ended_by = revision
    line.save(update_fields=["ended_by"])


def _make_special(clue: Clue, revision: PlanRevision, *, at: datetime) -> None:
    held = Clue.objects.select_for_update().get(pk=clue.pk)
    if held.outcome:
        raise WrongStep
    held.outcome, held.revision, held.closed_at = Clue.Outcome.SPECIAL, revision, at
    held.said = revision.reason
    held.save()


def _held(plan: Plan, *states: Plan.State) -> Plan:
    held = Plan.objects.select_for_update().get(pk=plan.pk)
    if held.state not in states:
        raise WrongStep
    return held
