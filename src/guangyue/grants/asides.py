"""补贴申请 beside its case: the application, or for an official the page where it is judged."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse

from guangyue.accounts.models import Kind
from guangyue.cases.asides import Aside
from guangyue.cases.models import Case
from guangyue.grants.flow import SUBSIDY
from guangyue.grants.models import Application


def application_of(case: Case, request: HttpRequest) -> Iterator[Aside]:
    if case.flow.key != SUBSIDY.key:
        return
    application = Application.objects.filter(case=case).first()
    if application is None:
        return
    if getattr(request.user, "kind", "") == Kind.STAFF:
        yield Aside("审核这件申请", application.get_absolute_url(), "补贴在申请审核里核定", icon="scale")
    else:
        own = reverse("grants:own_application", args=[application.key])
        yield Aside("申请的内容和核定结果", own, f"申请编号 {application.number}", icon="coins")
