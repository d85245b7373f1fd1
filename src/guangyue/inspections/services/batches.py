"""批次: its snapshot, and the commitment to it before the public value exists."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from guangyue.accounts.models import User
from guangyue.inspections import terms
from guangyue.inspections.deadlines import COMMITTED_BEFORE
from guangyue.inspections.drawing import gydraw
from guangyue.inspections.drawing.record import hash_wider
from guangyue.inspections.drawing.terms import MOST_BY_COUNTER, Algorithm, Slot
from guangyue.inspections.models import (
    Batch,
    BatchMove,
    Inspector,
    PlanLine,
    Recusal,
    RecusalEntry,
    RosterEntry,
    Subject,
    Target,
    Visit,
)
from guangyue.inspections.refusals import BadTerms, NotInPlan, WrongStep
from guangyue.inspections.services.plans import check_items
from guangyue.inspections.sizing import (
    USUAL_WEIGHTS,
    check_ratio,
    check_weights,
    is_visited_enough,
    sample_size,
    weight_of,
)
from guangyue.inspections.states import State
from guangyue.kit.clocks import local_day
from guangyue.kit.numbers import next_number
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation

SALT_OCTETS = 32
AT_A_TIME = 5000
LEAST_OFFICERS = 2  # 行政处罚法: nobody inspects alone


@transaction.atomic
def create_batch(
    *,
    line: PlanLine,
    slots: Sequence[Slot],
    by: User,
    at: datetime,
    weights: Mapping[str, int] = USUAL_WEIGHTS,
    algorithm: Algorithm = Algorithm.GYDRAW,
) -> Batch:
    """建立: who is in the lists is written down as it is now, and who is left out, and why."""
    line = PlanLine.objects.select_for_update().get(pk=line.pk)
    _check_line(line, at)
    _check_slots(line, slots)
    check_weights(weights)
    subjects = Subject.objects.active().in_scope_of(line)
    targets = [*_targets(line, subjects, at)]
    population = sum(not target.excluded for target in targets)
    n = min(sample_size(line.kind, line.ratio, len(targets)), population)
    if n == 0:
        raise Refused("范围里没有可以抽取的检查对象。")
    if algorithm is Algorithm.NOMCOM:
        _check_counter(n)
        weights = dict.fromkeys(weights, 1)
    batch = Batch.objects.create(
        number=next_number("SJ", "inspections_batch_number", at=at),
        line=line,
        organisation=line.plan.organisation,
        in_scope=len(targets),
        population=population,
        n=n,
        algorithm=algorithm.name,
        weights=dict(weights),
        slots=[[slot.department, slot.qualification] for slot in slots],
        made_by=by,
        made_at=at,
    )
    for target in targets:
        target.batch, target.weight = batch, _weight(target, batch)
    Target.objects.bulk_create(targets, batch_size=AT_A_TIME)
    _write_rosters(batch, line, {slot.department for slot in slots}, at)
    BatchMove.objects.create(batch=batch, state=batch.state, by=by, at=at)
    return batch


@transaction.atomic
def drop_batch(*, batch: Batch, by: User) -> None:
    """撤掉 what nobody has heard of yet; what is committed to stays for everybody to see."""
    hold(batch, State.CREATED).delete()


@transaction.atomic
def commit_batch(*, batch: Batch, source: str, source_at: datetime, by: User, at: datetime) -> Batch:
    """公布承诺: the lists stay secret, their fingerprint is public, what decides is still to come."""
    batch = hold(batch, State.CREATED)
    if source_at < at + COMMITTED_BEFORE:
        raise Refused("公开值的公布时间至少要在承诺公布 24 小时以后（R11）。", field="source_at")
    lists = terms.terms_of(batch)
    batch.salt = secrets.token_hex(SALT_OCTETS)
    batch.plan_hash = gydraw.plan_hash(lists)
    batch.commitment = gydraw.commit(lists, batch.salt)
    batch.wider_hash = hash_wider(terms.wider_inspectors(batch))
    batch.source, batch.source_at, batch.committed_at = source, source_at, at
    return move(batch, State.COMMITTED, by=by, at=at, remark=f"公开值：{source}")


def hold(batch: Batch, *states: State) -> Batch:
    """As it is now, held until this is over, if it is where it must be."""
    held = (
        Batch.objects.select_for_update(of=("self",)).select_related("line", "organisation").get(pk=batch.pk)
    )
    if held.in_state not in states:
        raise WrongStep
    return held


def move(batch: Batch, to: State, *, by: User | None, at: datetime, remark: str = "") -> Batch:
    batch.state = to.name
    batch.save()
    BatchMove.objects.create(batch=batch, state=to.name, by=by, at=at, remark=remark)
    return batch


def _check_line(line: PlanLine, at: datetime) -> None:
    """R8: a published plan, a task that stands, its days not over, and no batch more than planned."""
    if line.plan.state != line.plan.State.PUBLISHED or line.ended_by_id:
        raise NotInPlan
    if local_day(at) > line.until:
        raise BadTerms("R8", "计划任务的期限已经过了，请先调整计划。")
    if line.batches.count() >= line.batches_planned:
        raise BadTerms("R8", "计划的批次已经都建立了，增加批次要先调整计划。")
    check_items(line.items.all())
    for item in line.items.all():
        check_ratio(item.of_kind, line.ratio, item.ratio_cap)


def _check_slots(line: PlanLine, slots: Sequence[Slot]) -> None:
    if len(slots) < LEAST_OFFICERS:
        raise BadTerms("R12", "检查组至少两名执法人员。", field="slots")
    wanted = set(line.items.values_list("organisation__key", flat=True))
    given = {slot.department for slot in slots}
    if wanted != given:
        names = Organisation.objects.filter(key__in=wanted ^ given).values_list("name", flat=True)
        raise BadTerms("R12", f"检查组的席位要对应事项的部门：{'、'.join(names)}。", field="slots")


def _check_counter(n: int) -> None:
    if n > MOST_BY_COUNTER:
        raise Refused(f"RFC 3797 一次最多抽取 {MOST_BY_COUNTER:,} 个。", field="algorithm")


def _targets(line: PlanLine, subjects: QuerySet[Subject], at: datetime) -> Iterator[Target]:
    visited = Visit.objects.made(local_day(at).year).filter(
        subject=OuterRef("pk"), items__in=line.items.values("pk")
    )
    kind = line.kind
    for subject in subjects.annotate(visited=Exists(visited)).order_by("number").iterator(AT_A_TIME):
        name = subject.class_name
        enough = is_visited_enough(kind, visited_this_year=subject.visited, class_name=name)
        yield Target(
            subject=subject,
            code=subject.number,
            class_name=name,
            frequency=subject.frequency,
            excluded="本年度同一事项已经检查过（R10）" if enough else "",
        )


def _weight(target: Target, batch: Batch) -> int:
    return 1 if batch.is_even else weight_of(batch.weights, target.class_name, frequency=target.frequency)


def _write_rosters(batch: Batch, line: PlanLine, departments: set[str], at: datetime) -> None:
    """Whose certificate is valid until the task ends: those of the regions, and those of the whole city."""
    able = Inspector.objects.able(line.until).filter(organisation__key__in=departments)
    here = Q(region__in=line.regions_below()) if line.regions else Q()
    usual = set(able.filter(here).values_list("pk", flat=True))
    RosterEntry.objects.bulk_create(
        RosterEntry(
            batch=batch,
            inspector=inspector,
            code=inspector.number,
            department=inspector.organisation.key,
            qualifications=sorted(inspector.qualifications),
            max_load=inspector.max_load,
            wider=inspector.pk not in usual,
        )
        for inspector in able.select_related("organisation")
    )
    standing = Recusal.objects.standing().filter(
        inspector__in=able, subject__in=batch.targets.drawn_from().values("subject")
    )
    RecusalEntry.objects.bulk_create(
        RecusalEntry(batch=batch, inspector=one.inspector.number, target=one.subject.number)
        for one in standing.select_related("inspector", "subject")
    )
