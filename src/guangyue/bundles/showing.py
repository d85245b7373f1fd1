"""What the pages tell of a theme: the answers in an address, what they combine, and how long it takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guangyue.bundles.design import Design, ThemeQuestion
from guangyue.bundles.merging import Measure, Merged, Removal, Why, apart, together
from guangyue.bundles.models import Theme
from guangyue.bundles.pieces import Declared
from guangyue.bundles.refusals import NotOffered
from guangyue.bundles.services.combining import combination_of, whole_of
from guangyue.bundles.services.declared import declarations

QUESTION = "q-"  # before the key of a question


@dataclass(frozen=True)
class Shown:
    """一件事 as a page shows it."""

    design: Design
    answers: Mapping[str, str]
    merged: Merged

    @property
    def asked(self) -> list[tuple[ThemeQuestion, str]]:
        return [(one, self.answers[one.key]) for one in self.design.questions]

    @property
    def before(self) -> Measure:
        return apart(self.merged.pieces)

    @property
    def after(self) -> Measure:
        return together(self.merged)

    @property
    def not_needed(self) -> Sequence[Removal]:
        """What need not be handed in at all; what is only asked once stands among what is asked."""
        return [one for one in self.merged.removals if one.why is not Why.DUPLICATE]


@dataclass(frozen=True)
class Card:
    """A theme in the catalogue, with what it comes to."""

    theme: Theme
    matters: int
    days: int
    materials: int


def answers_of(design: Design, said: Mapping[str, str]) -> dict[str, str]:
    """What an address or a form says of the questions; the first answer where it says nothing that fits."""
    return {
        one.key: given if (given := said.get(f"{QUESTION}{one.key}", "")) in one.answers else one.answers[0]
        for one in design.questions
    }


def shown_of(theme: Theme, said: Mapping[str, str]) -> Shown | None:
    """None when its matters no longer are what its design takes them for."""
    if theme.current is None:
        return None
    design = theme.current.designed
    answers = answers_of(design, said)
    try:
        combined = combination_of(theme.current, answers)
    except NotOffered:
        return None
    return Shown(design, answers, combined.merged)


def cards(themes: Sequence[Theme]) -> list[Card]:
    """Each with its matters in every situation; asked of the catalogue of matters at once."""
    codes = {code for one in themes if one.current for code in one.current.designed.matters}
    declared = declarations(codes)
    return [card for one in themes if (card := _card(one, declared))]


def _card(theme: Theme, declared: Declared) -> Card | None:
    version = theme.current
    merged = whole_of(version.designed, declared, fetched=version.fetched) if version else None
    if merged is None:
        return None
    days = merged.plan.days if merged.plan else 0
    return Card(theme, len(merged.pieces), days, len(merged.uploads))
