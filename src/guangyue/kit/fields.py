"""Model and form fields for the values of the kit, and the validators that speak for them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from guangyue.kit.identities import CreditCode, IdNumber, Malformed
from guangyue.kit.money import Money


class MoneyFormField(forms.Field):
    """An amount in 元, typed as people write it."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, *, least: Money | None = None, most: Money | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.least, self.most = least, most

    def prepare_value(self, value: Any) -> Any:
        return value.plain() if isinstance(value, Money) else value

    def to_python(self, value: Any) -> Money | None:
        if value in self.empty_values or isinstance(value, Money):
            return None if value in self.empty_values else value
        return read_money(str(value))

    def validate(self, value: Money | None) -> None:
        super().validate(value)
        if value is not None and self.least is not None and value < self.least:
            raise ValidationError(f"金额不能低于 {self.least}。", code="too_little")
        if value is not None and self.most is not None and value > self.most:
            raise ValidationError(f"金额不能超过 {self.most}。", code="too_much")


class MoneyField(models.Field):  # type: ignore[type-arg]
    """金额, kept as whole 分 in a bigint."""

    description = "金额（分）"

    def get_internal_type(self) -> str:
        return "BigIntegerField"

    def from_db_value(self, value: int | None, *context: Any) -> Money | None:
        return None if value is None else Money(int(value))

    def to_python(self, value: Any) -> Money | None:
        if value is None or isinstance(value, Money):
            return value
        return read_money(str(value))

    def get_prep_value(self, value: Any) -> int | None:
        if value is None:
            return None
        if not isinstance(value, Money):
            raise TypeError(f"{self.name} holds Money, not {value!r}")
        return value.fen

    def value_to_string(self, obj: models.Model) -> str:
        value = self.value_from_object(obj)
        return "" if value is None else value.plain()

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**{"form_class": MoneyFormField, **options})


class MomentField(forms.DateTimeField):
    """A day and a time of it, chosen from a calendar."""

    def __init__(self, **options: Any) -> None:
        picker = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(**{"widget": picker, **options})


class IdNumberFormField(forms.CharField):
    """公民身份号码, tidied and checked; a region no list knows is let through."""

    widget = forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off", "maxlength": 24})

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        return read_id_number(text) if text else text


class CreditCodeFormField(forms.CharField):
    """统一社会信用代码, tidied and checked."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "maxlength": 24})

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        return read_credit_code(text) if text else text


def read_money(text: str) -> Money:
    try:
        return Money.parse(text)
    except ValueError as refusal:
        raise ValidationError(str(refusal), code="invalid") from refusal


def read_id_number(text: str) -> str:
    """The number as it is kept; a validator of model fields too."""
    try:
        return IdNumber.parse(text, on=timezone.localdate()).text
    except Malformed as refusal:
        raise ValidationError(str(refusal), code="invalid") from refusal


def read_credit_code(text: str) -> str:
    """The code as it is kept; a validator of model fields too."""
    try:
        return CreditCode.parse(text).text
    except Malformed as refusal:
        raise ValidationError(str(refusal), code="invalid") from refusal
