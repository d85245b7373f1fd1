"""现场检查 on a phone: everything is taken at once, once, and never over what was found otherwise."""

from datetime import timedelta
from http import HTTPStatus
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_user
from guangyue.inspections.kinds import Method, Result
from guangyue.inspections.models import Evidence, Finding, Item, PlanLine, Visit
from guangyue.inspections.refusals import BroughtOtherwise, NotOfTheTeam
from guangyue.inspections.services.visiting import Brought, Found, bring_home
from guangyue.inspections.tests.factories import POINTS, VISITED, a_batch, account_of, assigned

CLEAN = Found(dict.fromkeys(POINTS, "合格"), Result.CLEAN)
MAKER = 0x010F  # of the camera, in EXIF


@pytest.fixture
def visit(line: PlanLine) -> Visit:
    return assigned(a_batch(line)).visits.order_by("pk").first()  # type: ignore[return-value]


@pytest.fixture
def officer(visit: Visit) -> User:
    return account_of(visit.members.order_by("pk")[0].inspector)


def a_photo(name: str = "现场.jpg") -> SimpleUploadedFile:
    content, exif = BytesIO(), Image.Exif()
    exif[MAKER] = "秘密相机"
    Image.new("RGB", (60, 40), "green").save(content, "JPEG", exif=exif)
    return SimpleUploadedFile(name, content.getvalue(), "image/jpeg")


def brought(item: Item, found: Found = CLEAN, **said: Any) -> Brought:
    return Brought(**{"found": {item: found}, "methods": [Method.ON_SITE], **said})


def test_what_is_brought_home_begins_ends_and_enters_the_visit(
    visit: Visit, item: Item, officer: User
) -> None:
    came = brought(item, photos=[a_photo()], signatures=[a_photo("执法人员签字.png")])

    assert bring_home(visit=visit, brought=came, by=officer, at=VISITED)

    visit.refresh_from_db()
    assert (visit.state, visit.methods) == (Visit.State.ENTERED, ["ON_SITE"])
    assert sorted(visit.evidence.values_list("kind", flat=True)) == ["photo", "signature"]


def test_the_same_brought_twice_is_there_once(visit: Visit, item: Item, officer: User) -> None:
    bring_home(visit=visit, brought=brought(item, photos=[a_photo()]), by=officer, at=VISITED)

    again = bring_home(
        visit=visit, brought=brought(item, photos=[a_photo()]), by=officer, at=VISITED + timedelta(hours=1)
    )

    assert not again
    assert (Finding.objects.count(), Evidence.objects.count()) == (1, 1)


def test_something_else_brought_afterwards_is_refused(visit: Visit, item: Item, officer: User) -> None:
    bring_home(visit=visit, brought=brought(item), by=officer, at=VISITED)
    other = Found(dict.fromkeys(POINTS, "不合格"), Result.FOUND, "没有进货查验记录")

    with pytest.raises(BroughtOtherwise):
        bring_home(visit=visit, brought=brought(item, other), by=officer, at=VISITED)
    assert Finding.objects.get().result == Result.CLEAN.name


def test_what_is_refused_of_a_part_leaves_nothing_of_the_rest(
    visit: Visit, item: Item, officer: User
) -> None:
    unanswered = brought(item, Found({}, Result.CLEAN), photos=[a_photo()])

    with pytest.raises(Exception, match="逐项"):
        bring_home(visit=visit, brought=unanswered, by=officer, at=VISITED)

    visit.refresh_from_db()
    assert visit.state == Visit.State.PLANNED
    assert not Evidence.objects.exists()


def test_nobody_else_brings_it_home(visit: Visit, item: Item) -> None:
    with pytest.raises(NotOfTheTeam):
        bring_home(visit=visit, brought=brought(item), by=a_user(), at=VISITED)


@pytest.fixture
def browser(officer: User, settings: Settings) -> Client:
    settings.DEMO = True
    a_grant(officer, "inspector")
    client = Client(headers={"Accept": "text/html"})
    client.force_login(officer)
    return client


def filled(item: Item, **said: Any) -> dict[str, Any]:
    points = {f"item-{item.pk}-point-{place}": "合格" for place in range(len(POINTS))}
    return {**points, f"item-{item.pk}-result": "CLEAN", "methods": ["ON_SITE"], **said}


def test_the_page_takes_findings_photos_and_signatures(visit: Visit, item: Item, browser: Client) -> None:
    page = f"{visit.get_absolute_url()}field/"
    assert POINTS[0] in browser.get(page).content.decode()

    answer = browser.post(
        page, filled(item, photos=[a_photo(), a_photo()], signed_by_subject=a_photo("手写.png"))
    )

    assert (answer.status_code, answer["Location"]) == (HTTPStatus.FOUND, visit.get_absolute_url())
    assert Evidence.objects.filter(kind=Evidence.Kind.PHOTO).count() == 2
    signature = Evidence.objects.get(kind=Evidence.Kind.SIGNATURE)
    assert signature.file.name.startswith("被检查人签字")
    kept = browser.get(f"{visit.get_absolute_url()}evidence/{signature.file.key}/").content
    assert "秘密相机".encode() not in kept
    assert not Image.open(BytesIO(kept)).getexif()


def test_what_is_not_filled_in_is_said_and_nothing_kept(visit: Visit, item: Item, browser: Client) -> None:
    wrong = {**filled(item), f"item-{item.pk}-point-0": ""}

    answer = browser.post(f"{visit.get_absolute_url()}field/", wrong)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f"id_item-{item.pk}-point-0_error" in answer.content.decode()
    visit.refresh_from_db()
    assert visit.state == Visit.State.PLANNED


def test_a_visit_of_others_is_not_there(visit: Visit, browser: Client, settings: Settings) -> None:
    stranger = a_user()
    a_grant(stranger, "inspector")
    client = Client(headers={"Accept": "text/html"})
    client.force_login(stranger)

    assert client.get(f"{visit.get_absolute_url()}field/").status_code == HTTPStatus.NOT_FOUND
