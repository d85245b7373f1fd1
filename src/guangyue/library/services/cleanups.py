"""文件清理: a round opened, its documents assigned and judged, what follows from the verdicts, its end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Q

from guangyue.accounts.models import User
from guangyue.gazette.document import Clause
from guangyue.gazette.models import PrintedDocument
from guangyue.gazette.reading.shapes import Category
from guangyue.kit.refusals import Refused
from guangyue.library.models import CleanupItem, CleanupRound, in_force
from guangyue.organisations.models import Organisation
from guangyue.organisations.resolution import NameIndex

Ground, Verdict = CleanupItem.Ground, CleanupItem.Verdict
COUNTED = ("many", "judged", "keep", "revise", "repeal", "owed")


class NothingToClean(Refused):
    sentence = "政策库里那一天没有施行中的文件，不用清理。"


class TitleTaken(Refused):
    sentence = "已经有同名的清理轮次。"


class RoundClosed(Refused):
    sentence = "这一轮清理已经结束。"


class ItemsOpen(Refused):
    sentence = "还有文件没有填报清理意见，不能结束。"


class NothingToCarryOut(Refused):
    sentence = "只有清理意见是修改或者废止的，才有落实文件。"


class ReasonMissing(Refused):
    sentence = "修改、废止的，请写明理由。"


@dataclass(frozen=True)
class Claim:
    """认领: whose it is to look through a document, and why."""

    printed: str
    ground: str
    organisation: Organisation | None


@dataclass(frozen=True)
class UnitProgress:
    """单位进度."""

    name: str
    organisation: int | None
    many: int
    judged: int
    keep: int
    revise: int
    repeal: int
    owed: int  # to be revised or repealed, without the act that does it

    @property
    def percent(self) -> int:
        return self.judged * 100 // self.many if self.many else 100


@transaction.atomic
def open_round(
    *, title: str, criteria: str, cites: Clause, on: date, due: date, by: User | None, at: datetime
) -> CleanupRound:
    """发起: each document in force on that day, appointments and chronicles apart, is somebody's to judge."""
    if CleanupRound.objects.filter(title=title).exists():
        raise TitleTaken(field="title")
    documents = list(
        PrintedDocument.objects.released()
        .filter(in_force(on, term="term__"))
        .exclude(Q(category=Category.AFFAIRS.value) | Q(number=""))
        .order_by("day", "id")
    )
    if not documents:
        raise NothingToClean(field="on")
    opened = CleanupRound.objects.create(
        title=title, criteria=criteria, cites=cites, on=on, due=due, opened_by=by, opened_at=at
    )
    names = NameIndex.load()
    CleanupItem.objects.bulk_create(_item(opened, document, names) for document in documents)
    return opened


def _item(opened: CleanupRound, document: PrintedDocument, names: NameIndex) -> CleanupItem:
    claim = _claim(document, names, opened.on)
    return CleanupItem(
        cleanup=opened,
        document_key=document.key,
        title=document.title,
        day=document.day,
        printed_unit=claim.printed,
        ground=claim.ground,
        organisation=claim.organisation,
    )


def _claim(document: PrintedDocument, names: NameIndex, on: date) -> Claim:
    """The first that the register knows, of those who drafted it, who interpret it and who made it."""
    claims = list(_claims(document, names, on))
    return next((claim for claim in claims if claim.organisation), claims[-1])


def _claims(document: PrintedDocument, names: NameIndex, on: date) -> Iterator[Claim]:
    author = [(document.author, Ground.AUTHOR)] if document.author else []
    interpreters = [(name, Ground.INTERPRETER) for name in document.interpreters]
    issuers = [(name, Ground.ISSUER) for name in document.issuers or [""]]
    for name, ground in (*author, *interpreters, *issuers):
        resolved = names.resolve(name, document.day or on) if name else None
        yield Claim(name, ground, resolved.organisation if resolved else None)


@transaction.atomic
def assign_item(*, item: CleanupItem, organisation: Organisation) -> None:
    """指定 another unit, which drafted it: the print does not always say who did."""
    item = _open(item)
    item.organisation, item.ground = organisation, Ground.ASSIGNED
    item.save(update_fields=["organisation", "ground"])


@transaction.atomic
def judge_item(*, item: CleanupItem, verdict: str, reason: str, act: str, by: User, at: datetime) -> None:
    """填报清理意见; a later one takes the place of an earlier one until the round is closed."""
    item = _open(item)
    if verdict != Verdict.KEEP and not reason.strip():
        raise ReasonMissing(field="reason")
    item.verdict, item.reason = verdict, reason
    item.act = act if verdict != Verdict.KEEP else ""
    item.judged_by, item.judged_at = by, at
    item.save(update_fields=["verdict", "reason", "act", "judged_by", "judged_at"])


@transaction.atomic
def record_act(*, item: CleanupItem, act: str) -> None:
    """落实: the document that revises or repeals it has come; after the round too."""
    locked = CleanupItem.objects.select_for_update().get(pk=item.pk)
    if locked.verdict not in (Verdict.REVISE, Verdict.REPEAL):
        raise NothingToCarryOut
    locked.act = act
    locked.save(update_fields=["act"])


@transaction.atomic
def close_round(*, cleanup: CleanupRound, at: datetime) -> None:
    """结束: every document has its verdict; acts that are still owed stay listed."""
    locked = CleanupRound.objects.select_for_update().get(pk=cleanup.pk)
    if locked.closed_at:
        raise RoundClosed
    if locked.items.filter(verdict="").exists():
        raise ItemsOpen
    locked.closed_at = at
    locked.save(update_fields=["closed_at"])


def unit_progress(*, cleanup: CleanupRound) -> list[UnitProgress]:
    """Each unit's share of the round, the slowest first."""
    revising = Q(verdict__in=(Verdict.REVISE, Verdict.REPEAL))
    rows: Any = (
        cleanup.items.order_by()
        .values("organisation", "organisation__name")
        .annotate(
            many=Count("pk"),
            judged=Count("pk", filter=~Q(verdict="")),
            keep=Count("pk", filter=Q(verdict=Verdict.KEEP)),
            revise=Count("pk", filter=Q(verdict=Verdict.REVISE)),
            repeal=Count("pk", filter=Q(verdict=Verdict.REPEAL)),
            owed=Count("pk", filter=revising & Q(act="")),
        )
    )
    units = [
        UnitProgress(
            name=row["organisation__name"] or "单位未定",
            organisation=row["organisation"],
            **{name: row[name] for name in COUNTED},
        )
        for row in rows
    ]
    return sorted(units, key=lambda unit: (unit.percent, -unit.many, unit.name))


def _open(item: CleanupItem) -> CleanupItem:
    locked = CleanupItem.objects.select_for_update(of=("self",)).select_related("cleanup").get(pk=item.pk)
    if locked.cleanup.closed_at:
        raise RoundClosed
    return locked
