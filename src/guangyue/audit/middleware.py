"""What the trail knows of a request: who changes what within it, and what is taken out."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from guangyue.audit.acting import acting
from guangyue.audit.recording import record
from guangyue.kit.refusals import GetResponse
from guangyue.kit.sheets import Export


class AuditMiddleware:
    """What a request changes is done by whoever is signed in; a table it takes out is recorded."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        by = request.user if request.user.is_authenticated else None
        with acting(by=by):
            response = self.get_response(request)
        if isinstance(response, Export):
            taken = response.receipt
            detail = {
                "文件": taken.name,
                "行数": taken.rows,
                "SHA-256": taken.sha256,
                "内容 SHA-256": taken.contents,
            }
            record(action="导出", detail=detail, by=by, at=timezone.now())
        return response
