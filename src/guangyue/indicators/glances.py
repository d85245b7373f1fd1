"""What the frames show of indicators: what waits for a judge, a verifier and a reporter; targets by name."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.db.models import Min, Q
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.indicators.comparing.judging import Result
from guangyue.indicators.models import Figure, Target
from guangyue.indicators.models.verdicts import WAITING
from guangyue.indicators.permissions import (
    JUDGE_TARGETS,
    KEEP_TARGETS,
    REPORT_FIGURES,
    SEE_INDICATORS,
    VERIFY_FIGURES,
)
from guangyue.kit.access import Scope, needs
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.pictures import Figure as Number
from guangyue.kit.pictures import Picture
from guangyue.kit.search import Found
from guangyue.kit.todo import Todo
from guangyue.organisations.models import Organisation

MOST_TODOS = 50


@needs(JUDGE_TARGETS)
def targets_to_judge(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    rows = Target.objects.within(scope).in_force().filter(WAITING).with_all()
    for target in rows.order_by("due_on", "code")[:MOST_TODOS]:
        yield Todo(
            kind="指标待评判",
            title=str(target),
            link=target.get_absolute_url(),
            since=_begin(target.due_on),
            detail=target.said,
        )


@needs(KEEP_TARGETS)
def targets_to_confirm(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    rows = Target.objects.within(scope).filter(state=Target.State.DRAFTED).select_related("indicator")
    drafted = dict(rows.order_by().values_list("pk").annotate(Min("moves__at")))
    for target in rows.order_by("pk")[:MOST_TODOS]:
        yield Todo(
            kind="目标待确认",
            title=str(target),
            link=target.get_absolute_url(),
            since=drafted[target.pk] or at,
            detail=target.said,
        )


@needs(VERIFY_FIGURES)
def figures_to_verify(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Those of others."""
    rows = (
        Figure.objects.within(scope)
        .to_verify()
        .exclude(by=user)
        .select_related("target__indicator", "office")
    )
    for figure in rows.order_by("pk")[:MOST_TODOS]:
        yield Todo(
            kind="实际数待核实",
            title=str(figure),
            link=figure.get_absolute_url(),
            since=figure.at,
            detail=str(figure.office),
        )


@needs(REPORT_FIGURES)
def figures_to_complete(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    """Drafts without evidence, and targets of one's own office that are due without a figure."""
    for figure in (
        Figure.objects.within(scope).without_evidence().select_related("target__indicator")[:MOST_TODOS]
    ):
        yield Todo("实际数缺佐证", str(figure), figure.get_absolute_url(), figure.at, figure.source)
    if not isinstance(user.organisation, Organisation):
        return
    silent = Target.objects.within(scope).judged(Result.NO_DATA).filter(owner=user.organisation).with_all()
    for target in silent.order_by("due_on")[:MOST_TODOS]:
        yield Todo(
            kind="指标没有实际数",
            title=str(target),
            link=target.get_absolute_url(),
            since=_begin(target.due_on),
            detail=target.said,
        )


@needs(SEE_INDICATORS)
def find_targets(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    named = Q(indicator__name__contains=words) | Q(code=words)
    rows = Target.objects.within(scope).filter(named).with_all()
    for target in rows.order_by("code")[:most]:
        yield Found("目标指标", str(target), target.get_absolute_url(), f"{target.said} · {target.number}")


def targets_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    rows = Target.objects.within(scope)
    met, missed, silent = (
        rows.judged(Result.MET).count(),
        rows.missed().count(),
        rows.judged(Result.NO_DATA).count(),
    )
    yield Number(
        "达标的目标",
        met,
        "个",
        "target-arrow",
        link=reverse("indicators:dashboard"),
        detail=f"生效 {rows.in_force().count():,} 个，未达标 {missed:,} 个，没有数据 {silent:,} 个",
    )


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, SHANGHAI)
