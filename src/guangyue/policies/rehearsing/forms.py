"""What is filled in about a draft, and about the day and the months it is rehearsed for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from guangyue.kit.refusals import Refused
from guangyue.policies.fact_forms import READERS, shown_value
from guangyue.policies.forms import AskedDayField, FigureForm
from guangyue.policies.models.drafts import LONGEST_TITLE
from guangyue.policies.rehearsing.changes import FigureChange
from guangyue.policies.rehearsing.services import MOST_MONTHS
from guangyue.rules.authoring import Rule
from guangyue.rules.redrafting import Changes, Drafted, Part, Said, Sort, figure_said, parts_of
from guangyue.rules.tree import Kind

LEFT_OUT = "left-out:"
A_YEAR = 12


def _span(sent: Any) -> int:
    text = str(sent).strip()
    if not text.removeprefix("-").isdecimal() or len(text) > 7 or not text.isascii():
        raise ValueError("请填整数。")
    return int(text)


SORT_READERS: Mapping[Sort, Callable[[Any], Any]] = {
    Sort.MONEY: READERS[Kind.MONEY],
    Sort.NUMBER: READERS[Kind.NUMBER],
    Sort.RATIO: READERS[Kind.RATIO],
    Sort.DAY: READERS[Kind.DAY],
    Sort.MONTHS: _span,
    Sort.DAYS: _span,
    Sort.WORDS: frozenset,
}
UNITS = {Sort.MONEY: "元", Sort.MONTHS: "个月", Sort.DAYS: "天"}


class DraftForm(forms.Form):
    title = forms.CharField(label="名称", max_length=LONGEST_TITLE, help_text="如：最低工资标准调到 1,700 元")
    notes = forms.CharField(
        label="说明", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class RehearsalForm(forms.Form):
    """从哪一天起, 往后几个月."""

    on = AskedDayField(label="从哪一天起", required=True, help_text="名录按这一天，一次性的政策按这一天判定")
    months = forms.IntegerField(
        label="预演几个月",
        min_value=1,
        max_value=MOST_MONTHS,
        initial=A_YEAR,
        help_text="按月的政策逐月在月末判定",
    )


class DraftFigureForm(FigureForm):
    """一个参数在草稿里的数值: it needs no source."""

    source = None  # type: ignore[assignment]

    def changed(self) -> FigureChange:
        said = self.cleaned_data
        region = said["region"].name if said["region"] else None
        return FigureChange(self.figure.key, region, said["since"], self.carried())


class DraftedField(forms.Field):
    """One figure of a rule; its value is one that the figure can have."""

    def __init__(self, figure: Drafted) -> None:
        unit = UNITS.get(figure.sort, "")
        told = f"现为 {figure_said(figure.sort, figure.value)}" + (f"，单位为{unit}" if unit else "")
        super().__init__(label=figure.said, help_text=told, widget=_widget(figure))
        self.figure = figure

    def prepare_value(self, value: Any) -> Any:
        return shown_value(value)

    def clean(self, value: Any) -> Said:
        super().clean(value)
        try:
            said: Said = SORT_READERS[self.figure.sort](value)
            self.figure.require(said)
        except Refused as refusal:
            raise ValidationError(refusal.sentence, code="refused") from refusal
        except ValueError as error:
            raise ValidationError(str(error), code="unreadable") from error
        return said


@dataclass(frozen=True)
class ShownPart:
    """A condition with the fields of its figures and the box that leaves it out."""

    part: Part
    fields: tuple[forms.BoundField, ...]
    left_out: forms.BoundField | None


class RuleForm(forms.Form):
    """一条规则的一个版本: every figure in it, and which conditions are asked no more."""

    def __init__(self, version: Rule, drafted: Changes, names: Mapping[str, str], *, data: Any) -> None:
        self.parts = parts_of(version, names)
        super().__init__(data=data, initial=self._initial(drafted))
        for part in self.parts:
            for one in part.figures:
                if not one.silent:
                    self.fields[one.path] = DraftedField(one)
            if part.may_be_left_out:
                self.fields[f"{LEFT_OUT}{part.path}"] = forms.BooleanField(
                    label="不再要求这个条件", required=False
                )

    def shown(self) -> Iterator[ShownPart]:
        for part in self.parts:
            fields = tuple(self[one.path] for one in part.figures if not one.silent)
            left_out = self[f"{LEFT_OUT}{part.path}"] if part.may_be_left_out else None
            if fields or left_out:
                yield ShownPart(part, fields, left_out)

    def said(self) -> Changes:
        """What is otherwise than in the version, after `is_valid`."""
        said: dict[str, Said | None] = {}
        for part in self.parts:
            for one in part.figures:
                if self.cleaned_data.get(one.path, one.value) != one.value:
                    said[one.path] = self.cleaned_data[one.path]
            if self.cleaned_data.get(f"{LEFT_OUT}{part.path}"):
                said[part.path] = None
        return said

    def _initial(self, drafted: Changes) -> dict[str, Any]:
        standing = {one.path: one.value for part in self.parts for one in part.figures}
        changed = {path: value for path, value in drafted.items() if value is not None}
        left_out = {f"{LEFT_OUT}{path}": True for path, value in drafted.items() if value is None}
        return {**standing, **changed, **left_out}


def _widget(figure: Drafted) -> forms.Widget:
    match figure.sort:
        case Sort.WORDS:
            return forms.CheckboxSelectMultiple(choices=[(one, one) for one in figure.words])
        case Sort.DAY:
            return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.TextInput(
        attrs={"autocomplete": "off", "inputmode": "decimal" if figure.sort is Sort.MONEY else "text"}
    )
