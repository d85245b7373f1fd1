"""What is declared to the queue: jobs, the timetable they run by, and kinds of long work.

All are plain values. Those that a city runs are named once, in its configuration: `GUANGYUE_BACKGROUND` says
where.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from guangyue.jobs.queue import enqueue
from guangyue.kit.access import Permission
from guangyue.kit.progress import Progress

BEIJING_IS_AHEAD = 8  # hours
BEIJING = timezone(timedelta(hours=BEIJING_IS_AHEAD))


@dataclass(frozen=True)
class Job:
    """后台任务: a function that is run later, by a worker.

    A job that runs `once` runs in one transaction with its receipt: whatever becomes of the worker, its
    effects on the database are there exactly once. Any other commits its own steps, and may be run again
    from the beginning.
    """

    key: str
    title: str
    run: Callable[..., None]
    once: bool = True
    retries: int = 5

    def defer(self, *, not_before: datetime | None = None, **arguments: Any) -> int:
        """Put it in the queue, in the transaction of the caller: no commit, no job. The number it got."""
        return enqueue(self.key, arguments, not_before=not_before)


def job(key: str, *, title: str, once: bool = True, retries: int = 5) -> Callable[[Callable[..., None]], Job]:
    """The function becomes a job; it is given the moment it runs, `at`, beside what it was deferred with."""

    def declare(run: Callable[..., None]) -> Job:
        return Job(key, title, run, once, retries)

    return declare


@dataclass(frozen=True)
class Periodic:
    """定时任务: a job that runs every minute, or once a day at a time of Beijing."""

    job: Job
    daily_at: time | None = None

    @property
    def cron(self) -> str:
        """As procrastinate reads it, in UTC."""
        if self.daily_at is None:
            return "* * * * *"
        return f"{self.daily_at.minute} {(self.daily_at.hour - BEIJING_IS_AHEAD) % 24} * * *"

    @property
    def schedule(self) -> str:
        return f"每天 {self.daily_at:%H:%M}" if self.daily_at else "每分钟"

    def next_after(self, moment: datetime) -> datetime:
        if self.daily_at is None:
            return moment.replace(second=0, microsecond=0) + timedelta(minutes=1)
        due = datetime.combine(moment.astimezone(BEIJING), self.daily_at, BEIJING)
        return due if due > moment else due + timedelta(days=1)


class Step(Protocol):
    """The next piece of a long work, committed together with the progress it reports."""

    def __call__(
        self,
        *,
        options: Mapping[str, Any],
        checkpoint: Mapping[str, Any],
        folder: Path,
        by: Any,
        at: datetime,
    ) -> Progress: ...


@dataclass(frozen=True)
class WorkKind:
    """长任务的种类: long work that goes step by step, and who may begin it from a page. `opens` is the page
    where what it made is seen, by what it was asked for."""

    key: str
    title: str
    step: Step
    needs: Permission
    opens: Callable[[Mapping[str, Any]], str] | None = None


class WhenOver(Protocol):
    """What else is done when long work is over, in the same transaction; the work is a `models.Work`."""

    def __call__(self, *, work: Any, at: datetime) -> None: ...


def nothing_more(*, work: Any, at: datetime) -> None:
    """For a city that does nothing else."""


@dataclass(frozen=True)
class Background:
    """后台: all that a city does behind its pages."""

    jobs: tuple[Job, ...]
    timetable: tuple[Periodic, ...]
    works: tuple[WorkKind, ...]
    when_over: WhenOver = nothing_more

    @property
    def all_jobs(self) -> tuple[Job, ...]:
        return (*self.jobs, *(entry.job for entry in self.timetable))

    def title_of(self, key: str) -> str:
        return next((job.title for job in self.all_jobs if job.key == key), key)

    def work_kind(self, key: str) -> WorkKind:
        return next(kind for kind in self.works if kind.key == key)


def background() -> Background:
    """What the configuration declares."""
    declared: Background = import_string(settings.GUANGYUE_BACKGROUND)
    return declared
