"""Figures and what follows from them: evidence, corrections, judges, parts, later documents."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from guangyue.accounts.tests.factories import a_user
from guangyue.gazette.document import Clause
from guangyue.indicators.comparing.comparators import Comparator
from guangyue.indicators.comparing.judging import Result, Strength
from guangyue.indicators.comparing.natures import Nature
from guangyue.indicators.models import Figure, Target, Verdict
from guangyue.indicators.refusals import CheckedByAnother, NoEvidence, NothingToJudge, SumDiffers
from guangyue.indicators.services.adjusting import adjust_target, state_condition, withdraw_target
from guangyue.indicators.services.figures import FigureSaid, enter_figure, verify_figure
from guangyue.indicators.services.gaps import list_gaps
from guangyue.indicators.services.judging import judge_target
from guangyue.indicators.services.recomputing import recompute
from guangyue.indicators.tests.factories import AT, DUE, a_figure, a_target, a_verified_figure, split
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation

ON = local_day(AT)


def standing(target: Target) -> Verdict:
    verdict = Target.objects.get(pk=target.pk).verdict
    assert verdict is not None
    return verdict


def test_a_correction_changes_the_conclusion_and_leaves_the_old_one_visible(office: Organisation) -> None:
    target = a_target("T1", owner=office)
    first = a_verified_figure(target, 99, office=office)
    assert standing(target).result == Result.MISSED.name
    assert list(Target.objects.missed()) == [target]

    second = a_verified_figure(target, 100, office=office)

    first.refresh_from_db()
    assert (first.status, second.revision) == (Figure.Status.REPLACED, 2)
    assert standing(target).result == Result.MET.name
    assert [one.result for one in target.verdicts.all()] == [Result.MET.name, Result.MISSED.name]
    assert not Target.objects.missed().exists()
    assert recompute(targets=Target.objects.all(), on=ON, at=AT) == 0


def test_a_figure_counts_with_evidence_and_a_second_pair_of_eyes(office: Organisation) -> None:
    target = a_target("T1", owner=office)
    said = FigureSaid(target, DUE, Decimal(100), "个", "统计月报")
    bare = enter_figure(said=said, office=office, by=a_user(), at=AT)

    with pytest.raises(NoEvidence):
        verify_figure(figure=bare, by=a_user(), at=AT)
    reporter = a_user()
    other = a_figure(target, 50, office=office, on=date(2020, 6, 30), by=reporter)
    with pytest.raises(CheckedByAnother):
        verify_figure(figure=other, by=reporter, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Figure.objects.filter(pk=other.pk).update(value=51)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"value": 101, "unit": "%"}, "value"),
        ({"value": 50, "unit": "个"}, "unit"),
        ({"value": 50, "source": "  "}, "source"),
        ({"value": 50, "on": date(2021, 5, 1)}, "on"),
        ({"value": 50, "base": True}, "base"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    office: Organisation, said: dict[str, object], field: str
) -> None:
    share = a_target("T1", owner=office, unit="%", nature=Nature.SHARE)

    with pytest.raises(Refused) as refusal:
        a_figure(share, office=office, **said)  # type: ignore[arg-type]

    assert refusal.value.field == field
    assert not Figure.objects.exists()


def test_parts_have_to_come_to_the_whole(offices: list[Organisation]) -> None:
    one, other = offices[:2]
    target = a_target("T1", owner=one)

    with pytest.raises(SumDiffers, match="101 个"):
        split(target, **{one.key: 51, other.key: 50})
    split(target, **{one.key: 60, other.key: 40})
    a_verified_figure(target, 30, office=other, organisation=other)

    part = target.splits.get(organisation=other)
    assert part.verdict is not None
    assert (part.verdict.result, part.verdict.rate) == (Result.MISSED.name, Decimal("0.75"))
    assert standing(target).result == Result.NO_DATA.name
    with pytest.raises(Refused, match="已经报送实际数"):
        split(target, **{one.key: 100})


def test_each_county_for_itself_makes_the_whole(offices: list[Organisation]) -> None:
    one, other = offices[:2]
    target = a_target("T1", owner=one, reach="each", value=Decimal(1), nature=Nature.LEVEL)
    split(target, **{one.key: 1, other.key: 1})

    a_verified_figure(target, 1, office=one, organisation=one)
    assert standing(target).result == Result.NO_DATA.name
    a_verified_figure(target, 0, office=other, organisation=other)
    assert standing(target).result == Result.MISSED.name


def test_what_is_soft_waits_for_a_person_whose_word_holds_until_the_number_changes(
    office: Organisation,
) -> None:
    about = a_target("T1", owner=office, comparator=Comparator.ABOUT)
    striven = a_target("T2", owner=office, strength=Strength.STRIVE)
    for target in (about, striven):
        a_verified_figure(target, 98, office=office)
    assert standing(about).result == Result.TO_JUDGE.name
    assert standing(striven).aspirational
    assert not Target.objects.missed().exists()

    for target in (about, striven):
        judge_target(target=target, result=Result.MISSED, reason="差距较大", by=a_user(), at=AT)
    recompute(targets=Target.objects.all(), on=ON, at=AT)
    assert set(Target.objects.missed()) == {about, striven}
    with pytest.raises(NothingToJudge):
        judge_target(target=about, result=Result.MET, reason="再看", by=a_user(), at=AT)

    a_verified_figure(about, 99, office=office)
    assert standing(about).result == Result.TO_JUDGE.name


def test_a_base_year_has_a_figure_of_its_own(office: Organisation) -> None:
    target = a_target("T1", owner=office, unit="%", nature=Nature.CHANGE, value=Decimal(6), base_year=2015)

    a_verified_figure(target, "28.2", office=office)
    assert standing(target).result == Result.NO_DATA.name
    a_verified_figure(target, 30, office=office, on=date(2015, 12, 31), base=True)

    assert standing(target).result == Result.MET.name
    assert standing(target).actual == Decimal(6)


def test_later_documents_adjust_and_withdraw_with_their_clause(office: Organisation) -> None:
    cites = Clause("测政发〔2021〕2号", "二")
    former = a_target("T1", owner=office)

    target = adjust_target(
        target=former, value=Decimal(80), due_on=DUE, cites=cites, said="计划调整", by=a_user(), at=AT
    )
    former.refresh_from_db()
    assert (target.code, former.state, former.superseded_by) == ("T1-2", Target.State.ADJUSTED, target)
    withdrawn = withdraw_target(target=target, cites=cites, said="不再实施", by=a_user(), at=AT)
    assert not withdrawn.is_in_force
    assert cites in [move.cites for move in withdrawn.moves.all()]


def test_a_target_whose_condition_failed_does_not_apply(office: Organisation) -> None:
    target = a_target("T1", owner=office, condition="年景正常")
    a_verified_figure(target, 10, office=office)
    assert standing(target).result == Result.TO_JUDGE.name

    state_condition(target=target, held=False, said="大旱", by=a_user(), at=AT)

    assert standing(target).result == Result.VOID.name


def test_the_gaps_of_a_quarter_stay_as_they_were(office: Organisation) -> None:
    target = a_target("T1", owner=office)
    with pytest.raises(Refused):
        list_gaps(year=2021, quarter=2, by=a_user(), at=AT)

    made = list_gaps(year=2021, quarter=1, by=a_user(), at=AT)
    a_verified_figure(target, 100, office=office)

    assert [line.verdict.result for line in made.lines.all()] == [Result.NO_DATA.name]
    assert list_gaps(year=2021, quarter=1, by=a_user(), at=AT) == made
