"""人员合并: the register keeps two persons of one name apart until a human decides."""

from datetime import datetime

from django.db import transaction

from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Person, PersonMerge
from guangyue.organisations.refusals import ReasonMissing
from guangyue.organisations.services import By, signed


@transaction.atomic
def merge_persons(*, kept: Person, merged: Person, reason: str, by: By, at: datetime) -> PersonMerge:
    """人员合并: two persons of one name are one because somebody says so, and why."""
    if kept == merged:
        raise Refused("选中的是同一个人。", field="merged")
    if kept.name != merged.name:
        raise Refused(f"姓名不同：{kept}、{merged}，不能合并。", field="merged")
    if kept.merged_into_id or merged.merged_into_id:
        raise Refused("其中一人已经并入别人。", field="merged")
    if not reason.strip():
        raise ReasonMissing("同名不等于同一个人，合并要写明理由。", field="reason")
    merged.tenures.update(person=kept)
    merged.merged_into = kept
    merged.save(update_fields=["merged_into"])
    return PersonMerge.objects.create(kept=kept, merged=merged, reason=reason.strip(), by=signed(by), at=at)
