"""填写: how each sort of entry of a form is asked, kept as JSON, and told. Knows no case."""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guangyue.kit.fields import CreditCodeFormField, IdNumberFormField, MoneyFormField
from guangyue.kit.money import Money
from guangyue.kit.wording import day as day_in_words
from guangyue.kit.wording import said
from guangyue.matters.declaration import Entry, FormField

LONGEST_TEXT, LONGEST_LONG_TEXT, LONGEST_AREA = 200, 2000, 200_000
LARGEST_NUMBER = 10**12
MOST_MONEY = Money.yuan(10**11)
NO_MONEY = Money(0)
YES, NO = "yes", "no"
CHOOSE = ("", "请选择")
RADIO_UP_TO = 4  # choices: more of them stand in a list that opens
PHONE = r"^(1\d{10}|0\d{2,3}-?\d{7,8}|\d{5,8})$"
SHORTEST_RING = 4  # positions, the first and the last alike
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)

Plain = Any  # text, number, flag or what GeoJSON is made of


class AreaFormField(forms.CharField):
    """地块范围: the corners line by line, or GeoJSON; kept as a GeoJSON MultiPolygon."""

    widget = forms.Textarea(attrs={"rows": 5, "class": "coordinates", "spellcheck": "false"})

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return read_area(text) if text else None


@dataclass(frozen=True)
class EntryKind:
    """A sort of entry: the field that asks it, and the value between field, JSON and page."""

    ask: Callable[[FormField], forms.Field]
    keep: Callable[[Any], Plain] = lambda value: value
    read: Callable[[Plain], Any] = lambda plain: plain
    tell: Callable[[Plain], str] = said


def field_for(declared: FormField) -> forms.Field:
    """The field as people fill it in."""
    field = ENTRIES[declared.entry].ask(declared)
    field.label, field.required = declared.title, declared.required
    field.help_text = declared.help or field.help_text
    return field


def keep(declared: FormField, value: Any) -> Plain:
    """What was filled in, as the case keeps it."""
    return None if value in (None, "") else ENTRIES[declared.entry].keep(value)


def read(declared: FormField, plain: Plain) -> Any:
    """What the case keeps, as the field shows it."""
    return None if plain is None else ENTRIES[declared.entry].read(plain)


def tell(declared: FormField, plain: Plain) -> str:
    """What the case keeps, in words."""
    return said(None) if plain is None else ENTRIES[declared.entry].tell(plain)


def read_area(text: str) -> dict[str, Any]:
    """One or several rings. Of lines, each is 经度,纬度; an empty line begins the next ring."""
    try:
        rings = _rings_of_json(text) if text.lstrip().startswith("{") else _rings_of_lines(text)
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        raise ValidationError(
            "没有读懂坐标：请每行填写一个点“经度,纬度”，或者粘贴 GeoJSON。", code="unreadable"
        ) from None
    polygons = [[_ring(position) for position in ring] for ring in rings]
    if not polygons or any(not polygon for polygon in polygons):
        raise ValidationError("没有填写坐标。", code="empty")
    return {"type": "MultiPolygon", "coordinates": polygons}


def _rings_of_lines(text: str) -> list[list[list[list[float]]]]:
    polygons: list[list[list[float]]] = [[]]
    for line in text.splitlines():
        if line.strip():
            longitude, latitude = (float(one) for one in line.replace("，", ",").split(","))
            polygons[-1].append([longitude, latitude])
        elif polygons[-1]:
            polygons.append([])
    return [[ring] for ring in polygons if ring]


def _rings_of_json(text: str) -> list[Any]:
    shape = json.loads(text)
    if shape["type"] == "FeatureCollection":
        return [ring for one in shape["features"] for ring in _rings_of_json(json.dumps(one["geometry"]))]
    if shape["type"] == "Feature":
        return _rings_of_json(json.dumps(shape["geometry"]))
    if shape["type"] == "Polygon":
        return [shape["coordinates"]]
    if shape["type"] == "MultiPolygon":
        return list(shape["coordinates"])
    raise ValueError(shape["type"])


def _ring(positions: Any) -> list[list[float]]:
    ring = [[float(position[0]), float(position[1])] for position in positions]
    if any(not (math.isfinite(x) and math.isfinite(y)) for x, y in ring):
        raise ValidationError("坐标应当是数。", code="unreadable")
    if any(abs(x) > 180 or abs(y) > 90 for x, y in ring):
        raise ValidationError("经度在前、纬度在后，单位是度，例如 115.98,36.45。", code="out_of_range")
    if ring and ring[0] != ring[-1]:
        ring.append(ring[0])
    if len(ring) < SHORTEST_RING:
        raise ValidationError("一个地块至少要三个点。", code="too_short")
    return ring


def _area_lines(plain: Plain) -> str:
    """The corners as they can be typed again; a ring within another only GeoJSON can tell."""
    if any(len(polygon) != 1 for polygon in plain["coordinates"]):
        return json.dumps(plain)
    rings = (polygon[0][:-1] for polygon in plain["coordinates"])
    return "\n\n".join("\n".join(f"{x},{y}" for x, y in ring) for ring in rings)


def _area_told(plain: Plain) -> str:
    corners = sum(len(ring) - 1 for polygon in plain["coordinates"] for ring in polygon)
    return f"{len(plain['coordinates'])} 个地块，{corners} 个界址点"


def _text(declared: FormField) -> forms.Field:
    return forms.CharField(max_length=LONGEST_TEXT)


def _long_text(declared: FormField) -> forms.Field:
    return forms.CharField(max_length=LONGEST_LONG_TEXT, widget=forms.Textarea(attrs={"rows": 4}))


def _number(declared: FormField) -> forms.Field:
    return forms.DecimalField(
        max_digits=18,
        decimal_places=4,
        min_value=-LARGEST_NUMBER,
        max_value=LARGEST_NUMBER,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )


def _money(declared: FormField) -> forms.Field:
    return MoneyFormField(least=NO_MONEY, most=MOST_MONEY, help_text="元，最多两位小数")


def _day(declared: FormField) -> forms.Field:
    return forms.DateField(
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "日期请写成 2021-04-30 的样子。"},
        validators=[_in_reach],
    )


def _choice(declared: FormField) -> forms.Field:
    choices = [(one, one) for one in declared.choices]
    if len(choices) <= RADIO_UP_TO:
        return forms.ChoiceField(choices=choices, widget=_radio())
    return forms.ChoiceField(choices=[CHOOSE, *choices])


def _yes_no(declared: FormField) -> forms.Field:
    return forms.ChoiceField(choices=[(YES, "是"), (NO, "否")], widget=_radio())


def _phone(declared: FormField) -> forms.Field:
    return phone_field()


def phone_field() -> forms.RegexField:
    return forms.RegexField(
        PHONE,
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
        error_messages={"invalid": "请填写手机号或者固定电话，例如 0635-1234567。"},
    )


def _radio() -> forms.RadioSelect:
    return forms.RadioSelect(attrs={"class": "form-check-input"})


def _in_reach(value: date) -> None:
    if not EARLIEST <= value <= LATEST:
        raise ValidationError(f"日期应当在 {EARLIEST.year} 年至 {LATEST.year} 年之间。", code="out_of_reach")


def _kept_number(value: Any) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


ENTRIES: Mapping[Entry, EntryKind] = {
    Entry.TEXT: EntryKind(_text),
    Entry.LONG_TEXT: EntryKind(_long_text),
    Entry.NUMBER: EntryKind(_number, keep=_kept_number),
    Entry.MONEY: EntryKind(
        _money, keep=lambda value: value.fen, read=Money, tell=lambda plain: str(Money(plain))
    ),
    Entry.DAY: EntryKind(
        _day,
        keep=date.isoformat,
        read=date.fromisoformat,
        tell=lambda plain: day_in_words(date.fromisoformat(plain)),
    ),
    Entry.CHOICE: EntryKind(_choice),
    Entry.YES_NO: EntryKind(
        _yes_no, keep=lambda value: value == YES, read=lambda plain: YES if plain else NO
    ),
    Entry.PHONE: EntryKind(_phone),
    Entry.ID_NUMBER: EntryKind(lambda declared: IdNumberFormField()),
    Entry.CREDIT_CODE: EntryKind(lambda declared: CreditCodeFormField()),
    Entry.AREA: EntryKind(
        lambda declared: AreaFormField(
            max_length=LONGEST_AREA,
            help_text="每行一个界址点“经度,纬度”，几个地块之间空一行；也可以粘贴 GeoJSON",
        ),
        read=_area_lines,
        tell=_area_told,
    ),
}
