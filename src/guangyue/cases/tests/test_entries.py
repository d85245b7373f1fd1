"""What is typed into a form comes back as it was meant, or is refused at its field; no page breaks of it."""

import json
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from guangyue.cases.entries import ENTRIES, field_for, keep, read, read_area, tell
from guangyue.cases.forms import DeclaredForm
from guangyue.matters.declaration import Entry, FormField

DECLARED = {
    entry: FormField(f"f{number}", entry.value, entry, choices=("甲", "乙"))
    for number, entry in enumerate(Entry)
}
GOOD: dict[Entry, tuple[str, Any, str]] = {
    Entry.TEXT: ("东湖小吃店", "东湖小吃店", "东湖小吃店"),
    Entry.LONG_TEXT: ("一层\n两间", "一层\n两间", "一层\n两间"),
    Entry.NUMBER: ("12.5", 12.5, "12.5"),
    Entry.MONEY: ("1,200.50", 120050, "1,200.50 元"),
    Entry.DAY: ("2021-04-30", "2021-04-30", "2021年4月30日"),
    Entry.CHOICE: ("乙", "乙", "乙"),
    Entry.YES_NO: ("no", False, "否"),
    Entry.PHONE: ("0635-8260001", "0635-8260001", "0635-8260001"),
}
CORNERS = st.tuples(st.floats(100, 130), st.floats(20, 50))


def form_of(entry: Entry, written: str, *, whole: bool = True) -> DeclaredForm:
    one = DECLARED[entry]
    return DeclaredForm([one], data={f"answer-{one.key}": written}, whole=whole)


@pytest.mark.parametrize("entry", GOOD)
def test_an_entry_is_kept_told_and_shown_again_as_it_was_typed(entry: Entry) -> None:
    written, kept, _ = GOOD[entry]
    one = DECLARED[entry]

    form = form_of(entry, written)

    assert form.is_valid(), form.errors
    assert form.kept() == {one.key: kept}
    shown = field_for(one).prepare_value(read(one, kept))
    again = form_of(entry, str(shown))
    assert again.is_valid()
    assert again.kept() == form.kept()


@pytest.mark.parametrize("entry", [Entry.NUMBER, Entry.DAY, Entry.YES_NO])
def test_an_entry_is_told_in_words(entry: Entry) -> None:
    _, kept, told = GOOD[entry]

    assert tell(DECLARED[entry], kept) == told


def test_every_sort_of_entry_can_be_asked() -> None:
    assert ENTRIES.keys() == set(Entry)


@given(st.sampled_from(list(Entry)), st.text(max_size=80))
def test_whatever_is_typed_is_kept_as_json_or_refused_at_its_field(entry: Entry, written: str) -> None:
    form = form_of(entry, written, whole=False)

    valid = form.is_valid()

    assert valid or list(form.errors) == [DECLARED[entry].key]
    assert json.loads(json.dumps(form.kept())) == form.kept()
    for value in form.kept().values():
        assert tell(DECLARED[entry], value)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_day_is_the_same_day_however_often_it_is_read(day: date) -> None:
    one = DECLARED[Entry.DAY]

    assert read(one, keep(one, day)) == day


@given(st.lists(st.lists(CORNERS, min_size=3, max_size=8, unique=True), min_size=1, max_size=4))
def test_corners_line_by_line_make_an_area_that_can_be_typed_again(
    plots: list[list[tuple[float, float]]],
) -> None:
    written = "\n\n".join("\n".join(f"{x},{y}" for x, y in plot) for plot in plots)

    area = read_area(written)

    assert len(area["coordinates"]) == len(plots)
    assert all(polygon[0][0] == polygon[0][-1] for polygon in area["coordinates"])
    assert read_area(json.dumps(area)) == area
    assert read_area(read(DECLARED[Entry.AREA], area)) == area


@pytest.mark.parametrize(
    "written",
    [
        "36.4",
        "115.9,36.4\n115.9,36.5",
        "{",
        '{"type": "Point", "coordinates": [1, 2]}',
        "500,36\n1,2\n3,4",
        "nan,1\n1,2\n3,4",
    ],
)
def test_what_is_no_area_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(ValidationError):
        read_area(written)


def test_a_draft_may_be_left_half_filled_and_a_whole_form_may_not() -> None:
    assert form_of(Entry.TEXT, "", whole=False).is_valid()
    assert not form_of(Entry.TEXT, "").is_valid()
