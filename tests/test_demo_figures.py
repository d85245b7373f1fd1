"""The figures of the demonstration: one for every figure that a system declares, and plain about itself."""

from datetime import date
from typing import Any

import pytest

from guangyue.kit.money import Money
from guangyue.rules.parameters import Figure, Table
from guangyue.rules.tree import Kind
from liaocheng.demo_figures import ENTRIES
from liaocheng.systems import CITY

FIGURES = {figure.key: figure for system in CITY.systems for figure in system.figures}


def test_every_figure_that_the_city_declares_has_one_and_no_other() -> None:
    assert {entry.key for entry in ENTRIES} == FIGURES.keys()


def test_each_says_that_no_notice_said_it() -> None:
    assert {entry.source for entry in ENTRIES} == {"演示数据，非正式标准"}


@pytest.mark.parametrize("figure", FIGURES.values(), ids=lambda figure: figure.key)
def test_a_figure_is_known_from_the_first_day_of_2019_in_its_own_kind_and_changes_once_at_least(
    figure: Figure[Any],
) -> None:
    table = Table(ENTRIES)
    own = [entry for entry in ENTRIES if entry.key == figure.key]

    assert table(figure.key, None, date(2019, 1, 1)) is not None
    assert len({entry.value for entry in own}) > 1
    assert all(isinstance(entry.value, Money) == (figure.kind is Kind.MONEY) for entry in own)
