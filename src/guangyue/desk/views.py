"""The desk's own pages: what there is to do, and the city at a glance."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guangyue.kit.access import for_signed_in


@for_signed_in
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/home.html")


@for_signed_in
def city(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/city.html")
