"""东湖市 with bounds to its money, and what the tests of payments make of it."""

from dataclasses import replace
from datetime import date
from itertools import count

from django.db import transaction
from django.utils import timezone

from guangyue.accounts.models import Kind, User
from guangyue.funds.models import Batch, Payment, Source
from guangyue.funds.services.payments import consent_batch, pay_batch, prepare_batch
from guangyue.grants.models import Decision
from guangyue.grants.tests.factories import BIRTH, EMPLOYMENT, LONG_AGO, a_decision
from guangyue.grants.tests.small_city import CITY, MEASURES, SYSTEM
from guangyue.kit.money import Money, Rounding
from guangyue.organisations.models import Region
from guangyue.registries.models import Person
from guangyue.registries.tests.factories import EAST, a_fact, a_person, a_user
from guangyue.rules.symbols import percent
from guangyue.systems.funding import Funding

FUNDED_CITY = "guangyue.funds.tests.city.FUNDED"
FORBIDDEN = ("办公用房", "交通工具")
FEE = Money.yuan(500)  # what a decision of the factories comes to
_numbers = count(1)


def a_fifth(*, upper: Money, own: Money) -> Money:
    return (upper + own).times(percent(20), Rounding.AT_MOST)


FUNDING = Funding(
    title="培训资金",
    forbids=lambda purpose: any(word in purpose for word in FORBIDDEN),
    forbidden_by=MEASURES.clause("第九条"),
    services_at_most=a_fifth,
    services_by=MEASURES.clause("第十条"),
    listed_by=MEASURES.clause("第十二条"),
    published_by=MEASURES.clause("第十一条"),
    also_published={"training": ("培训内容", "培训成果")},
)
FUNDED = replace(CITY, systems=(replace(SYSTEM, funding=FUNDING),))


@transaction.atomic
def a_trainee(township: str = EAST, name: str = "王小明") -> Person:
    person = a_person(township, account=a_user(Kind.CITIZEN), name=name, birth_date=date(1990, 1, 1))
    a_fact(person, EMPLOYMENT, "登记失业", since=LONG_AGO)
    a_fact(person, BIRTH, "1990-01-01", since=LONG_AGO)
    return person


def a_batch(*decisions: Decision, by: User, region: str = "990101", purpose: str = "技能培训补贴") -> Batch:
    return prepare_batch(
        decisions=decisions,
        region=Region.objects.get(pk=region),
        source=Source.CITY,
        year=2026,
        purpose=purpose,
        standard="按培训费，最高 800 元",
        by=by,
        at=timezone.now(),
    )


def a_paid_batch(*decisions: Decision, by: User, finance: User) -> Batch:
    at = timezone.now()
    agreed = consent_batch(batch=a_batch(*decisions, by=by), by=finance, at=at)
    voucher = f"ZF{next(_numbers)}"
    return pay_batch(batch=agreed, voucher=voucher, paid_on=timezone.localdate(at), by=finance, at=at)


def a_paid_line(*, by: User, finance: User) -> Payment:
    decision = a_decision(a_trainee(), by=by)
    return Payment.objects.get(batch=a_paid_batch(decision, by=by, finance=finance))
