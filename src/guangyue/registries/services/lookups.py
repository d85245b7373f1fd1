"""查询: finding a person, and looking; nothing is shown before it is written down who looks, and for what."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from guangyue.accounts.models import User
from guangyue.kit.access import Scope
from guangyue.kit.identities import IdNumber, Malformed
from guangyue.kit.refusals import Refused
from guangyue.notifications.services import notify
from guangyue.registries.facts import About, FactKind, Sensitivity, kinds_about
from guangyue.registries.models import Enquiry, Lookup, Objection, Person
from guangyue.registries.refusals import AnsweredAlready, NoSuchPerson, RaisedAlready, TooManyEnquiries
from guangyue.registries.services.recording import owned_kinds

ENQUIRIES_AN_HOUR = 30
SHORTEST_EXPLANATION = 6


def find_person(*, id_number: str, by: User, scope: Scope, at: datetime) -> Person:
    """按证件号码查找: one out of reach and one that does not exist get the same answer, and both count."""
    try:
        number = IdNumber.parse(id_number, on=localdate(at)).text
    except Malformed as malformed:
        raise Refused(str(malformed), field="id_number") from None
    with transaction.atomic():
        User.objects.select_for_update().get(pk=by.pk)
        asked = Enquiry.objects.since(by=by, moment=at - timedelta(hours=1)).count()
        if asked >= ENQUIRIES_AN_HOUR:
            raise TooManyEnquiries
        person = Person.objects.within(scope).filter(id_number=number).first()
        Enquiry.objects.create(by=by, at=at, found=person is not None)
    if person is None:
        raise NoSuchPerson
    return person


@transaction.atomic
def look_up(
    *,
    person: Person,
    kinds: Collection[FactKind],
    purpose: str,
    case_number: str,
    explanation: str,
    by: User,
    scope: Scope,
    at: datetime,
) -> Lookup:
    """查询: only what is asked for, only for a purpose that is stated, only within reach."""
    if not scope.covers(region=person.region_id):
        raise NoSuchPerson
    if not case_number and len(explanation) < SHORTEST_EXPLANATION:
        raise Refused(
            f"请填写办件编号，或者用至少 {SHORTEST_EXPLANATION} 个字说明为什么查询。", field="explanation"
        )
    if not kinds:
        raise Refused("请选择要查看的事实。", field="kinds")
    offered = kinds_offered(person=person, scope=scope)
    if beyond := [kind for kind in kinds if kind not in offered]:
        raise Refused(f"“{beyond[0].title}”只有主管部门可以查看。", field="kinds")
    return Lookup.objects.create(
        person=person,
        by=by,
        organisation=by.organisation,
        at=at,
        purpose=purpose,
        case_number=case_number,
        explanation=explanation,
        kinds=[kind.code for kind in kinds],
    )


def kinds_offered(*, person: Person, scope: Scope) -> list[FactKind]:
    """What may be asked of a person and the household: sensitive facts only by their owner."""
    declared = [*kinds_about(About.PERSON), *kinds_about(About.HOUSEHOLD)]
    sensitive = [kind for kind in declared if kind.sensitivity is Sensitivity.SENSITIVE]
    owned = owned_kinds(kinds=sensitive, region=person.region_id, scope=scope)
    return [kind for kind in declared if kind not in sensitive or kind in owned]


@transaction.atomic
def object_to_lookup(*, lookup: Lookup, reason: str, at: datetime) -> Objection:
    """提出异议, by the person who was looked at."""
    Lookup.objects.select_for_update().get(pk=lookup.pk)
    if Objection.objects.filter(lookup=lookup).exists():
        raise RaisedAlready("您已经对这次查询提出过异议。")
    return Objection.objects.create(lookup=lookup, reason=reason, raised_at=at)


@transaction.atomic
def answer_objection(*, objection: Objection, improper: bool, said: str, by: User, at: datetime) -> Objection:
    """答复异议: whether the look was proper, and why; not by the one who looked."""
    objections = Objection.objects.select_related("lookup__person__account").select_for_update(of=("self",))
    objection = objections.get(pk=objection.pk)
    if objection.answered_at:
        raise AnsweredAlready
    if objection.lookup.by_id == by.pk:
        raise Refused("这次查询是您本人做的，请由其他人答复。")
    objection.improper = improper
    objection.said = said
    objection.answered_by = by
    objection.answered_at = at
    objection.save()
    if person := objection.lookup.person.account:
        notify(
            to=person,
            title="查询异议已答复",
            body=f"{'这次查询不当' if improper else '这次查询没有不当'}。{said}",
            link=reverse("registries:my_lookups"),
            key=f"objection-{objection.pk}",
            at=at,
        )
    return objection
