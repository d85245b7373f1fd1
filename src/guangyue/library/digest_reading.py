"""要点, as the public reads them: what officials have confirmed of a document, each with its clause."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from guangyue.gazette.models import PrintedDocument
from guangyue.library.models import DigestPoint
from guangyue.library.point_wording import say


@dataclass(frozen=True)
class Line:
    """A thing that the document says, and the clauses where it says it."""

    says: str
    path: str
    link: str


@dataclass(frozen=True)
class Group:
    """All of one kind."""

    title: str
    lines: Sequence[Line]


def digest_of(document: PrintedDocument) -> list[Group]:
    """What `library/_digest.html` shows; nothing until somebody has confirmed something."""
    points = list(DigestPoint.objects.of(document).valid())
    groups = []
    for kind in DigestPoint.Kind:
        found = [point for point in points if point.kind == kind]
        said = dict.fromkeys((say(point.meaning), point.path) for point in found)
        lines = [
            Line(says, path, reverse("library:clause", args=[document.key, path])) for says, path in said
        ]
        if lines:
            groups.append(Group(kind.label, lines))
    return groups
