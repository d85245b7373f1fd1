"""A document as a file: set in type, and as Akoma Ntoso."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse

from guangyue.gazette.models import PrintedDocument
from guangyue.kit.access import open_to_all
from guangyue.kit.typesetting import answer_with
from guangyue.library.akoma_ntoso import akoma_ntoso as as_akoma_ntoso
from guangyue.library.papers import paper_of
from guangyue.library.reading import released_document


@open_to_all
def paper(request: HttpRequest, number: str) -> FileResponse:
    return answer_with(paper_of(_document(number)))


@open_to_all
def akoma_ntoso(request: HttpRequest, number: str) -> HttpResponse:
    return HttpResponse(as_akoma_ntoso(_document(number)), content_type="application/akn+xml; charset=utf-8")


def _document(number: str) -> PrintedDocument:
    document = released_document(number)
    if document is None:
        raise Http404
    return document
