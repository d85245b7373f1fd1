"""席位 in words: which department, with which qualification."""

from guangyue.inspections.models import Batch
from guangyue.organisations.models import Organisation


def seats_of(batch: Batch) -> list[str]:
    keys = {department for department, _ in batch.slots}
    names = dict(Organisation.objects.filter(key__in=keys).values_list("key", "name"))
    return [f"{names.get(department, department)} · {wanted}" for department, wanted in batch.slots]
