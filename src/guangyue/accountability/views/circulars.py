"""通报: drafted from the figures, amended, issued; as PDF and Word; counted again at any time."""

from datetime import date

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from guangyue.accountability import lists
from guangyue.accountability.drafting import paper_of
from guangyue.accountability.forms.following import CircularForm, DraftForm, IssueForm
from guangyue.accountability.models import Circular
from guangyue.accountability.permissions import DECIDE_STEPS, PROPOSE_STEPS, SEE_STEPS
from guangyue.accountability.services.circulating import (
    amend_circular,
    draft_circular,
    issue_circular,
    recounted,
)
from guangyue.files.answers import answer_with_content
from guangyue.kit.access import Permission, SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.kit.refusals import at_the_field
from guangyue.kit.typesetting import answer_with, as_docx
from guangyue.kit.typesetting.docx import DOCX
from guangyue.organisations.models import Region
from guangyue.organisations.views.acting import answer_form, posted
from guangyue.systems.today import day_of_the_city, moment_of_the_city

TEMPLATE = "accountability/circulars.html"
TOTALS = {
    "proposed": "提议（件）",
    "decided": "采取措施（件）",
    "refused": "不采取（件）",
    "exempt": "免责（件）",
}
FIELDS = ("title", "audience", "issuer", "addressed_to", "text")


@needs(SEE_STEPS)
def circulars(request: SignedInRequest) -> HttpResponseBase:
    rows = Circular.objects.within(request.scope)
    context = {"may_propose": request.may(PROPOSE_STEPS)}
    return show_list(
        request, lists.CIRCULARS, rows, template="accountability/circulars.html", context=context
    )


@needs(SEE_STEPS)
def circular(request: SignedInRequest, pk: int) -> HttpResponse:
    shown = _circular(request, pk, SEE_STEPS)
    kept, now = recounted(shown)
    wrote = (shown.drafted_by_id, shown.amended_by_id)
    steps = shown.steps.select_related("case__unit", "case__head__post__organisation", "case__head__person")
    context = {
        "circular": shown,
        "compared": _compared(kept.plain(), now.plain()),
        "steps": steps,
        "may_propose": request.may(PROPOSE_STEPS) and shown.issued_at is None,
        "may_issue": request.may(DECIDE_STEPS) and shown.issued_at is None and request.user.pk not in wrote,
    }
    return render(request, "accountability/circular.html", context)


@needs(SEE_STEPS)
def circular_pdf(request: SignedInRequest, pk: int) -> HttpResponseBase:
    return answer_with(paper_of(_circular(request, pk, SEE_STEPS), on=day_of_the_city()))


@needs(SEE_STEPS)
def circular_word(request: SignedInRequest, pk: int) -> HttpResponseBase:
    shown = _circular(request, pk, SEE_STEPS)
    content = as_docx(paper_of(shown, on=day_of_the_city()))
    return answer_with_content(content, DOCX, name=f"{shown.title}.docx", attached=True)


@needs(PROPOSE_STEPS)
def new_circular(request: SignedInRequest) -> HttpResponse:
    """起草."""
    on = day_of_the_city()
    initial = {
        "since": date(on.year, on.month, 1),
        "until": on,
        "issuer": request.user.organisation or "",
        "addressed_to": _usual_addressees(),
    }
    form = DraftForm(posted(request), scope=request.scope, initial=initial)
    if form.is_bound and form.is_valid():
        with at_the_field(form):
            said = form.cleaned_data
            made = draft_circular(
                **{**said, "audience": Circular.Audience(said["audience"]), "steps": list(said["steps"])},
                by=request.user,
                at=moment_of_the_city(),
            )
            return redirect("accountability:circular_text", made.pk)
    context = {"form": form, "waiting": form.fields["steps"].queryset.exists()}  # type: ignore[attr-defined]
    return render(request, "accountability/new_circular.html", context, status=422 if form.errors else 200)


@needs(PROPOSE_STEPS)
def circular_text(request: SignedInRequest, pk: int) -> HttpResponse:
    """修改 before it is issued."""
    shown = _circular(request, pk, PROPOSE_STEPS)
    return answer_form(
        request,
        CircularForm(posted(request), initial={name: getattr(shown, name) for name in FIELDS}),
        title="修改通报",
        lead="数字由记录算出，正文可以逐字修改；签发以后不能再改。",
        back=shown.get_absolute_url(),
        button="保存",
        do=lambda said: amend_circular(circular=shown, said=said, by=request.user, at=moment_of_the_city()),
        done="通报已经保存。",
    )


@needs(DECIDE_STEPS)
def circular_issue(request: SignedInRequest, pk: int) -> HttpResponse:
    """签发."""
    shown = _circular(request, pk, DECIDE_STEPS)
    public = shown.audience == Circular.Audience.PUBLIC
    lead = "签发以后向社会公开，个人姓名只显示姓。" if public else "签发以后内部发送，不能再改。"
    return answer_form(
        request,
        IssueForm(posted(request)),
        title=f"签发：{shown.title}",
        lead=lead,
        facts=[("范围", shown.get_audience_display()), ("主送", shown.addressed_to)],
        back=shown.get_absolute_url(),
        button="签发",
        do=lambda said: issue_circular(circular=shown, **said, by=request.user, at=moment_of_the_city()),
        done="通报已经签发。",
    )


def _usual_addressees() -> str:
    counties = Region.objects.of_county_level().exists()
    return "各县（市、区）人民政府、市属开发区管委会，市政府各部门、各直属机构" if counties else "各有关单位"


def _compared(kept: dict[str, object], now: dict[str, object]) -> list[tuple[str, object, object]]:
    """The four totals and every step: as it was written, and as it is counted today."""
    lines = [(title, kept[name], now[name]) for name, title in TOTALS.items()]
    before, today = kept["steps"], now["steps"]
    assert isinstance(before, dict)
    assert isinstance(today, dict)
    names = dict.fromkeys((*before, *today))
    return [*lines, *((f"{name}（项）", before.get(name, 0), today.get(name, 0)) for name in names)]


def _circular(request: SignedInRequest, pk: int, permission: Permission) -> Circular:
    rows = Circular.objects.within(request.scope_of(permission))
    return get_object_or_404(rows.select_related("drafted_by", "amended_by", "issued_by"), pk=pk)
