"""机构名称识别: which organisation a printed name means on a day, however it is written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guangyue.organisations.models import Name, Organisation, Region
from guangyue.organisations.models.periods import covers

OFFICE = "办公室"
BRACKETS = str.maketrans('()[]【】“”"', "（）（）（）“““")


@dataclass(frozen=True)
class Resolution:
    """What a printed name means, and what is to be said about the way it was written."""

    printed: str
    organisation: Organisation
    old_name: bool = False  # given up by that day
    suspect: bool = False  # 疑误: it looks like a misprint
    office: bool = False  # 办公室 of the body, not the body
    remark: str = ""

    @property
    def name(self) -> str:
        """What it is called now."""
        return self.organisation.name


@dataclass(frozen=True)
class _Spelling:
    organisation: Organisation
    name: Name

    def in_use(self, on: date) -> bool:
        return covers(on, self.name.since, self.name.until)


class NameIndex:
    """All names at once: reading them takes one query, finding one takes none."""

    def __init__(self, names: Iterable[Name], city: str) -> None:
        self._city = city
        self._spellings: dict[str, list[_Spelling]] = {}
        for name in names:
            self._spellings.setdefault(self._canonical(name.text), []).append(
                _Spelling(name.organisation, name)
            )

    @classmethod
    def load(cls) -> "NameIndex":
        city = Region.objects.filter(kind=Region.Kind.CITY).values_list("name", flat=True).first() or ""
        return cls(Name.objects.select_related("organisation").order_by("id"), city)

    def resolve(self, printed: str, on: date) -> Resolution | None:
        """None for a name that nobody has, and for one that two have: a wrong organisation is worse than
        none."""
        written = self._canonical(printed)
        if found := self._only(written, on):
            return self._resolution(printed, found, on)
        body = self._only(written.removesuffix(OFFICE), on) if written.endswith(OFFICE) else None
        if body and body.organisation.kind == Organisation.Kind.BODY:
            return self._resolution(printed, body, on, office=True)
        return None

    def _only(self, written: str, on: date) -> _Spelling | None:
        """The city's own bureaux are often printed without the 市 before their name."""
        spellings = self._spellings.get(written) or self._spellings.get(f"{self._city[-1:]}{written}", [])
        preferred = [spelling for spelling in spellings if spelling.in_use(on)] or spellings
        owners = {spelling.organisation.pk for spelling in preferred}
        return preferred[0] if len(owners) == 1 else None

    def _resolution(self, printed: str, spelling: _Spelling, on: date, *, office: bool = False) -> Resolution:
        name = spelling.name
        return Resolution(
            printed=printed,
            organisation=spelling.organisation,
            old_name=name.until is not None and name.until <= on,
            suspect=name.kind == Name.Kind.MISPRINT,
            office=office,
            remark=name.remark,
        )

    def _canonical(self, text: str) -> str:
        """聊城市财政局 and 市财政局 are one name, and so are two ways of setting brackets and quotation
        marks."""
        written = re.sub(r"\s+", "", text).translate(BRACKETS)
        return (
            self._city[-1:] + written.removeprefix(self._city)
            if self._city and written.startswith(self._city)
            else written
        )


def resolve(printed: str, *, on: date) -> Resolution | None:
    """One name; whoever has many loads a `NameIndex` and asks it."""
    return NameIndex.load().resolve(printed, on)
