"""设计主题: matters, questions and order are put together one by one, what comes of it is seen at once."""

from dataclasses import replace
from http import HTTPStatus

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from guangyue.bundles.checking import faults
from guangyue.bundles.design import Choice, Design, Origin, ThemePart, ThemeQuestion, When
from guangyue.bundles.forms import PartForm, QuestionForm, ThemeForm
from guangyue.bundles.merging import apart, merge, together
from guangyue.bundles.models import Theme
from guangyue.bundles.permissions import DESIGN_THEMES
from guangyue.bundles.pieces import DesignBroken, whole
from guangyue.bundles.refusals import WrongState
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
                key=free_key(local_day(at)),
                title=said["title"],
                about=said["about"],
                circle=said["circle"],
                origin=Origin.DEPARTMENT.name,
                design=Design(said["lead"].key, tuple(one.key for one in said["cooperating"])),
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


@never_cache
@needs(DESIGN_THEMES)
def designing(request: SignedInRequest, key: str) -> HttpResponse:
    """Each button changes the design and shows what it comes to."""
    theme = get_object_or_404(Theme.objects.led_within(request.scope).select_related("lead"), key=key)
    if not theme.is_editable:
        raise WrongState
    design = latest_version(theme).designed
    does = request.POST.get("do", "") if request.method == "POST" else ""
    titles = {code: one.name for code, one in declarations(design.matters).items()}
    part = PartForm(request.POST if does == "add-part" else None, design=design, titles=titles)
    question = QuestionForm(request.POST if does == "add-question" else None)
    changed = _changed(design, does, part, question)
    if changed is not None:
        save_design(theme=theme, design=changed, at=timezone.now())
        return redirect("bundles:designing", key)
    return _show(request, theme, design, part, question)


def _changed(design: Design, does: str, part: PartForm, question: QuestionForm) -> Design | None:
    """The design after what the button says; None where nothing was asked, or it was filled in badly."""
    match does.split(":"):
        case ["add-part"] if part.is_valid():
            return _with_part(design, part.cleaned_data)
        case ["add-question"] if question.is_valid():
            return _with_question(design, question.cleaned_data)
        case ["remove-part", code]:
            kept = (one for one in design.parts if one.matter != code)
            parts = tuple(replace(one, after=tuple(a for a in one.after if a != code)) for one in kept)
            return replace(design, parts=parts)
        case ["remove-question", key]:
            questions = tuple(one for one in design.questions if one.key != key)
            return replace(design, questions=questions, parts=_without_question(design, key))
    return None


def _with_part(design: Design, said: dict[str, object]) -> Design:
    """A matter that is there already gets one more situation, asked before the others."""
    matter, variant = str(said["situation"]).split("/", 1)
    key, _, answer = str(said.get("when") or "").partition("=")
    choice = Choice(variant, (When(key, answer),) if key else ())
    chosen = said.get("after") or []
    after = tuple(code for code in chosen if code != matter)  # type: ignore[attr-defined]
    there = next((one for one in design.parts if one.matter == matter), None)
    if there is None:
        return replace(design, parts=(*design.parts, ThemePart(matter, (choice,), after)))
    more = ThemePart(matter, (choice, *there.choices), tuple(dict.fromkeys((*there.after, *after))))
    return replace(design, parts=tuple(more if one is there else one for one in design.parts))


def _with_question(design: Design, said: dict[str, object]) -> Design:
    numbers = [int(one.key[1:]) for one in design.questions if one.key[1:].isdecimal()]
    key = f"q{max(numbers, default=0) + 1}"
    asked = ThemeQuestion(key, str(said["title"]), tuple(said["answers"]))  # type: ignore[arg-type]
    return replace(design, questions=(*design.questions, asked))


def _without_question(design: Design, key: str) -> tuple[ThemePart, ...]:
    """What rested on it rests on nothing."""
    return tuple(
        replace(
            part,
            choices=tuple(
                replace(choice, when=tuple(one for one in choice.when if one.question != key))
                for choice in part.choices
            ),
        )
        for part in design.parts
    )


def _show(
    request: SignedInRequest, theme: Theme, design: Design, part: PartForm, question: QuestionForm
) -> HttpResponse:
    declared = declarations(design.matters)
    try:
        merged = merge(whole(design, declared), fetched=fetched(theme.key, on=local_day(timezone.now())))
    except DesignBroken:
        merged = None
    context = {
        "theme": theme,
        "design": design,
        "declared": declared,
        "merged": merged,
        "before": apart(merged.pieces) if merged else None,
        "after": together(merged) if merged else None,
        "faults": [fault.said for fault in faults(design, declared)],
        "part_form": part,
        "question_form": question,
        "questions": {one.key: one for one in design.questions},
        "organisations": dict(
            Organisation.objects.filter(key__in=design.departments).values_list("key", "name")
        ),
    }
    status = _status(part.errors or question.errors)
    return render(request, "bundles/desk_designing.html", context, status=status)


def _leads(request: SignedInRequest) -> QuerySet[Organisation]:
    return Organisation.objects.within(request.scope).apart_from_bodies()


def _status(errors: object) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
