"""What somebody with bad intent would try, with our functions and past them, straight at the database."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from guangyue.accounts.tests.factories import a_user
from guangyue.inspections import terms
from guangyue.inspections.drawing import gydraw
from guangyue.inspections.kinds import Method, Result
from guangyue.inspections.models import (
    Batch,
    BatchMove,
    Drawn,
    Inspector,
    Item,
    LookAtNames,
    Member,
    PlanLine,
    PublishedResult,
    RosterEntry,
    Seat,
    Subject,
    Target,
    Visit,
)
from guangyue.inspections.refusals import DrawnAlready, ExposesSomebody, NoGround
from guangyue.inspections.services.drawing import draw_by_value, match_batch, seed_batch
from guangyue.inspections.services.looking import look_at_names
from guangyue.inspections.services.pools import SubjectSaid, enter_subjects
from guangyue.inspections.services.publishing import publish_batch
from guangyue.inspections.services.visits import finish_visit, open_visit, start_visit
from guangyue.inspections.states import State
from guangyue.inspections.tests.factories import (
    AT,
    VALUE_AT,
    VISITED,
    a_batch,
    a_finding,
    account_of,
    assigned,
    committed,
    matched,
    visit_all,
)
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation, Region

pytestmark = pytest.mark.django_db

Change = Callable[[Batch], object]


def refused_by_the_database(change: Change, batch: Batch) -> bool:
    try:
        with transaction.atomic():
            change(batch)
    except IntegrityError:
        return True
    return False


SWAPS: dict[str, Change] = {
    "a subject is swapped": lambda batch: batch.targets.filter(code="T001").update(
        subject=Subject.objects.get(number="T006")
    ),
    "a subject is taken out": lambda batch: batch.targets.filter(code="T004").delete(),
    "a subject is put in": lambda batch: Target.objects.create(
        batch=batch, subject=Subject.objects.get(number="T001"), code="T999", weight=8
    ),
    "a weight is edited": lambda batch: batch.targets.filter(code="T004").update(weight=1),
    "a unit is left out afterwards": lambda batch: batch.targets.filter(code="T004").update(
        excluded="关系户"
    ),
    "an inspector is put in": lambda batch: RosterEntry.objects.create(
        batch=batch,
        inspector=Inspector.objects.all()[0],
        code="I999",
        department="x",
        qualifications=[],
        max_load=9,
    ),
    "an inspector is taken out": lambda batch: batch.roster.all()[:1].get().delete(),
    "a recusal is put in": lambda batch: batch.recusals.create(inspector="I001", target="T004"),
    "the number is edited": lambda batch: Batch.objects.filter(pk=batch.pk).update(n=1),
    "the salt is edited": lambda batch: Batch.objects.filter(pk=batch.pk).update(salt="x"),
    "the commitment is edited": lambda batch: Batch.objects.filter(pk=batch.pk).update(commitment="x"),
    "another algorithm is taken": lambda batch: Batch.objects.filter(pk=batch.pk).update(algorithm="NOMCOM"),
    "another value is waited for": lambda batch: Batch.objects.filter(pk=batch.pk).update(source="x"),
    "the seats are edited": lambda batch: Batch.objects.filter(pk=batch.pk).update(slots=[]),
    "the batch is thrown away": lambda batch: Batch.objects.filter(pk=batch.pk).delete(),
    "the batch goes back": lambda batch: Batch.objects.filter(pk=batch.pk).update(state=State.CREATED.name),
    "the batch leaps": lambda batch: Batch.objects.filter(pk=batch.pk).update(state=State.DRAWN.name),
    "its history is edited": lambda batch: batch.moves.update(remark="x"),
    "its history is thrown away": lambda batch: BatchMove.objects.filter(batch=batch).delete(),
}


@pytest.mark.parametrize("attack", SWAPS)
def test_after_the_commitment_the_database_refuses_that(attack: str, line: PlanLine) -> None:
    batch = committed(a_batch(line))

    assert refused_by_the_database(SWAPS[attack], batch)


@pytest.mark.parametrize(
    "attack", [name for name in SWAPS if "subject is swapped" in name or "weight" in name or "out" in name]
)
def test_before_the_commitment_nothing_is_promised_yet_and_it_changes_what_is_committed_to(
    attack: str, line: PlanLine
) -> None:
    batch = a_batch(line)
    before = gydraw.plan_hash(terms.terms_of(batch))

    SWAPS[attack](batch)

    changed = gydraw.plan_hash(terms.terms_of(batch)) != before
    assert changed or attack == "a subject is swapped"  # the code stays, and with it the draw


REDRAWS: dict[str, Change] = {
    "another value": lambda batch: Batch.objects.filter(pk=batch.pk).update(public_value="x"),
    "another seed": lambda batch: Batch.objects.filter(pk=batch.pk).update(seed="x"),
    "another subject": lambda batch: batch.drawn.filter(position=1).update(
        target=batch.targets.exclude(drawn__isnull=False)[0]
    ),
    "one subject less": lambda batch: batch.drawn.filter(position=1).delete(),
    "one subject more": lambda batch: Drawn.objects.create(
        batch=batch, target=batch.targets.filter(drawn=None)[0], position=9, r=0, weight_left=1
    ),
    "another official": lambda batch: Seat.objects.filter(drawn__batch=batch).update(entry=None),
    "one official more": lambda batch: Seat.objects.create(
        drawn=batch.drawn.all()[0], slot=9, entry=batch.roster.all()[0]
    ),
}


@pytest.mark.parametrize("attack", REDRAWS)
def test_after_the_draw_the_database_refuses(attack: str, line: PlanLine) -> None:
    batch = matched(a_batch(line))

    assert refused_by_the_database(REDRAWS[attack], batch)


def test_nobody_draws_again_until_it_pleases(line: PlanLine) -> None:
    batch = matched(a_batch(line))

    for again in (seed_batch, draw_by_value):
        with pytest.raises(DrawnAlready):
            again(batch=batch, public_value="别的值", by=a_user(), at=VALUE_AT)
    with pytest.raises(Refused):
        match_batch(batch=batch, by=a_user(), at=VALUE_AT)


def test_nobody_commits_himself_twice_over_and_keeps_the_better_one(line: PlanLine) -> None:
    """The task plans one batch, and what was committed to cannot be thrown away."""
    committed(a_batch(line))

    with pytest.raises(Refused, match="R8"):
        a_batch(line)


def test_names_of_a_committed_batch_are_read_for_a_purpose_and_under_a_name(line: PlanLine) -> None:
    batch, reader = committed(a_batch(line)), a_user()

    with pytest.raises(Refused, match="用途"):
        look_at_names(batch=batch, purpose=" ", by=reader, at=AT)
    look_at_names(batch=batch, purpose="核对名单", by=reader, at=AT)

    look = LookAtNames.objects.get()
    assert (look.by, look.purpose) == (reader, "核对名单")
    assert refused_by_the_database(lambda _: look.delete(), batch)


def test_the_notice_of_a_committed_batch_names_nobody(line: PlanLine) -> None:
    batch = committed(a_batch(line))

    notice = str(terms.notice_of(batch))

    names = [*Subject.objects.values_list("name", "number"), *Inspector.objects.values_list("name", "number")]
    assert not [word for pair in names for word in pair if word in notice]
    assert batch.salt not in notice


def test_a_drawn_unit_is_known_to_its_team_and_to_nobody_else_before_the_reveal(line: PlanLine) -> None:
    batch = assigned(a_batch(line))
    visit = batch.visits.all()[0]
    member = account_of(visit.members.all()[0].inspector)

    assert visit in Visit.objects.readable_by(member)
    assert not Visit.objects.readable_by(a_user()).exists()


def test_nobody_is_inspected_outside_of_the_draw(
    market: Organisation, item: Item, subjects: list[Subject], inspectors: list[Inspector]
) -> None:
    with pytest.raises(NoGround, match="R1"):
        open_visit(subject=subjects[0], organisation=market, items=[item], team=inspectors[:2], at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.create(number="JC1", subject=subjects[0], organisation=market, assigned_at=AT)


def test_a_team_is_not_packed_with_somebody_who_was_not_matched(line: PlanLine) -> None:
    """Whoever is put into a team by hand is found: the seats say who was matched."""
    batch = assigned(a_batch(line))
    visit = batch.visits.all()[0]
    assert visit.drawn
    matched_to_it = set(visit.drawn.seats.taken().values_list("entry__inspector", flat=True))

    assert set(visit.members.values_list("inspector", flat=True)) == matched_to_it
    assert refused_by_the_database(
        lambda _: Member.objects.create(visit=visit, inspector=outsider(visit)), batch
    )


def outsider(visit: Visit) -> Inspector:
    assert visit.drawn
    matched_to_it = visit.drawn.seats.taken().values("entry__inspector")
    return Inspector.objects.exclude(pk__in=matched_to_it)[0]


def test_what_is_published_late_says_so_for_ever(line: PlanLine) -> None:
    batch = assigned(a_batch(line))
    visit_all(batch)

    publish_batch(batch=batch, by=a_user(), at=VISITED + timedelta(days=60))

    assert all(one.late for one in PublishedResult.objects.all())
    assert refused_by_the_database(lambda _: PublishedResult.objects.update(late=False), batch)


def test_the_day_on_which_a_batch_was_completed_is_not_moved(line: PlanLine) -> None:
    batch = assigned(a_batch(line))
    visit_all(batch)

    later = VISITED + timedelta(days=60)
    assert refused_by_the_database(
        lambda _: Batch.objects.filter(pk=batch.pk).update(completed_at=later, publish_by=later.date()), batch
    )


def test_a_full_id_number_is_not_published(line: PlanLine, item: Item) -> None:
    batch = assigned(a_batch(line))
    for visit in batch.visits.order_by("pk"):
        officer = account_of(visit.members.order_by("pk")[0].inspector)
        begun = start_visit(visit=visit, by=officer, at=VISITED)
        said = "经营者身份证 11010519491231002X"
        a_finding(begun, item, by=officer, result=Result.FOUND, said=said)
        finish_visit(visit=begun, methods=[Method.ON_SITE], by=officer, at=VISITED)

    with pytest.raises(ExposesSomebody):
        publish_batch(batch=batch, by=a_user(), at=VISITED)
    assert not PublishedResult.objects.exists()


def test_findings_are_not_rewritten(line: PlanLine) -> None:
    batch = assigned(a_batch(line))
    visit_all(batch, result=Result.FOUND)

    assert refused_by_the_database(
        lambda _: batch.visits.all()[0].findings.update(result=Result.CLEAN.name), batch
    )


def test_two_lists_that_differ_never_look_alike(town: Region, item: Item) -> None:
    """What parts the lines that are hashed stands in no number and no qualification."""
    for number in ("T1|9", "T1\nT2", "T1;T2", ""):
        with pytest.raises(Refused, match="编号"):
            enter_subjects(rows=[SubjectSaid(number, "商行", town, [item])], at=AT)
