"""The desk pages of those who manage accounts."""

import re
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils.timezone import localdate
from pytest_django import Settings

from guangyue.accounts.glances import find_accounts, grants_running_out
from guangyue.accounts.models import Grant, Lock, User
from guangyue.accounts.tests.factories import NOON, PASSWORD, a_grant, a_region, a_user, an_organisation
from guangyue.kit.access import EVERYWHERE, Reach, Scope
from guangyue.organisations.models import Organisation, Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_passwords", "without_second_factor")]


@pytest.fixture
def without_second_factor(settings: Settings) -> None:
    settings.DEMO = True


def client_of(user: User) -> Client:
    client = Client(HTTP_ACCEPT="text/html")
    client.force_login(user)
    return client


@pytest.fixture
def district() -> Region:
    return a_region("3701", parent=a_region("3700"))


@pytest.fixture
def bureau(district: Region) -> Organisation:
    return an_organisation("bureau", region=district)


@pytest.fixture
def manager() -> User:
    user = a_user("manager")
    a_grant(user, "administrator")
    return user


@pytest.fixture
def local_manager(district: Region, bureau: Organisation) -> User:
    user = a_user("local", organisation=bureau)
    a_grant(user, "administrator", region=district)
    return user


def test_an_account_is_opened_and_its_first_password_shown_once(manager: User, bureau: Organisation) -> None:
    written = {
        "kind": "staff",
        "username": "Wang",
        "name": "王某",
        "organisation": bureau.pk,
        "ground": "报到单",
    }

    answer = client_of(manager).post("/desk/accounts/opening/", written)

    shown = re.search(r'class="once">([^<]+)<', answer.content.decode())
    assert shown
    assert "no-store" in answer["Cache-Control"]
    client = Client()
    client.post("/account/sign-in/", {"name": "wang", "password": shown[1]})
    assert client.get("/desk/", HTTP_ACCEPT="text/html")["Location"] == "/account/password/"
    assert shown[1] not in client_of(manager).get("/desk/accounts/of/wang/").content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"username": "ab"}, "3 至 32 位"),
        ({"username": "wаng"}, "只用英文字母"),  # the second letter is Cyrillic
        ({"username": "manager"}, "这个用户名已经有账户了"),
        ({"username": "MANAGER"}, "这个用户名已经有账户了"),
        ({"phone": "12345"}, "手机号是 11 位数字"),
        ({"phone": "13800138000"}, "这个手机号已经有账户了"),
        ({"email": "Li@Example.cn"}, "这个邮箱已经有账户了"),
        ({"organisation": ""}, "请选择工作人员所在的单位"),
        ({"kind": "citizen"}, "不属于任何单位"),
        ({"kind": "king"}, "king"),
        ({"ground": ""}, "必填"),
    ],
)
def test_what_is_wrong_with_a_new_account_is_said_at_its_field(
    manager: User, bureau: Organisation, wrong: dict[str, str], sentence: str
) -> None:
    a_user(phone="13800138000", email="li@example.cn")
    right = {
        "kind": "staff",
        "username": "wang",
        "name": "王某",
        "organisation": bureau.pk,
        "ground": "报到单",
    }

    answer = client_of(manager).post("/desk/accounts/opening/", {**right, **wrong})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in answer.content.decode()
    assert not User.objects.filter(name="王某").exists()


def test_forged_fields_open_no_greater_account(local_manager: User, bureau: Organisation) -> None:
    written = {
        "kind": "staff",
        "username": "wang",
        "name": "王某",
        "organisation": bureau.pk,
        "ground": "报到单",
    }
    forged = {
        "is_active": "",
        "must_change_password": "",
        "password": PASSWORD,
        "role": "administrator",
        "id": "1",
    }

    client_of(local_manager).post("/desk/accounts/opening/", {**written, **forged})

    user = User.objects.get(username="wang")
    assert user.must_change_password
    assert not user.check_password(PASSWORD)
    assert not user.grants.exists()


def test_a_local_manager_opens_accounts_of_his_own_district_only(local_manager: User) -> None:
    elsewhere = an_organisation("elsewhere", region=a_region("3702"))
    written = {
        "kind": "staff",
        "username": "wang",
        "name": "王某",
        "organisation": elsewhere.pk,
        "ground": "报到单",
    }

    answers = [
        client_of(local_manager).post("/desk/accounts/opening/", written),
        client_of(local_manager).post(
            "/desk/accounts/opening/", {**written, "kind": "citizen", "organisation": ""}
        ),
    ]

    assert [answer.status_code for answer in answers] == [
        HTTPStatus.UNPROCESSABLE_ENTITY,
        HTTPStatus.CONFLICT,
    ]
    assert not User.objects.filter(username="wang").exists()


def test_a_role_is_granted_on_the_account_page(manager: User, bureau: Organisation) -> None:
    user = a_user("wang", organisation=bureau)
    today = localdate()

    answer = client_of(manager).post(
        "/desk/accounts/of/wang/granting/",
        {"role": "reviewer", "organisation": bureau.pk, "since": today, "ground": "岗位分工"},
    )

    assert answer["Location"] == "/desk/accounts/of/wang/"
    grant = user.grants.get()
    assert (grant.role, grant.organisation, grant.by, grant.since) == ("reviewer", bureau, manager, today)
    assert "岗位分工" in client_of(manager).get("/desk/accounts/of/wang/").content.decode()


@pytest.mark.parametrize("role", ["", "emperor", "Administrator"])
def test_a_role_that_does_not_exist_is_not_granted(manager: User, role: str) -> None:
    user = a_user("wang")

    answer = client_of(manager).post(
        "/desk/accounts/of/wang/granting/", {"role": role, "since": localdate(), "ground": "岗位分工"}
    )

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not user.grants.exists()


def test_a_local_manager_cannot_post_his_way_beyond_his_district(
    local_manager: User, bureau: Organisation
) -> None:
    a_user("wang", organisation=bureau)
    elsewhere = an_organisation("elsewhere", region=a_region("3702"))
    client = client_of(local_manager)
    usual = {"role": "administrator", "since": localdate(), "ground": "岗位分工"}

    for forged in ({"organisation": elsewhere.pk}, {"region": "3702"}, {"region": "3700"}, {}):
        answer = client.post("/desk/accounts/of/wang/granting/", {**usual, **forged})
        assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY, forged
    assert not Grant.objects.filter(user__username="wang").exists()


def test_nobody_grants_himself_through_the_page_either(manager: User) -> None:
    answer = client_of(manager).post(
        "/desk/accounts/of/manager/granting/", {"role": "reviewer", "since": localdate(), "ground": "自己"}
    )

    assert "不能给自己授权" in answer.content.decode()
    assert manager.grants.count() == 1


def test_the_preview_says_what_the_grant_would_allow_and_for_which_rows(
    manager: User, bureau: Organisation
) -> None:
    a_user("wang")

    page = (
        client_of(manager)
        .get("/desk/accounts/of/wang/granting/preview/", {"role": "reviewer", "organisation": str(bureau.pk)})
        .content.decode()
    )

    assert "登记本部门负责的事实" in page
    assert "区划3701，连同下级共 1 个" in page
    assert "机构bureau，连同下属共 1 个" in page


def test_the_preview_of_nothing_yet_is_the_whole_city(manager: User) -> None:
    a_user("wang")

    assert "全市" in client_of(manager).get("/desk/accounts/of/wang/granting/preview/").content.decode()


def test_taking_a_grant_back_needs_a_reason_and_works_at_once(manager: User) -> None:
    user = a_user("wang")
    grant = a_grant(user, "administrator")
    theirs, ours = client_of(user), client_of(manager)
    assert theirs.get("/desk/accounts/").status_code == HTTPStatus.OK

    without = ours.post(f"/desk/grants/{grant.pk}/end/", {"ground": " "})
    ours.post(f"/desk/grants/{grant.pk}/end/", {"ground": "轮岗"})

    assert without.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert grant.end.ground == "轮岗"
    assert theirs.get("/desk/accounts/").status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(
    "deed", ["disabling", "enabling", "password-reset", "sessions-end", "second-factor-removal", "granting"]
)
def test_accounts_outside_the_scope_are_not_there(local_manager: User, deed: str) -> None:
    a_user("far", organisation=an_organisation("elsewhere", region=a_region("3702")))
    client = client_of(local_manager)

    assert client.get("/desk/accounts/of/far/").status_code == HTTPStatus.NOT_FOUND
    answer = client.post(f"/desk/accounts/of/far/{deed}/", {"ground": "试试", "role": "auditor"})
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "far" not in client.get("/desk/accounts/").content.decode()


def test_an_auditor_sees_the_accounts_and_changes_none() -> None:
    auditor, user = a_user(), a_user("wang")
    a_grant(auditor, "auditor")
    client = client_of(auditor)

    page = client.get("/desk/accounts/of/wang/").content.decode()

    assert "停用账户" not in page
    assert (
        client.post("/desk/accounts/of/wang/disabling/", {"ground": "试试"}).status_code
        == HTTPStatus.FORBIDDEN
    )
    user.refresh_from_db()
    assert user.is_active


def test_disabling_and_resetting_on_the_account_page(manager: User) -> None:
    user = a_user("wang", password=PASSWORD)
    client = client_of(manager)

    client.post("/desk/accounts/of/wang/disabling/", {"ground": "停职"})
    user.refresh_from_db()
    assert not user.is_active
    client.post("/desk/accounts/of/wang/enabling/", {"ground": "复职"})
    page = client.post("/desk/accounts/of/wang/password-reset/", {"ground": "忘记"}).content.decode()

    user.refresh_from_db()
    assert user.is_active
    assert not user.check_password(PASSWORD)
    assert 'class="once"' in page
    assert all(
        word in client.get("/desk/accounts/of/wang/").content.decode() for word in ("停职", "复职", "忘记")
    )


def test_sessions_are_ended_for_another(manager: User) -> None:
    user = a_user("wang")
    theirs = client_of(user)

    client_of(manager).post("/desk/accounts/of/wang/sessions-end/", {"ground": "设备遗失"})

    assert theirs.get("/account/")["Location"].startswith("/account/sign-in/")


def test_who_is_signed_in_where(manager: User) -> None:
    user = a_user("wang", password=PASSWORD, name="王某")
    Client(REMOTE_ADDR="10.9.8.7").post("/account/sign-in/", {"name": "wang", "password": PASSWORD})

    page = client_of(manager).get("/desk/sessions/").content.decode()

    assert user.name in page
    assert "10.9.8.7" in page


def test_a_lock_is_seen_and_lifted(manager: User) -> None:
    a_user("wang", password=PASSWORD)
    for _ in range(5):
        Client().post("/account/sign-in/", {"name": "wang", "password": "wrong"})
    client = client_of(manager)

    assert "wang" in client.get("/desk/locks/").content.decode()
    assert "暂停" in client.get("/desk/accounts/of/wang/").content.decode()
    client.post(f"/desk/locks/{Lock.objects.get().pk}/lifting/")

    assert (
        Client().post("/account/sign-in/", {"name": "wang", "password": PASSWORD}).status_code
        == HTTPStatus.FOUND
    )
    assert "现在没有被锁定" in client.get("/desk/locks/").content.decode()


def test_the_roles_with_what_they_may_do_and_who_holds_them(manager: User) -> None:
    page = client_of(manager).get("/desk/roles/").content.decode()

    assert "管理账户和授权" in page
    assert manager.name in page


def test_the_list_tells_the_roles_held_now(manager: User) -> None:
    user = a_user("wang")
    a_grant(user, "reviewer")
    a_grant(user, "inspector", until=localdate() - timedelta(days=1), since=localdate() - timedelta(days=9))

    page = client_of(manager).get("/desk/accounts/", {"q": "wang"}).content.decode()

    assert "审核人员" in page
    assert "执法人员" not in page


def test_grants_that_run_out_soon_wait_for_the_manager(manager: User) -> None:
    user = a_user("wang")
    a_grant(user, "reviewer", until=localdate(NOON) + timedelta(days=14))
    a_grant(user, "inspector", until=localdate(NOON) + timedelta(days=15))

    waiting = list(grants_running_out(user=manager, scope=EVERYWHERE, at=NOON))

    assert [todo.title for todo in waiting] == [f"{user.name}：审核人员（全市）"]


def test_a_search_finds_accounts_within_reach_only(bureau: Organisation) -> None:
    a_user("wang", name="王某", organisation=bureau)
    a_user("wang2", name="王某某")

    found = find_accounts(words="王", scope=Scope((Reach(regions=frozenset({"3701"})),)), most=8)

    assert [one.title for one in found] == ["王某"]


def test_a_name_with_markup_in_it_stays_text(manager: User) -> None:
    a_user("wang", name="<script>alert(1)</script>")
    client = client_of(manager)

    for page in ("/desk/accounts/", "/desk/accounts/of/wang/", "/desk/roles/"):
        assert "<script>alert" not in client.get(page).content.decode()
