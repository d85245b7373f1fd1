"""下转、上接: where print breaks off a text, and which broken ends belong together. Never the nearest: what
decides is the page each of them names."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from guangyue.gazette.reading.heads import Head
from guangyue.gazette.reading.shapes import Line

MARKER = re.compile(r"[（(\[【〔]\s*(下转|上接)\s*第?\s*(\d{1,4})\s*页\s*[）)\]】〕]")
LEAVES = "下转"
Pages = tuple[int | None, int | None]  # from and to, as far as they are known
UNKNOWN: Pages = (None, None)
MOST_AT_ONCE = 5
MOST_JUMPS = 200  # an issue with more is no issue; each would be compared with each


@dataclass(frozen=True)
class Jump:
    """转接: a marker, the row it stands in, and the page it names."""

    row: int
    page: int
    printed: str  # 上接第33页
    alone: bool  # nothing else stands in its row


@dataclass(frozen=True)
class Stretch:
    """Rows from a head or a 上接 to the next. `starts` and `ends` are the pages it may stand on."""

    first: int
    after: int
    head: Head | None
    arrives: Jump | None
    leaves: Jump | None
    starts: int | None
    ends: int | None

    def may_stand_on(self, page: int) -> bool:
        """A text may reach down to the page on which the next begins."""
        return (self.starts is None or self.starts <= page) and (self.ends is None or page <= self.ends + 1)


Fits = Callable[[Stretch, Stretch], bool]  # the one that leaves, the one that arrives


@dataclass(frozen=True)
class Matches:
    """`of` maps a stretch that arrives to the one it goes on from; the others found no other end."""

    of: dict[int, int]
    arriving: tuple[int, ...]
    leaving: tuple[int, ...]


def without_markers(text: str) -> str:
    return MARKER.sub("", text).strip(" ") if "页" in text else text


def leaving(row: int, line: Line) -> Jump | None:
    """A text leaves its page at the end of a line."""
    found = [match for match in _markers(line) if match[1] == LEAVES]
    if found and not line.text[found[-1].end() :].strip():
        return _jump(row, line, found[-1])
    return None


def arriving(row: int, line: Line) -> Jump | None:
    """A text arrives at the beginning of one."""
    found = MARKER.match(line.text)
    return _jump(row, line, found) if found and found[1] != LEAVES else None


def stray_markers(line: Line) -> int:
    """Markers in the middle of a line, from which nothing follows."""
    known = (leaving(0, line) is not None) + (arriving(0, line) is not None)
    return len(_markers(line)) - known


def cut_into_stretches(
    rows: Sequence[Line], heads: Sequence[Head], start: int, pages: Mapping[int, Pages]
) -> list[Stretch]:
    """Every row from `start` on, in stretches; what precedes the first head has none."""
    begins = {head.first: head for head in heads}
    cuts = sorted(
        {start, *begins, *(at for at in range(start, len(rows)) if arriving(at, rows[at]))} - {len(rows)}
    )
    stretches: list[Stretch] = []
    page = UNKNOWN
    for first, after in pairwise([*cuts, len(rows)]):
        head = begins.get(first)
        if head:
            page = pages[head.entry.order] if head.entry else UNKNOWN
        leaves = next(
            (jump for at in range(after - 1, first - 1, -1) if (jump := leaving(at, rows[at]))), None
        )
        arrives = None if head else arriving(first, rows[first])
        stretches.append(Stretch(first, after, head, arrives, leaves, *page))
    return stretches


def match_jumps(stretches: Sequence[Stretch]) -> Matches:
    """Pair by pair, as long as a text can have come from one place only; the rest a person must look at."""
    open_arriving = [at for at, stretch in enumerate(stretches) if stretch.arrives]
    open_leaving = [at for at, stretch in enumerate(stretches) if stretch.leaves]
    of: dict[int, int] = {}
    if max(len(open_arriving), len(open_leaving)) > MOST_JUMPS:
        return Matches(of, tuple(open_arriving), tuple(open_leaving))
    for fits in (fits_exactly, _fits):
        while pair := _only_pair(stretches, open_arriving, open_leaving, fits):
            arrives, leaves = pair
            of[arrives] = leaves
            open_arriving.remove(arrives)
            open_leaving.remove(leaves)
    if in_order := _only_order(stretches, open_arriving, open_leaving):
        return Matches({**of, **in_order}, (), ())
    return Matches(of, tuple(open_arriving), tuple(open_leaving))


def _markers(line: Line) -> list[re.Match[str]]:
    return list(MARKER.finditer(line.text)) if "页" in line.text else []


def _jump(row: int, line: Line, found: re.Match[str]) -> Jump:
    printed = found[0][1:-1].strip()
    return Jump(row, int(found[2]), printed, len(found[0]) == len(line.text.strip()))


def fits_exactly(leaves: Stretch, arrives: Stretch) -> bool:
    """As `_fits`, and the page it comes from is the last of the document that leaves it."""
    return _fits(leaves, arrives) and arrives.arrives is not None and leaves.ends == arrives.arrives.page


def _fits(leaves: Stretch, arrives: Stretch) -> bool:
    """Each may stand on the page that the other names, and pages go up through the file."""
    if leaves.leaves is None or arrives.arrives is None or leaves is arrives:
        return False
    there, here = leaves.leaves.page, arrives.arrives.page
    goes_forward = leaves.leaves.row < arrives.arrives.row
    return (
        leaves.may_stand_on(here)
        and arrives.may_stand_on(there)
        and (here <= there if goes_forward else there <= here)
    )


def _only_order(
    stretches: Sequence[Stretch], arrivals: Sequence[int], departures: Sequence[int]
) -> dict[int, int]:
    """All that are left at once, when there is one way in which pages never go down through the file."""
    if len(arrivals) != len(departures) or len(arrivals) > MOST_AT_ONCE:
        return {}
    ways = [
        dict(zip(arrivals, order, strict=True))
        for order in permutations(departures)
        if _goes_up(stretches, tuple(zip(order, arrivals, strict=True)))
    ]
    return ways[0] if len(ways) == 1 else {}


def _goes_up(stretches: Sequence[Stretch], pairs: Sequence[tuple[int, int]]) -> bool:
    if not all(_fits(stretches[leaves], stretches[arrives]) for leaves, arrives in pairs):
        return False
    placed: list[tuple[int, int]] = []
    for leaves, arrives in pairs:
        there, here = stretches[leaves].leaves, stretches[arrives].arrives
        if there and here:
            placed += [(there.row, here.page), (here.row, there.page)]
    pages = [page for _, page in sorted(placed)]
    return pages == sorted(pages)


def _only_pair(
    stretches: Sequence[Stretch], arrivals: Sequence[int], departures: Sequence[int], fits: Fits
) -> tuple[int, int] | None:
    """One that can only come from there, where no other can only come from there too."""
    only: dict[int, list[int]] = {}
    for arrives in arrivals:
        candidates = [at for at in departures if fits(stretches[at], stretches[arrives])]
        if len(candidates) == 1:
            only.setdefault(candidates[0], []).append(arrives)
    return next(((arrives[0], leaves) for leaves, arrives in only.items() if len(arrives) == 1), None)
