"""`guangyue enact` and `guangyue examples`."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings

from guangyue.organisations.models import Name, Organisation, Tenure

GOOD = "- given: {resolve: 市财政局, date: 2021-01-01}\n  expect: {organisation: 东湖市财政局}\n"
BAD = GOOD.replace("东湖市财政局", "东湖市审计局")
STRANGE = GOOD.replace("{resolve", "{colour: red, resolve")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small_city(settings: Settings) -> None:
    settings.GUANGYUE_CITY = "guangyue.systems.tests.small_city.CITY"


def run(tmp_path: Path, **files: str) -> tuple[list[str], int]:
    """What it prints, and how it exits."""
    out, paths = StringIO(), []
    for name, text in files.items():
        paths.append(tmp_path / f"{name}.yaml")
        paths[-1].write_text(text, encoding="utf-8")
    try:
        call_command("examples", *paths, stdout=out)
    except SystemExit as exit_:
        return out.getvalue().splitlines(), int(exit_.code or 0)
    return out.getvalue().splitlines(), 0


def test_enacting_puts_in_what_the_city_declares_and_what_its_documents_demand() -> None:
    call_command("enact", stdout=StringIO())

    assert dict(Organisation.objects.values_list("name", "until")) == {
        "东湖市财政局": None,
        "东湖市审计局": date(2021, 1, 1),
    }
    assert Tenure.objects.on(date(2021, 3, 1)).get().person.name == "王一"
    assert not Tenure.objects.on(date(2021, 3, 2)).exists()


def test_enacting_again_adds_nothing_and_changes_nothing() -> None:
    call_command("enact", stdout=StringIO())
    Organisation.objects.filter(key="finance").update(name="东湖市财政金融局")

    call_command("enact", stdout=StringIO())

    assert Organisation.objects.get(key="finance").name == "东湖市财政金融局"
    assert (Organisation.objects.count(), Name.objects.count(), Tenure.objects.count()) == (2, 3, 1)


def test_each_example_has_its_line_and_the_last_line_counts(tmp_path: Path) -> None:
    lines, code = run(tmp_path, S05=GOOD + BAD)

    assert lines[0].startswith("passed S05.yaml example 1")
    assert lines[1].startswith("FAILED S05.yaml example 2: organisation: expected")
    assert (lines[-1], code) == ("1 passed, 1 failed", 1)


def test_all_passed_exits_well_and_leaves_nothing_behind(tmp_path: Path) -> None:
    lines, code = run(tmp_path, S05=GOOD)

    assert (lines[-1], code) == ("1 passed, 0 failed", 0)
    assert not Organisation.objects.exists()


def test_a_key_the_system_does_not_understand_fails_by_name(tmp_path: Path) -> None:
    lines, code = run(tmp_path, S05=STRANGE)

    assert "colour" in lines[0]
    assert code == 1


def test_a_file_of_no_system_fails(tmp_path: Path) -> None:
    lines, code = run(tmp_path, S99=GOOD, notes=GOOD)

    assert (lines[-1], code) == ("0 passed, 2 failed", 1)


def test_a_file_that_cannot_be_read_fails_and_the_others_are_judged(tmp_path: Path) -> None:
    lines, code = run(tmp_path, S48="- [", S05=GOOD)

    assert (lines[-1], code) == ("1 passed, 1 failed", 1)
