"""The worked examples of S01, and what the library is asked for."""

from pathlib import Path

import pytest
from django.core.management import call_command

from guangyue.gazette.folder import gazette_files

SHARED = Path(__file__).resolve().parents[4] / "shared"
CATALOGUE = SHARED / "catalogue" / "S01-gazette-library.md"


@pytest.mark.skipif(not gazette_files(), reason="the gazettes are not beside the repository")
@pytest.mark.django_db
def test_the_worked_examples_pass() -> None:
    """Those of the catalogue where it lies beside the repository, and our own at the edges of the rules."""
    ours = Path(__file__).with_name("S01-further-examples.yaml")

    call_command("examples", *(file for file in (ours, CATALOGUE) if file.exists()))
