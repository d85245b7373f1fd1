"""达标: the themes held against what the documents want of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from guangyue.bundles.checking import FourOnes, four_ones, offending
from guangyue.bundles.design import Counts, DataBundle, DataItem, Included
from guangyue.bundles.merging import Merged
from guangyue.bundles.models import Connection, Theme
from guangyue.bundles.pieces import Declared
from guangyue.bundles.services.combining import whole_of
from guangyue.bundles.services.declared import data_bundles, declarations, included, target
from guangyue.bundles.wishes import CountThemes


@dataclass(frozen=True)
class Counted:
    """主题计划: how many there are of how many."""

    plan: CountThemes
    have: Counts
    lacking: Counts

    def rows(self) -> Iterator[tuple[str, int, int, int]]:
        yield "企业主题", self.have.enterprise, self.plan.target.enterprise, self.lacking.enterprise
        yield "群众主题", self.have.public, self.plan.target.public, self.lacking.public
        yield "服务菜单（另计）", self.have.menus, self.plan.target.menus, self.lacking.menus


@dataclass(frozen=True)
class Offered:
    """A theme that is offered, with its four ones."""

    theme: Theme
    merged: Merged
    ones: FourOnes


@dataclass(frozen=True)
class Combined:
    """应当纳入: what is missing of what must be combined, and whether it takes too long."""

    wanted: Included
    theme: Theme | None
    missing: tuple[str, ...]
    days: int | None

    @property
    def met(self) -> bool:
        late = self.wanted.days is not None and (self.days or 0) > self.wanted.days
        return self.theme is not None and not self.missing and not late


@dataclass(frozen=True)
class Item:
    """数据项 with what its theme still asks, and the day since when it is connected."""

    bundle: DataBundle
    item: DataItem
    theme: Theme | None
    asks: tuple[str, ...]
    connected_on: date | None
    offends: bool


def counted() -> Counted | None:
    plan = target()
    if plan is None:
        return None
    have = Theme.objects.counts()
    return Counted(plan, have, have.lacking(plan.target))


def offered_themes() -> list[Offered]:
    themes = list(Theme.objects.offered().select_related("current", "lead"))
    codes = {code for one in themes if one.current for code in one.current.designed.matters}
    declared = declarations(codes)
    return [
        Offered(theme, merged, four_ones(merged))
        for theme in themes
        if (merged := _merged(theme, declared)) is not None
    ]


def combined(offered: list[Offered]) -> list[Combined]:
    by_key = {one.theme.key: one for one in offered}
    return [_combined(wanted, by_key.get(wanted.theme)) for wanted in included()]


def items(offered: list[Offered], *, on: date) -> list[Item]:
    """数据需求清单: every item of every bundle."""
    by_key = {one.theme.key: one for one in offered}
    connected = {(one.theme, one.item): one.on for one in Connection.objects.filter(on__lte=on)}
    return [
        _item(bundle, item, by_key.get(bundle.theme), connected)
        for bundle in data_bundles()
        for item in bundle.items
    ]


def _combined(wanted: Included, held: Offered | None) -> Combined:
    if held is None:
        return Combined(wanted, None, wanted.matters, None)
    missing = wanted.missing([piece.key for piece in held.merged.pieces])
    days = held.merged.plan.days if held.merged.plan else None
    return Combined(wanted, held.theme, missing, days)


def _item(
    bundle: DataBundle,
    item: DataItem,
    held: Offered | None,
    connected: Mapping[tuple[str, str], date],
) -> Item:
    asked = {one.material.code: one.material.title for one in held.merged.materials} if held else {}
    since = connected.get((bundle.theme, item.name))
    return Item(
        bundle=bundle,
        item=item,
        theme=held.theme if held else None,
        asks=tuple(asked[code] for code in item.materials if code in asked),
        connected_on=since,
        offends=item.name in offending(bundle, asked=asked, connected=[item.name] if since else []),
    )


def _merged(theme: Theme, declared: Declared) -> Merged | None:
    version = theme.current
    return whole_of(version.designed, declared, fetched=version.fetched) if version else None
