"""Forms of the parts of a declaration: rows of texts, read by the part itself."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guangyue.kit.refusals import Refused
from guangyue.matters.declaration import Declaration
from guangyue.matters.parts import BETWEEN, ELEMENTS, As, Attribute, Part, rows_of

EMPTY_ROWS = 2
MOST_ROWS = 200
LONGEST, LONGEST_TEXT = 200, 4000
WIDE = (As.LONG, As.LINES, As.PAIRS, As.ANSWERS, As.SEVERAL)


class RowForm(forms.Form):
    """One row of a part. `value` is what it says, once it is valid."""

    use_required_attribute = False

    def __init__(
        self, *arguments: Any, part: Part, declaration: Declaration, before: Any = None, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self.part, self.before = part, before
        for attribute in part.attributes:
            self.fields[attribute.key] = _field(attribute, declaration)
        self.value: Any = None

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.errors:
            return said
        try:
            self.value = self.part.read(_texts(said), self.before)
        except Refused as refusal:
            field = refusal.field if refusal.field in self.fields else None
            self.add_error(field, ValidationError(refusal.sentence))
        except TypeError:
            raise ValidationError("这一行没有填全。") from None
        return said


class Rows:
    """The rows of a part as forms: those there are, and some empty ones to add."""

    def __init__(self, part: Part, declaration: Declaration, data: Mapping[str, Any] | None) -> None:
        self.part, self.declaration = part, declaration
        self.single = part is ELEMENTS
        before = rows_of(declaration, part)
        empty = 0 if self.single else EMPTY_ROWS
        count = len(before) + empty if data is None else _count(data, len(before) + empty)
        self.forms = [self._form(place, before, data) for place in range(count)]

    @property
    def is_valid(self) -> bool:
        """Every row is looked at, so that all that is wrong stands on the page at once."""
        wrong = [form for form in self._kept() if not form.is_valid()]
        return not wrong

    def values(self) -> tuple[Any, ...]:
        return tuple(form.value for form in self._kept())

    def _kept(self) -> list[RowForm]:
        """What stays: rows not ticked for removal, and new ones with something in them."""
        return [one for one in self.forms if not self._dropped(one) and (one.before or one.has_changed())]

    def _dropped(self, form: RowForm) -> bool:
        return bool(form.data.get(f"{form.prefix}-drop"))

    def _form(self, place: int, before: tuple[Any, ...], data: Mapping[str, Any] | None) -> RowForm:
        one = before[place] if place < len(before) else None
        initial = self.part.shown(one) if one is not None else {}
        for attribute in self.part.attributes:
            if attribute.as_ is As.SEVERAL:
                initial[attribute.key] = [
                    each for each in initial.get(attribute.key, "").split(BETWEEN) if each
                ]  # type: ignore[assignment]
        return RowForm(
            data,
            prefix=str(place),
            initial=initial,
            part=self.part,
            declaration=self.declaration,
            before=one,
        )


def _count(data: Mapping[str, Any], usual: int) -> int:
    said = str(data.get("rows", ""))
    return min(int(said[:4]), MOST_ROWS) if said.isdecimal() else usual


def _field(attribute: Attribute, declaration: Declaration) -> forms.Field:
    common: dict[str, Any] = {
        "label": attribute.title,
        "required": attribute.required,
        "help_text": attribute.help or (attribute.as_.value if attribute.as_ in WIDE[1:4] else ""),
    }
    match attribute.as_:
        case As.YES_NO | As.CHOICE:
            return forms.ChoiceField(choices=attribute.choices(), **{**common, "required": False})
        case As.SEVERAL:
            return forms.MultipleChoiceField(
                choices=attribute.choices(declaration), widget=forms.CheckboxSelectMultiple, **common
            )
        case As.LONG | As.LINES | As.PAIRS | As.ANSWERS:
            return forms.CharField(
                max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 3}), **common
            )
        case As.NUMBER:
            return forms.CharField(
                max_length=6, widget=forms.TextInput(attrs={"inputmode": "numeric"}), **common
            )
    return forms.CharField(max_length=LONGEST, **common)


def _texts(said: Mapping[str, Any]) -> dict[str, str]:
    return {key: BETWEEN.join(one) if isinstance(one, list) else str(one) for key, one in said.items()}
