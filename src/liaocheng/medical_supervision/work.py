"""监管职责的办理: what was done for each item of the document, counted where it is kept.

What counts: checks under the sector's own items; records of credit, points under the item whose clause names
the conduct; what was published; answers to 校验 and the like; complaints taken in. For the other items the
departments do their work without the system, and nothing is said of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import reduce
from operator import add
from typing import Any

from django.db.models import BooleanField, Count, ExpressionWrapper, Max, Q, QuerySet

from guangyue.cases.models import Case
from guangyue.credit.models import CreditQuery, CreditRecord, CreditSubject
from guangyue.credit.states import State
from guangyue.kit.clocks import local_day
from guangyue.supervision.declaration import SupervisionDuty, Worked
from guangyue.supervision.models import SupervisionAct
from liaocheng.medical_supervision import recorded
from liaocheng.medical_supervision.checklists import ITEMS
from liaocheng.medical_supervision.complaints import MATTER
from liaocheng.medical_supervision.duties import DUTIES
from liaocheng.medical_supervision.scale import SCALE

CORE_SYSTEMS, PROHIBITIONS, KEY_GROUPS = (item.code for item in ITEMS)
CHECKED, DRAWN, PUBLISHED, ASKED, HEARD = "监管检查", "随机抽查", "信用公示", "监管结果查询", "投诉举报登记"
KINDS = (
    *recorded.KINDS_OF_THE_CREDIT_CLAUSE,
    recorded.MAJOR_DECISION,
    recorded.WARNING,
    recorded.KEY_LIST,
)
DONE_FOR = {
    9: (recorded.PERMIT.key,),
    10: (CORE_SYSTEMS, KEY_GROUPS),
    16: (PROHIBITIONS,),
    19: (recorded.MAJOR_DECISION.key,),
    20: (DRAWN,),
    21: tuple(kind.key for kind in recorded.KINDS_OF_THE_CREDIT_CLAUSE),
    22: (PUBLISHED,),
    23: (recorded.WARNING.key,),
    25: (ASKED,),
    26: (CHECKED,),
    27: (HEARD, recorded.KEY_LIST.key),
}
TITLES = {kind.key: kind.title for kind in KINDS} | {one.code: one.title for one in SCALE.conducts}
NEVER_IN_EFFECT = (State.DRAFTED.name, State.RETURNED.name, State.REVOKED.name)


def work_for_duties(since: date, until: date) -> Mapping[int, Worked]:
    """From a day to a day, by the number of the duty."""
    done: dict[str, Worked] = defaultdict(Worked)
    for source in (_recorded, _checked, _told):
        for key, worked in source(since, until):
            done[key] += worked
    kept = {duty.number: _kept_for(duty) for duty in DUTIES}
    return {
        number: reduce(add, (done[key] for key in keys), Worked()) for number, keys in kept.items() if keys
    }


def medical_records() -> QuerySet[CreditRecord]:
    """Those of the sector that took effect and were not revoked."""
    keys = [kind.key for kind in KINDS]
    return CreditRecord.objects.filter(category__key__in=keys).exclude(state__in=NEVER_IN_EFFECT)


def _kept_for(duty: SupervisionDuty) -> tuple[str, ...]:
    conducts = (one.code for one in SCALE.conducts if one.cites == duty.cites)
    return (*DONE_FOR.get(duty.number, ()), *conducts)


def _recorded(since: date, until: date) -> Iterator[tuple[str, Worked]]:
    """Under its kind, and under the conduct that cost points."""
    rows = medical_records().filter(effective_on__lte=until).order_by()
    counted = rows.values_list("category__key", "conduct").annotate(
        many=Count("pk", filter=Q(effective_on__gte=since)), last=Max("effective_on")
    )
    for kind, conduct, many, last in counted:
        for key in filter(None, (kind, conduct)):
            yield key, Worked(many, last, TITLES.get(key, TITLES[kind]))


def _checked(since: date, until: date) -> Iterator[tuple[str, Worked]]:
    """Under its item, among all checks, and among those drawn."""
    rows = SupervisionAct.objects.filter(item__code__in=[item.code for item in ITEMS], day__lte=until)
    drawn = ExpressionWrapper(~Q(batch=""), output_field=BooleanField())
    counted = (
        rows.order_by()
        .values_list("item__code", "item__name", drawn)
        .annotate(many=Count("pk", filter=Q(day__gte=since)), last=Max("day"))
    )
    for code, name, was_drawn, many, last in counted:
        for key in (code, CHECKED, *((DRAWN,) if was_drawn else ())):
            yield key, Worked(many, last, name)


def _told(since: date, until: date) -> Iterator[tuple[str, Worked]]:
    subjects = CreditSubject.objects.filter(pk__in=medical_records().values("subject"))
    appraisals = CreditQuery.objects.filter(answered=True, purpose=CreditQuery.Purpose.APPRAISAL)
    complaints = Case.objects.handed_in().filter(version__matter__code=MATTER.code)
    sources: tuple[tuple[str, QuerySet[Any], str], ...] = (
        (PUBLISHED, medical_records(), "published_at"),
        (ASKED, appraisals.filter(subject__in=subjects), "at"),
        (HEARD, complaints, "handed_in_at"),
    )
    for key, rows, moment in sources:
        counted = rows.filter(**{f"{moment}__date__lte": until}).aggregate(
            many=Count("pk", filter=Q(**{f"{moment}__date__gte": since})), last=Max(moment)
        )
        if counted["last"]:
            yield key, Worked(counted["many"], local_day(counted["last"]), key)
