"""The pages of the portal's own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guangyue.kit.access import open_to_all


@open_to_all
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/home.html")
