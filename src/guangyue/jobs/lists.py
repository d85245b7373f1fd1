"""The lists of what runs in the background."""

from django.http import HttpRequest
from markupsafe import Markup

from guangyue.jobs.declarations import background
from guangyue.jobs.models import JOB_STATES, QueuedJob, State, Work
from guangyue.kit.lists import Choice, Column, DayRange, Listing, Order

JOB_LOOKS = {"todo": "plain", "doing": "notice", "succeeded": "good", "failed": "bad"}
WORK_LOOKS = {State.RUNNING: "notice", State.DONE: "good", State.FAILED: "bad"}


def _tag(words: str, look: str) -> Markup:
    return Markup('<span class="tag {}">{}</span>').format(look, words)


def job_tag(job: QueuedJob) -> Markup:
    return _tag(job.state, JOB_LOOKS.get(job.status, ""))


def work_tag(work: Work) -> Markup:
    return _tag(work.get_state_display(), WORK_LOOKS.get(State(work.state), "plain"))


def _titles(request: HttpRequest) -> list[tuple[str, str]]:
    return [(job.key, job.title) for job in background().all_jobs]


JOBS = Listing(
    key="jobs.jobs",
    title="队列中的任务",
    columns=(
        Column("title", "任务"),
        Column("state", "状态", show=job_tag),
        Column("deferred_at", "进入队列"),
        Column("moved_at", "最近变动"),
        Column("due", "约定时间", value=lambda job: job.scheduled_at if job.status == "todo" else None),
        Column("attempts", "已试次数", number=True),
        Column("reason", "最近一次失败的原因"),
        Column("id", "编号", value=lambda job: str(job.pk), chosen=False),
    ),
    orders=(Order("latest", "最新在前", ("-id",)), Order("oldest", "最早在前", ("id",))),
    filters=(Choice("status", "状态", tuple(JOB_STATES.items())), Choice("task_name", "任务", _titles)),
    empty="队列里没有任务",
    empty_advice="有事情要在后台办理的时候，任务会出现在这里；正常完成的定时任务只列在上面。",
)

WORKS = Listing(
    key="jobs.works",
    title="长任务",
    columns=(
        Column("title", "任务"),
        Column("state", "状态", value=Work.get_state_display, show=work_tag),
        Column("percent", "进度", value=lambda work: f"{work.percent}%"),
        Column("message", "说明"),
        Column("started_by", "发起人", value=lambda work: work.started_by or "定时任务"),
        Column("started_at", "发起时间"),
        Column("ended_at", "结束时间"),
    ),
    orders=(Order("latest", "最新在前", ("-id",)),),
    filters=(Choice("state", "状态", tuple(State.choices)), DayRange("started_at", "发起时间", moments=True)),
    search=("title__contains",),
    search_hint="任务名称",
    empty="还没有长任务",
    empty_advice="导入、导出、核验这类要做一阵子的事情，会在这里显示进度，可以取消，也可以继续。",
)
