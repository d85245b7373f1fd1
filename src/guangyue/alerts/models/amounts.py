"""四种污染物 as columns: a row that has a number for each of them."""

from collections.abc import Mapping
from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from guangyue.alerts.reduction.proof import PERCENT, Emitted

COLUMNS: Mapping[Emitted, str] = {one: one.name.lower() for one in Emitted}
NOT_LESS_THAN_NOTHING = Q(so2__gte=0, nox__gte=0, pm__gte=0, vocs__gte=0)
A_SHARE = NOT_LESS_THAN_NOTHING & Q(so2__lte=PERCENT, nox__lte=PERCENT, pm__lte=PERCENT, vocs__lte=PERCENT)


def kilograms(emitted: Emitted) -> "models.DecimalField[Decimal, Decimal]":
    """So many a day."""
    return models.DecimalField(
        f"{emitted.value}（千克/日）",
        max_digits=12,
        decimal_places=3,
        default=0,
        validators=[MinValueValidator(0)],
    )


def percent(emitted: Emitted) -> "models.DecimalField[Decimal, Decimal]":
    """So much of what is emitted on other days."""
    return models.DecimalField(
        f"{emitted.value}减排（%）",
        max_digits=5,
        decimal_places=2,
        default=0,
        validators=[MinValueValidator(0), MaxValueValidator(PERCENT)],
    )


def amounts_of(row: models.Model) -> Mapping[Emitted, Decimal]:
    return {one: getattr(row, column) for one, column in COLUMNS.items()}
