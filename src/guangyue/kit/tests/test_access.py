"""What a view says about who may open it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from guangyue.kit.access import (
    FOR_SIGNED_IN,
    OPEN_TO_ALL,
    Access,
    Permission,
    access_of,
    for_signed_in,
    needs,
    open_to_all,
)

ENTER_NOTICE = Permission(key="organisations.enter_notice", title="录入任免通知")


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def test_a_view_that_says_nothing_has_no_access() -> None:
    assert access_of(page) is None


def test_a_view_is_open_for_the_signed_in_or_for_holders_of_a_permission() -> None:
    @open_to_all
    def public(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    @for_signed_in
    def own(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    @needs(ENTER_NOTICE)
    def entry(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    assert access_of(public) == OPEN_TO_ALL
    assert access_of(own) == FOR_SIGNED_IN
    assert access_of(entry) == Access(signed_in=True, staff=True, permission=ENTER_NOTICE)


def test_the_mark_is_kept_under_other_decorators() -> None:
    @require_POST
    @needs(ENTER_NOTICE)
    def entry(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    assert access_of(entry) == Access(signed_in=True, staff=True, permission=ENTER_NOTICE)


def test_a_permission_reads_as_its_title() -> None:
    assert str(ENTER_NOTICE) == "录入任免通知"
