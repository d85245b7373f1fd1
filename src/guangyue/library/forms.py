"""What people fill in to find and read documents."""

from typing import Any

from django import forms

from guangyue.library.searching.asking import LONGEST, Conditions
from guangyue.organisations.forms import DayField


class SearchForm(forms.Form):
    """What is asked of the library; a condition that makes no sense is said beside it and left out."""

    q = forms.CharField(label="检索词", required=False, max_length=10 * LONGEST)
    issuer = forms.ChoiceField(label="发文机关", required=False)
    series = forms.ChoiceField(label="文种", required=False)
    year = forms.TypedChoiceField(label="年份", required=False, coerce=int, empty_value=None)
    on = DayField(label="在这一天有效", required=False)

    def __init__(
        self,
        *arguments: Any,
        issuers: list[tuple[str, str]],
        series: list[tuple[str, str]],
        years: list[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        for name, offered in (("issuer", issuers), ("series", series), ("year", years)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "不限"), *offered]

    def conditions(self) -> Conditions:
        self.is_valid()
        held = self.cleaned_data
        return Conditions(
            issuer=held.get("issuer") or "",
            series=held.get("series") or "",
            year=held.get("year"),
            in_force_on=held.get("on"),
        )

    def words(self) -> str:
        self.is_valid()
        return str(self.cleaned_data.get("q") or "")[:LONGEST]
