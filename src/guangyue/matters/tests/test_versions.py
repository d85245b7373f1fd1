"""动态管理: a change is proposed, checked by two people and released from a day on; old versions stay."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.kit.refusals import Refused
from guangyue.kit.tests.together import at_once
from guangyue.matters.declaration import LocalPart, Material
from guangyue.matters.models import Matter, MatterVersion, NonCompliance
from guangyue.matters.refusals import (
    AnotherPersonChecks,
    BasisNotChecked,
    NotEditable,
    NothingChanged,
    NotWaiting,
    UnderWayAlready,
)
from guangyue.matters.releasing import NotReleasable
from guangyue.matters.services.checking import (
    approve_version,
    check_basis,
    edit_version,
    send_back,
    submit_version,
)
from guangyue.matters.services.closing import close_matter, close_what_is_due, reopen_matter
from guangyue.matters.services.exercising import say_of_own
from guangyue.matters.services.nightly import bring_into_force, flag_released
from guangyue.matters.tests.factories import AT, SHOP, a_change, released

TODAY = AT.date()
LATER = TODAY + timedelta(days=14)


def checked(matter: Matter, *, keeper: User, checker: User, **changes: Any) -> MatterVersion:
    version = a_change(matter, by=keeper, **{"promised_days": 4, **changes})
    submit_version(version=version, by=keeper, at=AT)
    return check_basis(version=version, by=checker, at=AT)


def test_a_released_change_is_in_force_and_the_old_version_stays(
    matter: Matter, keeper: User, checker: User, releaser: User
) -> None:
    version = a_change(matter, by=keeper, promised_days=4, name="小店开办审批")
    released(version, checker=checker, releaser=releaser, since=TODAY, at=AT)

    matter.refresh_from_db()
    before, after = matter.versions.order_by("number")
    assert matter.name == "小店开办审批"
    assert matter.current == after
    assert before.until == TODAY - timedelta(days=1)
    assert before.declared.promised_days == SHOP.promised_days


def test_a_case_accepted_before_the_new_version_is_bound_to_the_old(
    matter: Matter, keeper: User, checker: User, releaser: User
) -> None:
    version = a_change(matter, by=keeper, promised_days=4)
    released(version, checker=checker, releaser=releaser, since=LATER, at=AT)

    bound = [matter.versions.on(day).get().number for day in (LATER - timedelta(days=1), LATER)]

    assert bound == [1, 2]


def test_a_version_of_a_later_day_comes_into_force_on_that_day(
    matter: Matter, keeper: User, checker: User, releaser: User
) -> None:
    version = a_change(matter, by=keeper, name="小店开办审批")
    released(version, checker=checker, releaser=releaser, since=LATER, at=AT)
    matter.refresh_from_db()
    assert matter.name == SHOP.name

    bring_into_force(at=AT + timedelta(days=14))

    matter.refresh_from_db()
    assert matter.name == "小店开办审批"


def test_nobody_checks_or_releases_what_he_proposed(matter: Matter, keeper: User, releaser: User) -> None:
    version = a_change(matter, by=keeper, promised_days=4)
    submit_version(version=version, by=keeper, at=AT)

    with pytest.raises(AnotherPersonChecks):
        check_basis(version=version, by=keeper, at=AT)
    with pytest.raises(BasisNotChecked):
        approve_version(version=version, since=TODAY, by=releaser, at=AT)


def test_whoever_checked_the_basis_does_not_release(matter: Matter, keeper: User, checker: User) -> None:
    version = checked(matter, keeper=keeper, checker=checker)

    for somebody in (keeper, checker):
        with pytest.raises(AnotherPersonChecks):
            approve_version(version=version, since=TODAY, by=somebody, at=AT)


def test_what_could_not_be_released_is_not_sent_for_checks(matter: Matter, keeper: User) -> None:
    version = a_change(matter, by=keeper, bases=())

    with pytest.raises(NotReleasable, match="设定依据"):
        submit_version(version=version, by=keeper, at=AT)


def test_a_change_that_changes_nothing_is_not_sent(matter: Matter, keeper: User) -> None:
    version = a_change(matter, by=keeper)

    with pytest.raises(NothingChanged):
        submit_version(version=version, by=keeper, at=AT)


def test_a_matter_has_one_change_at_a_time(matter: Matter, keeper: User) -> None:
    a_change(matter, by=keeper)

    with pytest.raises(UnderWayAlready):
        a_change(matter, by=a_user())


def test_what_was_sent_back_is_mended_and_sent_again(matter: Matter, keeper: User, checker: User) -> None:
    version = checked(matter, keeper=keeper, checker=checker)
    back = send_back(version=version, said="依据已经废止", by=checker, at=AT)
    assert back.said == "依据已经废止"

    edit_version(version=back, declaration=back.declared, by=keeper, at=AT)
    again = submit_version(version=back, by=keeper, at=AT)

    assert again.basis_checked_by is None


def test_what_is_being_checked_is_not_edited(matter: Matter, keeper: User, checker: User) -> None:
    version = checked(matter, keeper=keeper, checker=checker)

    with pytest.raises(NotEditable):
        edit_version(version=version, declaration=SHOP, by=keeper, at=AT)


def test_whoever_saves_second_is_told(matter: Matter, keeper: User) -> None:
    version = a_change(matter, by=keeper, promised_days=4)
    seen = version.fingerprint
    edit_version(version=version, declaration=SHOP, by=keeper, at=AT, seen=seen)

    with pytest.raises(Refused, match="别人改过"):
        edit_version(version=version, declaration=SHOP, by=keeper, at=AT, seen=seen)


def test_no_version_is_in_force_before_today(
    matter: Matter, keeper: User, checker: User, releaser: User
) -> None:
    version = checked(matter, keeper=keeper, checker=checker)

    with pytest.raises(Refused, match="不能早于今天"):
        approve_version(version=version, since=TODAY - timedelta(days=1), by=releaser, at=AT)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_release_at_once_one_does(matter: Matter, keeper: User, checker: User) -> None:
    version = checked(matter, keeper=keeper, checker=checker)
    releasers = [a_user(), a_user()]

    told = at_once(
        *(partial(approve_version, version=version, since=TODAY, by=one, at=AT) for one in releasers)
    )

    assert told == ["", NotWaiting.sentence]
    assert matter.versions.released().count() == 2


def test_a_suspended_matter_closes_on_its_day_and_opens_again(matter: Matter, releaser: User) -> None:
    close_matter(
        matter=matter, as_=Matter.State.SUSPENDED, because="测试条例修改", on=LATER, by=releaser, at=AT
    )
    matter.refresh_from_db()
    assert matter.state == Matter.State.RELEASED

    close_what_is_due(on=LATER)
    matter.refresh_from_db()
    assert matter.state == Matter.State.SUSPENDED

    reopened = reopen_matter(matter=matter, because="修改完成", by=releaser, at=AT)
    assert reopened.state == Matter.State.RELEASED


def test_a_closing_needs_its_basis(matter: Matter, releaser: User) -> None:
    with pytest.raises(Refused, match="依据"):
        close_matter(matter=matter, as_=Matter.State.CANCELLED, because=" ", on=TODAY, by=releaser, at=AT)


def test_a_promise_of_ones_own_is_shorter_and_no_violation(matter: Matter, keeper: User) -> None:
    exercise = matter.exercises.get()
    said = say_of_own(exercise=exercise, local=LocalPart(promised_days=2), by=keeper, at=AT)
    assert said.own.promised_days == 2

    with pytest.raises(Refused, match="不能长过"):
        say_of_own(exercise=exercise, local=LocalPart(promised_days=9), by=keeper, at=AT)


def test_the_nightly_look_flags_what_differs_and_clears_what_was_mended(matter: Matter) -> None:
    exercise = matter.exercises.get()
    exercise.reported = {"办理时限": 12}
    exercise.save()

    flag_released(at=AT)
    flag_released(at=AT)
    (found,) = NonCompliance.objects.standing()
    assert found.part == "三级十同"
    assert "办理时限" in found.said

    exercise.reported = {"办理时限": 5}
    exercise.save()
    flag_released(at=AT + timedelta(days=1))
    assert not NonCompliance.objects.standing().exists()


def test_the_nightly_look_flags_a_paper_that_the_city_holds(
    matter: Matter, keeper: User, checker: User, releaser: User
) -> None:
    papers = (*SHOP.materials, Material("permit", "许可证"))
    variants = tuple(
        type(one)(**{**one.__dict__, "materials": (*one.materials, "permit")}) for one in SHOP.variants
    )
    version = a_change(matter, by=keeper, materials=papers, variants=variants, produces=("permit",))
    released(version, checker=checker, releaser=releaser, since=date(2020, 6, 1), at=AT)

    flag_released(at=AT)

    assert any("本市自己就有" in one.said for one in NonCompliance.objects.standing())
