"""政策监测: sources added and paused, and looks at them, which import what is new into review.

聊政办字〔2020〕48号 五（四）. Nothing is released by a look (S01 R32).
"""

import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.gazette.models import Edition
from guangyue.gazette.reading.files import MOST_BYTES
from guangyue.jobs.declarations import job
from guangyue.kit.refusals import Refused
from guangyue.library.models import Capture, LastLook, Look, Source
from guangyue.library.services.intake import Outcome, import_file
from guangyue.library.watching.feeds import read_feed
from guangyue.library.watching.fetching import Fetched, Fetcher, check_address
from guangyue.library.watching.folders import files_in, folder_below
from guangyue.library.watching.found import CannotLook, CannotTake, FoundFile, NotYet

LARGEST_FEED = 4 * 1024 * 1024
LONGEST_SENTENCE = 300
State = Capture.State


class SourceTaken(Refused):
    sentence = "已经有这个名称的来源，或者这个地址已经在看。"


@dataclass(frozen=True)
class Looked:
    """What a look comes to."""

    found: int = 0
    imported: int = 0
    refused: int = 0
    problem: str = ""


@transaction.atomic
def add_source(*, kind: str, title: str, address: str, by: User | None, at: datetime) -> Source:
    """添加来源: a folder is named by its path below the inbox, a feed by its address."""
    if kind == Source.Kind.FEED:
        check_address(address)
    else:
        folder = folder_below(_inbox(), address)
        folder.mkdir(parents=True, exist_ok=True)
        address = str(folder.relative_to(_inbox().resolve()))
    for field, value in (("title", title), ("address", address)):
        if Source.objects.filter(**{field: value}).exists():
            raise SourceTaken(field=field)
    source = Source.objects.create(kind=kind, title=title, address=address, added_by=by, added_at=at)
    LastLook.objects.create(source=source)
    return source


def pause_source(*, source: Source, at: datetime) -> None:
    """暂停."""
    Source.objects.watched().filter(pk=source.pk).update(paused_at=at)


def resume_source(*, source: Source) -> None:
    """恢复."""
    Source.objects.filter(pk=source.pk).update(paused_at=None)


@job("library.look_at_source", title="查看一个政策来源", once=False, retries=1)
def look_at_source(*, source: int, at: datetime) -> None:
    watched = Source.objects.watched().filter(pk=source).select_related("last").first()
    if watched:
        look_at(source=watched, at=at)


@job("library.watch_sources", title="查看政策来源")
def watch_sources(*, at: datetime) -> None:
    """A job for each source that is due: one that is slow or breaks keeps no other waiting."""
    for source in Source.objects.due(at=at):
        LastLook.objects.filter(pk=source.pk).update(at=at)
        look_at_source.defer(source=source.pk)


def look_at(*, source: Source, at: datetime) -> Looked:
    """查看: every new file is taken in a transaction of its own, so what was taken stays taken."""
    look = Look(source=source, at=at)
    try:
        looked = _take_all(look, _files(source, at), at)
    except CannotLook as refusal:
        looked = Looked(problem=refusal.sentence)
    _note(source, look, looked, at)
    return looked


def _files(source: Source, at: datetime) -> Iterable[FoundFile]:
    if source.kind == Source.Kind.FOLDER:
        return files_in(folder_below(_inbox(), source.address), at=at)
    return _behind_feed(source)


def _behind_feed(source: Source) -> Iterator[FoundFile]:
    """What the feed leads to. Its version is kept once everything behind it was taken or refused for good."""
    fetcher = Fetcher(LARGEST_FEED, allowed=settings.GUANGYUE_PRIVATE_FEEDS)
    last = source.last
    feed = fetcher.fetch(source.address, etag=last.etag, modified=last.modified)
    if feed.unchanged:
        return
    for entry in read_feed(feed.content, base=source.address):
        yield FoundFile(entry.name, entry.address, entry.version, partial(_download, entry.address))
    _keep_version(source, feed)


def _keep_version(source: Source, feed: Fetched) -> None:
    kept = {"etag": feed.etag[:200], "modified": feed.modified[:60]}
    LastLook.objects.filter(pk=source.pk).update(**kept)


def _download(address: str) -> bytes:
    try:
        return Fetcher(MOST_BYTES, allowed=settings.GUANGYUE_PRIVATE_FEEDS).fetch(address).content
    except CannotLook as refusal:
        raise NotYet(refusal.sentence) from refusal


def _take_all(look: Look, files: Iterable[FoundFile], at: datetime) -> Looked:
    """A file that cannot be had now is a problem of this look, and waits for the next."""
    known = set(Capture.objects.filter(source=look.source).values_list("address", "version"))
    states: list[str] = []
    problem = ""
    for file in files:
        if (file.address, file.version) in known:
            continue
        try:
            content = file.read()
        except NotYet as refusal:
            problem = f"{file.name}：{refusal.sentence}"
            continue
        except CannotTake as refusal:
            states.append(_capture(look, file, State.REFUSED, sentence=refusal.sentence))
            continue
        states.append(_take(look, file, content, at))
    if problem:
        LastLook.objects.filter(pk=look.source.pk).update(etag="", modified="")
    return Looked(len(states), states.count(State.IMPORTED), states.count(State.REFUSED), problem)


def _take(look: Look, file: FoundFile, content: bytes, at: datetime) -> str:
    """Import it, and note what became of it, both or neither."""
    digest = hashlib.sha256(content).hexdigest()
    try:
        with transaction.atomic():
            taken = import_file(file=io.BytesIO(content), name=file.name, by=None, at=at)
            known = taken.outcome is Outcome.SAME
            return _capture(
                look,
                file,
                State.KNOWN if known else State.IMPORTED,
                sentence=taken.outcome.value,
                sha256=digest,
                edition=taken.edition,
            )
    except Refused as refusal:
        return _capture(look, file, State.REFUSED, sentence=refusal.sentence, sha256=digest)


@transaction.atomic
def _capture(
    look: Look,
    file: FoundFile,
    state: str,
    *,
    sentence: str,
    sha256: str = "",
    edition: Edition | None = None,
) -> str:
    if look.pk is None:
        look.save()
    Capture.objects.create(
        look=look,
        source=look.source,
        name=file.name[-255:],
        address=file.address,
        version=file.version,
        sha256=sha256,
        state=state,
        sentence=sentence[:LONGEST_SENTENCE],
        edition=edition,
    )
    return state


@transaction.atomic
def _note(source: Source, look: Look, looked: Looked, at: datetime) -> None:
    """Keep the look if it brought anything, or a trouble that is new; and always how it went."""
    last = LastLook.objects.select_for_update().get(pk=source.pk)
    problem = looked.problem[:LONGEST_SENTENCE]
    if looked.found or problem != last.problem:
        look.found, look.imported, look.refused = looked.found, looked.imported, looked.refused
        look.problem = problem
        look.save()
    last.at = at
    last.problem = problem
    last.failing_since = (last.failing_since or at) if problem else None
    last.save(update_fields=["at", "problem", "failing_since"])


def _inbox() -> Path:
    """收件目录: the only place below which folders are watched."""
    return Path(settings.GUANGYUE_INBOX)
