"""A bundle moves its cases in the right order, and shows one number and one due date."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import a_user
from guangyue.bundles.models import BundleCase, Theme
from guangyue.bundles.refusals import MaterialsMissing, MovedOnAlready, NotOffered, TogetherLater
from guangyue.bundles.services.clock import late_parts
from guangyue.bundles.services.handling import accept_bundle, deliver_bundle, withdraw_bundle
from guangyue.bundles.services.opening import begin_held, hand_in_bundle
from guangyue.bundles.services.papers import add_files
from guangyue.bundles.services.recounting import recount_bundles
from guangyue.bundles.services.retrying import begin_barred
from guangyue.bundles.services.themes import (
    change_theme,
    latest_version,
    put_in_force,
    save_design,
    suspend_theme,
)
from guangyue.bundles.services.timing import time_used
from guangyue.bundles.standing import Standing
from guangyue.bundles.tests.factories import a_bundle, a_design, a_draft, case_of, departments_of, grant
from guangyue.cases.flow import Actor, Phase
from guangyue.cases.models import Case, Delivered
from guangyue.cases.refusals import ConsentMissing, NotYet
from guangyue.cases.services.delivery import Slip, deliver_case
from guangyue.cases.services.moving import move_case
from guangyue.cases.tests.factories import AT
from guangyue.kit.clocks import local_day
from guangyue.kit.workdays import Calendar, Entry
from guangyue.matters.models import Matter
from guangyue.registries.tests.factories import EAST, a_person

SIGNED = Slip(to="本人", proof=Delivered.Proof.OWN)


def standings(bundle: BundleCase) -> dict[str, Standing]:
    return {part.matter: part.stands for part in bundle.parts.all()}


def test_matters_side_by_side_begin_at_once_and_the_next_waits(theme: Theme) -> None:
    bundle = a_bundle(theme)

    assert bundle.number.startswith("YJ")
    assert standings(bundle) == {
        "A1": Standing.UNDER_WAY,
        "B1": Standing.WAITING,
        "C1": Standing.UNDER_WAY,
    }
    assert {case.bundle for case in Case.objects.all()} == {bundle.number}


def test_a_matter_whose_condition_is_not_met_drops_out(theme: Theme) -> None:
    bundle = a_bundle(theme, cooks="不供应")

    assert set(standings(bundle)) == {"A1", "C1"}
    assert not bundle.papers.filter(code="licence").exists()


def test_one_acceptance_accepts_all_and_begins_one_clock(theme: Theme, clerk: User) -> None:
    bundle = accept_bundle(bundle=a_bundle(theme), by=clerk, at=AT)

    assert bundle.state == BundleCase.State.UNDER_WAY
    assert bundle.plan == 7  # 2 + 5, the sign takes 4 beside them
    assert bundle.due is not None
    assert local_day(bundle.due) == date(2020, 6, 10)
    assert case_of(bundle, "A1").accepted_at == AT


def test_when_the_earlier_is_granted_the_later_begins_with_its_result(theme: Theme, clerk: User) -> None:
    bundle = accept_bundle(bundle=a_bundle(theme), by=clerk, at=AT)

    grant(case_of(bundle, "A1"))

    food = case_of(bundle, "B1")
    assert food.stands_in is Phase.UNDER_WAY  # accepted with the whole
    licence = food.papers.get(code="licence")
    assert (licence.get_state_display(), licence.from_whom) == ("复用", "设立登记")
    assert food.papers.get(code="form").from_whom == "一件事申请表"
    assert food.answers == {"name": "湖畔小馆", "seats": 20}


def test_the_failure_of_one_stops_what_waits_for_it_and_lets_the_others_finish(
    theme: Theme, clerk: User
) -> None:
    bundle = accept_bundle(bundle=a_bundle(theme), by=clerk, at=AT)

    grant(case_of(bundle, "A1"), arrow="refuse")
    grant(case_of(bundle, "C1"))

    bundle.refresh_from_db()
    assert standings(bundle) == {
        "A1": Standing.FAILED,
        "B1": Standing.STOPPED,
        "C1": Standing.GRANTED,
    }
    results = {one["matter"]: one for one in bundle.decision.content["results"]}
    assert results["设立登记"]["said"] == "现场不符合要求"
    assert bundle.decision.content["refused"]
    assert bundle.state == BundleCase.State.DECIDED


def test_results_go_out_together(theme: Theme, clerk: User) -> None:
    bundle = accept_bundle(bundle=a_bundle(theme, cooks="不供应"), by=clerk, at=AT)
    grant(case_of(bundle, "A1"))

    with pytest.raises(TogetherLater):
        deliver_bundle(bundle=bundle, how=Case.Delivery.PICK_UP, slip=SIGNED, by=clerk, at=AT)
    with pytest.raises(TogetherLater):
        deliver_case(case=case_of(bundle, "A1"), how=Case.Delivery.PICK_UP, slip=SIGNED, by=clerk, at=AT)
    grant(case_of(bundle, "C1"))
    bundle = deliver_bundle(bundle=bundle, how=Case.Delivery.PICK_UP, slip=SIGNED, by=clerk, at=AT)

    assert bundle.state == BundleCase.State.FINISHED
    assert case_of(bundle, "A1").is_closed


def test_whoever_asks_for_it_has_what_is_ready_sooner(theme: Theme, clerk: User) -> None:
    bundle = accept_bundle(bundle=a_bundle(theme, cooks="不供应", early=True), by=clerk, at=AT)
    grant(case_of(bundle, "A1"))

    deliver_bundle(bundle=bundle, how=Case.Delivery.PICK_UP, slip=SIGNED, by=clerk, at=AT)

    assert case_of(bundle, "A1").stands_in is Phase.FINISHED
    assert standings(bundle)["C1"] is Standing.UNDER_WAY


def test_without_a_main_material_of_an_early_matter_nothing_begins(theme: Theme) -> None:
    draft = a_draft(theme, lacking=["articles"])

    with pytest.raises(MaterialsMissing, match="章程"):
        hand_in_bundle(bundle=draft, consent=True, partly=True, at=AT)


def test_a_matter_that_nobody_waits_for_is_held_back_until_its_paper_is_there(theme: Theme) -> None:
    draft = a_draft(theme, lacking=["plan"], cooks="供应")

    with pytest.raises(MaterialsMissing):
        hand_in_bundle(bundle=draft, consent=True, at=AT)
    bundle = hand_in_bundle(bundle=draft, consent=True, partly=True, at=AT)
    assert standings(bundle)["C1"] is Standing.HELD

    add_files(paper=bundle.papers.get(code="plan"), files=(), at=AT, on_paper=True)
    begin_held(bundle=bundle, at=AT)

    assert standings(bundle)["C1"] is Standing.UNDER_WAY


def test_what_was_promised_is_owed_by_each_matter_that_needs_it(theme: Theme, clerk: User) -> None:
    bundle = a_bundle(theme, lacking=["lease"], promised=["lease"])

    accept_bundle(bundle=bundle, by=clerk, at=AT)

    assert case_of(bundle, "A1").papers.get(code="lease").state == "owed"
    assert case_of(bundle, "A1").manner == Case.Manner.DEFERRED


def test_the_window_accepts_nothing_while_something_is_missing(theme: Theme, clerk: User) -> None:
    bundle = a_bundle(theme)
    case_of(bundle, "A1").papers.filter(code="articles").update(state="sent_back")

    with pytest.raises(NotYet, match="章程"):
        accept_bundle(bundle=bundle, by=clerk, at=AT)

    assert case_of(bundle, "C1").accepted_at is None


def test_while_a_matter_on_the_longest_way_stands_there_is_no_due_date(theme: Theme, clerk: User) -> None:
    bundle = accept_bundle(bundle=a_bundle(theme), by=clerk, at=AT)
    registration = case_of(bundle, "A1")

    ask = {"by": a_user(), "actor": Actor.REVIEWER, "at": AT, "said": "章程缺签名"}
    move_case(case=registration, arrow="ask_supplement", **ask)  # type: ignore[arg-type]
    bundle.refresh_from_db()
    assert bundle.due is None

    later = AT + timedelta(days=3)
    move_case(case=registration, arrow="supply", by=None, actor=Actor.APPLICANT, at=later)
    bundle.refresh_from_db()

    assert bundle.due is not None
    assert local_day(bundle.due) == date(2020, 6, 15)  # three working days later


def test_what_is_owed_is_supplied_once_for_every_matter(theme: Theme, clerk: User) -> None:
    bundle = accept_bundle(bundle=a_bundle(theme, lacking=["lease"], promised=["lease"]), by=clerk, at=AT)

    add_files(paper=bundle.papers.get(code="lease"), files=(), at=AT, on_paper=True)
    grant(case_of(bundle, "A1"))

    assert case_of(bundle, "A1").papers.get(code="lease").state == "handed_in"
    assert case_of(bundle, "B1").papers.get(code="lease").state == "handed_in"  # which began afterwards


def test_what_may_be_owed_and_is_not_promised_is_missing(theme: Theme) -> None:
    draft = a_draft(theme, lacking=["lease"])

    with pytest.raises(MaterialsMissing, match="场所证明"):
        hand_in_bundle(bundle=draft, consent=True, at=AT)


def test_what_was_suspended_meanwhile_holds_up_nobody_and_is_tried_again(theme: Theme, clerk: User) -> None:
    bundle = accept_bundle(bundle=a_bundle(theme), by=clerk, at=AT)
    Matter.objects.filter(code="B1").update(state=Matter.State.SUSPENDED)

    grant(case_of(bundle, "A1"))

    food = bundle.parts.get(matter="B1")
    assert (food.stands, food.case) == (Standing.WAITING, None)
    assert "不受理" in food.barred

    Matter.objects.filter(code="B1").update(state=Matter.State.RELEASED)
    begin_barred.run(at=AT)

    assert case_of(bundle, "B1").stands_in is Phase.UNDER_WAY
    assert bundle.parts.get(matter="B1").barred == ""


def test_whoever_hands_in_is_told_at_once_of_what_is_suspended(theme: Theme) -> None:
    draft = a_draft(theme)
    Matter.objects.filter(code="C1").update(state=Matter.State.SUSPENDED)

    with pytest.raises(NotOffered):
        hand_in_bundle(bundle=draft, consent=True, at=AT)

    assert not Case.objects.exists()


def test_a_draft_goes_by_the_version_under_which_it_was_begun(theme: Theme, clerk: User) -> None:
    draft = a_draft(theme)
    lead, other = departments_of(theme.lead.region)
    changed = change_theme(theme=theme, by=clerk, at=AT)
    design = replace(a_design(lead, other), parts=a_design(lead, other).parts[:1])
    version = save_design(theme=changed, design=design, seen=latest_version(changed).fingerprint, at=AT)
    put_in_force(changed, version, by=None, at=AT)

    bundle = hand_in_bundle(bundle=draft, consent=True, at=AT)

    assert bundle.version.number == 1
    assert set(standings(bundle)) == {"A1", "B1", "C1"}


def test_a_theme_suspended_since_takes_in_no_draft(theme: Theme) -> None:
    draft = a_draft(theme)
    suspend_theme(theme=theme, reason="复核", by=None, at=AT)

    with pytest.raises(NotOffered):
        hand_in_bundle(bundle=draft, consent=True, at=AT)


def test_an_extension_of_a_matter_on_the_longest_way_moves_the_due_date(theme: Theme, clerk: User) -> None:
    bundle = accept_bundle(bundle=a_bundle(theme), by=clerk, at=AT)
    registration = case_of(bundle, "A1")
    move_case(case=registration, arrow="propose", by=a_user(), actor=Actor.REVIEWER, at=AT, said="案情复杂")
    move_case(case=registration, arrow="extend", by=a_user(), actor=Actor.DECIDER, at=AT, said="案情复杂")

    bundle.refresh_from_db()

    assert bundle.plan == 7  # what was promised stays
    assert bundle.due is not None
    assert local_day(bundle.due) == date(2020, 6, 24)  # ten working days later


def test_a_holiday_moves_the_due_date_of_a_bundle(theme: Theme, clerk: User) -> None:
    bundle = accept_bundle(bundle=a_bundle(theme), by=clerk, at=AT)
    assert bundle.due is not None
    closed = Calendar({date(2020, 6, 3): Entry(works=False, name="停班", source="测试")})

    (moved,) = recount_bundles(calendar=closed, since=AT.date())

    assert (moved.row, moved.before) == (bundle, bundle.due)
    assert local_day(moved.due.moment) == date(2020, 6, 11)


def test_the_time_of_the_chain_is_kept_when_the_last_is_decided(theme: Theme, clerk: User) -> None:
    bundle = accept_bundle(bundle=a_bundle(theme), by=clerk, at=AT)

    grant(case_of(bundle, "C1"), at=AT + timedelta(days=1))
    grant(case_of(bundle, "A1"), at=AT + timedelta(days=2))
    grant(case_of(bundle, "B1"), at=AT + timedelta(days=8))

    bundle.refresh_from_db()
    assert bundle.used_days == 6  # from Tuesday to the next Tuesday, each day once
    used = time_used(bundle, at=AT + timedelta(days=60))
    assert (used.days, used.limit, used.waits_for) == (6, 7, ())


def test_lateness_is_traced_to_the_matter(theme: Theme, clerk: User) -> None:
    bundle = accept_bundle(bundle=a_bundle(theme), by=clerk, at=AT)

    late = late_parts(list(bundle.parts.select_related("case")), at=AT + timedelta(days=4))

    assert [part.matter for part in late] == ["A1"]


def test_withdrawn_as_a_whole_every_matter_is_settled(theme: Theme, clerk: User) -> None:
    bundle = accept_bundle(bundle=a_bundle(theme), by=clerk, at=AT)

    bundle = withdraw_bundle(bundle=bundle, by=None, at=AT)

    assert bundle.state == BundleCase.State.FINISHED
    assert standings(bundle) == {
        "A1": Standing.FAILED,
        "B1": Standing.STOPPED,
        "C1": Standing.FAILED,
    }
    with pytest.raises(MovedOnAlready):
        withdraw_bundle(bundle=bundle, by=None, at=AT)


def test_nothing_is_handed_in_twice_or_without_a_yes(theme: Theme) -> None:
    draft = a_draft(theme)

    with pytest.raises(ConsentMissing):
        hand_in_bundle(bundle=draft, consent=False, at=AT)
    hand_in_bundle(bundle=draft, consent=True, at=AT)
    with pytest.raises(MovedOnAlready):
        hand_in_bundle(bundle=draft, consent=True, at=AT)

    assert Case.objects.count() == 2


def test_a_suspended_theme_takes_no_new_applications(theme: Theme) -> None:
    suspend_theme(theme=theme, reason="复核", by=None, at=AT)
    theme.refresh_from_db()

    with pytest.raises(NotOffered):
        a_draft(theme)


def test_electronic_results_go_out_when_the_last_is_decided(theme: Theme, clerk: User) -> None:
    person = a_person(EAST, account=a_user(kind=Kind.CITIZEN))
    bundle = a_bundle(theme, cooks="不供应", applicant=person)
    accept_bundle(bundle=bundle, by=clerk, at=AT)

    grant(case_of(bundle, "A1"))
    assert case_of(bundle, "A1").stands_in is Phase.DECIDED
    grant(case_of(bundle, "C1"))

    bundle.refresh_from_db()
    assert bundle.state == BundleCase.State.FINISHED
    assert {case.phase for case in Case.objects.all()} == {"FINISHED"}
