"""A theme from its design to its release, its change, and what becomes of it when a matter changes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.bundles.design import Counts, Design, Origin
from guangyue.bundles.models import Connection, Theme
from guangyue.bundles.refusals import (
    AnsweredAlready,
    DesignChanged,
    NotAllAgree,
    NotFit,
    OwnDesign,
    WrongState,
)
from guangyue.bundles.services.connecting import connect_item
from guangyue.bundles.services.proposals import answer_proposal, raise_proposal, similar_themes
from guangyue.bundles.services.rechecking import finish_check, open_checks
from guangyue.bundles.services.themes import (
    answer_review,
    change_theme,
    latest_version,
    release_theme,
    resume_theme,
    save_design,
    send_to_review,
)
from guangyue.bundles.tests.factories import FOOD, SIGN, a_design, a_theme, departments_of
from guangyue.cases.tests.factories import AT
from guangyue.kit.refusals import Refused
from guangyue.matters.models import Matter
from guangyue.matters.services import propose_version, release_version
from guangyue.organisations.models import Region


def agree_all(theme: Theme) -> None:
    for agreement in latest_version(theme).agreements.all():
        answer_review(agreement=agreement, agrees=True, said="", by=a_user(), at=AT)


def save(theme: Theme, design: Design) -> None:
    save_design(theme=theme, design=design, seen=latest_version(theme).fingerprint, at=AT)


def change_matter(code: str, **changes: object) -> None:
    declaration = {"B1": FOOD, "C1": SIGN}[code]
    matter = Matter.objects.get(code=code)
    version = propose_version(
        declaration=replace(declaration, flow="ordinary", **changes),  # type: ignore[arg-type]
        owner=matter.owner,
        reason="变更",
        by=None,
        at=AT,
    )
    release_version(version=version, since=AT.date() + timedelta(days=1), by=None, at=AT)
    version.refresh_from_db()
    Matter.objects.filter(pk=matter.pk).update(current=version)


def test_a_theme_is_released_once_every_department_agrees(city: Region, clerk: User) -> None:
    theme = send_to_review(theme=a_theme(city, released=False), by=clerk, at=AT)

    with pytest.raises(NotAllAgree):
        release_theme(theme=theme, by=clerk, at=AT)
    agree_all(theme)
    theme = release_theme(theme=theme, by=clerk, at=AT)

    assert theme.offered
    assert theme.current is not None
    assert set(theme.current.matters) == {"A1", "B1", "C1"}


def test_one_objection_sends_the_design_back(city: Region, clerk: User) -> None:
    theme = send_to_review(theme=a_theme(city, released=False), by=clerk, at=AT)
    agreement = latest_version(theme).agreements.earliest("pk")

    with pytest.raises(Refused, match="理由"):
        answer_review(agreement=agreement, agrees=False, said="", by=a_user(), at=AT)
    answer_review(agreement=agreement, agrees=False, said="材料不能减", by=a_user(), at=AT)

    theme.refresh_from_db()
    assert theme.state == Theme.State.DESIGN
    assert "材料不能减" in theme.moves.latest("pk").said


def test_a_design_without_a_cooperating_department_is_not_reviewed(city: Region, clerk: User) -> None:
    theme = a_theme(city, released=False)
    lead, _ = departments_of(city)
    save(theme, a_design(lead))

    with pytest.raises(NotFit, match="配合部门"):
        send_to_review(theme=theme, by=clerk, at=AT)


def test_a_design_of_a_matter_that_is_not_offered_is_not_reviewed(city: Region, clerk: User) -> None:
    theme = a_theme(city, released=False)
    Matter.objects.filter(code="C1").update(state=Matter.State.SUSPENDED)

    with pytest.raises(NotFit, match="C1"):
        send_to_review(theme=theme, by=clerk, at=AT)


def test_while_it_is_changed_the_released_version_stays_open(theme: Theme, clerk: User) -> None:
    released = theme.current

    changed = change_theme(theme=theme, by=clerk, at=AT)

    assert changed.offered
    assert changed.current == released
    assert latest_version(changed).number == 2


def test_what_is_released_is_not_redesigned(theme: Theme) -> None:
    with pytest.raises(WrongState):
        save(theme, Design(theme.lead.key))


def test_whoever_sent_a_design_does_not_agree_to_it_for_a_department(city: Region, clerk: User) -> None:
    theme = send_to_review(theme=a_theme(city, released=False), by=clerk, at=AT)
    agreement = latest_version(theme).agreements.earliest("pk")

    with pytest.raises(OwnDesign):
        answer_review(agreement=agreement, agrees=True, said="", by=clerk, at=AT)


def test_of_two_who_change_a_design_the_second_looks_again(city: Region) -> None:
    theme = a_theme(city, released=False)
    seen = latest_version(theme).fingerprint
    lead, _ = departments_of(city)

    save_design(theme=theme, design=a_design(lead), seen=seen, at=AT)
    with pytest.raises(DesignChanged):
        save_design(theme=theme, design=Design(lead.key), seen=seen, at=AT)

    assert latest_version(theme).designed == a_design(lead)


def test_another_lead_is_in_force_with_the_version_that_names_it(theme: Theme, clerk: User) -> None:
    lead, other = departments_of(theme.lead.region)
    theme = change_theme(theme=theme, by=clerk, at=AT)
    save(theme, a_design(other, lead))
    theme.refresh_from_db()
    assert theme.lead == lead

    theme = send_to_review(theme=theme, by=clerk, at=AT)
    agree_all(theme)

    assert release_theme(theme=theme, by=clerk, at=AT).lead == other


def test_a_changed_matter_asks_for_a_check_of_every_theme_that_uses_it(theme: Theme, city: Region) -> None:
    other = a_theme(city, key="other", title="开茶馆")
    change_matter("B1", promised_days=4)

    assert open_checks(at=AT) == 2
    assert open_checks(at=AT) == 0  # once for each change

    check = theme.checks.get()
    assert set(check.matters) == {"B1"}
    assert other.checks.exists()
    assert not theme.checks.overdue(at=AT + timedelta(days=14)).exists()
    assert theme.checks.overdue(at=AT + timedelta(days=15)).exists()


def test_a_theme_that_no_longer_holds_together_is_suspended_at_once(theme: Theme) -> None:
    Matter.objects.filter(code="B1").update(state=Matter.State.CANCELLED)

    open_checks(at=AT)

    theme.refresh_from_db()
    assert not theme.offered
    assert theme.state == Theme.State.SUSPENDED
    assert theme.checks.get().passed is False


def test_a_check_that_fails_suspends_and_a_fit_theme_is_resumed(theme: Theme, clerk: User) -> None:
    change_matter("C1", promised_days=9)
    open_checks(at=AT)

    finish_check(check=theme.checks.get(), passed=False, said="时限太长", by=clerk, at=AT)
    theme.refresh_from_db()
    assert not theme.offered
    theme = resume_theme(theme=theme, by=clerk, at=AT)

    assert theme.offered


def test_a_check_that_passed_is_not_asked_for_again(theme: Theme, clerk: User) -> None:
    change_matter("C1", promised_days=9)
    open_checks(at=AT)

    finish_check(check=theme.checks.get(), passed=True, said="成立", by=clerk, at=AT)

    assert open_checks(at=AT) == 0


def test_themes_are_counted_apart_from_the_menus(city: Region) -> None:
    a_theme(city)
    menu = a_theme(city, key="menu", title="老菜单")
    Theme.objects.filter(pk=menu.pk).update(origin=Origin.MENU.name)
    a_theme(city, key="draft", title="还在设计", released=False)

    assert Theme.objects.counts() == Counts(enterprise=1, public=0, menus=1)


def test_a_proposal_is_answered_once_with_its_reason(theme: Theme, clerk: User) -> None:
    proposal = raise_proposal(title="开餐馆", text="要跑三个部门", by=None, at=AT)

    answer_proposal(proposal=proposal, decision="listed", reason="已经有了", theme=theme, by=clerk, at=AT)

    with pytest.raises(AnsweredAlready):
        answer_proposal(proposal=proposal, decision="not_listed", reason="不行", by=clerk, at=AT)


def test_a_proposal_without_an_answer_is_overdue_after_fifteen_working_days(city: Region) -> None:
    proposal = raise_proposal(title="换房", text="要跑五个部门", by=None, at=AT)
    waiting = type(proposal).objects

    assert not waiting.overdue(at=AT + timedelta(days=21)).exists()
    assert waiting.overdue(at=AT + timedelta(days=22)).exists()


def test_whoever_proposes_is_shown_what_is_like_it(theme: Theme) -> None:
    assert similar_themes("开个餐馆", Theme.objects.all()) == [theme]
    assert similar_themes("退休", Theme.objects.all()) == []


def test_a_source_is_connected_once_and_not_in_the_future(city: Region, clerk: User) -> None:
    with pytest.raises(Refused, match="晚于今天"):
        connect_item(theme="power", item="规划审批", on=AT.date() + timedelta(days=1), by=clerk, at=AT)
    connect_item(theme="power", item="规划审批", on=AT.date(), by=clerk, at=AT)
    with pytest.raises(Refused, match="已经登记"):
        connect_item(theme="power", item="规划审批", on=AT.date(), by=clerk, at=AT)

    assert Connection.objects.count() == 1
