"""What the value of a fact can be: how it is read from what a person writes, kept as JSON, and shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from guangyue.kit.identities import CreditCode, IdNumber, Malformed
from guangyue.kit.masks import mask_id_number
from guangyue.kit.money import Money
from guangyue.kit.wording import day

Plain = None | bool | int | float | str | Sequence["Plain"] | Mapping[str, "Plain"]

LONGEST_TEXT = 200
LARGEST_NUMBER = 10**12
EARLIEST, LATEST = date(1880, 1, 1), date(2199, 12, 31)
TOWNSHIP_LENGTH = 9
YES, NO = "是", "否"


class Unreadable(ValueError):
    """What was written is no such value; the sentence says why."""


class Shape(Protocol):
    """取值: `options` are what may be chosen, empty where anything may be written."""

    @property
    def options(self) -> tuple[str, ...]: ...

    @property
    def hint(self) -> str: ...

    def read(self, written: str, *, on: date) -> Plain:
        """The value as it is kept. Raises Unreadable."""

    def show(self, value: Plain) -> str: ...


@dataclass(frozen=True)
class Text:
    options: tuple[str, ...] = ()
    hint: str = ""

    def read(self, written: str, *, on: date) -> Plain:
        text = " ".join(written.split())
        if not text or not text.isprintable():
            raise Unreadable("请填写文字。")
        if len(text) > LONGEST_TEXT:
            raise Unreadable(f"最多 {LONGEST_TEXT} 个字，现在是 {len(text)} 个字。")
        return text

    def show(self, value: Plain) -> str:
        return str(value)


@dataclass(frozen=True)
class Whole:
    """A number of things, never negative."""

    unit: str = ""
    options: tuple[str, ...] = ()

    @property
    def hint(self) -> str:
        return f"整数，单位：{self.unit}" if self.unit else "整数"

    def read(self, written: str, *, on: date) -> Plain:
        text = written.strip()
        if not text.isdecimal() or int(text) > LARGEST_NUMBER:
            raise Unreadable("应当是不小于 0 的整数。")
        return int(text)

    def show(self, value: Plain) -> str:
        return f"{value} {self.unit}".rstrip()


@dataclass(frozen=True)
class Amount:
    """Money, kept in 分."""

    options: tuple[str, ...] = ()
    hint: str = "元，最多两位小数"

    def read(self, written: str, *, on: date) -> Plain:
        try:
            amount = Money.parse(written)
        except ValueError as unreadable:
            raise Unreadable(str(unreadable)) from None
        if not 0 <= amount.fen <= LARGEST_NUMBER:
            raise Unreadable("金额不能是负数，也不能超过一百亿元。")
        return amount.fen

    def show(self, value: Plain) -> str:
        return str(Money(value)) if isinstance(value, int) else ""


@dataclass(frozen=True)
class Day:
    options: tuple[str, ...] = ()
    hint: str = "日期，如 2021-04-30"

    def read(self, written: str, *, on: date) -> Plain:
        try:
            written_day = date.fromisoformat(written.strip())
        except ValueError:
            raise Unreadable("日期请写成 2021-04-30 的样子。") from None
        if not EARLIEST <= written_day <= LATEST:
            raise Unreadable(f"日期应当在 {EARLIEST.year} 年至 {LATEST.year} 年之间。")
        return written_day.isoformat()

    def show(self, value: Plain) -> str:
        return day(date.fromisoformat(str(value)))


@dataclass(frozen=True)
class YesNo:
    options: tuple[str, ...] = (YES, NO)
    hint: str = ""

    def read(self, written: str, *, on: date) -> Plain:
        if written not in self.options:
            raise Unreadable("请选择“是”或“否”。")
        return written == YES

    def show(self, value: Plain) -> str:
        return YES if value else NO


@dataclass(frozen=True)
class OneOf:
    options: tuple[str, ...]
    hint: str = ""

    def read(self, written: str, *, on: date) -> Plain:
        if written not in self.options:
            raise Unreadable("请从所列各项中选择。")
        return written

    def show(self, value: Plain) -> str:
        return str(value)


@dataclass(frozen=True)
class PersonNumber:
    """Another person, by 公民身份号码; shown with the middle hidden."""

    options: tuple[str, ...] = ()
    hint: str = "18 位公民身份号码"

    def read(self, written: str, *, on: date) -> Plain:
        try:
            return IdNumber.parse(written, on=on).text
        except Malformed as malformed:
            raise Unreadable(str(malformed)) from None

    def show(self, value: Plain) -> str:
        return mask_id_number(str(value))


@dataclass(frozen=True)
class FirmCode:
    """A firm, by 统一社会信用代码."""

    options: tuple[str, ...] = ()
    hint: str = "18 位统一社会信用代码"

    def read(self, written: str, *, on: date) -> Plain:
        try:
            return CreditCode.parse(written).text
        except Malformed as malformed:
            raise Unreadable(str(malformed)) from None

    def show(self, value: Plain) -> str:
        return str(value)


@dataclass(frozen=True)
class Township:
    """A 镇街, by its code; whether there is one of that code is for the register of regions to say."""

    options: tuple[str, ...] = ()
    hint: str = "9 位镇街代码"

    def read(self, written: str, *, on: date) -> Plain:
        code = written.strip()
        if len(code) != TOWNSHIP_LENGTH or not code.isalnum():
            raise Unreadable("镇街代码应当是 9 位。")
        return code

    def show(self, value: Plain) -> str:
        return str(value)


@dataclass(frozen=True)
class Point:
    """A place on the map: longitude and latitude."""

    options: tuple[str, ...] = ()
    hint: str = "经度,纬度，如 115.985000,36.456000"

    def read(self, written: str, *, on: date) -> Plain:
        longitude, comma, latitude = written.replace("，", ",").partition(",")
        try:
            point = [round(float(longitude), 6), round(float(latitude), 6)]
        except ValueError:
            raise Unreadable("请写成“经度,纬度”的样子。") from None
        if not comma or not (73 <= point[0] <= 136 and 3 <= point[1] <= 54):
            raise Unreadable("经度应当在 73 至 136 之间，纬度应当在 3 至 54 之间。")
        return point

    def show(self, value: Plain) -> str:
        return "，".join(f"{part:.6f}" for part in value) if isinstance(value, list) else ""


@dataclass(frozen=True)
class Record:
    """Several values that belong together, as a certificate's do; a part without a title speaks for itself.

    Only the owner's own system writes them.
    """

    parts: tuple[tuple[str, str, Shape], ...]
    options: tuple[str, ...] = ()
    hint: str = ""

    def read(self, written: str, *, on: date) -> Plain:
        raise Unreadable("这类记录由主管部门的业务系统登记，不能逐条填写。")

    def show(self, value: Plain) -> str:
        if not isinstance(value, Mapping):
            return ""
        told = [(title, shape.show(value[key])) for key, title, shape in self.parts if key in value]
        return "，".join(f"{title} {shown}".lstrip() for title, shown in told)
