"""The ledger: from decision to treasury by two people, nothing twice, nothing but what was decided."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.audit.models import Record
from guangyue.disclosure.models import Notice
from guangyue.disclosure.services import publish_notice, review_notice
from guangyue.disclosure.tables import write_table
from guangyue.funds.glances import batches_to_disclose, batches_to_settle, payments_to_prepare
from guangyue.funds.models import Batch, Payment
from guangyue.funds.progress import GROUPINGS, grouping, progress, summed
from guangyue.funds.refusals import (
    ForbiddenUse,
    NotPayable,
    OverFund,
    OverPaid,
    OverRatio,
    PaidAlready,
    SameHand,
    WrongStep,
)
from guangyue.funds.services.disclosing import notice_table
from guangyue.funds.services.payments import (
    consent_batch,
    note_disclosures,
    pay_batch,
    payable,
    recover_payment,
    return_batch,
)
from guangyue.funds.services.years import cancel_service, plan_service, planned, set_fund
from guangyue.funds.tests.city import (
    FEE,
    FUNDED,
    FUNDED_CITY,
    FUNDING,
    a_batch,
    a_paid_batch,
    a_paid_line,
    a_trainee,
)
from guangyue.grants.models import Application, Decision
from guangyue.grants.services.decisions import correct_decision
from guangyue.grants.tests.factories import a_decision
from guangyue.kit.access import EVERYWHERE
from guangyue.kit.money import NOTHING, Money
from guangyue.kit.tests.together import at_once
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.models import Lookup
from guangyue.registries.tests.factories import WEST, an_official


@pytest.fixture(autouse=True)
def funded(country: dict[str, Organisation], settings: Settings) -> None:
    settings.GUANGYUE_CITY = FUNDED_CITY


@pytest.fixture
def preparer(country: dict[str, Organisation]) -> User:
    return an_official("reviewer", organisation=country["human-resources"])


@pytest.fixture
def finance(country: dict[str, Organisation]) -> User:
    return an_official("finance")


@pytest.fixture
def decision(preparer: User) -> Decision:
    return a_decision(a_trainee(), by=preparer)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def recover(line: Payment, amount: Money, by: User) -> Payment:
    at = timezone.now()
    return recover_payment(
        payment=line,
        amount=amount,
        reason="材料虚假",
        voucher="JK1",
        on=timezone.localdate(at),
        by=by,
        at=at,
    )


def test_a_decision_is_paid_by_two_people_with_the_voucher(
    decision: Decision, preparer: User, finance: User
) -> None:
    batch = a_paid_batch(decision, by=preparer, finance=finance)

    line = Payment.objects.get()
    assert (line.amount, line.decision, line.batch) == (FEE, decision, batch)
    assert batch.state == Batch.State.PAID
    assert line.application
    assert line.application.state == Application.State.PAID


def test_who_prepares_a_batch_neither_consents_nor_pays(
    decision: Decision, preparer: User, finance: User
) -> None:
    at = timezone.now()
    batch = a_batch(decision, by=preparer)
    with pytest.raises(SameHand):
        consent_batch(batch=batch, by=preparer, at=at)

    agreed = consent_batch(batch=batch, by=finance, at=at)
    with pytest.raises(SameHand):
        pay_batch(batch=agreed, voucher="ZF0", paid_on=timezone.localdate(at), by=preparer, at=at)


def test_nothing_is_paid_without_consent(decision: Decision, preparer: User, finance: User) -> None:
    batch = a_batch(decision, by=preparer)

    with pytest.raises(WrongStep):
        pay_batch(batch=batch, voucher="ZF0", paid_on=timezone.localdate(), by=finance, at=timezone.now())


def test_a_decision_in_a_batch_is_in_no_other(decision: Decision, preparer: User) -> None:
    a_batch(decision, by=preparer)

    with pytest.raises(PaidAlready):
        a_batch(decision, by=preparer)
    assert not payable(scope=EVERYWHERE).exists()


def test_what_is_sent_back_waits_for_another_batch(decision: Decision, preparer: User, finance: User) -> None:
    batch = return_batch(
        batch=a_batch(decision, by=preparer), reason="标准不对", by=finance, at=timezone.now()
    )

    assert list(payable(scope=EVERYWHERE)) == [decision]
    assert a_batch(decision, by=preparer) != batch


def test_the_same_payee_and_period_are_not_paid_twice(preparer: User) -> None:
    decision = a_decision(a_trainee(), by=preparer)
    again = Decision.objects.get(pk=decision.pk)
    again.pk, again.number, again.application = None, "HD0", None
    again.save(force_insert=True)
    a_batch(decision, by=preparer)

    with pytest.raises(PaidAlready, match="HD0"):
        a_batch(again, by=preparer)


def test_neither_in_one_batch(preparer: User) -> None:
    decision = a_decision(a_trainee(), by=preparer)
    again = Decision.objects.get(pk=decision.pk)
    again.pk, again.number, again.application = None, "HD0", None
    again.save(force_insert=True)

    with pytest.raises(PaidAlready):
        a_batch(decision, again, by=preparer)
    assert not Payment.objects.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "update funds_payment set amount = amount + 1",
        "update funds_payment set payee_number = '110105********002X'",
        "update funds_payment set void = true, reason = '改'",
        "delete from funds_payment",
        """insert into funds_payment select nextval('funds_payment_id_seq'), kind, code, item, '2030-01',
        payee_name, payee_number, account, source, year, amount + 1, paid_on, void, recovered, reason,
        voucher, at, batch_id, by_id, county_id, decision_id, recovers_id, region_id from funds_payment""",
    ],
)
def test_the_database_itself_keeps_the_ledger_as_it_was_decided(
    decision: Decision, preparer: User, statement: str
) -> None:
    a_batch(decision, by=preparer)

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_more_than_was_decided_is_refused_by_the_database(decision: Decision, preparer: User) -> None:
    line = Payment.objects.get(batch=a_batch(decision, by=preparer))
    Payment.objects.filter(pk=line.pk).update(void=True)
    line.pk, line.amount = None, FEE + Money(1)

    with pytest.raises(IntegrityError, match="as it was decided"), transaction.atomic():
        line.save(force_insert=True)


def test_a_batch_that_does_not_come_to_its_sum_is_not_consented_to(
    decision: Decision, preparer: User, finance: User
) -> None:
    batch = a_batch(decision, by=preparer)
    Batch.objects.filter(pk=batch.pk).update(amount=FEE + FEE)

    with pytest.raises(WrongStep, match="合计"):
        consent_batch(batch=batch, by=finance, at=timezone.now())


def test_what_was_corrected_meanwhile_is_not_paid(decision: Decision, preparer: User, finance: User) -> None:
    at = timezone.now()
    batch = consent_batch(batch=a_batch(decision, by=preparer), by=finance, at=at)
    correct_decision(
        decision=decision, established=[{}], granted=None, reason="培训费填写有误", by=preparer, at=at
    )

    with pytest.raises(NotPayable, match=decision.number):
        pay_batch(batch=batch, voucher="ZF0", paid_on=timezone.localdate(at), by=finance, at=at)


def test_a_voucher_pays_one_batch(preparer: User, finance: User) -> None:
    at = timezone.now()
    paid = a_paid_batch(a_decision(a_trainee(), by=preparer), by=preparer, finance=finance)
    other = consent_batch(
        batch=a_batch(a_decision(a_trainee(name="李四"), by=preparer), by=preparer), by=finance, at=at
    )

    answer = signed_in(finance).post(
        reverse("funds:paying", args=[other.number]),
        {"voucher": paid.voucher, "paid_on": timezone.localdate(at)},
    )

    assert answer.status_code == 422
    assert "这个凭证号已经登记过" in answer.content.decode()


def test_a_forbidden_purpose_stops_the_batch(decision: Decision, preparer: User) -> None:
    with pytest.raises(ForbiddenUse, match="第九条"):
        a_batch(decision, by=preparer, purpose="购置交通工具")
    assert not Batch.objects.exists()


def a_fund(by: User, *, own: int = 400, upper: int = 1600) -> Any:
    return set_fund(
        system=FUNDED.systems[0],
        region=Region.objects.get(pk="990101"),
        year=2026,
        upper=Money.yuan(upper),
        own=Money.yuan(own),
        by=by,
        at=timezone.now(),
    )


def test_services_take_a_fifth_at_most(preparer: User, finance: User) -> None:
    fund, at = a_fund(finance), timezone.now()
    plan = {"fund": fund, "funding": FUNDING, "by": preparer, "at": at}
    first = plan_service(purpose="招聘会", amount=Money.yuan(400), **plan)
    with pytest.raises(OverRatio, match=r"¥400\.00"):
        plan_service(purpose="大赛奖金", amount=Money(1), **plan)

    cancel_service(plan=first)

    plan_service(purpose="大赛奖金", amount=Money(1), **plan)
    assert planned(fund) == Money(1)
    with pytest.raises(ForbiddenUse):
        plan_service(purpose="办公用房", amount=Money(1), **plan)


def test_a_years_money_is_not_overrun(preparer: User, finance: User) -> None:
    a_fund(finance, upper=600, own=0)
    a_batch(a_decision(a_trainee(), by=preparer), by=preparer)

    with pytest.raises(OverFund, match=r"¥100\.00"):
        a_batch(a_decision(a_trainee(name="李四"), by=preparer), by=preparer)


def test_the_page_of_a_fund_shows_both_totals_and_refuses_what_is_too_much(
    preparer: User, finance: User
) -> None:
    fund = a_fund(finance)
    client = signed_in(preparer)
    answer = client.post(reverse("funds:planning", args=[fund.pk]), {"purpose": "招聘会", "amount": "401"})

    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "超过比例" in shown
    assert "¥2,000.00" in shown
    assert "¥400.00" in shown


def test_what_is_recovered_stands_beside_what_was_paid(preparer: User, finance: User) -> None:
    line = a_paid_line(by=preparer, finance=finance)

    recover(line, Money.yuan(200), preparer)
    with pytest.raises(OverPaid, match=r"¥300\.00"):
        recover(line, Money.yuan(301), preparer)
    recover(line, Money.yuan(300), preparer)

    line.refresh_from_db()
    assert line.left == NOTHING
    assert line.recovered
    assert line.application
    assert line.application.state == Application.State.APPROVED
    assert Payment.objects.settled().total() == NOTHING


def test_a_period_that_came_back_whole_can_be_paid_by_a_corrected_decision(
    preparer: User, finance: User
) -> None:
    line = a_paid_line(by=preparer, finance=finance)
    recover(line, FEE, preparer)

    corrected = correct_decision(
        decision=line.decision,
        established=[{}],
        granted=None,
        reason="追回以后重新核定",
        by=preparer,
        at=timezone.now(),
    )

    assert a_batch(corrected, by=preparer).amount == FEE


def test_what_is_under_way_cannot_be_recovered(decision: Decision, preparer: User) -> None:
    line = Payment.objects.get(batch=a_batch(decision, by=preparer))

    with pytest.raises(WrongStep):
        recover(line, FEE, preparer)


def test_a_paid_batch_is_made_public_masked_and_by_a_second_person(
    decision: Decision, preparer: User, finance: User
) -> None:
    batch = a_paid_batch(decision, by=preparer, finance=finance)
    (todo,) = batches_to_disclose(user=preparer, scope=EVERYWHERE, at=timezone.now())
    assert todo.link == batch.get_absolute_url()
    client, page = signed_in(preparer), reverse("funds:disclosing", args=[batch.number])
    today = timezone.localdate()
    filled = {
        "title": "培训补贴名单",
        "since": today,
        "until": today,
        "rows": write_table(*notice_table(batch)),
    }
    assert client.get(page).status_code == 200
    assert decision.payee_number not in str(filled["rows"])

    lacking = client.post(page, filled)
    assert lacking.status_code == 422
    assert "第 1 行没有填“培训内容”" in lacking.content.decode()

    head, line = str(filled["rows"]).splitlines()
    filled["rows"] = f"{head}\n{line.rstrip().replace('500.00', '900.00')}\t电工\t取得五级证书"
    assert "前 5 列和台账对不上" in client.post(page, filled).content.decode()
    filled["rows"] = f"{head}\n{line.rstrip()}\t电工\t取得五级证书"
    client.post(page, filled)
    notice = Notice.objects.get(source=batch.notice_source)
    assert str(notice.cites) == "东财社〔2019〕1号 第十一条"
    assert not list(batches_to_disclose(user=preparer, scope=EVERYWHERE, at=timezone.now()))

    at = timezone.now()
    publish_notice(notice=review_notice(notice=notice, by=finance, at=at), by=preparer, at=at)
    note_disclosures.run(at=at)

    batch.refresh_from_db()
    assert batch.state == Batch.State.DISCLOSED
    shown = Client().get(reverse("disclosure:notice", args=[notice.pk])).content.decode()
    assert "王小明" in shown
    assert decision.payee_number not in shown
    assert f"{decision.payee_number[:6]}********{decision.payee_number[-4:]}" in shown


def test_what_is_not_paid_is_not_made_public(decision: Decision, preparer: User) -> None:
    batch = a_batch(decision, by=preparer)
    page = reverse("funds:disclosing", args=[batch.number])

    answer = signed_in(preparer).post(
        page,
        {
            "title": "名单",
            "since": timezone.localdate(),
            "until": timezone.localdate() + timedelta(days=7),
            "rows": "姓名\t金额\n王小明\t500.00",
        },
    )

    assert answer.status_code == 409
    assert not Notice.objects.exists()


def test_numbers_are_masked_everywhere_and_each_look_at_one_is_on_record(
    decision: Decision, preparer: User, finance: User
) -> None:
    batch = a_batch(decision, by=preparer)
    line = Payment.objects.get()
    client = signed_in(finance)
    pages = (reverse("funds:payments"), batch.get_absolute_url(), line.get_absolute_url())
    for page in (*pages, f"{pages[0]}?export=csv", f"{pages[1]}?export=csv"):
        assert decision.payee_number not in text_of(client.get(page))

    shown = client.post(reverse("funds:payee_number", args=[line.pk]))

    assert decision.payee_number in shown.content.decode()
    assert Record.objects.get(action="查看领取人证件号码").by_id == finance.pk
    assert Lookup.objects.get().person == decision.person


def text_of(answer: Any) -> str:
    parts = answer.streaming_content if answer.streaming else [answer.content]
    return b"".join(parts).decode()


def test_the_list_for_the_treasury_has_whole_numbers_and_is_on_record(
    decision: Decision, preparer: User, finance: User
) -> None:
    batch = a_batch(decision, by=preparer)

    answer = signed_in(finance).get(reverse("funds:treasury_list", args=[batch.number]))

    assert answer["X-Row-Count"] == "1"
    assert Record.objects.get(action="导出拨付清单").row_key == str(batch.pk)


def test_officials_see_the_lines_of_their_own_district(
    country: dict[str, Organisation], preparer: User
) -> None:
    east = a_decision(a_trainee(name="王东"), by=preparer)
    west = a_decision(a_trainee(WEST, name="赵西"), by=preparer)
    a_batch(east, by=preparer)
    hidden = a_batch(west, by=preparer, region="990102")
    of_the_east = signed_in(an_official("finance", region="990101"))

    shown = of_the_east.get(reverse("funds:payments")).content.decode()
    assert "王东" in shown
    assert "赵西" not in shown
    assert of_the_east.get(hidden.get_absolute_url()).status_code == 404
    assert of_the_east.post(reverse("funds:consent", args=[hidden.number])).status_code == 404


def test_the_clauses_that_bound_the_money_run() -> None:
    bounds = [str(runs.cites) for runs in FUNDED.systems[0].runs() if runs.kind == "资金"]

    assert bounds == [f"东财社〔2019〕1号 第{place}条" for place in ("九", "十", "十二", "十一")]


def test_a_line_leads_to_its_decision_and_its_clause(decision: Decision, preparer: User) -> None:
    a_batch(decision, by=preparer)

    shown = signed_in(preparer).get(Payment.objects.get().get_absolute_url()).content.decode()

    assert decision.get_absolute_url() in shown
    assert decision.cites in shown


def test_what_waits_is_prepared_from_the_page(decision: Decision, preparer: User) -> None:
    client = signed_in(preparer)
    (todo,) = payments_to_prepare(user=preparer, scope=EVERYWHERE, at=timezone.now())
    page = reverse("funds:preparing", args=["S20.training", "990101"])
    assert page in client.get(todo.link).content.decode()

    answer = client.post(
        page,
        {
            "source": "city",
            "year": "2026",
            "purpose": "培训补贴",
            "standard": "最高 800 元",
            "decisions": [decision.pk],
        },
    )

    batch = Batch.objects.get()
    assert answer["Location"] == batch.get_absolute_url()
    (settle,) = batches_to_settle(user=an_official("finance"), scope=EVERYWHERE, at=timezone.now())
    assert settle.kind == "拨付待同意"


@pytest.mark.parametrize("by", [one.key for one in GROUPINGS])
def test_spending_adds_up_by_whatever_it_is_asked(by: str, preparer: User, finance: User) -> None:
    recover(a_paid_line(by=preparer, finance=finance), Money.yuan(100), preparer)
    a_batch(a_decision(a_trainee(name="李四"), by=preparer), by=preparer)

    whole = summed(progress(Payment.objects.live(), grouping(by)))

    assert (whole.many, whole.paid, whole.recovered) == (1, FEE, -Money.yuan(100))
    assert (whole.under_way, whole.net) == (FEE, Money.yuan(400))
    client = signed_in(finance)
    assert "¥400.00" in client.get(reverse("funds:spending"), {"by": by}).content.decode()
    assert client.get(reverse("funds:spending"), {"by": by, "export": "xlsx"})["X-Row-Count"]


@pytest.mark.django_db(transaction=True)
def test_two_people_who_prepare_one_decision_at_once_pay_it_once(decision: Decision, preparer: User) -> None:
    """Neither is left half-written, and the slower of the two is told."""
    paid, refused = at_once(*[lambda: a_batch(decision, by=preparer)] * 2)

    assert paid == ""
    assert refused == PaidAlready([decision.number]).sentence
    assert Payment.objects.count() == 1
    assert Batch.objects.count() == 1
