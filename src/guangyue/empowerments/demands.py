"""What a document can demand of powers: that bodies are given them, and that what goes with it is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.urls import reverse

from guangyue.empowerments.services.conferring import know_document
from guangyue.gazette.document import Clause, Document
from guangyue.gazette.running import Runs
from guangyue.organisations.facts import OrganisationFact
from guangyue.organisations.services.register import find_organisation


@dataclass(frozen=True)
class EmpowerBodies:
    """赋权: the document gives powers to the bodies it names, so many anew and so many as before; what goes
    with it is made ready within so many working days."""

    document: Document
    bodies: tuple[OrganisationFact, ...]
    days: int
    cites: Clause
    new_matters: int = 0
    direct_matters: int = 0

    def runs(self) -> Iterator[Runs]:
        title = f"赋权{'、'.join(body.name for body in self.bodies)}"
        yield Runs(self.cites, "赋权", title, key=self.document.number, url=reverse("empowerments:public"))

    def enact(self, at: datetime) -> None:
        know_document(
            number=self.document.number,
            title=self.document.title,
            cites=self.cites,
            issued_on=self.document.since,
            days=self.days,
            new_matters=self.new_matters,
            direct_matters=self.direct_matters,
            bodies=[find_organisation(body.key) for body in self.bodies],
        )


class Keeping(Enum):
    """What is kept of powers, and the page where it is seen."""

    WAYS = "赋权方式", "empowerments:public"
    STOPPING = "不再实施的事项", "empowerments:public_stopped"
    LISTS = "赋权清单核对", "empowerments:powers"
    PIECES = "赋权要件", "empowerments:powers"
    KIT = "赋权配套", "empowerments:watch"
    CLOCK = "赋权落实期限", "empowerments:progress"

    def __init__(self, kind: str, page: str) -> None:
        self.kind, self.page = kind, page


@dataclass(frozen=True)
class KeepPowers:
    """赋权管理: one of its works, asked for by the clause. It is there without being enacted into a row."""

    work: Keeping
    title: str
    cites: Clause

    def runs(self) -> Iterator[Runs]:
        work = self.work
        yield Runs(self.cites, work.kind, self.title, key=work.name, url=reverse(work.page))

    def enact(self, at: datetime) -> None:
        """The pages hold to it from the first day."""
