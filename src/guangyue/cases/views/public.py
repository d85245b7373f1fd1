"""办件公示, for everyone."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from guangyue.cases.publicity import PUBLIC_CASES, made_public
from guangyue.kit.access import open_to_all
from guangyue.kit.lists import show_list


@open_to_all
def public_cases(request: HttpRequest) -> HttpResponseBase:
    return show_list(request, PUBLIC_CASES, made_public(), template="cases/public_cases.html")
