"""A column that holds a citation."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Expression

from guangyue.gazette.document import Clause


class ClauseField(models.CharField):  # type: ignore[type-arg]
    """依据条款: kept as it is cited, 聊财社〔2019〕70号 第十一条, and read back as a `Clause`."""

    description = "条款"

    def __init__(self, *arguments: Any, **options: Any) -> None:
        options.setdefault("max_length", 120)
        super().__init__(*arguments, **options)

    def from_db_value(
        self, value: str | None, expression: Expression, connection: BaseDatabaseWrapper
    ) -> Clause | None:
        return Clause.parse(value) if value else None

    def to_python(self, value: Any) -> Clause | None:
        if value is None or isinstance(value, Clause):
            return value
        try:
            return Clause.parse(str(value)) if str(value).strip() else None
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def get_prep_value(self, value: Any) -> str | None:
        return str(value) if value else None

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj) or "")
