"""What the tests of the printed notices start from."""

import pytest

from guangyue.gazette.models import Edition
from guangyue.gazette.tests.factories import a_document, an_edition
from liaocheng.appointments.document import NOTICES
from liaocheng.appointments.tests.gazettes import GAZETTES


@pytest.fixture
def editions(db: None) -> list[Edition]:
    """The nine notices in their issues, each from its number to the end of the file."""
    found = []
    for path in GAZETTES:
        year, number = map(int, path.stem.split("-"))
        text = path.read_text(encoding="utf-8")
        edition = an_edition(year=year, number=number, text=text)
        for notice in NOTICES:
            places = [at for at, line in enumerate(text.split("\n"), start=1) if line == notice.number]
            if places:
                piece = {"first": places[-1], "last": text.count("\n") + 1, "marker": "", "by_hand": False}
                a_document(
                    number=notice.number,
                    edition=edition,
                    title=notice.title,
                    day=notice.since,
                    pieces=[piece],
                )
        found.append(edition)
    return found
