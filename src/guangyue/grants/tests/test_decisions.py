"""核定: judged with what is known, kept whole, never changed, and judged again to the byte."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.utils import IntegrityError
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user as an_account
from guangyue.grants.models import Application, Decision
from guangyue.grants.notices import notice_of
from guangyue.grants.refusals import CorrectedAlready, MovedOn, OwnCase, ReasonMissing, StillUnknown
from guangyue.grants.services.applications import save_application, submit_application
from guangyue.grants.services.decisions import correct_decision, decide_application
from guangyue.grants.services.replay import replay_decision
from guangyue.grants.tests.factories import (
    AT,
    LONG_AGO,
    ON,
    SETTLED_AT,
    a_decision,
    an_application,
    offer,
)
from guangyue.grants.tests.small_city import GROUPS, STATES, Grant, Trainee, training
from guangyue.kit.money import Money
from guangyue.kit.typesetting import typeset
from guangyue.policies.demo import enter_figures
from guangyue.registries.models import Fact, Person
from guangyue.registries.tests.factories import LAST_YEAR, a_firm, a_user
from guangyue.rules.columns import frame_of, lists_of, verdicts
from guangyue.rules.frozen import freeze, freeze_verdict, hash_of, thaw
from guangyue.rules.parameters import Entry, Table
from guangyue.rules.symbols import yuan
from guangyue.rules.verdicts import judge

State = Application.State


def decide(application: Application, by: User, **said: object) -> Decision:
    told = {"established": [{}], "granted": None, "reason": "", **said}
    return decide_application(application=application, by=by, at=AT, **told)  # type: ignore[arg-type]


@pytest.mark.django_db
def test_a_decision_keeps_everything_it_was_judged_on(trainee: Person, reviewer: User) -> None:
    decision = a_decision(trainee, by=reviewer)
    decision.refresh_from_db()

    assert decision.outcome == Decision.Outcome.GRANTED
    assert decision.amount == yuan(500)
    assert decision.facts[0]["paid"] == "500.00"
    assert decision.figures[0]["entry"]["source"] == "东人社〔2019〕2号"
    assert decision.fingerprint == training.fingerprint
    assert (decision.rule_since, decision.rule_until) == (training.since, training.until)
    assert decision.verdict["conditions"][0]["outcome"] == "HELD"
    assert (decision.on, decision.known_at) == (ON, AT)
    assert decision.intact
    assert decision.application
    assert decision.application.state == State.APPROVED


@pytest.mark.django_db
def test_an_occasion_with_a_day_of_its_own_is_judged_by_the_text_and_the_notice_of_that_day(
    trainee: Person, reviewer: User
) -> None:
    level = {"kind": "职业资格证书", "occupation": "焊工", "level": 3, "fee": 30_000}
    Fact.objects.create(
        person=trainee,
        kind="certificate",
        item="C1",
        value=level,
        since=date(2020, 6, 1),
        recorded_at=LAST_YEAR,
        source="测试",
    )
    enter_figures(
        [Entry("ceiling", date(2021, 1, 1), yuan(900), "东人社〔2021〕1号")],
        proposer=an_account(),
        approver=an_account(),
        at=SETTLED_AT,
    )
    draft = save_application(offered=offer("exam"), payee=trainee, item="C1", on=ON, said=[{}], at=AT)
    application = submit_application(application=draft, consent=True, by=reviewer, at=AT)
    Application.objects.filter(pk=application.pk).update(submitted_by=trainee.account)

    decision = decide(application, reviewer)

    assert decision.on == date(2020, 6, 1)
    assert decision.amount == yuan(800)
    assert replay_decision(decision).same


@pytest.mark.django_db
def test_the_notice_decides_what_is_paid_at_most(trainee: Person, reviewer: User) -> None:
    assert a_decision(trainee, by=reviewer, said={"passed": True, "paid": yuan(900)}).amount == yuan(800)


@pytest.mark.django_db
def test_a_refusal_rests_on_the_clause_of_the_condition_that_failed(trainee: Person, reviewer: User) -> None:
    decision = a_decision(trainee, by=reviewer, said={"passed": False, "paid": yuan(500)})

    assert decision.outcome == Decision.Outcome.REFUSED
    assert decision.cites == "东财社〔2019〕1号 第五条"
    assert decision.amount is None
    assert decision.application
    assert decision.application.state == State.REFUSED


@pytest.mark.django_db
def test_what_is_not_known_is_not_decided(trainee: Person, reviewer: User) -> None:
    with pytest.raises(StillUnknown, match="培训合格"):
        a_decision(trainee, by=reviewer, said={"paid": yuan(500)})

    assert not Decision.objects.exists()


@pytest.mark.django_db
def test_an_official_can_establish_what_no_register_knows(trainee: Person, reviewer: User) -> None:
    application = an_application(trainee, said={"paid": yuan(500)})

    decision = decide(application, reviewer, established=[{"passed": True, "employment": "单位就业"}])

    assert decision.granted
    assert decision.sources[0]["passed"]["who"] == "official"
    assert decision.facts[0]["employment"] == "登记失业"  # a register's word is not an official's to change


@pytest.mark.django_db
@pytest.mark.parametrize(("granted", "reason"), [(None, "发票经核验属实"), (True, ""), (False, " ")])
def test_what_the_clause_leaves_to_a_person_needs_an_outcome_and_a_reason(
    trainee: Person, reviewer: User, granted: bool | None, reason: str
) -> None:
    application = an_application(trainee, said={"passed": True, "paid": yuan(1000)})

    with pytest.raises(ReasonMissing):
        decide(application, reviewer, granted=granted, reason=reason)


@pytest.mark.django_db
@pytest.mark.parametrize(("granted", "amount"), [(True, yuan(800)), (False, None)])
def test_what_the_clause_leaves_to_a_person_an_official_decides(
    trainee: Person, reviewer: User, granted: bool, amount: Money | None
) -> None:
    application = an_application(trainee, said={"passed": True, "paid": yuan(1000)})

    decision = decide(application, reviewer, granted=granted, reason="发票经核验属实")

    assert decision.granted is granted
    assert decision.amount == amount
    assert decision.status == "FOR_A_PERSON"


@pytest.mark.django_db
def test_nobody_decides_for_themselves_nor_for_the_firm_they_lead(trainee: Person, reviewer: User) -> None:
    leads = a_firm(legal_representative=trainee, account=a_user(), registered_on=LONG_AGO)
    application = an_application(leads, key="startup", said={"registered": LONG_AGO, "pays_insurance": True})
    Person.objects.filter(pk=trainee.pk).update(account=reviewer)

    with pytest.raises(OwnCase):
        decide(application, reviewer)


@pytest.mark.django_db
def test_what_is_decided_is_not_decided_again(trainee: Person, reviewer: User) -> None:
    decision = a_decision(trainee, by=reviewer)
    assert decision.application

    with pytest.raises(MovedOn):
        decide(decision.application, reviewer)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "update grants_decision set amount = 1",
        "update grants_decision set reason = 'x'",
        "delete from grants_decision",
    ],
)
def test_the_database_lets_no_decision_be_changed(trainee: Person, reviewer: User, statement: str) -> None:
    a_decision(trainee, by=reviewer)

    with pytest.raises(IntegrityError, match="only ever added"), transaction.atomic():
        connection.cursor().execute(statement)


@pytest.mark.django_db
def test_a_correction_is_another_decision_that_names_the_first(trainee: Person, reviewer: User) -> None:
    wrong = a_decision(trainee, by=reviewer)

    right = correct_decision(
        decision=wrong,
        established=[{"paid": yuan(300)}],
        granted=None,
        reason="发票金额看错了",
        by=reviewer,
        at=AT,
    )

    assert (wrong.amount, right.amount) == (yuan(500), yuan(300))
    assert right.corrects == wrong
    assert list(Decision.objects.standing()) == [right]
    with pytest.raises(CorrectedAlready):
        correct_decision(
            decision=wrong, established=[{}], granted=None, reason="再更正一次", by=reviewer, at=AT
        )


@pytest.mark.django_db
def test_the_notice_of_a_decision_says_amount_conditions_formula_and_figures(
    trainee: Person, reviewer: User
) -> None:
    decision = a_decision(trainee, by=reviewer)

    paper = notice_of(decision)

    said = str(paper)
    for words in ("¥500.00", "人民币伍佰元整", "培训合格", "第五条", "补贴最高额", "东人社〔2019〕2号"):
        assert words in said
    assert trainee.id_number not in said
    assert typeset(paper).startswith(b"%PDF")


@pytest.mark.django_db
def test_a_decision_replayed_gives_the_same_bytes(trainee: Person, reviewer: User) -> None:
    decision = a_decision(trainee, by=reviewer)
    decision = Decision.objects.get(pk=decision.pk)

    assert replay_decision(decision).differences == ()


@pytest.mark.django_db
def test_a_figure_that_came_later_changes_no_decision_of_before(trainee: Person, reviewer: User) -> None:
    decision = a_decision(trainee, by=reviewer, said={"passed": True, "paid": yuan(900)})
    enter_figures(
        [Entry("ceiling", date(2020, 1, 1), yuan(100), "东人社〔2026〕9号")],
        proposer=an_account(),
        approver=an_account(),
        at=AT + timedelta(days=1),
    )

    assert replay_decision(decision).same


def planted(decision: Decision, **changes: object) -> Decision:
    """The same decision as if somebody had got past the database."""
    for name, value in changes.items():
        setattr(decision, name, value)
    return decision


@pytest.mark.django_db
def test_a_planted_amount_is_seen(trainee: Person, reviewer: User) -> None:
    decision = planted(a_decision(trainee, by=reviewer), amount=yuan(5000))

    assert replay_decision(decision).differences == ("记录与校验值不符，内容被改动过",)


@pytest.mark.django_db
def test_a_planted_fact_is_seen_even_with_a_hash_to_match(trainee: Person, reviewer: User) -> None:
    decision = a_decision(trainee, by=reviewer)
    decision = planted(decision, facts=[{**decision.facts[0], "paid": "700.00"}])
    decision = planted(decision, hash=hash_of(decision.content))

    assert "金额由 500.00 变为 700.00" in replay_decision(decision).differences


@pytest.mark.django_db
def test_a_planted_figure_is_seen(trainee: Person, reviewer: User) -> None:
    decision = a_decision(trainee, by=reviewer)
    entry = {**decision.figures[0]["entry"], "source": "另一个来源"}
    decision = planted(decision, figures=[{**decision.figures[0], "entry": entry}])
    decision = planted(decision, hash=hash_of(decision.content))

    assert any("参数 ceiling" in one for one in replay_decision(decision).differences)


@pytest.mark.django_db
def test_a_version_that_is_no_longer_declared_is_named(trainee: Person, reviewer: User) -> None:
    decision = planted(a_decision(trainee, by=reviewer), fingerprint="f" * 64)

    assert any("ffffffffffff 已不在声明的版本之中" in one for one in replay_decision(decision).differences)


@pytest.mark.django_db
def test_the_command_replays_and_says_what_differs(
    trainee: Person, reviewer: User, settings: Settings
) -> None:
    decision = a_decision(trainee, by=reviewer)
    said = StringIO()

    call_command("decisions", "replay", "--all", stdout=said)
    call_command("decisions", "replay", decision.number, stdout=said)
    assert said.getvalue().count("重演 1 份，1 份一致，0 份不同") == 2

    settings.GUANGYUE_CITY = "guangyue.systems.tests.small_city.CITY"  # a city that declares no such rule
    with pytest.raises(CommandError) as failure:
        call_command("decisions", "replay", "--all", stdout=said)
    assert failure.value.returncode == 1
    assert "已不在声明的版本之中" in said.getvalue()


@pytest.mark.django_db
def test_the_command_names_a_number_that_is_none(country: object) -> None:
    said = StringIO()

    with pytest.raises(CommandError):
        call_command("decisions", "replay", "HD0", stdout=said)
    assert "HD0  没有这份核定" in said.getvalue()


PEOPLE = st.fixed_dictionaries(
    {},
    optional={
        "employment": st.sampled_from(STATES),
        "groups": st.frozensets(st.sampled_from(GROUPS)),
        "birth": st.dates(date(1950, 1, 1), date(2010, 1, 1)),
        "passed": st.booleans(),
        "paid": st.integers(0, 200_000).map(Money),
        "grants": st.lists(st.builds(Grant, amount=st.integers(0, 10**6).map(Money)), max_size=2),
    },
)
TABLE = Table([Entry("ceiling", date(2019, 1, 1), yuan(800), "东人社〔2019〕2号")])


@settings(max_examples=12, deadline=None)
@given(st.lists(PEOPLE, min_size=200, max_size=300))
def test_thousands_judged_again_in_a_batch_come_to_what_they_came_to_one_by_one(
    people: list[dict[str, object]],
) -> None:
    frozen = {str(number): freeze(Trainee(**said)) for number, said in enumerate(people)}
    one_by_one = dict(_one_by_one(frozen))

    cases = {key: (thaw(Trainee, kept),) for key, kept in frozen.items()}
    batch = verdicts(
        training,
        frame_of(cases, training.subjects),
        on=ON,
        table=TABLE,
        lists=lists_of(cases, training.subjects),
    ).collect()

    settled = {key: amount for key, ok, amount, _ in batch.iter_rows() if ok}
    assert settled == {
        key: Money.parse(str(found["amount"])).fen for key, found in one_by_one.items() if found["amount"]
    }
    refused = {key for key, found in one_by_one.items() if found["status"] == "INELIGIBLE"}
    assert refused == frozen.keys() - set(batch["key"])


def _one_by_one(frozen: dict[str, dict[str, object]]) -> Iterator[tuple[str, dict[str, object]]]:
    for key, kept in frozen.items():
        yield key, freeze_verdict(judge(training, thaw(Trainee, kept), on=ON, lookup=TABLE))
