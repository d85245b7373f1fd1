"""From the snapshot to the reveal: committed to before, drawn once, matched by the same seed, published in
time."""

import json
import re
import subprocess
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from time import perf_counter

import pytest
from django.core.management import call_command

from guangyue.accounts.tests.factories import a_user
from guangyue.inspections import terms
from guangyue.inspections.drawing import gydraw, nomcom
from guangyue.inspections.drawing.record import as_text
from guangyue.inspections.drawing.terms import Algorithm, Target, Terms
from guangyue.inspections.kinds import ItemKind
from guangyue.inspections.liability import Neglect
from guangyue.inspections.models import Batch, DutyRecord, Inspector, Item, PlanLine, PublishedResult, Subject
from guangyue.inspections.refusals import ShortOfInspectors, StillSecret, TooSoon, WrongStep
from guangyue.inspections.services.batches import commit_batch, drop_batch
from guangyue.inspections.services.drawing import assign_batch, draw_by_value, widen_batch
from guangyue.inspections.services.nightly import chase_results
from guangyue.inspections.services.pools import recuse
from guangyue.inspections.services.publishing import publish_batch, reveal_batch
from guangyue.inspections.states import State
from guangyue.inspections.tests.factories import (
    AT,
    SOURCE,
    VALUE,
    VALUE_AT,
    VISITED,
    a_batch,
    a_planned_line,
    an_inspector,
    an_item,
    assigned,
    committed,
    matched,
    revealed,
    slots_of,
    some_subjects,
    visit_all,
)
from guangyue.inspections.verifier.gydraw_verify import differences
from guangyue.kit.clocks import SHANGHAI
from guangyue.kit.refusals import Refused
from guangyue.kit.tests.plans import forget_plans
from guangyue.organisations.models import Organisation, Region
from guangyue.registries.tests.factories import WEST

pytestmark = pytest.mark.django_db

KEY = nomcom.key_string([[4, 9, 13, 18, 22, 27, 31]])
VERIFIER = Path(__file__).parents[1] / "verifier" / "gydraw_verify.py"


def test_a_batch_writes_down_who_is_in_it_and_with_which_weight(line: PlanLine) -> None:
    batch = a_batch(line)

    assert (batch.in_scope, batch.population, batch.n) == (6, 6, 3)
    assert list(batch.targets.values_list("code", "weight")) == [
        ("T001", 1),
        ("T002", 2),
        ("T003", 4),
        ("T004", 8),
        ("T005", 1),
        ("T006", 2),
    ]


def test_whoever_was_visited_under_a_general_item_this_year_is_left_out_unless_his_class_is_d(
    general_item: Item, town: Region, inspectors: list[Inspector]
) -> None:
    some_subjects(town, [general_item], ("A", "D"))
    line = a_planned_line([general_item], batches_planned=3)
    first = a_batch(line)
    visit_all(assigned(first))
    second = a_batch(line)
    visit_all(assigned(second))

    third = a_batch(line)

    visited = {first.drawn.get().target.code, second.drawn.get().target.code}
    left_out = dict(third.targets.exclude(excluded="").values_list("code", "excluded"))
    assert set(left_out) == visited - {"T002"} or visited == {"T002"}
    assert all("R10" in reason for reason in left_out.values())


def test_a_commitment_stands_a_day_before_the_public_value(line: PlanLine) -> None:
    batch = a_batch(line)

    with pytest.raises(Refused, match="24 小时"):
        commit_batch(
            batch=batch, source=SOURCE, source_at=AT + timedelta(hours=23, minutes=59), by=a_user(), at=AT
        )
    batch = commit_batch(batch=batch, source=SOURCE, source_at=AT + timedelta(hours=24), by=a_user(), at=AT)

    assert batch.in_state is State.COMMITTED
    assert re.fullmatch("[0-9a-f]{64}", batch.commitment)


def test_nothing_is_drawn_before_the_announced_time_of_the_value(line: PlanLine) -> None:
    batch = committed(a_batch(line))

    with pytest.raises(TooSoon):
        draw_by_value(batch=batch, public_value=VALUE, by=a_user(), at=VALUE_AT - timedelta(seconds=1))
    assert draw_by_value(batch=batch, public_value=VALUE, by=a_user(), at=VALUE_AT).in_state is State.MATCHED


def test_what_is_drawn_is_what_the_algorithm_says_of_the_published_lists(line: PlanLine) -> None:
    batch = matched(a_batch(line))

    lists = terms.terms_of(batch)
    assert terms.drawn_of(batch) == gydraw.draw(lists, gydraw.seed(batch.commitment, VALUE))
    assert gydraw.commit(lists, batch.salt) == batch.commitment


def test_a_batch_may_be_drawn_evenly_by_rfc_3797_and_anybody_can_check_that_as_well(
    line: PlanLine, tmp_path: Path
) -> None:
    batch = committed(a_batch(line, algorithm=Algorithm.NOMCOM))
    notice = as_text(terms.notice_of(batch))
    with pytest.raises(Refused, match="从小到大"):
        draw_by_value(batch=batch, public_value=VALUE, by=a_user(), at=VALUE_AT)

    batch = draw_by_value(batch=batch, public_value=KEY, by=a_user(), at=VALUE_AT)

    lists = terms.terms_of(batch)
    record = as_text(terms.record_of(batch))
    kept, given = tmp_path / "notice.json", tmp_path / "record.json"
    kept.write_text(notice, encoding="utf-8")
    given.write_text(record, encoding="utf-8")
    assert {target.weight for target in lists.targets} == {1}
    assert terms.drawn_of(batch) == nomcom.draw(lists, KEY)
    assert json.loads(notice)["algorithm"] == "RFC-3797"
    assert verify(given, kept) == (0, "")
    call_command("draw", "verify", given, kept)
    assert differences(record.replace("RFC-3797", "GYDRAW-1").encode(), notice.encode())


def test_a_batch_not_committed_to_can_be_dropped_and_afterwards_never(line: PlanLine) -> None:
    batch = committed(a_batch(line))

    with pytest.raises(WrongStep):
        drop_batch(batch=batch, by=a_user())
    Batch.objects.get(pk=batch.pk)


def test_a_seat_that_nobody_can_take_is_filled_from_the_whole_city_and_never_by_hand(
    item: Item, subjects: list[Subject], market: Organisation, town: Region
) -> None:
    an_inspector(market, town)
    far = [an_inspector(market, Region.objects.get(code=WEST)) for _ in range(2)]
    batch = matched(a_batch(a_planned_line([item], regions=["990101"])))
    with pytest.raises(ShortOfInspectors):
        assign_batch(batch=batch, by=a_user(), at=VALUE_AT)

    filled = widen_batch(batch=batch, by=a_user(), at=VALUE_AT)
    batch = assign_batch(batch=batch, by=a_user(), at=VALUE_AT)

    assert filled == 3
    teams = [set(visit.members.values_list("inspector", flat=True)) for visit in batch.visits.all()]
    assert all(len(team) == 2 and team & {one.pk for one in far} for team in teams)
    with pytest.raises(WrongStep):
        widen_batch(batch=batch, by=a_user(), at=VALUE_AT)


def test_no_recused_official_no_full_load_and_no_expired_certificate_is_in_a_team(
    item: Item, subjects: list[Subject], market: Organisation, town: Region
) -> None:
    busy = an_inspector(market, town, max_load=1)
    recused = an_inspector(market, town)
    expired = an_inspector(market, town, valid_until=date(2021, 2, 28))
    for _ in range(2):
        an_inspector(market, town)
    for subject in subjects:
        recuse(inspector=recused, subject=subject, reason="亲属", by=a_user(), at=AT)

    batch = assigned(a_batch(a_planned_line([item], ratio=Decimal(1))))

    visits = Counter(
        number for visit in batch.visits.all() for number in visit.members.values_list("inspector", flat=True)
    )
    assert visits[busy.pk] <= 1
    assert recused.pk not in visits
    assert expired.pk not in visits


def test_a_batch_goes_from_its_snapshot_to_the_reveal(line: PlanLine) -> None:
    batch = revealed(a_batch(line))

    assert [move.state for move in batch.moves.all()] == [state.name for state in State]
    assert PublishedResult.objects.count() == 3


def test_nothing_is_revealed_before_everything_is_published(line: PlanLine) -> None:
    batch = assigned(a_batch(line))

    with pytest.raises(StillSecret):
        reveal_batch(batch=batch, by=a_user(), at=VISITED)


def test_the_stand_alone_verifier_agrees_with_what_is_published(line: PlanLine, tmp_path: Path) -> None:
    batch = committed(a_batch(line))
    notice = tmp_path / "notice.json"
    notice.write_text(as_text(terms.notice_of(batch)), encoding="utf-8")
    batch = draw_by_value(batch=batch, public_value=VALUE, by=a_user(), at=VALUE_AT)
    batch = assign_batch(batch=batch, by=a_user(), at=VALUE_AT)
    visit_all(batch)
    publish_batch(batch=batch, by=a_user(), at=VISITED)

    record = tmp_path / "record.json"
    record.write_text(as_text(terms.record_of(Batch.objects.get(pk=batch.pk))), encoding="utf-8")

    assert verify(record, notice) == (0, "")


def test_a_weight_changed_after_the_commitment_is_found_and_named(line: PlanLine, tmp_path: Path) -> None:
    published = json.loads(as_text(terms.record_of(revealed(a_batch(line)))))
    published["targets"][3][1] = 1
    record = tmp_path / "record.json"
    record.write_text(json.dumps(published), encoding="utf-8")

    code, said = verify(record)

    assert code == 1
    assert "权重" in said


def test_a_class_d_unit_is_drawn_more_often_than_a_class_a_unit() -> None:
    drawn: Counter[str] = Counter()
    for number in range(20_000):
        lists = Terms(f"B{number}", 1, (Target("A", 1), Target("B", 2), Target("D", 8)))
        (one,) = gydraw.draw(lists, gydraw.seed(gydraw.commit(lists, "s"), str(number)))
        drawn[one.id] += 1

    assert drawn["D"] > drawn["B"] > drawn["A"]
    assert abs(drawn["D"] / 20_000 - 8 / 11) < 0.02


@pytest.mark.parametrize(
    ("published", "late"),
    [
        (datetime(2020, 10, 19, 23, tzinfo=SHANGHAI), False),
        (datetime(2020, 10, 20, 0, 1, tzinfo=SHANGHAI), True),
    ],
)
def test_a_result_of_working_day_20_is_in_time_and_of_day_21_late_over_a_holiday(
    line: PlanLine, published: datetime, late: bool
) -> None:
    batch = assigned(a_batch(line))
    visit_all(batch, at=datetime(2020, 9, 15, 15, tzinfo=SHANGHAI))

    publish_batch(batch=batch, by=a_user(), at=published)

    assert {one.late for one in PublishedResult.objects.all()} == {late}


def test_what_is_not_published_in_time_is_chased_and_noted_once(line: PlanLine) -> None:
    keeper = a_user()
    batch = assigned(a_batch(line, by=keeper))
    visit_all(batch, at=datetime(2020, 9, 15, 15, tzinfo=SHANGHAI))

    for day in (12, 13, 19):
        chase_results.run(at=datetime(2020, 10, day, 1, tzinfo=SHANGHAI))
    assert keeper.notifications.count() == 1
    assert not DutyRecord.objects.exists()

    for day in (20, 21):
        chase_results.run(at=datetime(2020, 10, day, 1, tzinfo=SHANGHAI))
    assert keeper.notifications.count() == 2
    assert DutyRecord.objects.get().neglects == [Neglect.NOT_PUBLISHED.name]


def test_a_joint_batch_is_one_visit_with_all_departments_and_one_published_record(
    market: Organisation, health: Organisation, town: Region
) -> None:
    items = [an_item(market, joint=True), an_item(health, joint=True)]
    some_subjects(town, items, ("A",))
    for organisation in (market, health):
        for _ in range(2):
            an_inspector(organisation, town)
    line = a_planned_line(items, joint=True, ratio=Decimal(1))
    batch = assigned(a_batch(line, slots=slots_of(market, market, health)))

    visit_all(batch)
    publish_batch(batch=batch, by=a_user(), at=VISITED)

    result = PublishedResult.objects.get()
    assert batch.visits.count() == 1
    assert set(result.departments) == {market.name, health.name}
    assert {entry["item"] for entry in result.lines} == {one.name for one in items}


def test_a_whole_sector_is_drawn_where_the_item_is_key(
    item: Item, subjects: list[Subject], inspectors: list[Inspector]
) -> None:
    batch = matched(a_batch(a_planned_line([item], ratio=Decimal(1))))

    assert item.of_kind is ItemKind.KEY
    assert batch.drawn.count() == 6


def verify(record: Path, *kept: Path) -> tuple[int, str]:
    """As somebody outside runs it: the file alone, without anything of ours."""
    asked = [sys.executable, "-I", str(VERIFIER), str(record), *map(str, kept)]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    return answer.returncode, answer.stdout if answer.returncode else ""


def test_a_hundred_thousand_are_drawn_within_a_minute_and_verified_from_the_files_alone(
    item: Item, market: Organisation, town: Region, tmp_path: Path
) -> None:
    many = 100_000
    rows = (
        Subject(number=f"U{n:06d}", name=f"商行{n}", region=town, risk_class="ABCD"[n % 4], updated_at=AT)
        for n in range(many)
    )
    subjects = Subject.objects.bulk_create(rows, batch_size=5000)
    under = Subject.items.through
    under.objects.bulk_create((under(subject=one, item=item) for one in subjects), batch_size=5000)
    forget_plans()
    for _ in range(2):
        an_inspector(market, town, max_load=3000)
    line = a_planned_line([item], ratio=Decimal("0.03"))
    begun = perf_counter()

    batch = matched(a_batch(line))

    assert perf_counter() - begun < 60
    assert (batch.population, batch.drawn.count()) == (many, 3000)
    record = tmp_path / "record.json"
    record.write_text(as_text(terms.record_of(batch)), encoding="utf-8")
    assert verify(record) == (0, "")
