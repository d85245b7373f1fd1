"""All that the city does behind its pages: jobs, the timetable, and the long work that a page can begin."""

from dataclasses import replace
from datetime import datetime, time
from typing import Any

from guangyue.accountability.services.chasing import chase_steps
from guangyue.accounts.knocking import forget_knocks
from guangyue.accounts.upkeep import forget_sessions
from guangyue.alerts.services.chasing import watch_warnings
from guangyue.alerts.services.guaranteeing import expire_guarantees
from guangyue.alerts.services.ordering import ORDERING, tell_the_end
from guangyue.alerts.services.receiving_orders import keep_orders_going
from guangyue.alerts.services.sending import send_dispatches
from guangyue.alerts.services.solving import SOLVING
from guangyue.audit.acting import acting
from guangyue.audit.linking import link_records, set_anchor
from guangyue.audit.permissions import VERIFY_CHAIN
from guangyue.audit.verification import export_step, verify_step
from guangyue.bundles.services.rechecking import check_themes
from guangyue.bundles.services.retrying import begin_barred
from guangyue.cases.services.nightly import run_clocks
from guangyue.cases.services.posting import post_event
from guangyue.cases.services.tallying import tally_nightly
from guangyue.credit.services.classes import grade_monthly
from guangyue.credit.services.nightly import expire_records
from guangyue.disclosure.services import archive_notices
from guangyue.empowerments.services.nightly import watch_powers
from guangyue.entitlements.services.gaps import report_gaps_monthly
from guangyue.entitlements.services.news import hear_news
from guangyue.entitlements.services.runs import FINDING, refresh_matches, run_nightly
from guangyue.files.upkeep import sweep
from guangyue.funds.services.payments import note_disclosures
from guangyue.grants.services.rosters import JUDGING
from guangyue.indicators.services.recomputing import recompute_nightly
from guangyue.inspections.services.credit import refresh_credit
from guangyue.inspections.services.handing import hand_over_again
from guangyue.inspections.services.nightly import chase_results
from guangyue.jobs.declarations import Background, Job, Periodic, Step, WorkKind, job
from guangyue.jobs.models import State, Work
from guangyue.jobs.upkeep import clear_away, retry_stalled
from guangyue.jobs.works import begin_work, go_on
from guangyue.kit.progress import Progress
from guangyue.legislation.services.importing import IMPORTING as COMMENT_IMPORTING
from guangyue.legislation.services.moving import keep_projects_going
from guangyue.library.services.monitoring import look_at_source, watch_sources
from guangyue.library.services.uploads import IMPORTING
from guangyue.matters.services.nightly import keep_current
from guangyue.notifications.outbox import deliver, settle_lost
from guangyue.notifications.services import notify
from guangyue.planners.services.nightly import remind as remind_planners
from guangyue.policies.rehearsing.runs import REHEARSING
from guangyue.ratings.services.answering import keep_complaints_going
from guangyue.ratings.services.inviting import send_invites
from guangyue.tasks.services.answering import accept_silent
from guangyue.tasks.services.asking import ask_nightly
from guangyue.tasks.services.tallying import tally_nightly as tally_tasks
from guangyue.tasks.services.urging import chase_reports


def in_the_name_of_its_starter(step: Step) -> Step:
    """What a step changes stands in the audit trail under whoever began the work."""

    def take(**given: Any) -> Progress:
        with acting(by=given["by"], name="定时任务"):
            return step(**given)

    return take


VERIFICATION = WorkKind(
    "audit.verify", "核验审计链", in_the_name_of_its_starter(verify_step), needs=VERIFY_CHAIN
)
TRAIL_EXPORT = WorkKind(
    "audit.export", "导出审计链", in_the_name_of_its_starter(export_step), needs=VERIFY_CHAIN
)
ROSTER = replace(JUDGING, step=in_the_name_of_its_starter(JUDGING.step))
ISSUE_IMPORT = replace(IMPORTING, step=in_the_name_of_its_starter(IMPORTING.step))
POLICY_FINDING = replace(FINDING, step=in_the_name_of_its_starter(FINDING.step))
COMMENT_IMPORT = replace(COMMENT_IMPORTING, step=in_the_name_of_its_starter(COMMENT_IMPORTING.step))
ORDERS = replace(ORDERING, step=in_the_name_of_its_starter(ORDERING.step))
PLANS = replace(SOLVING, step=in_the_name_of_its_starter(SOLVING.step))
REHEARSAL = replace(REHEARSING, step=in_the_name_of_its_starter(REHEARSING.step))


@job("audit.link_records", title="审计记录入链")
def seal_trail(*, at: datetime) -> None:
    link_records()


@job("audit.set_anchor", title="留存审计链头")
def note_head(*, at: datetime) -> None:
    link_records()
    set_anchor(at=at)


@job("audit.verify_nightly", title="每夜核验审计链")
def verify_nightly(*, at: datetime) -> None:
    begin_work(kind=VERIFICATION, by=None, at=at)


def tell_whoever_began_it(*, work: Work, at: datetime) -> None:
    """Long work is not waited for: its end is told. Who cancelled it knows."""
    if work.started_by and work.state != State.CANCELLED:
        notify(
            to=work.started_by,
            title=f"{work}：{work.get_state_display()}",
            body=work.message or "请打开任务查看结果。",
            link=work.opens or work.get_absolute_url(),
            key=f"work.{work.pk}.{at.isoformat()}",
            at=at,
        )


def in_its_own_name(declared: Job) -> Job:
    """What a job changes stands in the audit trail under its title."""

    def run(**arguments: Any) -> None:
        with acting(name=declared.title):
            declared.run(**arguments)

    return replace(declared, run=run)


JOBS = (go_on, deliver, post_event, look_at_source, refresh_matches, send_dispatches, tell_the_end)
TIMETABLE = (
    Periodic(send_invites),
    Periodic(retry_stalled),
    Periodic(settle_lost),
    Periodic(keep_orders_going),
    Periodic(seal_trail),
    Periodic(watch_sources),
    Periodic(watch_warnings),
    Periodic(note_disclosures),
    Periodic(hear_news),
    Periodic(note_head, daily_at=time(0, 5)),
    Periodic(expire_guarantees, daily_at=time(0, 5)),
    Periodic(archive_notices, daily_at=time(0, 10)),
    Periodic(keep_current, daily_at=time(0, 15)),
    Periodic(run_clocks, daily_at=time(0, 20)),
    Periodic(watch_powers, daily_at=time(0, 20)),
    Periodic(check_themes, daily_at=time(0, 25)),
    Periodic(begin_barred, daily_at=time(0, 25)),
    Periodic(tally_nightly, daily_at=time(0, 30)),
    Periodic(run_nightly, daily_at=time(1, 0)),
    Periodic(verify_nightly, daily_at=time(2, 30)),
    Periodic(clear_away, daily_at=time(3, 30)),
    Periodic(sweep, daily_at=time(3, 35)),
    Periodic(accept_silent, daily_at=time(0, 10)),
    Periodic(ask_nightly, daily_at=time(0, 15)),
    Periodic(chase_reports, daily_at=time(0, 25)),
    Periodic(tally_tasks, daily_at=time(0, 35)),
    Periodic(keep_complaints_going, daily_at=time(0, 40)),
    Periodic(keep_projects_going, daily_at=time(0, 40)),
    Periodic(remind_planners, daily_at=time(0, 45)),
    Periodic(chase_steps, daily_at=time(8, 0)),
    Periodic(chase_results, daily_at=time(0, 45)),
    Periodic(refresh_credit, daily_at=time(4, 0)),
    Periodic(hand_over_again, daily_at=time(0, 55)),
    Periodic(expire_records, daily_at=time(0, 45)),
    Periodic(grade_monthly, daily_at=time(0, 50)),
    Periodic(recompute_nightly, daily_at=time(0, 35)),
    Periodic(forget_knocks, daily_at=time(3, 45)),
    Periodic(forget_sessions, daily_at=time(3, 40)),
    Periodic(report_gaps_monthly, daily_at=time(5, 0)),
)

BACKGROUND = Background(
    jobs=tuple(map(in_its_own_name, JOBS)),
    timetable=tuple(replace(entry, job=in_its_own_name(entry.job)) for entry in TIMETABLE),
    works=(
        VERIFICATION,
        TRAIL_EXPORT,
        ISSUE_IMPORT,
        COMMENT_IMPORT,
        ROSTER,
        POLICY_FINDING,
        REHEARSAL,
        ORDERS,
        PLANS,
    ),
    when_over=tell_whoever_began_it,
)
