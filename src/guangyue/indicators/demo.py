"""The demonstration's figures: some wait, one was corrected, some were judged by a person."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils.module_loading import import_string

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.files.models import File
from guangyue.files.services import keep_file
from guangyue.indicators.comparing.comparators import Comparator
from guangyue.indicators.comparing.judging import Result
from guangyue.indicators.declaration import DemoFigure
from guangyue.indicators.models import Figure, Target
from guangyue.indicators.models.verdicts import WAITING
from guangyue.indicators.permissions import JUDGE_TARGETS, REPORT_FIGURES, VERIFY_FIGURES
from guangyue.indicators.services.figures import FigureSaid, enter_figure, verify_figure
from guangyue.indicators.services.gaps import list_gaps
from guangyue.indicators.services.judging import judge_target
from guangyue.indicators.services.recomputing import recompute
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.sheets import write_table
from guangyue.organisations.models import Organisation
from guangyue.systems.today import day_of_the_city, moment_of_the_city

Say = Callable[[str], None]

SOURCE = "演示统计月报（{on:%Y}年{on:%m}月）"
JUDGED = 2
CORRECTED = Decimal("1.02")
LATER = timedelta(days=20)


@transaction.atomic
def load(say: Say) -> None:
    """Once: what is there already is left alone."""
    judge, verifier = somebody_allowed(JUDGE_TARGETS), somebody_allowed(VERIFY_FIGURES)
    if judge is None or verifier is None or Figure.objects.exists() or not Target.objects.exists():
        say("实际数：没有目标或者账户，或者已经载入")
        return
    declared: tuple[DemoFigure, ...] = import_string(settings.GUANGYUE_DEMO_INDICATORS)
    evidence = _evidence()
    entered = [_enter(one, evidence, offices=_offices()) for one in declared]
    done = [figure.pk for one, figure in zip(declared, entered, strict=True) if one.verified]
    _verify_all(done, by=verifier)
    _correct(verifier, evidence)
    _judge_some(judge)
    made = list_gaps(year=2021, quarter=1, by=judge, at=moment_of_the_city())
    say(f"实际数 {len(entered)} 条（演示数据），{made} {made.lines.count()} 行")


def _offices() -> Mapping[str, Organisation]:
    return {one.key: one for one in Organisation.objects.all()}


def _evidence() -> File:
    """One table that says what it is stands behind every figure."""
    content = BytesIO()
    write_table(content, "演示统计月报", ("说明",), [("演示数据，不是真实统计",)], as_="xlsx")
    upload = SimpleUploadedFile("演示统计月报.xlsx", content.getvalue())
    return keep_file(upload=upload, by=None, at=moment_of_the_city())


def _enter(one: DemoFigure, evidence: File, *, offices: Mapping[str, Organisation]) -> Figure:
    target = Target.objects.select_related("indicator", "owner").get(code=one.target)
    part = offices[one.organisation] if one.organisation else None
    office = part or target.owner
    if office is None:
        raise LookupError(f"nobody reports {one.target}")
    return enter_figure(
        said=FigureSaid(
            target=target,
            organisation=part,
            on=one.on,
            value=one.value,
            unit=one.unit or target.reported_in,
            source=SOURCE.format(on=one.on),
            base=one.base,
        ),
        office=office,
        by=_reporter(office) if not one.verified else None,
        at=min(datetime.combine(one.on + LATER, time(10), SHANGHAI), moment_of_the_city()),
        evidence=evidence if one.evidenced else None,
    )


def _reporter(office: Organisation) -> User | None:
    """Of the office itself, if the demonstration has an account there."""
    return User.objects.filter(organisation=office).order_by("pk").first() or somebody_allowed(REPORT_FIGURES)


def _verify_all(figures: list[int], *, by: User) -> None:
    """All at once, and one reckoning at the end."""
    at = moment_of_the_city()
    Figure.objects.filter(pk__in=figures).update(
        status=Figure.Status.VERIFIED, checked_by=by, checked_at=at - timedelta(days=10)
    )
    recompute(targets=Target.objects.in_force(), on=day_of_the_city(), at=at - timedelta(days=10))


def _correct(verifier: User, evidence: File) -> None:
    """更正: what was missed by a little was counted again."""
    at = moment_of_the_city() - timedelta(days=5)
    missed = Target.objects.missed().filter(nature="YEARLY", comparator=Comparator.STATED.sign)
    target = missed.select_related("indicator", "owner").order_by("code").first()
    if target is None or target.owner is None:
        return
    last = target.figures.verified().get(on=target.due_on, organisation=None)
    again = FigureSaid(
        target=target,
        on=last.on,
        value=(last.value * CORRECTED).quantize(Decimal(1)),
        unit=last.unit,
        source=f"{last.source}更正",
    )
    corrected = enter_figure(said=again, office=target.owner, by=None, at=at, evidence=evidence)
    verify_figure(figure=corrected, by=verifier, at=at)


def _judge_some(judge: User) -> None:
    """左右 that came close enough; the others wait."""
    waiting = Target.objects.in_force().filter(WAITING, verdict__rate__gte=Decimal("0.97"))
    for target in waiting.order_by("due_on", "code")[:JUDGED]:
        judge_target(
            target=target,
            result=Result.MET,
            reason="与目标相差不到百分之三，属于“左右”的范围（演示）",
            by=judge,
            at=moment_of_the_city() - timedelta(days=3),
        )
