"""The demonstration's credit: records of `settings.GUANGYUE_DEMO_CREDIT`, made through the services."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from random import Random

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from guangyue.accounts.demo import somebody_allowed
from guangyue.accounts.models import Kind, User
from guangyue.credit.appealing import AppealKind
from guangyue.credit.declaration import DemoRecord
from guangyue.credit.identifying import read_identifier
from guangyue.credit.models import BankConsent, Category, CreditQuery, CreditRecord, ModelVersion
from guangyue.credit.permissions import FILE_RECORDS, VERIFY_RECORDS
from guangyue.credit.services.appeals import raise_appeal
from guangyue.credit.services.classes import grade_sector
from guangyue.credit.services.filing import Filed, file_record, verify_record
from guangyue.credit.services.querying import give_consent, query_credit
from guangyue.kit.clocks import local_day
from guangyue.organisations.services.register import find_organisation
from guangyue.registries.models import Firm
from guangyue.systems.today import day_of_the_city, moment_of_the_city

Say = Callable[[str], None]

SEED = 20210430
A_YEAR, A_WEEK = 360, 7  # days
COMMON = 10  # of what is filed so often, whoever steps in as a firm has one
LEFT = 8  # so many of the last ones wait to be verified
QUERIED = ("审核稳岗返还申报", "双随机抽查前查询", "企业技术改造项目审核")


@transaction.atomic
def load(say: Say) -> None:
    """Once: what is there already is left alone."""
    clerk, keeper = somebody_allowed(FILE_RECORDS), somebody_allowed(VERIFY_RECORDS)
    firms = list(Firm.objects.select_related("account").order_by("account", "pk")[:200])
    if clerk is None or keeper is None or not firms or CreditRecord.objects.exists():
        say("信用：没有登记、核实人员或者经营主体，或者已经有记录，没有再载入")
        return
    declared: tuple[DemoRecord, ...] = import_string(settings.GUANGYUE_DEMO_CREDIT)
    records = list(_file(declared, firms, clerk))
    for record in records[:-LEFT]:
        verify_record(record=record, by=keeper, at=record.filed_at + timedelta(hours=4))
    _speak_up()
    _ask(records, clerk)
    for version in ModelVersion.objects.current():
        grade_sector(version=version, on=day_of_the_city(), by=keeper, at=moment_of_the_city())
    say(f"信用记录 {len(records)} 条，待核实 {LEFT} 条")


def _file(declared: Iterable[DemoRecord], firms: list[Firm], clerk: User) -> Iterable[CreditRecord]:
    """In the order of their days."""
    chance = Random(SEED)  # noqa: S311  (nobody's secret)
    days = [(chance.randrange(1, A_YEAR), said, nth) for said in declared for nth in range(said.many)]
    for number, (ago, said, nth) in enumerate(sorted(days, key=lambda one: -one[0]), start=1):
        firm = firms[0] if nth == 0 and said.many >= COMMON else chance.choice(firms[1:])
        whose = said.of or (firm.name, firm.credit_code)
        yield _one(said, *whose, number, clerk, at=moment_of_the_city() - timedelta(days=ago))


def _one(
    said: DemoRecord, name: str, credit_code: str, number: int, clerk: User, *, at: datetime
) -> CreditRecord:
    decided = local_day(at) - timedelta(days=number % A_WEEK)
    filed = Filed(
        category=Category.objects.get(key=said.kind),
        name=name,
        fact=said.fact,
        document=said.document.format(year=decided.year, number=number),
        document_on=decided,
        fact_on=decided - timedelta(days=A_WEEK),
        credit_code=credit_code,
        found=said.found,
        conduct=said.conduct,
    )
    return file_record(filed=filed, unit=find_organisation(said.unit.key), by=clerk, at=at)


def _speak_up() -> None:
    """The firm that a visitor steps in as objects to one record, and lets a bank see the rest."""
    at = moment_of_the_city() - timedelta(days=2)
    firm = Firm.objects.filter(account__kind=Kind.ENTERPRISE).select_related("account").first()
    if firm is None or firm.account is None:
        return
    own = CreditRecord.objects.standing(local_day(at)).filter(subject__number=firm.credit_code)
    record = own.filter(category__sense="BAD").select_related("subject").first()
    if record is None:
        return
    raise_appeal(
        record=record,
        kind=AppealKind.OBJECTION,
        reason="当事人是同一地址的另一家企业，处罚决定书送错了。",
        by=firm.account,
        at=at,
    )
    bank = Firm.objects.exclude(pk=firm.pk).order_by("-pk").first()
    if bank is not None:
        give_consent(
            subject=record.subject,
            bank=bank.credit_code,
            bank_name=bank.name,
            contents=list(BankConsent.Field.values),
            until=local_day(at) + timedelta(days=A_YEAR),
            by=firm.account,
            at=at,
        )


def _ask(records: list[CreditRecord], clerk: User) -> None:
    for nth, reason in enumerate(QUERIED):
        at = moment_of_the_city() - timedelta(days=nth + 1)
        code = records[nth].subject.number
        query_credit(
            identifier=read_identifier(credit_code=code, on=local_day(at)),
            purpose=CreditQuery.Purpose.SUPPORT,
            reason=reason,
            by=clerk,
            at=at,
        )
