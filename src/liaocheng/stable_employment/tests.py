"""S21: every worked example, those of the catalogue and our own at the edges, and claims that cannot be."""

from datetime import date

import pytest

from guangyue.kit.money import Money
from guangyue.rules.authoring import Rule
from guangyue.rules.columns import frame_of, lists_of, verdicts
from guangyue.rules.facts import FactRefused, Facts
from guangyue.rules.offers import Tables
from guangyue.rules.parameters import Entry, Table
from guangyue.rules.symbols import yuan
from guangyue.rules.verdicts import WORKED_OUT, Status, judge
from guangyue.systems.examples import Example, Given
from guangyue.systems.tests.searched import disagreements, invented_block
from guangyue.systems.tests.worked import disagreement, examples_beside
from liaocheng.demo_figures import ENTRIES
from liaocheng.population import city_plan
from liaocheng.stable_employment.claims import Claim
from liaocheng.stable_employment.examples import answer
from liaocheng.stable_employment.funds import CHARGES, INTEREST, MEASURES, Fund, charged_to
from liaocheng.stable_employment.offers import CHOICES, NOT_OFFERED, OFFERS
from liaocheng.stable_employment.rules import RULES
from liaocheng.stable_employment.system import SYSTEM
from liaocheng.stable_employment.windows import open_on

DAYS = tuple(date(*day) for day in ((2019, 6, 1), (2020, 3, 5), (2020, 4, 1), (2020, 12, 1), (2021, 4, 30)))
EXAMPLES = examples_beside(__file__, number="S21")
FIGURES = Table(
    Entry(key, date(2019, 1, 1), yuan(1550), "示例通知")
    for key in ("min_wage", "avg_monthly_ui_benefit", "monthly_ui_benefit", "provincial_award")
)  # without the appraisal fee, so that something is missing


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.because)
def test_a_measure_is_decided_as_its_package_has_it(example: Example) -> None:
    assert disagreement(answer, example) == ""


def test_every_measure_has_a_rule() -> None:
    assert [key for key in CHARGES if key not in RULES] == []


def test_every_condition_has_a_code_that_programs_know() -> None:
    assert [one.label for rule in RULES for one in rule.conditions if not one.code] == []


def test_every_rule_says_from_which_day_it_holds() -> None:
    assert [rule.key for rule in RULES if rule.since is None] == []


def test_the_interest_on_loans_is_never_charged_to_the_employment_subsidy_fund() -> None:
    charged = [charged_to(purpose) for purpose in (*INTEREST, "loan_interest_other")]

    assert all(funds and Fund.F1 not in funds for funds in charged)


def test_a_measure_opens_on_its_first_day_and_closes_after_its_last() -> None:
    before, first, last, after = (
        set(open_on(date(2020, month, day))) for month, day in ((2, 3), (2, 4), (5, 3), (5, 4))
    )

    assert "job_intro_120" in first & last
    assert "job_intro_120" not in before | after


def test_the_work_of_the_holiday_stands_open_from_the_day_that_is_known_to_begin_it() -> None:
    spring = date(2020, 1, 24)

    assert "work_200" not in set(open_on(date(2020, 1, 30)))
    assert "work_200" not in set(open_on(date(2020, 1, 23), spring_start=spring))
    assert "work_200" in set(open_on(spring, spring_start=spring))
    assert "work_200" in set(open_on(date(2020, 2, 9), spring_start=spring))
    assert "work_200" not in set(open_on(date(2020, 2, 10), spring_start=spring))


def test_measures_without_an_end_stay_open() -> None:
    open_ended = [key for key in MEASURES if RULES.versions(key)[-1].until is None]

    assert set(open_ended) <= set(open_on(date(2022, 12, 31)))


def subjects_of(rule: Rule) -> dict[str, tuple[Facts, ...]]:
    """Everybody whom an example tells of, as this rule sees them."""
    found: dict[str, tuple[Facts, ...]] = {}
    for number, example in enumerate(EXAMPLES):
        claim = Claim(Given(example.given))
        try:
            found[str(number)] = tuple(claim.subject(kind) for kind in rule.subjects)
        except FactRefused:
            continue
    return found


@pytest.mark.parametrize("rule", list(RULES), ids=lambda rule: f"{rule.key} {rule.since}")
def test_a_batch_gives_what_single_claims_give(rule: Rule) -> None:
    claims, on = subjects_of(rule), rule.since
    assert on is not None

    singles: dict[str, tuple[bool, Money | None]] = {}
    for key, subjects in claims.items():
        verdict = judge(rule, *subjects, on=on, lookup=FIGURES)
        if verdict.status is not Status.INELIGIBLE:
            amount = verdict.amount if rule.amount else Money(0)
            singles[key] = (verdict.status in WORKED_OUT, amount if verdict.status in WORKED_OUT else None)
    frame, lists = frame_of(claims, rule.subjects), lists_of(claims, rule.subjects)
    batch = verdicts(rule, frame, on=on, table=FIGURES, lists=lists).collect()

    assert {
        row["key"]: (row["settled"], None if row["amount"] is None else Money(row["amount"]))
        for row in batch.iter_rows(named=True)
    } == singles


def test_every_rule_is_offered_or_says_why_it_is_not() -> None:
    offered = [offer.key for offer in OFFERS]

    assert sorted((*offered, *NOT_OFFERED)) == sorted(RULES.keys())


def test_what_a_title_must_not_give_away_is_sensitive() -> None:
    words = ("难", "失业", "残疾")
    told = [offer for offer in OFFERS if any(word in RULES.versions(offer.key)[-1].title for word in words)]

    assert told
    assert all(offer.sensitive for offer in told)


def test_what_can_be_had_only_once_is_a_choice_between_offers() -> None:
    assert {key for choice in CHOICES for key in choice.keys} <= {offer.key for offer in OFFERS}


@pytest.fixture(scope="module")
def registers() -> Tables:
    return invented_block(city_plan())


@pytest.mark.parametrize("on", DAYS)
def test_whoever_is_found_in_the_registers_is_told_what_he_is_told_alone(on: date, registers: Tables) -> None:
    assert disagreements(SYSTEM, registers, on, Table(ENTRIES)) == []
