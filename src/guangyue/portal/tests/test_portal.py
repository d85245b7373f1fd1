"""The front door, and the portal as an app."""

import json

import pytest
from django.conf import settings
from django.test import Client

from guangyue.organisations.models import Region

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor() -> Client:
    return Client(headers={"accept": "text/html"})


def test_the_front_page_says_what_day_it_is_and_counts_the_townships_of_every_district(
    visitor: Client,
) -> None:
    city = Region.objects.create(code="371500", name="聊城市", kind=Region.Kind.CITY, standard="测试")
    district = Region.objects.create(
        code="371502", name="东昌府区", kind=Region.Kind.DISTRICT, parent=city, standard="测试"
    )
    zone = Region.objects.create(
        code="3715Z1", name="开发区", kind=Region.Kind.ZONE, parent=city, standard="测试"
    )
    for number, run_by in enumerate((None, zone)):
        Region.objects.create(
            code=f"37150200{number}",
            name="街道",
            kind=Region.Kind.STREET,
            parent=district,
            managed_by=run_by,
            standard="测试",
        )

    html = visitor.get("/").content.decode()

    assert "工作日" in html
    assert "东昌府区 <small>2 个镇街</small>" in html
    assert "开发区 <small>1 个镇街</small>" in html


def test_larger_type_is_chosen_once_and_kept(visitor: Client) -> None:
    answer = visitor.post("/type-size/", {"size": "large", "back": "/search/"})

    assert answer["Location"] == "/search/"
    assert 'class="large-type"' in visitor.get("/").content.decode()
    visitor.post("/type-size/", {"size": "usual"})
    assert "large-type" not in visitor.get("/").content.decode()


def test_a_form_leads_back_to_our_own_pages_only(visitor: Client) -> None:
    answer = visitor.post("/type-size/", {"size": "large", "back": "https://elsewhere.example/"})

    assert answer["Location"] == "/"


def test_the_portal_can_be_installed(visitor: Client) -> None:
    answer = visitor.get("/manifest.webmanifest")

    manifest = json.loads(answer.content)
    assert answer["Content-Type"] == "application/manifest+json"
    assert manifest["start_url"] == "/"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    assert all(icon["src"].startswith(settings.STATIC_URL) for icon in manifest["icons"])


def test_a_phone_keeps_static_files_and_the_offline_page_and_nothing_else(visitor: Client) -> None:
    script = visitor.get("/service-worker.js")
    offline = visitor.get("/offline/").content.decode()

    kept = json.loads(script.content.decode().partition("const FILES = ")[2].partition(";")[0])
    assert script["Content-Type"].startswith("text/javascript")
    assert all(file.startswith(settings.STATIC_URL) for file in kept)
    assert "csrf" not in offline
    assert "没有网络" in offline


@pytest.mark.parametrize("words", ["", "   ", "没有这样的词", "%00", "a" * 500])
def test_a_search_in_vain_says_what_to_try(visitor: Client, words: str) -> None:
    answer = visitor.get("/search/", {"q": words})

    assert answer.status_code == 200
    assert "没有找到" in answer.content.decode() or "想找什么" in answer.content.decode()
