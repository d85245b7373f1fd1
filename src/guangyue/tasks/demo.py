"""The demonstration's tasks: accepted, planned and reported, some closed, some late."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from PIL import Image, ImageDraw

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.files.services import keep_file
from guangyue.kit.clocks import SHANGHAI
from guangyue.organisations.models import Organisation
from guangyue.organisations.resolution import NameIndex
from guangyue.systems.today import day_of_the_city, moment_of_the_city
from guangyue.tasks.demo_declaration import DemoDocument, DemoTask, Story
from guangyue.tasks.demo_issuing import issue_declared
from guangyue.tasks.models import Assignment, AssignmentUnit, Check, OwedReport, Prod, Report
from guangyue.tasks.permissions import DECOMPOSE_TASKS, VERIFY_TASKS
from guangyue.tasks.progress import WHOLE
from guangyue.tasks.quarters import Quarter
from guangyue.tasks.services.answering import accept_assignment, dispute_assignment
from guangyue.tasks.services.asking import ask_for_reports
from guangyue.tasks.services.changing import ask_change
from guangyue.tasks.services.closing import ask_to_close, check_closing
from guangyue.tasks.services.dividing import divide_assignment
from guangyue.tasks.services.planning import Step, finish_step, submit_plan
from guangyue.tasks.services.reporting import Said, covered_by, hand_in_report
from guangyue.tasks.services.tallying import tally_nightly
from guangyue.tasks.services.telling import contacts_of
from guangyue.tasks.services.urging import chase_reports, urge_unit

Say = Callable[[str], None]
REPORTED_AT, CHASED_AT = 8, 12  # days after the quarter
LONG_AGO = timedelta(days=60)


@transaction.atomic
def load(say: Say) -> None:
    """Once. Documents whose tasks are issued already are taken as they stand, the others as declared."""
    declared: Sequence[DemoDocument] = import_string(settings.GUANGYUE_DEMO_TASK_STORIES)
    supervisor, verifier = somebody_allowed(DECOMPOSE_TASKS), somebody_allowed(VERIFY_TASKS)
    if AssignmentUnit.objects.exclude(answer="").exists() or not (supervisor and verifier):
        say("任务进展：已经载入，或者没有督查账户")
        return
    for one in declared:
        issue_declared(one, by=supervisor)
    roads = list(_roads(declared))
    for assignment, task in roads:
        _begin(assignment, task)
    for quarter in _quarters(min(one.document.since for one in declared)):
        _report(quarter, dict(roads), declared)
    _take_further(roads, supervisor=supervisor, verifier=verifier)
    tally_nightly.run(at=moment_of_the_city())
    say(f"督查事项 {len(roads)} 项，季报 {OwedReport.objects.count()} 份（演示数据）")


def _roads(declared: Sequence[DemoDocument]) -> Iterator[tuple[Assignment, DemoTask]]:
    """Each assignment with its story; one that nobody declared has the usual one."""
    stories = {(one.document.number, task.label): task for one in declared for task in one.tasks}
    for assignment in Assignment.objects.printed().select_related("document", "task").order_by("pk"):
        yield assignment, stories.get((assignment.document.number, assignment.label)) or _usual(assignment)


def _usual(assignment: Assignment) -> DemoTask:
    """Most of what was due long ago is closed; every ninth still waits for something."""
    closed = assignment.due_on and assignment.due_on < day_of_the_city() - LONG_AGO and assignment.order % 9
    return DemoTask(
        assignment.label,
        assignment.task.heading or f"第 {assignment.label} 项",
        "",
        story=Story.CLOSED if closed else Story.RUNNING,
        percent=60 + assignment.order % 30,
    )


def _begin(assignment: Assignment, task: DemoTask) -> None:
    """Within the working days after it was issued; whoever does not object accepts and plans."""
    at = assignment.issued_at + timedelta(days=2)
    for unit in assignment.units.filter(answers=True).select_related("assignment", "organisation"):
        by = _contact(unit.organisation)
        if task.story is Story.DISPUTED:
            dispute_assignment(unit=unit, said="涉及几家企业，建议明确一个单位汇总", by=by, at=at)
            return
        accept_assignment(unit=unit, by=by, at=at)
    if task.story is not Story.ACCEPTED:
        _plan(assignment, at=at + timedelta(days=5))


def _plan(assignment: Assignment, *, at: datetime) -> None:
    """Three steps between then and the due day."""
    unit = _unit(assignment)
    by = _contact(unit.organisation)
    due = assignment.due_on or at.date() + timedelta(days=90)
    begun = at.date()
    span = max((due - begun).days, 3)
    titles = ("制定方案", "系统开发、对接", "上线、验收")
    days = (begun + timedelta(days=span * share // 10) for share in (2, 7, 10))
    steps = [Step(title, min(day, due)) for title, day in zip(titles, days, strict=True)]
    plan = submit_plan(unit=unit, goal="按文件要求完成，以上线运行为准", steps=steps, by=by, at=at)
    for step in plan.steps.filter(due_on__lt=day_of_the_city() - LONG_AGO):
        finish_step(step=step, by=by, at=_at(step.due_on))


def _quarters(since: date) -> Iterator[Quarter]:
    """All that have ended."""
    quarter = Quarter.of(since)
    while quarter < Quarter.of(day_of_the_city()):
        yield quarter
        quarter = quarter.next()


def _report(
    quarter: Quarter,
    stories: Mapping[Assignment, DemoTask],
    declared: Sequence[DemoDocument],
) -> None:
    """Every unit reports, but for those that are late with the last quarter."""
    ask_for_reports(quarter=quarter, at=_at(quarter.last + timedelta(days=1)))
    late = _late(declared)
    is_last = quarter.next() == Quarter.of(day_of_the_city())
    at = _at(quarter.last + timedelta(days=REPORTED_AT))
    for owed in OwedReport.objects.of(quarter).select_related("document", "organisation").order_by("pk"):
        if is_last and (owed.document.number, owed.organisation) in late:
            continue
        said = {one: _said(stories[one], half=not is_last) for one in covered_by(owed)}
        hand_in_report(owed=owed, said=said, declared=True, by=_contact(owed.organisation), at=at)
    if is_last:
        chase_reports.run(at=_at(quarter.last + timedelta(days=CHASED_AT)))


def _late(declared: Sequence[DemoDocument]) -> set[tuple[str, Organisation]]:
    index = NameIndex.load()
    named = ((one.document, index.resolve(name, one.document.since)) for one in declared for name in one.late)
    return {(document.number, found.organisation) for document, found in named if found}


def _said(task: DemoTask, *, half: bool) -> Said:
    percent = min(task.percent, 95) // 2 if half else min(task.percent, 95)
    return Said(f"“{task.title}”正在推进（演示）", percent, problems="" if half else task.problems)


def _take_further(roads: Sequence[tuple[Assignment, DemoTask]], *, supervisor: User, verifier: User) -> None:
    """Closing, division, an order and a change that waits for its approval."""
    at = _at(day_of_the_city() - timedelta(days=12))
    proof = keep_file(upload=_proof(), by=None, at=at)
    for assignment, task in roads:
        if task.story in (Story.CLOSED, Story.ASKED):
            done = Said("已经上线运行（演示）", WHOLE, kept=(proof,))
            unit = _unit(assignment)
            by = _contact(unit.organisation)
            report = ask_to_close(unit=unit, said=done, declared=True, by=by, at=at)
            if task.story is Story.CLOSED:
                _close(report, by=verifier, at=at + timedelta(days=3))
        elif task.story is Story.DIVIDED:
            _divide(assignment, at=at)
        elif task.problems and assignment.due_on and assignment.due_on < at.date():
            _urge(assignment, task, by=supervisor, at=at)


def _close(report: Report, *, by: User, at: datetime) -> None:
    found = "在应用里试办，与报送一致（演示）"
    check_closing(report=report, kind=Check.Kind.ON_SITE, result=Check.Result.TRUE, said=found, by=by, at=at)


def _divide(assignment: Assignment, *, at: datetime) -> None:
    unit = _unit(assignment)
    assert unit.organisation is not None
    assert assignment.due_on is not None
    parts = (("汇集社区数据", "数据资源科"), ("开发管理服务平台", "应用推进科"))
    for nth, (text, office) in enumerate(parts):
        divide_assignment(
            unit=unit,
            text=text,
            organisation=unit.organisation,
            office=office,
            due_on=assignment.due_on - timedelta(days=20 - 10 * nth),
            by=_contact(unit.organisation),
            at=at,
        )


def _urge(assignment: Assignment, task: DemoTask, *, by: User, at: datetime) -> None:
    urge_unit(
        unit=_unit(assignment),
        kind=Prod.Kind.ORDER,
        reason=f"逾期未办结：{task.problems}",
        clause=f"{assignment.document.number} 四（二）",
        answer_by=day_of_the_city() + timedelta(days=5),
        by=by,
        at=at + timedelta(days=5),
    )
    if task.percent >= 90:
        ask_change(
            assignment=assignment,
            to=day_of_the_city() + timedelta(days=60),
            ground=f"{task.problems}（演示）",
            by=by,
            at=at + timedelta(days=6),
        )


def _contact(organisation: Organisation | None) -> User | None:
    """The unit's own; the demonstration gives few units one."""
    return next(iter(contacts_of(organisation, at=timezone.now())), None) if organisation else None


def _unit(assignment: Assignment) -> AssignmentUnit:
    answering = assignment.units.filter(answers=True).select_related("assignment__document", "organisation")
    unit = answering.order_by("order", "pk").first()
    assert unit is not None
    return unit


def _proof() -> SimpleUploadedFile:
    """A picture that says of itself what it is."""
    picture = Image.new("RGB", (640, 360), (236, 242, 250))
    ImageDraw.Draw(picture).rectangle((40, 40, 600, 320), outline=(32, 107, 196), width=6)
    content = BytesIO()
    picture.save(content, "PNG")
    return SimpleUploadedFile("演示截图.png", content.getvalue(), content_type="image/png")


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10), SHANGHAI)
