"""上传: several files come in as one long work, a file a step; one that cannot be read holds up no other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from guangyue.accounts.models import User
from guangyue.gazette.reading.files import MEGABYTE, MOST_BYTES, UnreadableIssue
from guangyue.jobs.declarations import WorkKind
from guangyue.jobs.models import Work
from guangyue.jobs.works import begin_work
from guangyue.kit.progress import Progress
from guangyue.kit.refusals import Refused
from guangyue.library.permissions import IMPORT_ISSUES
from guangyue.library.services.intake import Outcome, import_file

MOST_FILES = 50


@dataclass(frozen=True)
class FileOutcome:
    """What became of one file: the edition it is, or why it is none."""

    name: str
    edition: int | None
    sentence: str
    advice: str = ""


def import_step(
    *, options: Mapping[str, Any], checkpoint: Mapping[str, Any], folder: Path, by: User | None, at: datetime
) -> Progress:
    """The next file of an upload."""
    names: list[str] = options["names"]
    outcomes: list[dict[str, Any]] = list(checkpoint.get("outcomes", []))
    if len(outcomes) < len(names):
        outcomes.append(vars(_imported(folder / str(len(outcomes)), names[len(outcomes)], by, at)))
    finished = len(outcomes) == len(names)
    return Progress(
        done=len(outcomes),
        total=len(names),
        checkpoint={"outcomes": outcomes},
        message=_summary(outcomes) if finished else f"已读 {len(outcomes)} 个文件",
        finished=finished,
    )


IMPORTING = WorkKind("library.import", "导入公报", import_step, needs=IMPORT_ISSUES)


@transaction.atomic
def begin_import(*, files: Sequence["UploadedFile[Any]"], by: User, at: datetime) -> Work:
    """Keep the files until each has been read, and put the reading into the queue."""
    if not files:
        raise UnreadableIssue("请选择要导入的文件。")
    if len(files) > MOST_FILES:
        raise UnreadableIssue(f"一次最多导入 {MOST_FILES} 个文件，请分几次上传。")
    for file in files:
        _hold_to_size(file)
    names = [file.name or "未命名" for file in files]
    title = f"导入{names[0]}" if len(names) == 1 else f"导入{names[0]}等 {len(names)} 个文件"
    work = begin_work(kind=IMPORTING, by=by, at=at, title=title[:200], options={"names": names})
    work.folder.mkdir(parents=True, exist_ok=True)
    for count, file in enumerate(files):
        with (work.folder / str(count)).open("wb") as kept:
            for piece in file.chunks():
                kept.write(piece)
    return work


def outcomes_of(work: Work) -> list[FileOutcome]:
    return [FileOutcome(**outcome) for outcome in work.checkpoint.get("outcomes", [])]


def _imported(path: Path, name: str, by: User | None, at: datetime) -> FileOutcome:
    try:
        with path.open("rb") as file:
            imported = import_file(file=file, name=name, by=by, at=at)
    except Refused as refusal:
        return FileOutcome(name, None, refusal.sentence, refusal.advice)
    edition = imported.edition
    state = edition.get_state_display()
    same = imported.outcome is Outcome.SAME
    return FileOutcome(
        name, edition.pk, f"{imported.outcome.value}：{edition}，{'现在是' if same else ''}{state}"
    )


def _summary(outcomes: Sequence[Mapping[str, Any]]) -> str:
    refused = sum(outcome["edition"] is None for outcome in outcomes)
    taken = f"{len(outcomes) - refused} 个文件已经导入"
    return f"{taken}，{refused} 个没有导入。" if refused else f"{taken}。"


def _hold_to_size(file: "UploadedFile[Any]") -> None:
    if file.size and file.size > MOST_BYTES:
        size, most = file.size / MEGABYTE, MOST_BYTES // MEGABYTE
        raise UnreadableIssue(f"{file.name} 有 {size:.0f} MB，超过 {most} MB；请按期拆开，或者去掉图片。")
