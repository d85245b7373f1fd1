"""审批表的问题: why a sheet cannot be sent as it stands, in sentences; of one in order nothing."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from guangyue.alerts.declared import response_plan
from guangyue.alerts.levels.lifting import may_lift
from guangyue.alerts.models import RegionalNotice, Sheet
from guangyue.alerts.publishing import Haste, WarningDraft, faults_of, lead_of
from guangyue.alerts.recommending import recommended
from guangyue.kit.clocks import HOUR


def faults_of_sheet(sheet: Sheet, *, at: datetime) -> Iterator[str]:
    """内容: all that can be known before anybody signs."""
    if sheet.kind == Sheet.Kind.LIFT:
        yield from _faults_of_lifting(sheet, at=at)
    else:
        yield from _faults_of_warning(sheet, at=at)
    if sheet.consultation_id is None and sheet.regional_id is None and not sheet.exercise:
        yield "要有会商意见，或者区域预警通知。"


def faults_of_signatures(sheet: Sheet) -> Iterator[str]:
    """签字: by the posts in which it was signed; whoever checks approves where nobody else is asked."""
    approved = sheet.approved_post if sheet.needs_approval else sheet.checked_post
    draft = WarningDraft(sheet.level, dict.fromkeys(_parts(), "—"), sheet.checked_post, approved)
    yield from faults_of(response_plan(), draft)


def is_upgrade(sheet: Sheet) -> bool:
    plan = response_plan()
    return sheet.warning is not None and plan.rank(sheet.level) > plan.rank(sheet.warning.level)


def clean_from(moment: datetime, *, at: datetime, exercise: bool) -> bool:
    """解除条件: whether from then on every hour that is foreseen is clean for long enough."""
    now = recommended(at=at, exercise=exercise)
    first = max((moment - now.outlook.begins_at) // HOUR, 0)
    return not now.is_stale and may_lift(now.plan, now.outlook.values[first:])


def _faults_of_warning(sheet: Sheet, *, at: datetime) -> Iterator[str]:
    plan = response_plan()
    assert sheet.predicted_start is not None
    assert sheet.predicted_end is not None
    for part in plan.parts:
        if not str(sheet.said.get(part.key, "")).strip():
            yield f"预警信息缺“{part.title}”。"
    if sheet.predicted_end <= at:
        yield "预计结束的时间已经过了。"
    if not sheet.level.response and sheet.kind == Sheet.Kind.ADJUST:
        yield f"不能调整为{sheet.level.title}，达到条件的请解除。"
    regional = plan.strictest(*(one.level for one in _standing(sheet, at=at)))
    if regional is not None and plan.rank(regional) > plan.rank(sheet.level):
        yield f"区域预警为{regional.title}，应当从严。"
    if sheet.level.response:
        yield from _faults_of_lead(sheet, sheet.predicted_start, at=at)


def _faults_of_lead(sheet: Sheet, start: datetime, *, at: datetime) -> Iterator[str]:
    """To a milder level there is nobody to be told in time: the response runs already."""
    if sheet.kind == Sheet.Kind.ADJUST and not is_upgrade(sheet):
        return
    lead = lead_of(response_plan(), at, predicted_start=start, haste=sheet.of_haste)
    if not lead.accepted:
        yield f"距预计开始不足 {response_plan().limits.lead}，要有理由才能发布。"
    elif lead.given < lead.asked and (why_not := _why_no_ground(sheet, at=at)):
        yield why_not


def _why_no_ground(sheet: Sheet, *, at: datetime) -> str:
    """Whether the reason that is given for the haste holds; empty, if it does."""
    match sheet.of_haste:
        case Haste.REGIONAL if not _is_asked_by_region(sheet):
            return "理由是区域预警，但没有附上有效的、这个级别的区域预警通知。"
        case Haste.UPGRADE if not is_upgrade(sheet):
            return "理由是预警升级，但级别并没有比原预警高。"
        case Haste.HEAVY_ALREADY if not _is_heavy_already(sheet, at=at):
            return "理由是已达重度污染，但监测和预报不支持。"
    return ""


def _is_asked_by_region(sheet: Sheet) -> bool:
    """A notice of a milder level lets nobody hurry to a stricter one."""
    plan, notice = response_plan(), sheet.regional
    if notice is None or notice.called_off_at is not None:
        return False
    return plan.rank(notice.level) >= plan.rank(sheet.level)


def _is_heavy_already(sheet: Sheet, *, at: datetime) -> bool:
    return recommended(at=at, exercise=sheet.exercise).haste is Haste.HEAVY_ALREADY


def _standing(sheet: Sheet, *, at: datetime) -> Iterable[RegionalNotice]:
    """A region warns of nothing that is only practised."""
    return () if sheet.exercise else RegionalNotice.objects.standing(at)


def _faults_of_lifting(sheet: Sheet, *, at: datetime) -> Iterator[str]:
    lifting = response_plan().lifting
    assert sheet.lifts_at is not None
    if sheet.lifts_at < at:
        yield "解除时间已经过了，请退回改为以后的时间。"
    elif not clean_from(sheet.lifts_at, at=at, exercise=sheet.exercise):
        yield f"从解除时间起，预报没有连续 {lifting.hours} 小时 AQI 不超过 {lifting.most}，不能解除。"


def _parts() -> Iterator[str]:
    return (part.key for part in response_plan().parts)
