"""申请材料 of an application: they lie with its case, and are handed in and looked at there."""

from django.db.models import QuerySet

from guangyue.cases.models import Paper
from guangyue.grants.models import Application
from guangyue.matters.declaration import Source


def papers_of(application: Application | None) -> QuerySet[Paper]:
    """What the applicant is asked for; nothing before there is a draft, and where there is no case."""
    case = application.case_id if application else None
    return Paper.objects.filter(case=case, source=Source.APPLICANT.name).order_by("pk")
