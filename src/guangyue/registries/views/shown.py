"""What a page of facts is given: the chapters, the day asked about, and where a fact can be changed."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone

from guangyue.registries.dossier import Chapter, Line, chapters, lines_of
from guangyue.registries.facts import FactKind
from guangyue.registries.forms import MomentForm
from guangyue.registries.models import Subject

Link = Callable[[Line], str]


@dataclass(frozen=True)
class ShownFacts:
    """Facts of one or more subjects, by owner; the links are empty for what this person may not do."""

    chapters: list[Chapter]
    moment: MomentForm
    on: date
    known_at: datetime
    at: datetime
    correct: Link
    record: Link

    @property
    def known_day(self) -> date:
        return timezone.localdate(self.known_at)

    @property
    def is_present(self) -> bool:
        """Whether it is today that is shown, as it is known now."""
        return self.on == timezone.localdate(self.at) and self.known_at == self.at


def nowhere(line: Line) -> str:
    return ""


def show_facts(
    request: HttpRequest,
    *subjects: Subject,
    among: Collection[FactKind],
    at: datetime,
    correct: Link = nowhere,
    record: Link = nowhere,
) -> ShownFacts:
    moment = MomentForm(request.GET)
    on, known_at = moment.asked(at=at)
    lines = [
        line for subject in subjects for line in lines_of(subject, among=among, on=on, known_at=known_at)
    ]
    return ShownFacts(chapters(lines), moment, on, known_at, at, correct, record)
