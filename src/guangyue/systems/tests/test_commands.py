"""`guangyue enact` and `guangyue examples`."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from guangyue.organisations.models import Notice, Organisation

GOOD = "- given: {resolve: 市财政局, date: 2021-01-01}\n  expect: {organisation: 聊城市财政局}\n"
BAD = GOOD.replace("聊城市财政局", "聊城市审计局")
STRANGE = GOOD.replace("{resolve", "{colour: red, resolve")

pytestmark = pytest.mark.django_db


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


def test_enacting_again_changes_nothing() -> None:
    call_command("enact", stdout=StringIO())
    before = (Organisation.objects.count(), Notice.objects.count())

    call_command("enact", stdout=StringIO())

    assert (Organisation.objects.count(), Notice.objects.count()) == before


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
