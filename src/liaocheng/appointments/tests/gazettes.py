"""The issues of the gazette, where they lie beside the repository."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[5] / "shared"
GAZETTES = sorted((SHARED / "gazettes").glob("*.txt"))
CATALOGUE = SHARED / "catalogue" / "S05-organisations-appointments.md"

needs_gazettes = pytest.mark.skipif(not GAZETTES, reason="the gazettes are not beside the repository")
