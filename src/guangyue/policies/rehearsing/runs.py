"""预演的运行: the city bucket by bucket, judged by what stands and by what is drafted; a step a bucket.

What each bucket brought is a file of its own, so that a rehearsal that was cancelled or killed goes on with
the next bucket. The last step makes the summary of them all.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
from django.db import transaction
from django.urls import reverse

from guangyue.accounts.models import User
from guangyue.jobs.declarations import WorkKind
from guangyue.jobs.works import begin_work
from guangyue.kit.progress import Progress
from guangyue.kit.refusals import Refused
from guangyue.policies.figures import standing_table
from guangyue.policies.models import Draft, Rehearsal
from guangyue.policies.permissions import REHEARSE_POLICIES
from guangyue.policies.rehearsing.changes import Changes, read, written
from guangyue.policies.rehearsing.summaries import summarised
from guangyue.policies.rehearsing.touched import touched
from guangyue.registries.tables import buckets, tables_of
from guangyue.rules.comparing import Change, Compared, rehearse

CASES, SUMS = "cases", "sums"
PART_SUFFIX = ".part"


class RulesHaveChanged(Refused):
    sentence = "预演开始以后规则已经改版，请重新预演。"


class NoList(Refused):
    sentence = "预演的名单已经过了保存期，请重新预演。"


@transaction.atomic
def begin_rehearsal(
    *,
    draft: Draft,
    changes: Changes,
    policies: Sequence[Compared],
    on: date,
    months: int,
    by: User,
    at: datetime,
) -> Rehearsal:
    """By what is known at this moment, and by the draft as it is now."""
    versions = _versions(policies)
    rehearsal = Rehearsal.objects.create(
        draft=draft,
        changes=written(changes),
        on=on,
        months=months,
        known_at=at,
        policies=versions,
        buckets=[[*_ends(one.persons), *_ends(one.firms)] for one in buckets()],
        inputs=hashlib.sha256(repr((changes.digest(), sorted(versions.items()))).encode()).hexdigest(),
        started_by=by,
        started_at=at,
    )
    rehearsal.work = begin_work(
        kind=REHEARSING, by=by, at=at, title=f"政策预演：{draft}", options={"rehearsal": rehearsal.pk}
    )
    rehearsal.save(update_fields=["work"])
    return rehearsal


def rehearse_step(
    *, options: Mapping[str, Any], checkpoint: Mapping[str, Any], folder: Path, by: User | None, at: datetime
) -> Progress:
    """The next bucket; after the last one the summary."""
    rehearsal = Rehearsal.objects.select_related("draft").get(pk=options["rehearsal"])
    number, total = checkpoint.get("buckets", 0), len(rehearsal.buckets)
    if number < total:
        _take_bucket(rehearsal, number, folder)
        return Progress(
            done=number + 1,
            total=total + 1,
            checkpoint={"buckets": number + 1},
            message=f"已预演 {number + 1} 个分桶，共 {total} 个",
        )
    _sum_up(rehearsal, folder, at)
    return Progress(
        done=total + 1, total=total + 1, checkpoint={"buckets": total}, message="预演完成", finished=True
    )


def _page(options: Mapping[str, Any]) -> str:
    return reverse("policies:rehearsal", args=[options["rehearsal"]])


REHEARSING = WorkKind("policies.rehearse", "政策预演", rehearse_step, needs=REHEARSE_POLICIES, opens=_page)


def cases_of(rehearsal: Rehearsal) -> pl.LazyFrame:
    """Of each case that changes, or that nobody can decide, what becomes of it."""
    files = sorted(rehearsal.work.folder.glob(f"{CASES}-*.parquet")) if rehearsal.work else []
    if not files:
        raise NoList
    return pl.scan_parquet(files)


def _take_bucket(rehearsal: Rehearsal, number: int, folder: Path) -> None:
    first_person, last_person, first_firm, last_firm = rehearsal.buckets[number]
    changes = read(rehearsal.changes)
    policies = list(touched(changes))
    if _versions(policies) != rehearsal.policies:
        raise RulesHaveChanged
    tables = tables_of(
        persons=range(first_person, last_person),
        firms=range(first_firm, last_firm),
        on=rehearsal.on,
        known_at=rehearsal.known_at,
    )
    standing = standing_table(known_at=rehearsal.known_at)
    found = rehearse(
        tables, policies, standing, changes.table(standing), rehearsal.on, months=rehearsal.months
    )
    _write(found.cases.filter(pl.col("change") != Change.SAME.name), folder, CASES, number)
    _write(found.sums, folder, SUMS, number)


def _sum_up(rehearsal: Rehearsal, folder: Path, at: datetime) -> None:
    cases, sums = (_written(folder, name, len(rehearsal.buckets)) for name in (CASES, SUMS))
    rehearsal.summary = summarised(pl.read_parquet(cases), pl.read_parquet(sums)).written()
    rehearsal.sha256 = _digest((*cases, *sums))
    rehearsal.ended_at = at
    rehearsal.save(update_fields=["summary", "sha256", "ended_at"])


def _versions(policies: Sequence[Compared]) -> dict[str, list[list[str]]]:
    return {
        one.code: [[version.fingerprint for version in side] for side in (one.before, one.after)]
        for one in policies
    }


def _ends(numbers: range) -> tuple[int, int]:
    return numbers.start, numbers.stop


def _write(frame: pl.DataFrame, folder: Path, name: str, number: int) -> None:
    """Whole or not at all: a step that was killed leaves no half of a file under its name."""
    path = folder / f"{name}-{number:05d}.parquet"
    part = path.with_suffix(PART_SUFFIX)
    frame.write_parquet(part, compression="zstd")
    part.replace(path)


def _written(folder: Path, name: str, buckets: int) -> list[Path]:
    return [folder / f"{name}-{number:05d}.parquet" for number in range(buckets)]


def _digest(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for content in _contents(files):
        digest.update(content)
    return digest.hexdigest()


def _contents(files: Sequence[Path]) -> Iterator[bytes]:
    for file in files:
        yield file.read_bytes()
