"""要件: which pieces of an empowerment stand on a day, and what is still missing of them and of its kit."""

from collections.abc import Iterator
from datetime import date

from guangyue.empowerments.models import Empowerment, PublicAnnouncement
from guangyue.empowerments.models.papers import Paper
from guangyue.empowerments.modes import KitPart, Piece, ability
from guangyue.organisations.models.periods import covers


def papers_of(empowerment: Empowerment, piece: Piece) -> list[Paper]:
    """All there ever were of one sort, the newest first."""
    match piece:
        case Piece.AGREEMENT:
            return list(empowerment.agreements.all())
        case Piece.SEAL:
            return list(empowerment.seals.all())
        case Piece.PERMISSION:
            return list(empowerment.permissions.all())
        case Piece.ANNOUNCEMENT:
            grants = PublicAnnouncement.Kind.GRANT
            return [one for one in empowerment.announcements.all() if one.kind == grants]


def standing(paper: Paper, on: date) -> bool:
    return covers(on, paper.since, paper.until)


def pieces_on(empowerment: Empowerment, on: date) -> Iterator[Piece]:
    for piece in empowerment.way.needs:
        if any(standing(paper, on) for paper in papers_of(empowerment, piece)):
            yield piece


def missing_on(empowerment: Empowerment, on: date) -> tuple[Piece, ...]:
    """What must still be in place before anything is done."""
    return ability(empowerment.granted_by, tuple(pieces_on(empowerment, on))).missing


def missing_kit(empowerment: Empowerment) -> tuple[KitPart, ...]:
    """What is still to be made ready. It does not stop anybody from acting; the limit runs on it."""
    done = {one.part for one in empowerment.kit.all()}
    return tuple(part for part in empowerment.way.kit if part.name not in done)
