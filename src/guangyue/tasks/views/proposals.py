"""抽取和确认任务: documents read for tasks, and their proposals decided one by one with a key each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from guangyue.gazette.models import PrintedClause, PrintedDocument
from guangyue.gazette.reading.files import read_file
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.lists import show_list
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import carried_out, posted
from guangyue.systems.today import moment_of_the_city
from guangyue.tasks.models import Reading, TaskProposal
from guangyue.tasks.permissions import DECOMPOSE_TASKS
from guangyue.tasks.printed_words import Piece, printed_words
from guangyue.tasks.proposal_forms import (
    CorrectionForm,
    ExtractionForm,
    UnitForms,
    corrected_by,
    units_initial,
)
from guangyue.tasks.proposal_lists import READINGS
from guangyue.tasks.proposed import Proposed
from guangyue.tasks.services.confirming import (
    confirm_proposal,
    correct_proposal,
    issue_confirmed,
    refuse_proposal,
)
from guangyue.tasks.services.extracting import (
    Source,
    extract_tasks,
    source_in_file,
    source_in_library,
)
from guangyue.tasks.states import Role

MOST_NUMBERS = 400
SHOWN = {"waiting": "待确认", "confirmed": "已确认", "refused": "不采用", "all": "全部"}


@dataclass(frozen=True)
class ShownProposal:
    """A proposal beside the words that it was read from."""

    proposal: TaskProposal
    says: Proposed
    printed: list[Piece]

    @property
    def roles(self) -> Iterator[tuple[Role, Any]]:
        return ((role, units) for role in Role if (units := self.says.of_role(role)))


@needs(DECOMPOSE_TASKS)
def readings(request: SignedInRequest) -> HttpResponseBase:
    rows = Reading.objects.defer("lines").counted()
    return show_list(request, READINGS, rows, template="tasks/readings.html")


@needs(DECOMPOSE_TASKS)
def extraction(request: SignedInRequest) -> HttpResponse:
    """抽取: a document of the library by its number, or a file."""
    form = ExtractionForm(
        request.POST or None, request.FILES or None, initial={"number": request.GET.get("number", "")}
    )
    read: list[Reading] = []
    if (
        form.is_bound
        and form.is_valid()
        and carried_out(form, lambda said: read.append(_extracted(said, request)))
    ):
        messages.success(request, f"读出 {read[0].proposals.count()} 项任务，请逐项确认。")
        return redirect(read[0])
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(
        request, "tasks/extraction.html", {"form": form, "numbers": _numbers_to_read()}, status=status
    )


@needs(DECOMPOSE_TASKS)
def reading(request: SignedInRequest, pk: int) -> HttpResponse:
    """The proposals of one document: those that wait, or were decided, or all of them."""
    shown = get_object_or_404(Reading.objects.counted(), pk=pk)
    which = request.GET.get("show", "waiting")
    rows = shown.proposals.select_related("decided_by", "assignment")
    if which in TaskProposal.State.values:
        rows = rows.filter(state=which)
    elif which != "all":
        which, rows = "waiting", rows.waiting() | rows.filter(lost=True)
    context = {
        "reading": shown,
        "proposals": list(_shown(shown, rows)),
        "which": which,
        "views": SHOWN,
        "in_library": PrintedDocument.objects.released().filter(number=shown.number).first(),
        "to_issue": shown.proposals.to_issue().count(),
    }
    return render(request, "tasks/reading.html", context)


@require_POST
@needs(DECOMPOSE_TASKS)
def reading_again(request: SignedInRequest, pk: int) -> HttpResponse:
    """重新抽取: from the edition that the library has now."""
    shown = get_object_or_404(Reading, pk=pk)
    document = PrintedDocument.objects.released().filter(number=shown.number).first()
    if document is None:
        raise Refused("政策库里没有这件公文；要重新抽取，请再上传一次文件。")
    extract_tasks(
        source=source_in_library(document, horizon=shown.horizon),
        by=request.user,
        at=moment_of_the_city(),
    )
    messages.success(request, "已经重新抽取；确认过的没有改动。")
    return redirect(shown)


@require_POST
@needs(DECOMPOSE_TASKS)
def issuing(request: SignedInRequest, pk: int) -> HttpResponse:
    """下达 what was confirmed."""
    shown = get_object_or_404(Reading, pk=pk)
    many = shown.proposals.to_issue().count()
    if many and (
        question := ask_first(
            request,
            question=f"下达 {many} 项任务？",
            consequence="下达以后，负责的单位会收到通知，在期限内认领或者提出异议；下达的任务只能办理调整或者终止。",
            yes="下达",
        )
    ):
        return question
    issued = issue_confirmed(reading=shown, by=request.user, at=moment_of_the_city())
    messages.success(request, f"已经下达 {len(issued)} 项任务。")
    return redirect(shown)


@require_POST
@needs(DECOMPOSE_TASKS)
def confirmation(request: SignedInRequest, pk: int) -> HttpResponse:
    proposal = _proposal(pk)
    confirm_proposal(proposal=proposal, by=request.user, at=moment_of_the_city())
    return _row(request, proposal)


@require_POST
@needs(DECOMPOSE_TASKS)
def refusal(request: SignedInRequest, pk: int) -> HttpResponse:
    proposal = _proposal(pk)
    refuse_proposal(proposal=proposal, by=request.user, at=moment_of_the_city())
    return _row(request, proposal)


@needs(DECOMPOSE_TASKS)
def correction(request: SignedInRequest, pk: int) -> HttpResponse:
    """更正: what was read is put right, and confirmed with it."""
    proposal = _proposal(pk)
    says = proposal.says
    form = CorrectionForm(posted(request), initial=CorrectionForm.initial_of(says))
    rows = UnitForms(posted(request), prefix="units", initial=units_initial(says))
    if form.is_bound and form.is_valid() and rows.is_valid():
        said = corrected_by(form, rows, proposal, on=proposal.reading.day)
        try:
            correct_proposal(proposal=proposal, said=said, by=request.user, at=moment_of_the_city())
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, f"第 {proposal.label} 项已经更正并确认。")
            return redirect(f"{proposal.reading.get_absolute_url()}#proposal-{proposal.pk}")
    bad = bool(form.errors or (rows.is_bound and not rows.is_valid()))
    context = {
        "proposal": proposal,
        "shown": next(_shown(proposal.reading, [proposal])),
        "form": form,
        "rows": rows,
        "names": Organisation.objects.filter(until=None).order_by("name").values_list("name", flat=True),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if bad else HTTPStatus.OK
    return render(request, "tasks/correction.html", context, status=status)


def _extracted(said: Mapping[str, Any], request: SignedInRequest) -> Reading:
    return extract_tasks(source=_source(said), by=request.user, at=moment_of_the_city())


def _source(said: Mapping[str, Any]) -> Source:
    number, horizon = said["number"].strip(), said["horizon"]
    if said["file"]:
        try:
            text = read_file(said["file"], name=said["file"].name)
        except Refused as refusal:
            raise Refused(refusal.sentence, field="file") from refusal
        return source_in_file(text, number=number, day=said["day"], horizon=horizon)
    document = PrintedDocument.objects.released().filter(number=number).first()
    if document is None:
        raise Refused("政策库里没有这个文号。请核对，或者上传正文文件。", field="number")
    return source_in_library(document, horizon=horizon)


def _numbers_to_read() -> list[tuple[str, str]]:
    """Documents of the library with notes of responsibility that nobody has read for tasks."""
    noted = PrintedClause.objects.filter(document=OuterRef("pk")).exclude(note="")
    known = Reading.objects.filter(number=OuterRef("number"))
    rows = PrintedDocument.objects.released().exclude(number="").filter(Exists(noted), ~Exists(known))
    return list(rows.order_by("-day").values_list("number", "title")[:MOST_NUMBERS])


def _proposal(pk: int) -> TaskProposal:
    return get_object_or_404(TaskProposal.objects.select_related("reading"), pk=pk)


def _shown(reading: Reading, proposals: Iterable[TaskProposal]) -> Iterator[ShownProposal]:
    for proposal in proposals:
        yield ShownProposal(proposal, proposal.says, printed_words(proposal, reading.lines))


def _row(request: SignedInRequest, proposal: TaskProposal) -> HttpResponse:
    """The proposal as it stands now; the whole page where scripts do not run."""
    if request.headers.get("HX-Request") != "true":
        return redirect(f"{proposal.reading.get_absolute_url()}#proposal-{proposal.pk}")
    (shown,) = _shown(proposal.reading, [proposal])
    return render(request, "tasks/_proposal.html", {"shown": shown})
