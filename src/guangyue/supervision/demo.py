"""The demonstration's acts, some late, some sent back; handovers received; people trained; a first export."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import User
from guangyue.kit.clocks import SHANGHAI
from guangyue.registries.models import Firm
from guangyue.supervision.declaration import DemoItem, ItemKind, Stage, SubjectKind
from guangyue.supervision.models import PermitHandover, SupervisionAct, SupervisionItem
from guangyue.supervision.permissions import ENTER_ACTS, RUN_SUPERVISION
from guangyue.supervision.sending import SentAct
from guangyue.supervision.services.exporting import export_acts
from guangyue.supervision.services.handing_over import plan_first_check, receive_handover
from guangyue.supervision.services.keeping import connect_system, explain_sleep, record_training
from guangyue.supervision.services.receiving import receive_act
from guangyue.systems.today import day_of_the_city, moment_of_the_city

Say = Callable[[str], None]
Whom = tuple[str, str]  # name and code

SEED = 20210430
MOST_ACTS = 160
DAYS = 330  # over which they lie
AWAKE = 4  # of five items something was done under
FOUND = ("未发现问题", "未发现问题", "未发现问题", "发现问题已责令改正", "发现问题，立案调查")
OFFICERS = ("张某某、李某某", "王某某、赵某某", "刘某某、陈某某")
GROUNDS = ("投诉举报", "上级交办", "专项整治")
PROJECT = "2020-371502-47-01-000001"
UNKNOWN_CODE = "37-SC-999"


@transaction.atomic
def load(say: Say) -> None:
    """Once: what is there already is left alone."""
    keeper = somebody_allowed(RUN_SUPERVISION)
    items = list(SupervisionItem.objects.published().select_related("office").order_by("pk"))
    firms = list(Firm.objects.order_by("pk")[:MOST_ACTS])
    if keeper is None or not items or not firms or SupervisionAct.objects.exists():
        say("监管行为：没有监管事项或者经营主体，或者已经载入")
        return
    chance = Random(SEED)  # noqa: S311  (nobody's secret)
    _connect(items, keeper)
    _train()
    acts = _do(items, firms, chance)
    _send_back(items[0], firms[0])
    export_acts(by=keeper, at=moment_of_the_city() - timedelta(days=2))
    _correct(acts)
    received = _receive()
    _explain(items[-1], keeper)
    say(f"监管行为 {len(acts)} 条，签收许可 {received} 件（演示数据）")


def _connect(items: Sequence[SupervisionItem], keeper: User) -> None:
    """The offices of the first items have systems of their own."""
    at = _at(day_of_the_city() - timedelta(days=DAYS + 1))
    for office in dict.fromkeys(item.office for item in items[:6]):
        connect_system(
            key=f"{office.key}-enforcement", title=f"{office.name}执法系统", office=office, by=keeper, at=at
        )


def _train() -> None:
    officer = somebody_allowed(ENTER_ACTS)
    if officer is not None:
        on = day_of_the_city() - timedelta(days=45)
        record_training(user=officer, on=on, course="互联网+监管系统业务培训", by=None, at=_at(on))


def _do(items: Sequence[SupervisionItem], firms: Sequence[Firm], chance: Random) -> list[SentAct]:
    awake = [item for nth, item in enumerate(items) if nth % 5 < AWAKE]
    only = _done_to()
    sent = []
    for nth, firm in enumerate(firms):
        item = awake[nth % len(awake)]
        whom = chance.choice(only[item.code]) if item.code in only else (firm.name, firm.credit_code)
        day = day_of_the_city() - timedelta(days=chance.randrange(12, DAYS))
        act = _act(nth, item, whom, day, chance)
        receive_act(sent=act, office=item.office, by=None, at=_at(day + timedelta(days=chance.randrange(9))))
        sent.append(act)
    return sent


def _done_to() -> Mapping[str, Sequence[Whom]]:
    """By the code of an item."""
    declared: tuple[DemoItem, ...] = import_string(settings.GUANGYUE_DEMO_SUPERVISION)
    return {one.code: one.done_to for one in declared if one.done_to}


def _act(nth: int, item: SupervisionItem, whom: Whom, day: date, chance: Random) -> SentAct:
    """Two of three inspections belong to a draw."""
    name, code = whom
    kind = ItemKind[item.kind]
    drawn = kind is ItemKind.INSPECTION and nth % 3 != 0
    building = item.stage in (Stage.BEFORE.name, Stage.DURING.name)
    return SentAct(
        source=f"{item.office.key}-enforcement",
        source_id=f"{day:%Y}-{nth:05d}",
        item_code=item.code,
        subject_kind=SubjectKind.FIRM,
        subject=code,
        subject_name=name,
        day=day,
        kind=kind,
        result=chance.choice(FOUND),
        officers=chance.choice(OFFICERS),
        batch=f"{day:%Y}-{day.month:02d}" if drawn else "",
        ground="" if drawn else chance.choice(GROUNDS),
        project=PROJECT if building else "",
    )


def _send_back(item: SupervisionItem, firm: Firm) -> None:
    """What cannot be taken: an unknown code, nobody named, a ground left out."""
    whom = firm.name, firm.credit_code
    good = _act(90_001, item, whom, day_of_the_city() - timedelta(days=3), Random(SEED))  # noqa: S311
    wrong = (
        replace(good, item_code=UNKNOWN_CODE),
        replace(good, source_id="2021-90002", subject="", subject_name=""),
        replace(good, source_id="2021-90003", batch="", ground=""),
        replace(good, source_id="2021-90004", day=day_of_the_city() + timedelta(days=30)),
    )
    for sent in wrong:
        receive_act(sent=sent, office=item.office, by=None, at=moment_of_the_city() - timedelta(days=1))


def _correct(acts: Sequence[SentAct]) -> None:
    """Some of what the province has got already was put right since."""
    for act in acts[::20]:
        stored = SupervisionAct.objects.select_related("office").get(
            source=act.source, source_id=act.source_id
        )
        again = replace(act, result=f"{act.result}，已经复查")
        receive_act(sent=again, office=stored.office, by=None, at=moment_of_the_city())


def _receive() -> int:
    """Half of the permits are received, half of those have their first check planned."""
    officer = somebody_allowed(ENTER_ACTS)
    if officer is None:
        return 0
    waiting = list(PermitHandover.objects.to_receive().order_by("pk"))
    now = timezone.now()
    for nth, handover in enumerate(waiting[::2]):
        received = receive_handover(handover=handover, by=officer, at=now)
        if nth % 2 == 0:
            plan_first_check(
                handover=received, on=timezone.localdate(now) + timedelta(days=30), by=officer, at=now
            )
    return len(waiting[::2])


def _explain(item: SupervisionItem, by: User) -> None:
    sleeping = SupervisionItem.objects.filter(pk=item.pk, acts=None).first()
    if sleeping is not None:
        explain_sleep(
            item=sleeping,
            on=day_of_the_city(),
            said="本年度没有新增监管对象（演示数据）",
            by=by,
            at=moment_of_the_city(),
        )


def _at(day: date) -> datetime:
    return datetime.combine(day, time(16), SHANGHAI)
