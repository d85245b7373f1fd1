"""旁栏: what mechanisms above cases put beside one, for its applicant; the settings name them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from guangyue.cases.models import Case


@dataclass(frozen=True)
class Aside:
    """旁栏的一项: where it leads, and a sentence that says what for."""

    title: str
    link: str
    detail: str = ""
    icon: str = "arrow-right"


AsideSource = Callable[[Case, HttpRequest], Iterable[Aside]]


def asides_of(case: Case, request: HttpRequest) -> list[Aside]:
    """What settings.GUANGYUE_CASE_ASIDES has to offer beside this case, in the order named there."""
    sources: tuple[AsideSource, ...] = import_string(settings.GUANGYUE_CASE_ASIDES)
    return [aside for source in sources for aside in source(case, request)]
