"""抽查事项和细则: drafted, approved by another, published; a procedure is written version by version."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import IntegrityError, transaction

from guangyue.accounts.models import User
from guangyue.inspections.kinds import ItemKind, Method
from guangyue.inspections.models import Item, Procedure
from guangyue.inspections.refusals import SameHand, WrongStep
from guangyue.inspections.sizing import check_cap
from guangyue.kit.refusals import Refused
from guangyue.organisations.models import Organisation


@dataclass(frozen=True)
class ItemSaid:
    """What is written of an item."""

    code: str
    province_code: str
    name: str
    legal_basis: str
    object_category: str
    kind: ItemKind
    ratio_cap: Decimal | None
    methods: Sequence[Method]
    joint: bool = False

    def checked(self) -> dict[str, object]:
        check_cap(self.kind, self.ratio_cap)
        if not self.province_code:
            raise Refused("要写明对应的省级清单编码。", field="province_code")
        if not self.methods:
            raise Refused("至少选一种检查方式。", field="methods")
        written = {**vars(self), "kind": self.kind.name}
        return {**written, "methods": [method.name for method in self.methods]}


def draft_item(*, organisation: Organisation, said: ItemSaid, by: User, at: datetime) -> Item:
    written = said.checked()
    try:
        with transaction.atomic():
            return Item.objects.create(organisation=organisation, made_by=by, made_at=at, **written)
    except IntegrityError:
        raise Refused("本部门已经有这个编码的事项。", field="code") from None


@transaction.atomic
def redraft_item(*, item: Item, said: ItemSaid, by: User, at: datetime) -> Item:
    """改稿: of what is not published; it is approved anew."""
    item = _held(item, Item.State.DRAFT, Item.State.APPROVED)
    for name, value in said.checked().items():
        setattr(item, name, value)
    item.state, item.approved_by = Item.State.DRAFT, None
    item.made_by, item.made_at = by, at
    item.save()
    return item


@transaction.atomic
def approve_item(*, item: Item, by: User) -> Item:
    """审定, by somebody else than who drafted it."""
    item = _held(item, Item.State.DRAFT)
    if item.made_by_id == by.pk:
        raise SameHand
    item.state, item.approved_by = Item.State.APPROVED, by
    item.save()
    return item


@transaction.atomic
def publish_item(*, item: Item, by: User, at: datetime) -> Item:
    """公布: with its 细则, so that anyone knows how it is inspected."""
    item = _held(item, Item.State.APPROVED)
    if item.procedure is None:
        raise Refused("还没有抽查细则，制定以后再公布。")
    item.state, item.published_at = Item.State.PUBLISHED, at
    item.save()
    return item


@transaction.atomic
def write_procedure(*, item: Item, steps: str, points: Sequence[str], by: User, at: datetime) -> Procedure:
    """制定细则; the next version stands beside the last."""
    Item.objects.select_for_update().get(pk=item.pk)
    kept = [point.strip() for point in points if point.strip()]
    if not kept or len(set(kept)) != len(kept):
        raise Refused("检查项目每行一个，不能空，也不能重复。", field="points")
    last = item.procedures.first()
    version = last.version + 1 if last else 1
    return Procedure.objects.create(item=item, version=version, steps=steps, points=kept, by=by, at=at)


def _held(item: Item, *states: Item.State) -> Item:
    held = Item.objects.select_for_update().get(pk=item.pk)
    if held.state not in states:
        raise WrongStep
    return held
