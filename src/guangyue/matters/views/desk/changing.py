"""变更: a new matter, a change of one, its parts as forms and as a whole table, and sending it for checks."""

from collections.abc import Iterable, Sequence
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.confirmation import ask_first
from guangyue.kit.sheets import Problem, Reading, Row, bring_in, export
from guangyue.matters.declaration import Audience, Declaration, PowerKind
from guangyue.matters.desk_forms import NewMatterForm, ReasonForm
from guangyue.matters.models import Matter, MatterVersion
from guangyue.matters.part_forms import Rows
from guangyue.matters.part_sheets import DECLARATION, declaration_from, lines_of, problems_in
from guangyue.matters.parts import PARTS, with_rows
from guangyue.matters.permissions import PROPOSE_MATTERS
from guangyue.matters.services.checking import begin_change, edit_version, give_up, submit_version
from guangyue.matters.views.desk.tables import matter_at_desk, version_at_desk
from guangyue.organisations.models import Organisation
from guangyue.organisations.views.acting import answer_form, posted


@never_cache
@needs(PROPOSE_MATTERS)
def new_matter(request: SignedInRequest) -> HttpResponse:
    """拟录: the code, the name and the owner; the rest is filled in part by part."""
    form = NewMatterForm(posted(request))
    owners = request.scope.rows(region="region_id", organisation="pk")
    form.fields["owner"].queryset = Organisation.objects.filter(owners).order_by("name")  # type: ignore[attr-defined]
    made: list[MatterVersion] = []
    answer = answer_form(
        request,
        form,
        title="拟录新事项",
        lead="先定编码、名称和主管部门，再逐项填写，也可以用表格一次填好。",
        back=reverse("matters:desk_matters"),
        button="拟录",
        do=lambda said: made.append(
            begin_change(
                declaration=_empty(said["code"], said["name"]),
                owner=said["owner"],
                reason=said["reason"],
                by=request.user,
                at=timezone.now(),
            )
        ),
        done="已经拟录，请逐项填写。",
    )
    return redirect(made[0]) if made else answer


@never_cache
@needs(PROPOSE_MATTERS)
def change(request: SignedInRequest, code: str) -> HttpResponse:
    """提出变更: a draft that begins as what is in force."""
    shown = _own(request, matter_at_desk(code))
    if shown.current is None:
        raise Http404
    declared = shown.current.declared
    made: list[MatterVersion] = []
    answer = answer_form(
        request,
        ReasonForm(posted(request)),
        title=f"变更“{shown.name}”",
        lead="新版本核对、发布以后生效；已经受理的办件仍按原来的版本办。",
        back=shown.get_desk_url(),
        button="开始变更",
        do=lambda said: made.append(
            begin_change(
                declaration=declared,
                owner=shown.owner,
                reason=said["reason"],
                by=request.user,
                at=timezone.now(),
            )
        ),
        done="请修改要变更的部分，再送核对。",
    )
    return redirect(made[0]) if made else answer


@never_cache
@needs(PROPOSE_MATTERS)
def part(request: SignedInRequest, code: str, number: int, name: str) -> HttpResponse:
    """A part of the draft as rows to fill in."""
    shown = _own_version(request, code, number)
    chosen = next((one for one in PARTS if one.name == name), None)
    if chosen is None:
        raise Http404
    declared = shown.declared
    rows = Rows(chosen, declared, posted(request))
    if request.method == "POST" and rows.is_valid:
        after = with_rows(declared, chosen, rows.values())
        _save(request, shown, after, seen=request.POST.get("seen", ""))
        messages.success(request, f"“{chosen.title}”已经保存。")
        return redirect(shown)
    context = {"matter": shown.matter, "version": shown, "part": chosen, "rows": rows}
    refused = request.method == "POST"
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return render(request, "matters/desk_part.html", context, status=status)


@never_cache
@needs(PROPOSE_MATTERS)
def sheet(request: SignedInRequest, code: str, number: int) -> HttpResponseBase:
    """整份事项 as a table: out as it is, and in again."""
    shown = _own_version(request, code, number)
    declared = shown.declared
    if "current" in request.GET:
        headers = [column.header for column in DECLARATION.columns]
        return export(f"{declared.code} {declared.name}", headers, lines_of(declared), as_="xlsx")

    def check(reading: Reading) -> Iterable[Problem]:
        return problems_in(reading, declared)

    def take(rows: Sequence[Row]) -> HttpResponse:
        _save(request, shown, declaration_from(rows, declared))
        messages.success(request, f"已经导入 {len(rows)} 行。")
        return redirect(shown)

    context = {"matter": shown.matter, "version": shown}
    return bring_in(
        request, DECLARATION, take=take, check=check, template="matters/desk_sheet.html", context=context
    )


@require_POST
@needs(PROPOSE_MATTERS)
def submission(request: SignedInRequest, code: str, number: int) -> HttpResponse:
    shown = _own_version(request, code, number)
    submit_version(version=shown, by=request.user, at=timezone.now())
    messages.success(request, "已经送市司法局和市行政审批服务局核对，时限 10 个工作日。")
    return redirect(shown)


@require_POST
@needs(PROPOSE_MATTERS)
def abandonment(request: SignedInRequest, code: str, number: int) -> HttpResponse:
    shown = _own_version(request, code, number)
    if question := ask_first(
        request, question="放弃这次变更？", consequence="这一稿不再办理，事项保持现行的版本。", yes="放弃"
    ):
        return question
    give_up(version=shown, by=request.user, at=timezone.now())
    messages.success(request, "已经放弃这次变更。")
    return redirect(shown.matter.get_desk_url())


def _own(request: SignedInRequest, matter: Matter) -> Matter:
    """Of the departments that the grant covers."""
    if not request.scope.covers(region=matter.owner.region_id, organisation=matter.owner_id):
        raise Http404
    return matter


def _own_version(request: SignedInRequest, code: str, number: int) -> MatterVersion:
    shown = version_at_desk(code, number)
    _own(request, shown.matter)
    return shown


def _save(request: SignedInRequest, shown: MatterVersion, declaration: Declaration, seen: str = "") -> None:
    edit_version(version=shown, declaration=declaration, by=request.user, at=timezone.now(), seen=seen)


def _empty(code: str, name: str) -> Declaration:
    return Declaration(
        code=code,
        name=name,
        kind=PowerKind.PERMIT,
        bases=(),
        levels=(),
        conditions="",
        audience=Audience.BOTH,
        materials=(),
        promised_days=0,
    )
