"""The desk: what waits, the city at a glance, and views shared among colleagues."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from guangyue.accounts.models import Kind, User
from guangyue.accounts.tests.factories import SHANGHAI, a_grant, a_region, a_user, an_organisation
from guangyue.desk.permissions import VIEW_CITY
from guangyue.kit.access import Scope, for_staff, needs
from guangyue.kit.clocks import Due, Light, Reading
from guangyue.kit.lists.saved_views import SavedView
from guangyue.kit.pictures import Figure, Picture
from guangyue.kit.todo import Todo

pytestmark = pytest.mark.django_db
HERE = "guangyue.desk.tests.test_desk"
DAWN = datetime(2026, 3, 2, tzinfo=SHANGHAI)


@for_staff
def waiting(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    yield Todo("来信", "很久以前的一封信", "/letter/", DAWN - timedelta(days=90))
    for days, light in ((9, Light.GREEN), (-1, Light.RED), (1, Light.YELLOW)):
        due = Due(DAWN + timedelta(days=days), provisional=False)
        yield Todo("核对", f"{light.value}的一件", "/check/", DAWN, clock=Reading(light, "还剩几天", due))


@needs(VIEW_CITY)
def waiting_for_some(*, user: User, scope: Scope, at: datetime) -> Iterator[Todo]:
    yield Todo("审批", "只有负责人看到", "/approve/", DAWN)


def counted(*, scope: Scope, on: date) -> Iterator[Picture]:
    regions = 0 if scope.everywhere else len(scope.reaches[0].regions or ())
    yield Figure("区划", regions, "个", "map-pin", link="/desk/city/")
    yield Figure("账户", 7, "个", "users", link="/desk/accounts/")


TODO = (waiting, waiting_for_some)
PICTURES = (counted,)


@pytest.fixture(autouse=True)
def shown_here(settings: Any) -> None:
    settings.GUANGYUE_TODO = f"{HERE}.TODO"
    settings.GUANGYUE_PICTURES = f"{HERE}.PICTURES"


def client_of(user: User) -> Client:
    client = Client(headers={"accept": "text/html"})
    client.force_login(user)
    return client


def an_official(role: str = "personnel", **where: Any) -> User:
    user = a_user()
    a_grant(user, role, **where)
    return user


def test_the_most_urgent_comes_first_and_what_has_no_limit_last() -> None:
    html = client_of(an_official()).get("/desk/").content.decode()

    places = [html.index(title) for title in ("超期的一件", "临期的一件", "正常的一件", "很久以前的一封信")]
    assert places == sorted(places)
    assert "只有负责人看到" not in html


def test_to_dos_are_those_of_the_permissions_one_holds_and_are_shown_by_kind() -> None:
    client = client_of(an_official("chief"))

    assert "只有负责人看到" in client.get("/desk/").content.decode()
    only = client.get("/desk/", {"kind": "审批"}).content.decode()
    assert "只有负责人看到" in only
    assert "超期的一件" not in only


def test_the_desk_is_for_officials() -> None:
    assert client_of(a_user(kind=Kind.CITIZEN)).get("/desk/").status_code == 403
    assert Client(headers={"accept": "text/html"}).get("/desk/").status_code == 302


def test_the_city_at_a_glance_keeps_to_the_rows_one_may_reach() -> None:
    district = a_region("371502")
    a_region("371502001", parent=district)

    html = client_of(an_official("chief", region=district)).get("/desk/city/").content.decode()

    assert "<b>2<small>个</small></b>" in html
    assert client_of(an_official()).get("/desk/city/").status_code == 403


def test_a_number_leads_on_only_for_whoever_may_see_what_it_counts() -> None:
    html = client_of(an_official("chief")).get("/desk/city/").content.decode()

    assert '<a class="figure" href="/desk/city/">' in html
    assert '<a class="figure" href="/desk/accounts/">' not in html


def save(client: Client, **asked: str) -> Any:
    form = {
        "list_key": "organisations.organisations",
        "name": "要紧的机构",
        "asked": "q=none",
        "back": "/desk/organisations/",
    }
    return client.post("/views/", {**form, **asked})


def test_a_view_is_kept_shared_with_colleagues_and_nobody_else() -> None:
    district = a_region("371502")
    bureau, other = (an_organisation(key, region=district) for key in ("bureau", "other"))
    owner, colleague, stranger = (
        client_of(an_official("inspector", organisation=where)) for where in (bureau, bureau, other)
    )

    answer = save(owner, circle=f"organisation:{bureau.pk}")

    view = SavedView.objects.get()
    assert answer["Location"] == f"/desk/organisations/?q=none&view={view.pk}"
    assert 'aria-current="true">要紧的机构' in owner.get(answer["Location"]).content.decode()
    assert "要紧的机构" in colleague.get("/desk/organisations/").content.decode()
    assert "要紧的机构" not in stranger.get("/desk/organisations/").content.decode()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"name": ""}, "请给视图起一个名称"),
        ({"name": "长" * 21}, "20"),
        ({"circle": "organisation:999"}, "只能共享给自己所在的单位"),
    ],
)
def test_a_view_that_cannot_be_kept_is_refused_at_the_field(asked: dict[str, str], said: str) -> None:
    answer = save(client_of(an_official("inspector")), **asked)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not SavedView.objects.exists()


def test_two_views_of_one_list_have_two_names() -> None:
    client = client_of(an_official("inspector"))
    save(client)

    assert save(client).status_code == 422
    assert SavedView.objects.count() == 1


def test_only_its_owner_removes_a_view() -> None:
    owner, other = (client_of(an_official("inspector")) for _ in range(2))
    save(owner)
    removal = f"/views/{SavedView.objects.get().pk}/removal/"

    assert other.post(removal, {"back": "/desk/organisations/"}).status_code == 404
    assert owner.post(removal, {"back": "/desk/organisations/"})["Location"] == "/desk/organisations/"
    assert not SavedView.objects.exists()
