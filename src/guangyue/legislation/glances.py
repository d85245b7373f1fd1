"""What the frames show of law-making: figures for chiefs, projects and consultations by their name."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from guangyue.kit.access import Scope, needs
from guangyue.kit.pictures import Figure, Picture
from guangyue.kit.search import Found
from guangyue.legislation.models import LawProject, PublicConsultation
from guangyue.legislation.permissions import SEE_LEGISLATION


def legislation_at_a_glance(*, scope: Scope, on: date) -> Iterator[Picture]:
    projects = LawProject.objects.within(scope)
    page = reverse("legislation:projects")
    yield Figure("在办的立法项目", projects.under_way().count(), "件", "gavel", link=page)
    late = projects.overdue(on).count()
    yield Figure("逾期的立法项目", late, "件", "alarm", link=page)
    opened = PublicConsultation.objects.within(scope).open_on(on).count()
    yield Figure("正在征求意见", opened, "件", "messages", link=reverse("legislation:consultations"))


@needs(SEE_LEGISLATION)
def find_projects(*, words: str, scope: Scope, most: int) -> Iterator[Found]:
    for project in (
        LawProject.objects.within(scope).filter(name__contains=words).select_related("unit")[:most]
    ):
        detail = f"{project.unit} · {project.get_state_display()}"
        yield Found("立法项目", project.name, project.get_absolute_url(), detail)
