"""上传公报: files are handed in, and each is watched until it is read."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from guangyue.gazette.reading.files import MEGABYTE, MOST_BYTES, TYPES, UnreadableIssue
from guangyue.jobs.models import Work
from guangyue.kit.access import SignedInRequest, needs
from guangyue.library.permissions import IMPORT_ISSUES
from guangyue.library.services.uploads import IMPORTING, MOST_FILES, begin_import, outcomes_of


@needs(IMPORT_ISSUES)
def uploading(request: SignedInRequest) -> HttpResponse:
    error = ""
    if request.method == "POST":
        try:
            work = begin_import(
                files=list(request.FILES.getlist("files")), by=request.user, at=timezone.now()
            )
            return redirect("library:upload", work.pk)
        except UnreadableIssue as refusal:
            error = refusal.sentence
    context = {
        "error": error,
        "types": ",".join(TYPES),
        "most_files": MOST_FILES,
        "most_megabytes": MOST_BYTES // MEGABYTE,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return render(request, "library/uploading.html", context, status=status)


@needs(IMPORT_ISSUES)
def upload(request: SignedInRequest, number: int) -> HttpResponse:
    """How far an upload has come, and what became of each file so far."""
    work = get_object_or_404(Work.objects.filter(kind=IMPORTING.key), pk=number)
    part = request.headers.get("HX-Request") == "true"
    context = {"work": work, "outcomes": outcomes_of(work), "names": work.options["names"]}
    return render(request, "library/_upload.html" if part else "library/upload.html", context)
