"""设计主题: departments, matters, questions and order are put together one by one; what comes of it is seen
at once."""

from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.bundles.checking import faults
from guangyue.bundles.design import Design, Origin
from guangyue.bundles.editing import (
    moved,
    ordered,
    with_departments,
    with_part,
    with_question,
    without_choice,
    without_part,
    without_question,
)
from guangyue.bundles.forms import DepartmentsForm, PartForm, QuestionForm, ThemeForm
from guangyue.bundles.merging import apart, together
from guangyue.bundles.models import Theme, ThemeVersion
from guangyue.bundles.permissions import DESIGN_THEMES
from guangyue.bundles.refusals import WrongState
from guangyue.bundles.services.combining import whole_of
from guangyue.bundles.services.declared import declarations, fetched
from guangyue.bundles.services.themes import free_key, latest_version, open_theme, save_design
from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.clocks import local_day
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation


@never_cache
@needs(DESIGN_THEMES)
def new_theme(request: SignedInRequest) -> HttpResponse:
    form = ThemeForm(request.POST if request.method == "POST" else None, leads=_leads(request))
    if form.is_bound and form.is_valid():
        said, at = form.cleaned_data, timezone.now()
        try:
            theme = open_theme(
                key=free_key(),
                title=said["title"],
                about=said["about"],
                circle=said["circle"],
                origin=Origin.DEPARTMENT.name,
                design=with_departments(Design(""), **form.said()),
                by=request.user,
                at=at,
            )
        except Refused as refusal:
            form.add_error("title", refusal.sentence)
        else:
            messages.success(request, "已经新建，接着选事项。")
            return redirect("bundles:designing", theme.key)
    context = {"form": form}
    return render(request, "bundles/desk_new_theme.html", context, status=_status(form.errors))


@dataclass(frozen=True)
class Forms:
    """What the page asks: each bound only where its own button was pressed."""

    part: PartForm
    question: QuestionForm
    departments: DepartmentsForm

    @property
    def errors(self) -> bool:
        return any(one.is_bound and one.errors for one in (self.part, self.question, self.departments))


@never_cache
@needs(DESIGN_THEMES)
def designing(request: SignedInRequest, key: str) -> HttpResponse:
    """Each button changes the design and shows what it comes to."""
    theme = get_object_or_404(Theme.objects.led_within(request.scope).select_related("lead"), key=key)
    if not theme.is_editable:
        raise WrongState
    version = latest_version(theme)
    design = version.designed
    does = request.POST.get("do", "") if request.method == "POST" else ""
    forms = _forms(request, design, does)
    changed = _changed(design, does, forms, request.POST)
    if changed is not None:
        seen = request.POST.get("seen", "")
        save_design(theme=theme, design=changed, seen=seen, at=timezone.now())
        return redirect("bundles:designing", key)
    return _show(request, theme, version, forms)


def _forms(request: SignedInRequest, design: Design, does: str) -> Forms:
    titles = {code: one.name for code, one in declarations(design.matters).items()}
    return Forms(
        PartForm(request.POST if does == "add-part" else None, design=design, titles=titles),
        QuestionForm(request.POST if does == "add-question" else None),
        DepartmentsForm(
            request.POST if does == "departments" else None,
            leads=_leads(request),
            initial={
                "lead": Organisation.objects.filter(key=design.lead).first(),
                "cooperating": Organisation.objects.filter(key__in=design.cooperating),
                "conditions": design.conditions,
            },
        ),
    )


def _changed(design: Design, does: str, forms: Forms, posted: QueryDict) -> Design | None:
    """The design after what the button says; None where nothing was asked, or it was filled in badly."""
    match does.split(":"):
        case ["add-part"] if forms.part.is_valid():
            return with_part(design, **forms.part.said())
        case ["add-question"] if forms.question.is_valid():
            return with_question(design, **forms.question.cleaned_data)
        case ["departments"] if forms.departments.is_valid():
            return with_departments(design, **forms.departments.said())
        case ["up", code]:
            return moved(design, code, by=-1)
        case ["down", code]:
            return moved(design, code, by=1)
        case ["order", code]:
            return ordered(design, code, posted.getlist("after"))
        case ["remove-part", code]:
            return without_part(design, code)
        case ["remove-choice", code, place] if place.isdecimal():
            return without_choice(design, code, int(place))
        case ["remove-question", key]:
            return without_question(design, key)
    return None


def _show(request: SignedInRequest, theme: Theme, version: ThemeVersion, forms: Forms) -> HttpResponse:
    design = version.designed
    declared = declarations(design.matters)
    merged = whole_of(design, declared, fetched=fetched(theme.key, on=local_day(timezone.now())))
    context = {
        "theme": theme,
        "version": version,
        "design": design,
        "declared": declared,
        "merged": merged,
        "before": apart(merged.pieces) if merged else None,
        "after": together(merged) if merged else None,
        "faults": [fault.said for fault in faults(design, declared)],
        "forms": forms,
        "variants": {
            f"{code}/{variant.key}": variant.title
            for code, one in declared.items()
            for variant in one.variants
        },
        "questions": {one.key: one for one in design.questions},
        "organisations": dict(
            Organisation.objects.filter(key__in=design.departments).values_list("key", "name")
        ),
    }
    return render(request, "bundles/desk_designing.html", context, status=_status(forms.errors))


def _leads(request: SignedInRequest) -> QuerySet[Organisation]:
    return Organisation.objects.within(request.scope).apart_from_bodies()


def _status(errors: object) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
