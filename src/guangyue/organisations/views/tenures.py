"""试用期, 接任, 同名人员, 委托代行."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from guangyue.kit.access import SignedInRequest, needs
from guangyue.kit.lists import show_list
from guangyue.organisations import lists
from guangyue.organisations.body_forms import DayForm
from guangyue.organisations.forms import ConfirmationForm, DelegationForm, HolderForm, MergingForm, known_by
from guangyue.organisations.models import Delegation, Organisation, Person, Post, Tenure
from guangyue.organisations.permissions import KEEP_TENURES
from guangyue.organisations.services.delegations import delegate_post, withdraw_delegation
from guangyue.organisations.services.people import merge_persons
from guangyue.organisations.services.tenures import confirm_tenure, report_departure, report_holder
from guangyue.organisations.views.acting import answer_form, posted


@needs(KEEP_TENURES)
def trials(request: SignedInRequest) -> HttpResponseBase:
    return show_list(request, lists.TRIALS, Tenure.objects.within(request.scope).on_probation().with_names())


@needs(KEEP_TENURES)
def confirmation(request: SignedInRequest, pk: int) -> HttpResponse:
    """转正."""
    tenure = get_object_or_404(Tenure.objects.within(request.scope).with_names(), pk=pk)
    return answer_form(
        request,
        ConfirmationForm(posted(request)),
        title=f"{tenure.person}转正",
        lead=str(tenure.post),
        facts=[
            ("任职", tenure.since),
            ("试用期至", tenure.probation_until),
            ("现在", tenure.standing(timezone.localdate()).label),
            ("依据", tenure.ordered_by and tenure.ordered_by.cites),
        ],
        back=reverse("organisations:trials"),
        button="转正",
        do=lambda said: confirm_tenure(tenure=tenure, **said, by=request.user, at=timezone.now()),
        done="已经转正。",
    )


@needs(KEEP_TENURES)
def holder(request: SignedInRequest, pk: int) -> HttpResponse:
    """接任 of an office that no notice fills."""
    post = get_object_or_404(_posts(request), pk=pk)
    held = [tenure.person.name for tenure in post.tenures.on(timezone.localdate()).with_names()]
    return answer_form(
        request,
        HolderForm(posted(request)),
        title="登记接任",
        lead=f"{post}，现由{'、'.join(held) or '无人'}担任。由任免通知决定的职务，请录入通知。",
        back=reverse("organisations:desk_organisation", args=[post.organisation.key]),
        button="登记",
        do=lambda said: _take_over(post, said),
        done="已经登记，席位同日随之变动。",
    )


@needs(KEEP_TENURES)
def same_names(request: SignedInRequest) -> HttpResponse:
    """同名人员: kept apart until somebody says that two are one."""
    groups: dict[str, list[Person]] = {}
    people = Person.objects.sharing_a_name().with_tenures().order_by("name", "pk")
    for person in people:
        groups.setdefault(person.name, []).append(person)
    return render(request, "organisations/same_names.html", {"groups": groups, "known_by": known_by})


@needs(KEEP_TENURES)
def merging(request: SignedInRequest, pk: int) -> HttpResponse:
    kept = get_object_or_404(Person.objects.unmerged().with_tenures(), pk=pk)
    return answer_form(
        request,
        MergingForm(posted(request), kept=kept),
        title=f"合并同名人员：{kept}",
        lead=f"合并到{known_by(kept)}名下。合并以后不能拆开。",
        back=reverse("organisations:same_names"),
        button="合并",
        do=lambda said: merge_persons(kept=kept, **said, by=request.user, at=timezone.now()),
        done="已经合并。",
    )


@needs(KEEP_TENURES)
def delegations(request: SignedInRequest) -> HttpResponseBase:
    rows = Delegation.objects.filter(post__in=_posts(request)).select_related(
        "post__organisation", "delegate"
    )
    return show_list(request, lists.DELEGATIONS, rows, template="organisations/delegations.html")


@needs(KEEP_TENURES)
def delegating(request: SignedInRequest) -> HttpResponse:
    return answer_form(
        request,
        DelegationForm(posted(request), posts=_posts(request)),
        title="登记委托代行",
        back=reverse("organisations:delegations"),
        button="登记",
        do=lambda said: delegate_post(**said, by=request.user, at=timezone.now()),
        done="已经登记。",
    )


@needs(KEEP_TENURES)
def withdrawal(request: SignedInRequest, pk: int) -> HttpResponse:
    """收回委托."""
    delegation = get_object_or_404(Delegation.objects.filter(post__in=_posts(request)), pk=pk)
    return answer_form(
        request,
        DayForm(posted(request)),
        title="收回委托",
        facts=[
            ("代行职务", delegation.post),
            ("代行人", delegation.delegate),
            ("代行事项", delegation.matters),
            ("起", delegation.since),
            ("止", delegation.until),
            ("依据", delegation.ground),
            ("收回", delegation.withdrawn_on),
        ],
        back=reverse("organisations:delegations"),
        button="收回",
        do=lambda said: withdraw_delegation(delegation=delegation, **said),
        done="已经收回。",
    )


def _take_over(post: Post, said: Mapping[str, Any]) -> None:
    if not said["name"]:
        report_departure(post=post, on=said["on"])
        return
    person = said["known"] or Person(name=said["name"])
    report_holder(post=post, person=person, on=said["on"], note=said["note"])


def _posts(request: SignedInRequest) -> QuerySet[Post]:
    return Post.objects.filter(organisation__in=Organisation.objects.within(request.scope)).select_related(
        "organisation"
    )
