"""目标指标 over the interface: what was promised and what came of it, for anyone."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from guangyue.indicators.models import Target, Verdict
from guangyue.kit.access import open_to_all

router = Router(tags=["目标指标"], auth=None)

MOST = 500
EARLIEST, LATEST = 1990, 2199
TEXT = r"^[^\x00]*$"  # what a database cannot keep


class TargetOut(Schema):
    """目标, as its document sets it, and where it stands."""

    code: str
    indicator: str
    definition: str
    counted: str = Field(description="口径")
    comparator: str
    value: Decimal
    upper: Decimal | None = None
    unit: str
    due_on: date
    strength: str = Field(description="力争、基本、原则上；确定的为空")
    number: str = Field(description="文号")
    clause: str
    owner: str
    result: str = Field(description="达标、未达标、待判、无数据、在期、不适用；没有评判的为空")
    actual: Decimal | None = None
    rate: Decimal | None = Field(None, description="完成率")


class VerdictOut(Schema):
    """结论, the last one first."""

    result: str
    actual: Decimal | None = None
    rate: Decimal | None = None
    as_of: date | None = None
    aspirational: bool
    reason: str


class TargetWithVerdicts(TargetOut):
    verdicts: list[VerdictOut]


@router.get(
    "/indicators/targets",
    response=list[TargetOut],
    url_name="targets",
    summary="生效的目标指标，可以按文号、期限年份取",
)
@open_to_all
def targets(
    request: HttpRequest,
    number: Annotated[str, Query(max_length=40, pattern=TEXT, description="文号")] = "",
    year: Annotated[int | None, Query(ge=EARLIEST, le=LATEST, description="期限的年份")] = None,
) -> list[TargetOut]:
    rows = Target.objects.in_force().with_all().order_by("code")
    if number:
        rows = rows.filter(number=number)
    if year is not None:
        rows = rows.filter(due_on__year=year)
    return [_said(target) for target in rows[:MOST]]


@router.get(
    "/indicators/targets/{slug:code}",
    response=TargetWithVerdicts,
    url_name="target",
    summary="一个目标和它的历次结论",
)
@open_to_all
def target(request: HttpRequest, code: str) -> TargetWithVerdicts:
    shown = get_object_or_404(Target.objects.in_force().with_all(), code=code)
    verdicts = [_verdict(one) for one in shown.verdicts.of_whole()]
    return TargetWithVerdicts(**_said(shown).dict(), verdicts=verdicts)


def _said(target: Target) -> TargetOut:
    verdict = target.verdict
    return TargetOut(
        code=target.code,
        indicator=target.indicator.name,
        definition=target.indicator.definition,
        counted=target.counts.words,
        comparator=target.comparator,
        value=target.value,
        upper=target.upper,
        unit=target.unit,
        due_on=target.due_on,
        strength=target.promise.strength.value,
        number=target.number,
        clause=target.cites.path if target.cites else "",
        owner=target.owner.name if target.owner else "",
        result=verdict.get_result_display() if verdict else "",
        actual=verdict.actual if verdict else None,
        rate=verdict.rate if verdict else None,
    )


def _verdict(verdict: Verdict) -> VerdictOut:
    return VerdictOut(
        result=verdict.get_result_display(),
        actual=verdict.actual,
        rate=verdict.rate,
        as_of=verdict.as_of,
        aspirational=verdict.aspirational,
        reason=verdict.reason,
    )
