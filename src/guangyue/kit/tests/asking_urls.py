"""Something that cannot be undone, for the tests of the question before it."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.http import require_POST

from guangyue.kit.access import open_to_all
from guangyue.kit.confirmation import ask_first


@require_POST
@open_to_all
def removal(request: HttpRequest) -> HttpResponse:
    if question := ask_first(request, question="确认撤销？", consequence="撤销以后不能恢复。", yes="撤销"):
        return question
    return HttpResponse(f"已撤销：{request.POST['reason']}")


urlpatterns = [path("removal/", removal), path("", include("config.urls"))]
