"""归档包 of a closed case, for those who see the case; who took one is on record."""

from django.http import HttpResponse
from django.utils import timezone

from guangyue.audit.recording import record
from guangyue.cases.acting import case_seen_by
from guangyue.cases.permissions import SEE_CASES
from guangyue.cases.services.archive import archive_of
from guangyue.files.answers import answer_with_content
from guangyue.kit.access import SignedInRequest, needs


@needs(SEE_CASES)
def archive(request: SignedInRequest, number: str) -> HttpResponse:
    case = case_seen_by(request, number, "version", "unit")
    package = archive_of(case)
    record(action="下载归档包", subject=case, by=request.user, at=timezone.now())
    return answer_with_content(package, "application/zip", name=f"{case.number} 归档包.zip", attached=True)
