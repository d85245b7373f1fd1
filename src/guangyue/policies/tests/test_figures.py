"""参数: proposed by one, approved by another, never changed; what stood at a moment can be found again."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from guangyue.accounts.tests.factories import a_region, a_user
from guangyue.kit.access import EVERYWHERE, Reach, Scope
from guangyue.organisations.models import Region
from guangyue.policies import demo
from guangyue.policies.catalogue import rules_using
from guangyue.policies.figures import standing_table
from guangyue.policies.gaps import gaps_of
from guangyue.policies.models import FigureEntry
from guangyue.policies.services import (
    AlreadyWaiting,
    Decided,
    NothingNew,
    NothingToEnd,
    NotProposer,
    NotYourRegion,
    Proposed,
    ReasonMissing,
    SameHand,
    approve_figure,
    propose_figures,
    reject_figure,
    withdraw_figure,
)
from guangyue.policies.tests.factories import (
    NOON,
    a_proposal,
    a_reviewer,
    an_approver,
    approve_entries,
)
from guangyue.rules.parameters import Entry, Table
from guangyue.rules.symbols import yuan
from guangyue.systems.offered import declared_figures

pytestmark = pytest.mark.django_db

SPRING = date(2021, 3, 1)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FEN = 100


def wage(on: date = SPRING, *, known_at: object = NOON + DAY, region: str | None = None) -> int | None:
    return standing_table(known_at=known_at)("min_wage", region, on)  # type: ignore[arg-type]


def test_a_figure_stands_once_another_official_has_approved_it() -> None:
    entry = a_proposal(value=1700)
    assert wage() is None

    approve_figure(entry=entry, by=a_user(), at=NOON + HOUR)

    assert wage() == 1700 * FEN


def test_nobody_approves_or_rejects_what_he_proposed() -> None:
    reviewer = a_user()
    entry = a_proposal(by=reviewer)

    with pytest.raises(SameHand):
        approve_figure(entry=entry, by=reviewer, at=NOON)
    with pytest.raises(SameHand):
        reject_figure(entry=entry, reason="不对", by=reviewer, at=NOON)


@pytest.mark.parametrize("state", ["approved", "rejected"])
def test_the_database_itself_lets_nobody_decide_his_own(state: str) -> None:
    entry = a_proposal()

    with pytest.raises(IntegrityError, match="figure_decided_by_another"), transaction.atomic():
        FigureEntry.objects.filter(pk=entry.pk).update(
            state=state, decided_by=entry.proposed_by, decided_at=NOON
        )


@pytest.mark.parametrize(
    "statement",
    [
        "update policies_figureentry set value = 1 where id = %s",
        "update policies_figureentry set decided_by_id = proposed_by_id where id = %s",
        "update policies_figureentry set state = 'proposed' where id = %s",
        "delete from policies_figureentry where id = %s",
    ],
)
def test_what_was_decided_is_never_changed_by_sql_either(statement: str) -> None:
    entry = a_proposal()
    approve_figure(entry=entry, by=a_user(), at=NOON)

    with (
        pytest.raises(IntegrityError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, [entry.pk])


def test_nothing_is_put_in_as_approved() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        FigureEntry.objects.create(
            key="min_wage",
            since=SPRING,
            value=1,
            source="没有人提出",
            state=FigureEntry.State.APPROVED,
            proposed_by=a_user(),
            proposed_at=NOON,
            decided_by=a_user(),
            decided_at=NOON,
        )


def test_a_correction_takes_the_place_of_the_earlier_and_the_table_of_before_is_found_again() -> None:
    approve_figure(entry=a_proposal(value=1550), by=a_user(), at=NOON)
    correction = a_proposal(value=1700, at=NOON + DAY)
    approve_figure(entry=correction, by=a_user(), at=NOON + 2 * DAY)

    assert wage(known_at=NOON + DAY) == 1550 * FEN
    assert wage(known_at=NOON + 2 * DAY) == 1700 * FEN


def test_a_region_of_its_own_figure_goes_before_the_city_and_can_end_it() -> None:
    district = a_region("990201")
    approve_figure(entry=a_proposal(value=1700), by=a_user(), at=NOON)
    approve_figure(entry=a_proposal(value=1900, region=district), by=a_user(), at=NOON)
    approve_figure(
        entry=a_proposal(value=None, region=district, since="2022-01-01", at=NOON + HOUR),
        by=a_user(),
        at=NOON + HOUR,
    )

    assert wage(region=district.name) == 1900 * FEN
    assert wage(region="别的县") == 1700 * FEN
    assert wage(date(2022, 1, 1), region=district.name) is None


def test_a_proposal_is_rejected_with_a_reason_only() -> None:
    entry = a_proposal()

    with pytest.raises(ReasonMissing):
        reject_figure(entry=entry, reason=" ", by=a_user(), at=NOON)
    reject_figure(entry=entry, reason="文件没有写这个数", by=a_user(), at=NOON)

    entry.refresh_from_db()
    assert (entry.state, entry.reason) == ("rejected", "文件没有写这个数")
    assert wage() is None


def test_only_who_proposed_it_takes_it_back_and_only_while_it_waits() -> None:
    reviewer = a_user()
    entry = a_proposal(by=reviewer)

    with pytest.raises(NotProposer):
        withdraw_figure(entry=entry, by=a_user(), at=NOON)
    withdraw_figure(entry=entry, by=reviewer, at=NOON)

    with pytest.raises(Decided):
        approve_figure(entry=entry, by=a_user(), at=NOON)


def test_one_proposal_waits_for_a_place_and_a_day() -> None:
    a_proposal(value=1700)

    with pytest.raises(AlreadyWaiting):
        a_proposal(value=1800)


def test_what_stands_already_is_not_proposed_again() -> None:
    approve_figure(entry=a_proposal(value=1700), by=a_user(), at=NOON)

    with pytest.raises(NothingNew):
        a_proposal(value=1700)


def test_what_never_was_is_not_ended() -> None:
    with pytest.raises(NothingToEnd):
        a_proposal(value=None)


def test_an_official_of_a_district_proposes_for_the_district_and_not_for_the_city() -> None:
    city = Region.objects.create(code="990000", name="示例市", kind=Region.Kind.CITY, standard="测试")
    district = a_region("990201", parent=city)
    scope = Scope((Reach(regions=frozenset({district.code})),))
    figure = declared_figures()["min_wage"]

    propose_figures(
        proposed=[Proposed(figure, district, SPRING, 170_000, "通知")], scope=scope, by=a_user(), at=NOON
    )
    with pytest.raises(NotYourRegion):
        propose_figures(
            proposed=[Proposed(figure, None, SPRING, 170_000, "通知")], scope=scope, by=a_user(), at=NOON
        )


def test_of_several_proposals_all_are_made_or_none() -> None:
    figure = declared_figures()["min_wage"]
    twice = [Proposed(figure, None, SPRING, value, "通知") for value in (1, 2)]

    with pytest.raises(AlreadyWaiting):
        propose_figures(proposed=twice, scope=EVERYWHERE, by=a_user(), at=NOON)

    assert not FigureEntry.objects.exists()


def test_a_figure_without_a_value_is_a_gap_while_a_rule_needs_it() -> None:
    rules = [version for one in rules_using("zhongzhi_grant") for version in one.versions]
    first = min(rule.since for rule in rules if rule.since)
    begun, ended = first + 100 * DAY, first + 300 * DAY
    table = Table(
        [Entry("zhongzhi_grant", begun, yuan(2000), "甲"), Entry("zhongzhi_grant", ended, None, "乙")]
    )

    gaps = gaps_of("zhongzhi_grant", table, rules)

    assert (gaps[0].since, gaps[0].until) == (first, begun - DAY)
    assert gaps[1].since == ended
    assert "没有数值" in str(gaps[0])


def test_ratios_and_amounts_come_back_as_rules_carry_them() -> None:
    half = Fraction(1, 2)
    approve_entries(
        [Entry("county_flex_rate", SPRING, half, "甲"), Entry("min_wage", SPRING, yuan(1550), "乙")]
    )

    table = standing_table(known_at=NOON)

    assert table("county_flex_rate", None, SPRING) == 500_000
    assert table("min_wage", None, SPRING) == 155_000
    assert {entry.value for entry in table.entries} == {half, yuan(1550)}


def test_the_demonstrations_figures_are_entered_once_by_two_people_and_say_what_they_are() -> None:
    said: list[str] = []
    a_reviewer(), an_approver()

    demo.load(said.append)
    many = FigureEntry.objects.count()
    demo.load(said.append)

    assert many == FigureEntry.objects.count() > 0
    assert all("演示" in entry.source for entry in FigureEntry.objects.all())
    assert {one.key for one in standing_table(known_at=timezone.now()).entries} == set(declared_figures())
