"""一个单位: what it leads, what it helps with, what it owes; and its calendar."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs, open_to_all
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.systems.today import day_of_the_city, moment_of_the_city
from guangyue.tasks import lists
from guangyue.tasks.calendar import Entry, as_calendar
from guangyue.tasks.models import Assignment, CalendarFeed, OwedReport, PlanStep, Prod
from guangyue.tasks.permissions import REPORT_TASKS, SEE_TASKS
from guangyue.tasks.services.feeds import renew_feed
from guangyue.tasks.standing import line_of
from guangyue.tasks.states import OPEN, Role, State
from guangyue.tasks.views.reaching import organisation_asked

SHOWN, MOST_ENTRIES = 15, 500
PAST = timedelta(days=90)  # that a calendar still shows


@never_cache
@needs(SEE_TASKS)
def unit(request: SignedInRequest) -> HttpResponse:
    organisation = organisation_asked(request)
    if organisation is None:
        return render(request, "tasks/no_unit.html")
    on = day_of_the_city()
    answered = Assignment.objects.answered_by(organisation).select_related("document")
    helped = Assignment.objects.held_by(organisation, Role.COOPERATE, Role.RESPONSIBLE, Role.EXECUTE)
    owed = OwedReport.objects.filter(organisation=organisation).select_related("document", "organisation")
    context = {
        "unit": organisation,
        "on": on,
        "line": line_of(organisation),
        "light_tag": lists.light_tag,
        "standing_tag": lists.standing_tag,
        "to_answer": answered.filter(state=State.ISSUED.name).order_by("answer_by", "pk")[:SHOWN],
        "to_plan": answered.filter(state=State.ACCEPTED.name, plans=None).order_by("due_on", "pk")[:SHOWN],
        "leads": answered.open().order_by("due_on", "pk")[:SHOWN],
        "helps": helped.open().select_related("document").order_by("due_on", "pk")[:SHOWN],
        "owed": owed.waiting().order_by("due_on", "pk")[:SHOWN],
        "handed_in": owed.exclude(handed_in_at=None).order_by("-due_on", "-pk")[:SHOWN],
        "prods": Prod.objects.filter(organisation=organisation)
        .unanswered()
        .select_related("assignment__document", "owed__document", "owed__organisation")
        .order_by("answer_by", "pk")[:SHOWN],
        "feed": CalendarFeed.objects.filter(organisation=organisation).first(),
        "may_report": request.may(REPORT_TASKS)
        and request.scope_of(REPORT_TASKS).covers(
            region=organisation.region_id, organisation=organisation.pk
        ),
        "address": settings.GUANGYUE_ADDRESS,
    }
    return render(request, "tasks/unit.html", context)


@require_POST
@needs(REPORT_TASKS)
def feed_renewal(request: SignedInRequest) -> HttpResponse:
    """开通 or 更换 the address of the unit's calendar."""
    organisation = organisation_asked(request)
    if organisation is None:
        raise Refused("您的账户没有单位，不能开通日历。")
    renew_feed(organisation=organisation, by=request.user, at=moment_of_the_city())
    messages.success(request, "日历地址已经生成；以前的地址不再有效。")
    return redirect(f"{reverse('tasks:unit')}?unit={organisation.pk}")


@never_cache
@open_to_all
def calendar(request: SignedInRequest, token: UUID) -> HttpResponse:
    """The unit's calendar, for whoever knows its address."""
    feed = get_object_or_404(CalendarFeed.objects.select_related("organisation"), token=token)
    host = urlsplit(settings.GUANGYUE_ADDRESS).hostname or "localhost"
    written = as_calendar(
        entries_of(feed.organisation),
        name=f"{feed.organisation}督查事项",
        host=host,
        at=moment_of_the_city(),
    )
    headers = {"Content-Disposition": 'inline; filename="tasks.ics"'}
    return HttpResponse(written, content_type="text/calendar; charset=utf-8", headers=headers)


def entries_of(organisation: Organisation) -> Iterator[Entry]:
    """Due days, steps of plans, and reports that are owed."""
    since = day_of_the_city() - PAST
    answered = Assignment.objects.answered_by(organisation).open().filter(due_on__gte=since)
    for one in answered.select_related("document").order_by("due_on", "pk")[:MOST_ENTRIES]:
        assert one.due_on is not None
        yield Entry(f"assignment-{one.pk}", one.due_on, f"到期：{one}", one.text, _link(one))
    steps = PlanStep.objects.filter(
        plan__organisation=organisation,
        plan__assignment__state__in=OPEN,
        done_on=None,
        due_on__gte=since,
    )
    for step in steps.select_related("plan__assignment__document").order_by("due_on", "pk")[:MOST_ENTRIES]:
        whole = step.plan.assignment
        yield Entry(f"step-{step.pk}", step.due_on, f"节点：{step}", str(whole), _link(whole))
    owed = OwedReport.objects.filter(organisation=organisation).waiting().filter(due_on__gte=since)
    for report in owed.select_related("document", "organisation").order_by("due_on", "pk")[:MOST_ENTRIES]:
        title = f"季报：{report.document} {report.of_quarter.title}"
        yield Entry(f"report-{report.pk}", report.due_on, title, f"{report.covers} 项", _link(report))


def _link(row: Assignment | OwedReport) -> str:
    return f"{settings.GUANGYUE_ADDRESS}{row.get_absolute_url()}"
