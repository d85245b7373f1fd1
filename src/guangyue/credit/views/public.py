"""信用公示: what everybody may see, for as long as it may be seen."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from guangyue.credit.beside import beside_for_all
from guangyue.credit.dossier import in_sections
from guangyue.credit.lists import PUBLISHED
from guangyue.credit.models import CreditRecord, CreditSubject
from guangyue.kit.access import SignedInRequest, open_to_all
from guangyue.kit.lists import show_list
from guangyue.systems.today import day_of_the_city


@open_to_all
def public(request: SignedInRequest) -> HttpResponseBase:
    shown = CreditRecord.objects.public(day_of_the_city()).with_all()
    return show_list(request, PUBLISHED, shown, template="credit/public.html")


@open_to_all
def subject(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Of whom nothing is public there is no page."""
    shown = get_object_or_404(CreditSubject, key=key)
    records = CreditRecord.objects.public(day_of_the_city()).filter(subject=shown).with_all()
    if not records:
        raise Http404
    context = {"subject": shown, "sections": in_sections(records), "beside": beside_for_all(shown)}
    return render(request, "credit/subject.html", context)
