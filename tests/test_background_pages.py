"""Those who look after the machinery, at their pages: the queue, long work, the audit trail and its chain."""

from datetime import timedelta
from hashlib import sha256
from http import HTTPStatus
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from config.background import TRAIL_EXPORT, VERIFICATION
from guangyue.accounts.models import User
from guangyue.accounts.tests.factories import a_grant, a_region, a_user
from guangyue.audit.linking import link_records, set_anchor
from guangyue.audit.models import Record, Verification
from guangyue.audit.recording import record
from guangyue.audit.todo import chain_in_doubt
from guangyue.jobs.models import Cancellation, Failure, Intervention, QueuedJob, State, Work
from guangyue.jobs.todo import failed_jobs
from guangyue.jobs.works import begin_work, cancel_work, go_on, take_step
from guangyue.kit.access import EVERYWHERE
from guangyue.notifications.models import Notification

pytestmark = pytest.mark.django_db

PAGE = {"Accept": "text/html"}
HTMX = {**PAGE, "HX-Request": "true"}


@pytest.fixture
def administrator(settings: Settings) -> User:
    settings.DEMO = True
    user = a_user("admin")
    a_grant(user, "administrator")
    return user


@pytest.fixture
def auditor() -> User:
    user = a_user("auditor")
    a_grant(user, "auditor")
    return user


@pytest.fixture
def official() -> User:
    return a_user("official")


@pytest.fixture(autouse=True)
def files_of_the_test(settings: Settings, tmp_path: object) -> None:
    settings.MEDIA_ROOT = tmp_path


def browser_of(user: User) -> Client:
    browser = Client(headers=PAGE)
    browser.force_login(user)
    return browser


def page(user: User, address: str) -> str:
    answer = browser_of(user).get(address)
    assert answer.status_code == HTTPStatus.OK, address
    return answer.content.decode()


def job_in(state: str) -> QueuedJob:
    number = go_on.defer(work=7)
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set status = %s where id = %s", [state, number])
    return QueuedJob.objects.get(pk=number)


def failed_job() -> QueuedJob:
    job = job_in("failed")
    Failure.objects.create(job=job, at=timezone.now(), reason="LookupError: 没有这张表", trace="in step 3")
    return job


# The queue.


def test_the_queue_page_says_what_waits_and_what_failed_and_why(administrator: User) -> None:
    failed_job()
    go_on.defer(work=8)

    shown = page(administrator, "/desk/jobs/")

    assert "LookupError: 没有这张表" in shown
    assert "推进长任务" in shown
    assert "没有工作进程在运行" in shown


def test_the_timetable_stands_on_the_page(administrator: User) -> None:
    shown = page(administrator, "/desk/jobs/")

    assert "每夜核验审计链" in shown
    assert "每天 02:30" in shown
    assert "还没有运行过" in shown


def test_a_failed_job_is_put_back_by_whoever_may_and_the_page_says_by_whom(administrator: User) -> None:
    job = failed_job()

    answer = browser_of(administrator).post(f"/desk/jobs/{job.pk}/retry/", follow=True)

    assert QueuedJob.objects.waiting().filter(pk=job.pk).exists()
    assert Intervention.objects.get(job=job).by == administrator
    assert administrator.name in answer.content.decode()


def test_a_job_that_did_not_fail_is_not_put_back(administrator: User) -> None:
    job = job_in("succeeded")

    answer = browser_of(administrator).post(f"/desk/jobs/{job.pk}/retry/")

    assert answer.status_code == HTTPStatus.CONFLICT
    assert "只有失败的任务才能重新排队" in answer.content.decode()


def test_a_waiting_job_is_withdrawn_after_a_question(administrator: User) -> None:
    job = job_in("todo")
    browser = browser_of(administrator)

    assert "不能恢复" in browser.post(f"/desk/jobs/{job.pk}/withdrawal/").content.decode()
    assert QueuedJob.objects.waiting().exists()
    browser.post(f"/desk/jobs/{job.pk}/withdrawal/", {"confirmed": "yes"})

    assert QueuedJob.objects.get(pk=job.pk).state == "已撤回"


def test_whoever_may_only_look_changes_nothing(auditor: User) -> None:
    job = failed_job()

    assert "重新排队</button>" not in page(auditor, f"/desk/jobs/{job.pk}/")
    assert browser_of(auditor).post(f"/desk/jobs/{job.pk}/retry/").status_code == HTTPStatus.FORBIDDEN


def test_failed_jobs_wait_among_the_todos_of_the_administrator(administrator: User) -> None:
    failed_job()

    (todo,) = failed_jobs(user=administrator, scope=EVERYWHERE, at=timezone.now())

    assert todo.title == "1 项后台任务失败"
    assert "1 项后台任务失败" in page(administrator, "/desk/")


# Long work.


def test_verification_begun_from_the_page_is_watched_to_its_end(auditor: User) -> None:
    record(action="查看", by=auditor, at=timezone.now())
    link_records()

    begun = browser_of(auditor).post("/desk/audit/chain/verifications/")
    work = Work.objects.get()
    assert begun["Location"] == work.get_absolute_url()
    assert "hx-trigger" in page(auditor, begun["Location"])
    go_on.run(work=work.pk, at=timezone.now())

    shown = page(auditor, begun["Location"])
    assert "核验无误" in shown
    assert 'hx-trigger="every 2s"' not in shown
    assert Verification.objects.get().by == auditor
    assert Record.objects.of_row(Verification.objects.get()).get().by_name == auditor.name


def test_whoever_began_long_work_is_told_of_its_end(auditor: User, official: User) -> None:
    work = begin_work(kind=VERIFICATION, by=auditor, at=timezone.now())

    go_on.run(work=work.pk, at=timezone.now())

    told = Notification.objects.get()
    assert (told.to, told.title, told.link) == (auditor, "核验审计链：已完成", work.get_absolute_url())


def test_nobody_is_told_of_what_they_cancelled_or_of_what_the_clock_began(auditor: User) -> None:
    cancelled = begin_work(kind=VERIFICATION, by=auditor, at=timezone.now())
    cancel_work(work=cancelled, by=auditor, at=timezone.now())

    for work in (cancelled, begin_work(kind=VERIFICATION, by=None, at=timezone.now())):
        go_on.run(work=work.pk, at=timezone.now())

    assert not Notification.objects.exists()


def test_the_page_asks_for_the_part_that_changes(auditor: User) -> None:
    work = begin_work(kind=VERIFICATION, by=auditor, at=timezone.now())

    part = browser_of(auditor).get(work.get_absolute_url(), headers=HTMX).content.decode()

    assert "<html" not in part
    assert f'id="work-{work.pk}"' in part


def test_an_exported_trail_is_for_whoever_asked_for_it(auditor: User, administrator: User) -> None:
    record(action="查看", by=auditor, at=timezone.now())
    link_records()
    browser_of(auditor).post("/desk/audit/chain/exports/")
    work = Work.objects.get()
    go_on.run(work=work.pk, at=timezone.now())

    result = f"{work.get_absolute_url()}result/"
    assert b'"number": 1' in b"".join(browser_of(auditor).get(result))
    assert browser_of(administrator).get(result).status_code == HTTPStatus.NOT_FOUND


def test_a_result_that_is_gone_is_said_to_be_gone(auditor: User) -> None:
    work = begin_work(kind=TRAIL_EXPORT, by=auditor, at=timezone.now())
    Work.objects.update(state=State.DONE, result="trail.jsonl")

    answer = browser_of(auditor).get(f"{work.get_absolute_url()}result/")

    assert answer.status_code == HTTPStatus.CONFLICT
    assert "结果文件已经不在了" in answer.content.decode()


def test_work_is_cancelled_after_a_question_and_then_resumed(auditor: User) -> None:
    work = begin_work(kind=VERIFICATION, by=auditor, at=timezone.now())
    browser = browser_of(auditor)

    browser.post(f"{work.get_absolute_url()}cancellation/")
    assert not Cancellation.objects.exists()
    browser.post(f"{work.get_absolute_url()}cancellation/", {"confirmed": "yes"})
    assert "正在取消" in page(auditor, work.get_absolute_url())
    take_step(pk=work.pk, at=timezone.now())
    assert "从停下的地方继续" in page(auditor, work.get_absolute_url())
    browser.post(f"{work.get_absolute_url()}resumption/")

    assert Work.objects.get().state == State.WAITING


def test_an_official_sees_only_their_own_work(official: User, auditor: User) -> None:
    own = begin_work(kind=VERIFICATION, by=official, at=timezone.now(), title="我的导入")
    other = begin_work(kind=VERIFICATION, by=auditor, at=timezone.now(), title="别人的核验")

    shown = page(official, "/desk/works/")

    assert "我的导入" in shown
    assert "别人的核验" not in shown
    assert browser_of(official).get(other.get_absolute_url()).status_code == HTTPStatus.NOT_FOUND
    assert (
        browser_of(official).post(f"{other.get_absolute_url()}cancellation/").status_code
        == HTTPStatus.NOT_FOUND
    )
    assert browser_of(official).get(own.get_absolute_url()).status_code == HTTPStatus.OK


# The trail and its chain.


def test_a_request_leaves_its_reference_and_its_actor_in_the_trail(administrator: User) -> None:
    job = failed_job()

    answer = browser_of(administrator).post(f"/desk/jobs/{job.pk}/retry/")

    kept = Record.objects.of_row(Intervention.objects.get()).get()
    assert (kept.reference, kept.by_name) == (answer["X-Request-Id"], administrator.name)


def test_a_list_that_is_taken_out_is_recorded_with_its_rows_and_hash(auditor: User) -> None:
    failed_job()

    taken = browser_of(auditor).get("/desk/jobs/?export=csv")
    contents = b"".join(taken)

    kept = Record.objects.get(action="导出")
    assert kept.by_name == auditor.name
    assert kept.detail
    assert (kept.detail["行数"], kept.detail["SHA-256"]) == (1, sha256(contents).hexdigest())


def test_the_trail_is_found_by_row_and_by_reference(auditor: User, official: User) -> None:
    official.name = "王工程师"
    official.save()

    found = page(auditor, f"/desk/audit/?table=accounts_user&row={official.pk}")

    assert "姓名或者名称" in found
    assert "没有符合条件的记录" in page(auditor, "/desk/audit/?reference=NOSUCH")


def test_a_record_shows_what_was_before_and_after(auditor: User, official: User) -> None:
    before = official.name
    official.name = "王工程师"
    official.save()
    kept = Record.objects.of_row(official).latest("pk")

    shown = page(auditor, kept.get_absolute_url())

    assert before in shown
    assert "王工程师" in shown
    assert "等待入链" in shown


def test_the_trail_is_closed_to_a_grant_for_a_part_of_the_city() -> None:
    user = a_user()
    a_grant(user, "auditor", region=a_region("991500"))

    assert browser_of(user).get("/desk/audit/").status_code == HTTPStatus.FORBIDDEN


def test_the_chain_page_shows_its_head_and_heads_noted_before_are_taken_away(auditor: User) -> None:
    record(action="查看", by=auditor, at=timezone.now())
    link_records()
    anchor = set_anchor(at=timezone.now())
    assert anchor

    assert anchor.digest in page(auditor, "/desk/audit/chain/")
    assert page(auditor, "/desk/audit/chain/heads/").startswith(f"{anchor.pk} {anchor.digest}")
    assert Record.objects.filter(action="导出链头").exists()


def test_a_chain_in_doubt_is_shown_and_waits_among_the_todos(auditor: User) -> None:
    Verification.objects.create(
        at=timezone.now() - timedelta(days=1),
        head_number=7,
        head_digest="0" * 64,
        faults=1,
        sentences=["链上第 3 号：记录 3 与入链时不符"],
    )

    assert "链上第 3 号：记录 3 与入链时不符" in page(auditor, "/desk/audit/chain/")
    assert [todo.title for todo in chain_in_doubt(user=auditor, scope=EVERYWHERE, at=timezone.now())] == [
        "审计链核验发现 1 处问题"
    ]

    call_command("audit", "verify", stdout=StringIO())
    assert not list(chain_in_doubt(user=auditor, scope=EVERYWHERE, at=timezone.now()))
