"""保障类: onto the list and off it. What it changes in an open order it changes at once."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.alerts.models import Source
from guangyue.alerts.reduction.guarantees import Task
from guangyue.alerts.reduction.measures import RecipientKind
from guangyue.alerts.services.renewing import renew_orders
from guangyue.jobs.declarations import job
from guangyue.kit.refusals import Refused

GUARANTEED, ENDED, EXPIRED = "列入保障类清单", "移出保障类清单", "保障期满"


class NotEligible(Refused):
    sentence = "不符合列入保障类的条件。"


class NotGuaranteed(Refused):
    sentence = "不在保障类清单里。"


@transaction.atomic
def guarantee_source(
    *, source: Source, tasks: Collection[Task], until: date | None, by: User, at: datetime
) -> Source:
    """列入: for its tasks alone, until a day where one is set."""
    held = _hold(source)
    held.tasks = [task.name for task in tasks]
    if held.of_kind is RecipientKind.ENTERPRISE and not tasks:
        raise Refused("请选择保障任务。", field="tasks")
    if until is not None and until < localdate(at):
        raise Refused("保障期不能在今天以前结束。", field="until")
    if not held.guarantee.eligible:
        raise NotEligible(_why_not(held))
    held.guaranteed, held.guarantee_ends = True, until
    return _keep(held, GUARANTEED, by=by, at=at)


@transaction.atomic
def end_guarantee(*, source: Source, reason: str, by: User, at: datetime) -> Source:
    """移出: at once, for whoever does more than the task or fails the demands."""
    held = _hold(source)
    if not held.guaranteed:
        raise NotGuaranteed
    held.guaranteed = False
    return _keep(held, f"{ENDED}：{reason}", by=by, at=at)


@job("alerts.expire_guarantees", title="移出期满的保障类")
def expire_guarantees(*, at: datetime) -> None:
    """Each night: whose days are over."""
    over = list(Source.objects.past_their_guarantee(localdate(at)).select_for_update(no_key=True))
    Source.objects.filter(pk__in=[source.pk for source in over]).update(guaranteed=False, updated_at=at)
    renew_orders(sources=over, reason=EXPIRED, by=None, at=at)


def _hold(source: Source) -> Source:
    return Source.objects.select_for_update(no_key=True).get(pk=source.pk)


def _keep(source: Source, reason: str, *, by: User, at: datetime) -> Source:
    source.updated_at = at
    source.save(update_fields=["tasks", "guaranteed", "guarantee_ends", "updated_at"])
    renew_orders(sources=[source], reason=reason, by=by, at=at)
    return source


def _why_not(source: Source) -> str:
    match source.of_kind:
        case RecipientKind.ENTERPRISE:
            return "重点行业协同处置的企业，绩效等级应当达到 B 级以上或者引领性。"
        case RecipientKind.SITE:
            return "工地没有达到扬尘管控要求，不能列入保障类。"
        case _:
            return "只有企业和工地可以列入保障类。"
