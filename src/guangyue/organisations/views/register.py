"""Keeping the register: organisations entered, renamed, ended, and what they were followed by."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from guangyue.kit.access import SignedInRequest, needs
from guangyue.organisations.forms import EndForm, NameForm, OrganisationForm, RenamingForm, SuccessionForm
from guangyue.organisations.models import Organisation, Region
from guangyue.organisations.permissions import KEEP_REGISTER
from guangyue.organisations.services.register import (
    add_name,
    end_organisation,
    enter_organisation,
    record_succession,
    rename_organisation,
)
from guangyue.organisations.views.acting import answer_form, posted


@needs(KEEP_REGISTER)
def entering(request: SignedInRequest) -> HttpResponse:
    regions = Region.objects.on(timezone.localdate()).within(request.scope)
    form = OrganisationForm(posted(request), regions=regions, organisations=_existing(request))
    return answer_form(
        request,
        form,
        title="登记机构",
        back=reverse("organisations:desk_organisations"),
        button="登记",
        do=lambda said: enter_organisation(**said),
        done="已经登记。",
    )


@needs(KEEP_REGISTER)
def naming(request: SignedInRequest, key: str) -> HttpResponse:
    organisation = _organisation(request, key)
    return answer_form(
        request,
        NameForm(posted(request)),
        title="登记名称的写法",
        lead=organisation.name,
        back=_page(organisation),
        button="登记",
        do=lambda said: add_name(organisation=organisation, **said),
        done="已经登记，按这个写法也能找到。",
    )


@needs(KEEP_REGISTER)
def renaming(request: SignedInRequest, key: str) -> HttpResponse:
    organisation = _organisation(request, key)
    return answer_form(
        request,
        RenamingForm(posted(request)),
        title="机构更名",
        lead=f"现名{organisation}。更名以后，旧名仍然找得到这个机构，并标明是旧称。",
        back=_page(organisation),
        button="更名",
        do=lambda said: rename_organisation(organisation=organisation, **said),
        done="已经更名。",
    )


@needs(KEEP_REGISTER)
def ending(request: SignedInRequest, key: str) -> HttpResponse:
    organisation = _organisation(request, key)
    return answer_form(
        request,
        EndForm(posted(request)),
        title="机构撤销",
        lead=f"{organisation}从撤销日期起不能再任命人员；现任的免去另由任免通知写明。",
        back=_page(organisation),
        button="撤销",
        do=lambda said: end_organisation(organisation=organisation, **said),
        done="已经登记撤销。",
    )


@needs(KEEP_REGISTER)
def succession(request: SignedInRequest, key: str) -> HttpResponse:
    organisation = _organisation(request, key)
    form = SuccessionForm(posted(request), organisations=_existing(request).exclude(pk=organisation.pk))
    return answer_form(
        request,
        form,
        title="登记沿革",
        lead=f"{organisation}之后，由哪个机构承接。",
        back=_page(organisation),
        button="登记",
        do=lambda said: record_succession(predecessor=organisation, inferred=said["cites"] is None, **said),
        done="已经登记。",
    )


def _existing(request: SignedInRequest) -> QuerySet[Organisation]:
    return Organisation.objects.on(timezone.localdate()).within(request.scope)


def _organisation(request: SignedInRequest, key: str) -> Organisation:
    return get_object_or_404(Organisation.objects.within(request.scope), key=key)


def _page(organisation: Organisation) -> str:
    return reverse("organisations:desk_organisation", args=[organisation.key])
