"""A worker that is killed while a message is on its way: it is not sent again, and a person decides."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from guangyue.accounts.models import User
from guangyue.jobs.models import QueuedJob
from guangyue.jobs.tests.workers import StartWorker, kill, wait_until, workers
from guangyue.notifications.models import Delivery, State
from guangyue.notifications.outbox import LONGEST_ATTEMPT, deliver, settle_lost
from guangyue.notifications.services import notify
from guangyue.notifications.tests.conftest import MailServer


@pytest.fixture
def start_worker(transactional_db: None, mail: MailServer, tmp_path: Path) -> Iterator[StartWorker]:
    with workers(tmp_path / "log", GY_SMTP_URL=f"smtp://127.0.0.1:{mail.port}") as start:
        yield start
    with connection.cursor() as cursor:
        cursor.execute(
            "truncate procrastinate_jobs, procrastinate_periodic_defers, procrastinate_workers cascade"
        )


def test_a_worker_killed_after_the_mail_left_sends_it_no_second_time(
    start_worker: StartWorker, citizen: User, mail: MailServer
) -> None:
    mail.is_silent_after_text = True
    notify(to=citizen, title="已受理", body="您的申请已经受理。", key="case.7", at=timezone.now())

    worker = start_worker()
    wait_until(lambda: bool(mail.letters))
    kill(worker)
    start_worker()
    again = QueuedJob.objects.filter(task_name=deliver.key)
    wait_until(lambda: again.filter(status="succeeded").exists())
    settle_lost.run(at=timezone.now() + LONGEST_ATTEMPT + timedelta(seconds=1))

    assert Delivery.objects.get().state == State.UNKNOWN
    assert len(mail.letters) == 1
