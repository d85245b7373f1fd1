"""What the trail keeps, as the configuration declares it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Trail:
    """审计范围: the tables of these applications, but for those left out with a reason.

    Models are named as Django does, `accounts.User`. The values of secret columns never reach the trail;
    that they were changed does.
    """

    applications: tuple[str, ...]
    also: tuple[str, ...]
    left_out: Mapping[str, str]
    secrets: Mapping[str, tuple[str, ...]]
    masks: Mapping[str, Mapping[str, Callable[[str], str]]]

    def models(self) -> Iterator[type[Model]]:
        """The models whose every change is kept."""
        for model in self.candidates():
            if model._meta.label not in self.left_out:
                yield model

    def candidates(self) -> Iterator[type[Model]]:
        for model in apps.get_models(include_auto_created=True):
            ours = model.__module__.startswith(self.applications) or model._meta.label in self.also
            if ours and not model._meta.proxy:
                yield model


def trail() -> Trail:
    """What the configuration declares; `settings.GUANGYUE_TRAIL` says where."""
    declared: Trail = import_string(settings.GUANGYUE_TRAIL)
    return declared
