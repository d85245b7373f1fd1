"""Rows of the money side for the table of who may open what (tests/test_access_table.py)."""

from itertools import count

from django.utils import timezone

from guangyue.accounts.tests.factories import a_user
from guangyue.funds.models import Account, Batch, Payment, ServicePlan, Source, YearFund
from guangyue.grants.models import Decision
from guangyue.kit.money import Money
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.tests.factories import a_firm
from guangyue.rules.verdicts import Status

# Whoever is limited to an organisation reaches what its systems offer: inside the one, outside another.
LED = {"inside": ("human-resources", "S20.startup_jobs"), "outside": ("civil-affairs", "S23.temp_illness")}
_numbers = count(1)


def code_led_by(organisation: Organisation) -> str:
    """What the organisation offers, once it is the one that leads a system of the city."""
    key, code = LED.get(organisation.key, (organisation.key, "S20.startup_jobs"))
    if organisation.key in LED:
        others = Organisation.objects.filter(key=key).exclude(pk=organisation.pk)
        others.update(key=f"another-{key}")
        Organisation.objects.filter(pk=organisation.pk).update(key=key)
    return code


def a_granted_decision(region: Region, code: str) -> Decision:
    """A firm's, as it stands in the table; what it was judged on does not matter here."""
    firm, at = a_firm(region.code), timezone.now()
    return Decision.objects.create(
        number=f"HD{next(_numbers):014d}",
        code=code,
        firm=firm,
        payee_name=firm.name,
        payee_number=firm.credit_code,
        region=region,
        on=timezone.localdate(at),
        known_at=at,
        facts=[],
        sources=[],
        figures=[],
        fingerprint="",
        rule_key=code.partition(".")[2],
        verdict={},
        status=Status.ELIGIBLE.name,
        outcome=Decision.Outcome.GRANTED,
        amount=Money.yuan(2000),
        cites="东财社〔2019〕1号 第三条",
        hash="",
        decided_by=a_user(),
        decided_at=at,
    )


def a_line(region: Region, organisation: Organisation) -> Payment:
    """Of one decision, in a batch of its own."""
    code, at, official = code_led_by(organisation), timezone.now(), a_user()
    decision = a_granted_decision(region, code)
    told = {"code": code, "region": region, "source": Source.CITY, "year": at.year}
    batch = Batch.objects.create(
        number=f"BF{next(_numbers):014d}",
        organisation=organisation,
        purpose="补贴",
        standard="每岗 2000 元",
        many=1,
        amount=decision.amount,
        prepared_by=official,
        prepared_at=at,
        **told,
    )
    return Payment.objects.create(
        batch=batch,
        decision=decision,
        period=f"{at:%Y-%m}",
        payee_name=decision.payee_name,
        payee_number=decision.payee_number,
        account=Account.BODY,
        county=region,
        amount=decision.amount,
        by=official,
        at=at,
        **told,
    )


def payment(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": a_line(region, organisation).pk}


def batch(*, region: Region, organisation: Organisation) -> dict[str, object]:
    line = a_line(region, organisation)
    assert line.batch
    return {"number": line.batch.number}


def place_of_a_batch(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"code": code_led_by(organisation), "region": region.code}


def fund(*, region: Region, organisation: Organisation) -> dict[str, object]:
    return {"pk": a_fund(region).pk}


def a_fund(region: Region) -> YearFund:
    money = {"upper": Money.yuan(1600), "own": Money.yuan(400)}
    return YearFund.objects.get_or_create(
        system="S20", region=region, year=2026, defaults={**money, "by": a_user(), "at": timezone.now()}
    )[0]


def plan(*, region: Region, organisation: Organisation) -> dict[str, object]:
    made = ServicePlan.objects.create(
        fund=a_fund(region), purpose="招聘会", amount=Money(1), by=a_user(), at=timezone.now()
    )
    return {"pk": made.fund_id, "plan": made.pk}


SAMPLES = {
    "funds:payment": payment,
    "funds:payee_number": payment,
    "funds:recovery": payment,
    "funds:batch": batch,
    "funds:consent": batch,
    "funds:sending_back": batch,
    "funds:paying": batch,
    "funds:treasury_list": batch,
    "funds:disclosing": batch,
    "funds:preparing": place_of_a_batch,
    "funds:fund": fund,
    "funds:planning": fund,
    "funds:cancelling": plan,
}
LISTS = {
    "funds:payments": "funds:payment",
    "funds:batches": "funds:batch",
    "funds:funds": "funds:fund",
}
