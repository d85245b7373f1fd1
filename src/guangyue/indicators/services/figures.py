"""实际数: reported with evidence, verified by another; a correction is a revision."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.files.services import keep_file
from guangyue.indicators.comparing.measuring import (
    PERCENT,
    WHOLE,
    Impossible,
    OtherUnit,
    check_possible,
    convert,
)
from guangyue.indicators.comparing.natures import HUNDRED
from guangyue.indicators.models import Figure, Target
from guangyue.indicators.refusals import CheckedByAnother, NoEvidence, SettledAlready
from guangyue.indicators.services.recomputing import recompute
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation

Status = Figure.Status


@dataclass(frozen=True)
class FigureSaid:
    """What is said of a number: whose it is, of which day, in which unit, from which document."""

    target: Target
    on: date
    value: Decimal
    unit: str
    source: str
    organisation: Organisation | None = None
    base: bool = False


@transaction.atomic
def enter_figure(
    *,
    said: FigureSaid,
    office: Organisation,
    by: User | None,
    at: datetime,
    evidence: "UploadedFile[Any] | File | None" = None,
    way: Figure.Way = Figure.Way.HAND,
) -> Figure:
    """填报; of a day that has a figure, a correction. Without evidence it stays a draft."""
    value = checked(said, on=local_day(at))
    same = Figure.objects.select_for_update().filter(
        target=said.target, organisation=said.organisation, on=said.on, base=said.base
    )
    last = same.order_by("-revision").first()
    if last and last.status == Status.DRAFT:
        raise Refused("这一天的实际数已经填报，等待核实；要改的，请核实人员先退回。", field="on")
    kept = (
        keep_file(upload=evidence, by=by, at=at, field="evidence")
        if isinstance(evidence, UploadedFile)
        else evidence
    )
    return Figure.objects.create(
        target=said.target,
        organisation=said.organisation,
        on=said.on,
        base=said.base,
        value=value,
        unit=said.unit,
        source=said.source.strip(),
        evidence=kept,
        office=office,
        way=way,
        revision=last.revision + 1 if last else 1,
        by=by,
        at=at,
    )


def checked(said: FigureSaid, *, on: date) -> Decimal:
    """The number in the unit of its target, or a refusal at the field that is wrong."""
    target = said.target
    if not target.is_in_force:
        raise Refused("这个目标现在不生效，不能填报。", field="target")
    if not said.source.strip():
        raise Refused("请写明来源文件：没有佐证的实际数不收。", field="source")
    _check_day(said, on=on)
    _check_whose(said)
    if said.base and not target.counts.needs_base:
        raise Refused("这个目标不和基期比较，没有基期数。", field="base")
    try:
        value = _in_unit_of(said)
        check_possible(value, unit=target.reported_in, nature=target.counts)
    except OtherUnit as other:
        raise Refused(f"{other}。", field="unit") from other
    except Impossible as impossible:
        raise Refused(f"{impossible}。", field="value") from impossible
    return value


@transaction.atomic
def attach_evidence(*, figure: Figure, upload: "UploadedFile[Any]", by: User, at: datetime) -> Figure:
    """补佐证 of a draft."""
    held = _held(figure)
    held.evidence = keep_file(upload=upload, by=by, at=at, field="evidence")
    held.save()
    return held


@transaction.atomic
def verify_figure(*, figure: Figure, by: User, at: datetime) -> Figure:
    """核实: by another than who reported it. It takes the place of the revision before."""
    held = _held(figure)
    if held.by_id == by.pk:
        raise CheckedByAnother
    if held.evidence_id is None:
        raise NoEvidence
    same = Figure.objects.verified().filter(
        target=held.target_id, organisation=held.organisation_id, on=held.on, base=held.base
    )
    same.update(status=Status.REPLACED)
    held.status, held.checked_by, held.checked_at = Status.VERIFIED, by, at
    held.save()
    recompute(targets=Target.objects.filter(pk=held.target_id), on=local_day(at), at=at)
    return held


@transaction.atomic
def reject_figure(*, figure: Figure, said: str, by: User, at: datetime) -> Figure:
    """退回 with a reason; it can be reported again."""
    held = _held(figure)
    held.status, held.said, held.checked_by, held.checked_at = Status.REJECTED, said, by, at
    held.save()
    return held


def _held(figure: Figure) -> Figure:
    held = Figure.objects.select_for_update().get(pk=figure.pk)
    if held.status != Status.DRAFT:
        raise SettledAlready
    return held


def _check_day(said: FigureSaid, *, on: date) -> None:
    if said.on > on:
        raise Refused("截至日期还没有到。", field="on")
    if not said.base and said.target.since and said.on < said.target.since:
        raise Refused(f"这个目标从 {said.target.since} 起算，截至日期不能更早。", field="on")


def _check_whose(said: FigureSaid) -> None:
    target = said.target
    parts = target.splits.filter(organisation=said.organisation) if said.organisation else None
    if parts is not None and not parts.exists():
        raise Refused("这个目标没有分解给这个单位。", field="organisation")
    if parts is None and target.reach == Target.Reach.EACH:
        raise Refused("这个目标按县（市、区）分别填报，请选承担单位。", field="organisation")


def _in_unit_of(said: FigureSaid) -> Decimal:
    """Of a share of a known total, the number of them is taken too."""
    target = said.target
    unit = said.unit.strip()
    if target.total and target.reported_in == PERCENT and unit in WHOLE:
        return said.value / target.total * HUNDRED
    if not target.reported_in:
        return _as_its_base(said, unit)
    return convert(said.value, unit, to=target.reported_in)


def _as_its_base(said: FigureSaid, unit: str) -> Decimal:
    """What is compared with a base is reported in the unit of that base, whichever it is."""
    other = said.target.figures.exclude(status=Status.REJECTED).exclude(unit=unit).first()
    if not unit:
        raise OtherUnit("请写明单位")
    if other:
        raise OtherUnit(f"这个目标已经用{other.unit}填报，基期数和报告数的单位要一样")
    if said.value <= 0:
        raise Impossible("与基期比较的数应当大于 0")
    return said.value
