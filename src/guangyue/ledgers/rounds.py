"""一轮整改 as it is shown: the lists, photos, acceptances and order of a round, the last round first."""

from collections.abc import Sequence
from dataclasses import dataclass

from guangyue.ledgers.models import (
    Acceptance,
    Deadline,
    Measure,
    Photo,
    Problem,
    Reopening,
    Responsibility,
    SignOff,
)


@dataclass(frozen=True)
class Round:
    """一轮整改."""

    number: int
    measures: Sequence[Measure]
    responsibilities: Sequence[Responsibility]
    deadlines: Sequence[Deadline]
    photos: Sequence[Photo]
    acceptances: Sequence[Acceptance]
    sign_off: SignOff | None
    reopening: Reopening | None

    def of_moment(self, moment: str) -> list[Photo]:
        return [photo for photo in self.photos if photo.moment == moment]


def rounds_of(problem: Problem) -> list[Round]:
    lists = {
        name: list(getattr(problem, name).all()) for name in ("measures", "responsibilities", "deadlines")
    }
    photos = list(problem.photos.select_related("file", "by"))
    accepted = problem.acceptances.select_related("by").prefetch_related("members", "results__measure")
    sign_offs = {one.round: one for one in problem.sign_offs.select_related("by")}
    reopenings = {one.round: one for one in problem.reopenings.all()}
    return [
        Round(
            number,
            **{name: [one for one in rows if one.round == number] for name, rows in lists.items()},
            photos=[one for one in photos if one.round == number],
            acceptances=[one for one in accepted if one.round == number],
            sign_off=sign_offs.get(number),
            reopening=reopenings.get(number),
        )
        for number in range(problem.round, 0, -1)
    ]
