"""The archive package of a closed case: all that is kept of it, the same bytes each time."""

import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.audit.models import Record
from guangyue.cases.archive_checking import faults_of
from guangyue.cases.flow import Actor
from guangyue.cases.models import Case, Delivered
from guangyue.cases.refusals import NotClosedYet
from guangyue.cases.services.archive import archive_of
from guangyue.cases.services.delivery import Slip, deliver_case
from guangyue.cases.services.papers import hand_in_paper
from guangyue.cases.tests.browsing import a_case_now, signed_in
from guangyue.cases.tests.factories import AT, a_case, go
from guangyue.files.services import keep_file
from guangyue.files.tests.factories import a_photo, uploaded
from guangyue.matters.models import Matter
from guangyue.registries.tests.factories import EAST, an_official


@pytest.fixture
def closed(
    matter: Matter, clerk: User, reviewer: User, decider: User, settings: Settings, tmp_path: Path
) -> Case:
    settings.MEDIA_ROOT = tmp_path / "files"
    case = a_case(matter, by=clerk)
    file = keep_file(upload=uploaded(a_photo(), "平面图.jpg"), by=clerk, at=AT)
    hand_in_paper(paper=case.papers.get(code="plan"), files=[file], at=AT)
    go(case, "accept", actor=Actor.CLERK, by=clerk)
    go(case, "propose", actor=Actor.REVIEWER, by=reviewer, said="符合条件")
    go(case, "grant", actor=Actor.DECIDER, by=decider, at=AT + timedelta(days=1))
    slip = Slip(to="王小明", proof=Delivered.Proof.OWN)
    deliver_case(case=case, how=Case.Delivery.PICK_UP, slip=slip, by=clerk, at=AT + timedelta(days=2))
    case.refresh_from_db()
    return case


@pytest.fixture
def package(closed: Case, tmp_path: Path) -> Path:
    written = tmp_path / "归档包.zip"
    written.write_bytes(archive_of(closed))
    return written


def test_a_package_holds_all_that_is_kept_and_the_fingerprint_of_each_part(package: Path) -> None:
    with zipfile.ZipFile(package) as opened:
        names = opened.namelist()
        index = json.loads(opened.read("index.json"))

    assert names == sorted(names)
    assert {"manifest.json", "卷内目录.pdf", "材料/01 平面图.jpg"} <= set(names)
    assert [name for name in names if name.startswith("文书/")] == [
        "文书/01 受理通知书.pdf",
        "文书/02 准予决定书.pdf",
    ]
    assert [move["title"] for move in index["moves"]][-2:] == ["准予", "出件"]
    assert index["delivered"]["to"] == "王小明"
    assert list(faults_of(package)) == []


def test_the_same_case_gives_the_same_bytes(closed: Case) -> None:
    assert archive_of(closed) == archive_of(closed)


def test_a_case_under_way_is_not_archived(matter: Matter, clerk: User) -> None:
    with pytest.raises(NotClosedYet):
        archive_of(a_case(matter, by=clerk))


def test_what_was_changed_added_or_taken_out_is_named(package: Path) -> None:
    changed = package.with_name("changed.zip")
    with zipfile.ZipFile(package) as opened, zipfile.ZipFile(changed, "w") as written:
        for name in opened.namelist():
            if name == "卷内目录.pdf":
                continue
            more = b" " if name == "index.json" else b""
            written.writestr(name, opened.read(name) + more)
        written.writestr("多余.txt", "x")

    assert list(faults_of(changed)) == ["多出 多余.txt", "已被改动 index.json", "缺少 卷内目录.pdf"]


def test_the_command_says_which_packages_are_whole(package: Path) -> None:
    torn = package.with_name("torn.zip")
    torn.write_bytes(package.read_bytes()[:100])
    out = io.StringIO()

    with pytest.raises(CommandError, match="1 个"):
        call_command("cases", "verify-archive", str(package), str(torn), stdout=out)

    assert "✓ 归档包.zip" in out.getvalue()
    assert "✗ torn.zip  这不是归档包" in out.getvalue()


def test_whoever_sees_the_case_takes_its_archive_and_is_on_record(closed: Case, window: Client) -> None:
    address = reverse("cases:archive", args=[closed.number])
    assert address in window.get(closed.get_absolute_url()).content.decode()

    taken = window.get(address)

    assert taken["Content-Type"] == "application/zip"
    assert taken["Content-Disposition"].startswith("attachment")
    assert zipfile.is_zipfile(io.BytesIO(taken.content))
    assert Record.objects.filter(action="下载归档包").exists()


def test_the_archive_of_a_case_under_way_or_elsewhere_is_not_to_be_had(
    closed: Case, matter: Matter, window: Client
) -> None:
    elsewhere = signed_in(an_official("clerk", region=EAST[:6]))

    assert window.get(reverse("cases:archive", args=[a_case_now(matter).number])).status_code == 409
    assert elsewhere.get(reverse("cases:archive", args=[closed.number])).status_code == 404
