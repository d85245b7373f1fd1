"""Long work: step by step, cancelled and resumed, stopped by what a step could not do."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from guangyue.jobs.declarations import Background, WorkKind
from guangyue.jobs.models import QueuedJob, State, Work
from guangyue.jobs.tests.conftest import NOON
from guangyue.jobs.works import (
    KEPT_FOR,
    WorkGoesOn,
    WorkHasEnded,
    begin_work,
    cancel_work,
    delete_old_works,
    go_on,
    resume_work,
    take_step,
)
from guangyue.kit.access import Permission
from guangyue.kit.progress import Progress
from guangyue.kit.refusals import Refused

pytestmark = pytest.mark.django_db


def take_three(
    *, options: Mapping[str, Any], checkpoint: Mapping[str, Any], folder: Path, by: Any, at: datetime
) -> Progress:
    """Three steps; the one named in the options is refused, or breaks."""
    step = checkpoint.get("step", 0) + 1
    if step == options.get("refused_at"):
        raise Refused("第三页没有盖章。")
    if step == options.get("broken_at"):
        raise ZeroDivisionError
    (folder / f"{step}.txt").write_text(str(by))
    return Progress(
        step,
        3,
        {"step": step},
        message=f"第 {step} 步",
        finished=step == 3,
        result="3.txt" if step == 3 else "",
    )


THREE = WorkKind("three", "走三步", take_three, needs=Permission("tests.three", "走三步"))
BACKGROUND = Background(jobs=(go_on,), timetable=(), works=(THREE,))


@pytest.fixture(autouse=True)
def three_steps(settings: Settings, tmp_path: Path) -> None:
    settings.GUANGYUE_BACKGROUND = f"{__name__}.BACKGROUND"
    settings.MEDIA_ROOT = tmp_path


def walk(work: Work) -> Work:
    go_on.run(work=work.pk, at=NOON)
    work.refresh_from_db()
    return work


def test_work_that_is_begun_waits_for_a_worker(clerk: Any) -> None:
    work = begin_work(kind=THREE, by=clerk, at=NOON)

    assert (work.state, work.percent) == (State.WAITING, 0)
    assert QueuedJob.objects.waiting().get().args == {"work": work.pk}


def test_work_goes_step_by_step_to_its_end(clerk: Any) -> None:
    work = walk(begin_work(kind=THREE, by=clerk, at=NOON))

    assert (work.state, work.done, work.percent, work.message) == (State.DONE, 3, 100, "第 3 步")
    assert (work.folder / work.result).read_text() == "王工"
    assert work.ended_at


def test_each_step_is_kept_before_the_next_begins(clerk: Any) -> None:
    work = begin_work(kind=THREE, by=clerk, at=NOON)

    assert take_step(pk=work.pk, at=NOON)

    work.refresh_from_db()
    assert (work.state, work.checkpoint, work.percent) == (State.RUNNING, {"step": 1}, 33)


def test_work_that_is_cancelled_takes_no_further_step_and_can_be_resumed(clerk: Any) -> None:
    work = begin_work(kind=THREE, by=clerk, at=NOON)
    take_step(pk=work.pk, at=NOON)
    cancel_work(work=work, by=clerk, at=NOON)

    assert walk(work).state == State.CANCELLED
    assert work.done == 1
    resume_work(work=work)
    assert walk(work).state == State.DONE


def test_work_that_has_ended_can_be_neither_cancelled_nor_resumed(clerk: Any) -> None:
    work = walk(begin_work(kind=THREE, by=clerk, at=NOON))

    with pytest.raises(WorkHasEnded):
        cancel_work(work=work, by=clerk, at=NOON)
    with pytest.raises(WorkGoesOn):
        resume_work(work=work)


def test_a_refusal_stops_the_work_and_its_sentence_is_shown(clerk: Any) -> None:
    work = walk(begin_work(kind=THREE, by=clerk, at=NOON, options={"refused_at": 3}))

    assert (work.state, work.done, work.message) == (State.FAILED, 2, "第三页没有盖章。")


def test_work_that_broke_goes_on_from_its_checkpoint(clerk: Any) -> None:
    work = walk(begin_work(kind=THREE, by=clerk, at=NOON, options={"broken_at": 2}))
    assert (work.state, work.message) == (State.FAILED, "第 1 项之后出错：ZeroDivisionError")

    Work.objects.filter(pk=work.pk).update(options={})
    resume_work(work=work)

    assert walk(work).state == State.DONE


def test_work_longer_than_a_slice_is_left_to_another_job(clerk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guangyue.jobs.works.SLICE", 0.0)
    work = begin_work(kind=THREE, by=clerk, at=NOON)

    assert walk(work).done == 1
    assert QueuedJob.objects.waiting().count() == 2


def test_work_begun_by_the_clock_belongs_to_nobody() -> None:
    work = begin_work(kind=replace(THREE, title="每夜走三步"), by=None, at=NOON)

    assert (work.title, work.started_by) == ("每夜走三步", None)


def test_old_work_goes_with_its_files(clerk: Any) -> None:
    work = walk(begin_work(kind=THREE, by=clerk, at=NOON))
    assert work.ended_at

    delete_old_works(at=work.ended_at + KEPT_FOR)
    assert Work.objects.exists()
    delete_old_works(at=work.ended_at + KEPT_FOR * 2)

    assert not Work.objects.exists()
    assert not work.folder.exists()
