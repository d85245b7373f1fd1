"""The chain of records, and its check. It needs Python alone: whoever holds a trail runs this file on it.

Each link seals one record: its digest covers the digest before it, its own number, and the record's text to
the byte. In an exported trail a link is one line of JSON: number, algorithm, digest, and record, which is
that text.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ALGORITHM = "sm3" if "sm3" in hashlib.algorithms_available else "sha256"
BEGINNING = "0" * 64


@dataclass(frozen=True)
class Head:
    """链头: the last link reached. Whoever notes it down can tell later if anything before was changed."""

    number: int = 0
    digest: str = BEGINNING

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"


@dataclass(frozen=True)
class Link:
    """链上的一环; a record that is gone has no text."""

    number: int
    algorithm: str
    digest: str
    text: str | None
    record: int


@dataclass(frozen=True)
class Fault:
    """问题: what does not hold, and where."""

    number: int
    sentence: str

    def __str__(self) -> str:
        return self.sentence


def seal(before: str, number: int, algorithm: str, text: str) -> str:
    """The digest of a link, as 64 hexadecimal figures."""
    return hashlib.new(algorithm, f"{before}\n{number}\n{algorithm}\n{text}".encode()).hexdigest()


class Checker:
    """核验: walks along the chain, link by link, and knows no more of it than the link before."""

    def __init__(self, head: Head, *, noted: Mapping[int, str], truth: str = "") -> None:
        """`noted` are the heads that somebody wrote down earlier.

        `truth` is the digest that the link at the head ought to have, where that is not the one that is kept.
        """
        self.head = head
        self.noted = noted
        self.truth = truth or head.digest

    def check(self, link: Link) -> Iterator[Fault]:
        """What is wrong at this link; each change is named once, where it was made."""
        place = f"链上第 {link.number} 号"
        if link.number <= self.head.number:
            yield Fault(link.number, f"{place}：次序颠倒，或者重复")
            return
        if link.number > self.head.number + 1:
            yield Fault(link.number, _missing(self.head.number + 1, link.number - 1))
            self.truth = ""
        truth = self._digest_due(link)
        if link.text is None:
            yield Fault(link.number, f"{place}：记录 {link.record} 不见了")
        elif link.algorithm not in hashlib.algorithms_available:
            yield Fault(link.number, f"{place}：记录 {link.record} 无法核验，本机没有算法 {link.algorithm}")
        elif truth != link.digest:
            yield Fault(link.number, f"{place}：记录 {link.record} 与入链时不符")
        if self.noted.get(link.number, link.digest) != link.digest:
            yield Fault(link.number, f"{place}：与当时留存的链头不符，此前的链重做过")
        self.head, self.truth = Head(link.number, link.digest), truth

    def end(self) -> Iterator[Fault]:
        """What is wrong when there are no more links."""
        for number in sorted(number for number in self.noted if number > self.head.number):
            yield Fault(
                number, f"链到第 {self.head.number} 号为止，留存的链头却到了第 {number} 号：末尾被截去"
            )

    def _digest_due(self, link: Link) -> str:
        """The digest that this link ought to have.

        Where the link before is in order there is one answer. Where it is not, either its record was
        changed, and this link was made from the digest that is kept; or that digest was changed, and this
        link was made from the true one.
        """
        if link.text is None or not self.truth or link.algorithm not in hashlib.algorithms_available:
            return link.digest
        before = {self.head.digest: None, self.truth: None}
        due = [seal(digest, link.number, link.algorithm, link.text) for digest in before]
        return link.digest if link.digest in due else due[0]


def _missing(first: int, last: int) -> str:
    return f"链上第 {first} 号不见了" if first == last else f"链上第 {first} 至 {last} 号不见了"


def read_trail(lines: Iterable[str]) -> Iterator[Link]:
    """The links of an exported trail. A line that is no link raises ValueError."""
    for line in lines:
        kept = json.loads(line)
        try:
            text = str(kept["record"])
            yield Link(
                int(kept["number"]), kept["algorithm"], kept["digest"], text, int(json.loads(text)["id"])
            )
        except (KeyError, TypeError) as failure:
            raise ValueError(f"no link of a trail: {line[:80]}") from failure


def read_heads(lines: Iterable[str]) -> dict[int, str]:
    """Heads as they are noted down: a line for each, number and digest; whatever follows is for people."""
    heads = {}
    for line in lines:
        number, digest, *_ = line.split()
        heads[int(number)] = digest
    return heads


def check_trail(links: Iterable[Link], *, noted: Mapping[int, str]) -> Iterator[Fault | Head]:
    """The faults of a whole chain in the order of its links and, last of all, its head."""
    checker = Checker(Head(), noted=noted)
    for link in links:
        yield from checker.check(link)
    yield from checker.end()
    yield checker.head


def main(trail: str, heads: str = "") -> int:
    noted = read_heads(Path(heads).read_text(encoding="utf-8").splitlines()) if heads else {}
    failed = 0
    with Path(trail).open(encoding="utf-8") as lines:
        for found in check_trail(read_trail(lines), noted=noted):
            failed += isinstance(found, Fault)
            print(found if isinstance(found, Fault) else f"链头 {found}")  # noqa: T201
    print(f"发现 {failed} 处问题" if failed else "核验无误")  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit("usage: python chain.py TRAIL [HEADS]")
    sys.exit(main(*sys.argv[1:]))
