"""事项和服务指南: a matter for the public, the situation that is theirs, its guide on screen and paper."""

from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate

from guangyue.disclosure.citing import address_of
from guangyue.kit.access import open_to_all
from guangyue.kit.typesetting import answer_with
from guangyue.matters.choosing import Choice, choose
from guangyue.matters.declaration import Declaration, Variant
from guangyue.matters.guide import Guide, places_of, version_shown
from guangyue.matters.guide_paper import paper_of
from guangyue.matters.models import Matter, MatterVersion

QUESTION = "q-"  # before the key of a question, as in the address of the application


@open_to_all
def matter(request: HttpRequest, code: str) -> HttpResponse:
    """What the matter is; the questions that lead to a situation, and its guide once they are answered."""
    shown = _public(code)
    version = _version(shown, request.GET.get("version", ""))
    declared = version.declared
    choice = _choice(request, declared)
    context = {
        **_context(shown, version),
        "choice": choice,
        "steps": _steps(choice),
        "answers": _answers(choice),
        "guide": Guide(declared, choice.variant) if choice and choice.variant else None,
        "query": urlencode(_answered(choice)) if choice else "",
    }
    return render(request, "matters/matter.html", context)


@open_to_all
def guide(request: HttpRequest, code: str, variant: str) -> HttpResponse:
    """The guide of one situation, to read and to print."""
    shown = _public(code)
    version = _version(shown, request.GET.get("version", ""))
    one = _variant(version.declared, variant)
    context = {**_context(shown, version), "guide": Guide(version.declared, one)}
    return render(request, "matters/guide.html", context)


@open_to_all
def guide_paper(request: HttpRequest, code: str, variant: str) -> HttpResponseBase:
    """The same as a PDF."""
    shown = _public(code)
    version = _version(shown, request.GET.get("version", ""))
    made = Guide(version.declared, _variant(version.declared, variant))
    paper = paper_of(
        made,
        places_of(shown, on=localdate()),
        issuer=shown.owner.name,
        version=version.number,
        on=version.since or localdate(),
    )
    return answer_with(paper)


def _public(code: str) -> Matter:
    """What was ever in force: a matter that closed still tells why."""
    rows = Matter.objects.exclude(state=Matter.State.DRAFT).filter(current__isnull=False)
    return get_object_or_404(rows.select_related("owner", "current"), code=code)


def _version(shown: Matter, number: str) -> MatterVersion:
    version = version_shown(shown, number)
    if version is None:
        raise Http404
    return version


def _variant(declared: Declaration, key: str) -> Variant:
    found = next((one for one in declared.variants if one.key == key), None)
    if found is None:
        raise Http404
    return found


def _context(shown: Matter, version: MatterVersion) -> dict[str, object]:
    declared = version.declared
    on: date = localdate()
    return {
        "matter": shown,
        "version": version,
        "declared": declared,
        "places": places_of(shown, on=on),
        "versions": shown.versions.released().order_by("-number"),
        "is_open": shown.state == Matter.State.RELEASED and version == shown.current,
        "clauses": [(str(one), address_of(one)) for one in (declared.cites,) if one],
    }


def _choice(request: HttpRequest, declared: Declaration) -> Choice | None:
    if not declared.variants:
        return None
    asked = request.GET.dict()
    said = {
        name.removeprefix(QUESTION): str(value) for name, value in asked.items() if name.startswith(QUESTION)
    }
    return choose(declared, said)


def _answered(choice: Choice, until: int | None = None) -> list[tuple[str, str]]:
    return [(f"{QUESTION}{question.key}", answer.title) for question, answer in choice.answered[:until]]


def _steps(choice: Choice | None) -> list[tuple[str, str, str]]:
    """The questions answered, each with the address at which it is asked again."""
    if choice is None:
        return []
    return [
        (question.title, answer.title, urlencode(_answered(choice, until=place)))
        for place, (question, answer) in enumerate(choice.answered)
    ]


def _answers(choice: Choice | None) -> list[tuple[str, str]]:
    """What the question at hand can be answered with, and where each answer leads."""
    if choice is None or choice.question is None:
        return []
    asked = choice.question
    return [
        (answer.title, urlencode([*_answered(choice), (f"{QUESTION}{asked.key}", answer.title)]))
        for answer in asked.answers
    ]
