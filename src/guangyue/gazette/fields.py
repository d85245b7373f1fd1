"""Model and form fields for a citation."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from guangyue.gazette.document import Clause

LONGEST = 120


class ClauseFormField(forms.CharField):
    """依据, typed as it is cited: 聊财社〔2019〕70号 第十一条."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **{
                "max_length": LONGEST,
                "help_text": "文号，空一格，条款，如：聊政办字〔2021〕7号 二",
                **options,
            }
        )

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, Clause) else value

    def clean(self, value: Any) -> Clause | None:
        return read_clause(super().clean(value))


class ClauseField(models.Field):  # type: ignore[type-arg]
    """依据条款: kept as it is cited, 聊财社〔2019〕70号 第十一条, and read back as a `Clause`."""

    description = "条款"

    def __init__(self, *arguments: Any, **options: Any) -> None:
        options.setdefault("max_length", LONGEST)
        super().__init__(*arguments, **options)

    def get_internal_type(self) -> str:
        return "CharField"

    def from_db_value(self, value: str | None, *context: Any) -> Clause | None:
        return Clause.parse(value) if value else None

    def to_python(self, value: Any) -> Clause | None:
        return value if isinstance(value, Clause) else read_clause(value)

    def get_prep_value(self, value: Any) -> str | None:
        return str(value) if value else None

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj) or "")

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**{"form_class": ClauseFormField, **options})


def read_clause(text: str | None) -> Clause | None:
    """What was typed, as a clause; nothing for nothing."""
    if not text or not text.strip():
        return None
    try:
        return Clause.parse(text)
    except ValueError as error:
        raise ValidationError(str(error), code="invalid") from error
