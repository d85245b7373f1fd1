from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings

from guangyue.accounts.models import User
from guangyue.operations.fingerprints import fingerprint
from guangyue.operations.trouble import Trouble
from guangyue.organisations.models import Organisation


def prepared(*words: str) -> str:
    said = StringIO()
    call_command("prepare", *words, stdout=said)
    return said.getvalue()


@pytest.mark.django_db
def test_the_first_start_makes_an_administrator_and_shows_the_password_once() -> None:
    first, second = prepared(), prepared()

    assert "只显示这一次" in first
    assert "密码" not in second
    assert User.objects.get(username="admin").must_change_password


@pytest.mark.django_db
def test_the_organisations_of_the_city_are_there_from_the_first_start_and_come_once() -> None:
    prepared()
    known = Organisation.objects.count()

    prepared()

    assert Organisation.objects.count() == known > 0


def test_missing_front_end_packages_are_said_in_one_line(folder: Path, settings: Settings) -> None:
    settings.STATICFILES_DIRS = [("vendor", folder / "vendor")]

    with pytest.raises(
        Trouble, match=rf"^缺少页面所用的前端库（{folder}/vendor）：请执行 python3 gy up[^\n]*$"
    ):
        prepared()


def test_a_fingerprint_changes_with_every_file(folder: Path) -> None:
    (folder / "one").write_text("1")
    before = fingerprint(folder.iterdir())

    assert fingerprint(folder.iterdir()) == before
    (folder / "two").write_text("2")
    after = fingerprint(folder.iterdir())
    assert after != before
    (folder / "one").write_text("10")
    assert fingerprint(folder.iterdir()) != after
    assert fingerprint(folder.iterdir(), "--demo") != fingerprint(folder.iterdir())
