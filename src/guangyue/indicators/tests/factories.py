"""Targets, parts and figures, for tests."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_user
from guangyue.files.models import File
from guangyue.gazette.document import Clause
from guangyue.indicators.comparing.comparators import Comparator
from guangyue.indicators.comparing.natures import Nature
from guangyue.indicators.declaration import TargetFact
from guangyue.indicators.models import Figure, Target
from guangyue.indicators.services.figures import FigureSaid, enter_figure, verify_figure
from guangyue.indicators.services.setting import confirm_target, draft_target
from guangyue.indicators.services.splitting import split_target
from guangyue.kit.clocks import SHANGHAI
from guangyue.organisations.models import Organisation

AT = datetime(2021, 4, 30, 10, tzinfo=SHANGHAI)
DUE = date(2020, 12, 31)
CITES = Clause("测政发〔2020〕1号", "一（一）")


def a_fact(code: str, **said: Any) -> TargetFact:
    return TargetFact(
        **{
            "code": code,
            "indicator": f"指标{code}",
            "comparator": Comparator.AT_LEAST,
            "value": Decimal(100),
            "unit": "个",
            "nature": Nature.YEARLY,
            "due": DUE,
            "cites": CITES,
            **said,
        }
    )


def a_target(code: str, *, owner: Organisation | None = None, **said: Any) -> Target:
    """One that is in force."""
    drafted = draft_target(fact=a_fact(code, **said), owner=owner, by=None, at=AT)
    return confirm_target(target=drafted, by=a_user(), at=AT)


def a_file() -> File:
    return File.objects.create(
        name="月报.pdf", media_type="application/pdf", size=1, sha256="0" * 64, kept_at=AT
    )


def split(target: Target, **values: int | str) -> Target:
    """By the keys of organisations."""
    offices = Organisation.objects.in_bulk(values, field_name="key")
    parts = {offices[key]: Decimal(value) for key, value in values.items()}
    return split_target(target=target, parts=parts, by=a_user(), at=AT)


def a_figure(target: Target, value: int | str, *, office: Organisation, **said: Any) -> Figure:
    """A draft with evidence, whose content nobody reads unless a file is given."""
    evidence = said.pop("evidence", None) or a_file()
    by: User = said.pop("by", None) or a_user(organisation=office)
    figure = FigureSaid(
        target=target,
        value=Decimal(value),
        **{"on": DUE, "unit": target.reported_in or "吨", "source": "统计月报", **said},
    )
    return enter_figure(said=figure, office=office, by=by, at=AT, evidence=evidence)


def a_verified_figure(target: Target, value: int | str, *, office: Organisation, **said: Any) -> Figure:
    return verify_figure(figure=a_figure(target, value, office=office, **said), by=a_user(), at=AT)
