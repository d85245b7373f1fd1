"""效力状态: whether a document or a clause is in force on a day, and the clause that says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from guangyue.gazette.reading.citations import is_within
from guangyue.gazette.reading.shapes import Window
from guangyue.gazette.reading.windows import PROVISIONAL


class Status(Enum):
    """效力状态 on a day."""

    NOT_YET = "尚未施行"
    IN_FORCE = "现行有效"
    EXPIRED = "已过有效期"
    REPEALED = "已废止"
    NO_STATED_EXPIRY = "未载明有效期"
    UNKNOWN = "不能判定"


@dataclass(frozen=True)
class Standing:
    """Whether something is in force on a day, and the clause that says so."""

    status: Status
    said_by: str = ""
    window: Window | None = None
    within: tuple[Window, ...] = ()  # windows of parts of the clause, which its status leaves open


def status_on(
    windows: Sequence[Window],
    *,
    on: date,
    path: str = "",
    repealed_on: date | None = None,
    repealed_by: str = "",
) -> Standing:
    """The status of a document or of the clause at `path`: its own window overrides the one around it.
    `repealed_on` is when the repealing text takes effect, `repealed_by` the citation of its clause."""
    if repealed_on is not None and repealed_on <= on:
        return Standing(Status.REPEALED, repealed_by)
    within = tuple(window for window in windows if path and window.of == path and _is_part(window))
    window = _nearest([window for window in windows if not _is_part(window)], path)
    if window is None:
        return Standing(Status.UNKNOWN, within=within)
    return Standing(_status(window, on), window.said_by, window, within)


def _status(window: Window, on: date) -> Status:
    if window.since and on < window.since:
        return Status.NOT_YET
    if window.until and window.until < on:
        return Status.EXPIRED
    if window.until:
        return Status.IN_FORCE
    if window.event or window.since is None:
        return Status.UNKNOWN
    return Status.NO_STATED_EXPIRY


def _is_part(window: Window) -> bool:
    """Of a part of its clause only: the remark says of which."""
    return bool(window.of) and bool(window.remark.removeprefix(PROVISIONAL))


def _nearest(windows: Sequence[Window], path: str) -> Window | None:
    """Of the clause, else of a clause around it, else of the document."""
    around = [window for window in windows if not window.of or is_within(path, window.of)]
    return max(around, key=lambda window: len(window.of), default=None)
