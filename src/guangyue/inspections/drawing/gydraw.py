"""GYDRAW-1 (S30 R11): what is committed to, the seed that nobody could know, and the draw that follows.

Whole numbers and SHA-256 alone. docs/drawing.md says how to do it over by hand.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from guangyue.inspections.drawing.terms import Inspector, Terms
from guangyue.inspections.drawing.urn import Urn

SPACE = 1 << 256  # as many as there are values of SHA-256


@dataclass(frozen=True, slots=True)
class Drawn:
    """抽中: a subject, the number that fell on it, and the weight that was left before."""

    id: str
    r: int
    weight_left: int


def list_hash(terms: Terms) -> str:
    """名单摘要: of the subjects with their weights."""
    return hash_lines(f"{target.id}|{target.weight}" for target in terms.targets)


def roster_hash(terms: Terms) -> str:
    """名录摘要: of the inspectors."""
    return hash_inspectors(terms.inspectors)


def recusals_hash(terms: Terms) -> str:
    """回避摘要: the lines themselves are sorted, not the pairs."""
    return hash_lines(sorted(map("|".join, terms.recusals)))


def plan_hash(terms: Terms) -> str:
    """What is drawn from what, in one hash."""
    hashes = (list_hash(terms), roster_hash(terms), recusals_hash(terms))
    return _hash("|".join((terms.algorithm.value, terms.batch, str(terms.n), *hashes)))


def commit(terms: Terms, salt: str) -> str:
    """承诺值: published before the public value exists; without the salt it tells nothing of the lists."""
    return _hash(f"{plan_hash(terms)}|{salt}")


def seed(commitment: str, public_value: str) -> bytes:
    """种子: known to nobody before the public value is."""
    return sha256(f"GYDRAW-1|seed|{commitment}|{public_value}".encode()).digest()


def draw(terms: Terms, seed: bytes) -> tuple[Drawn, ...]:
    """抽取: one subject after the other by weight, each once."""
    urn = Urn([target.weight for target in terms.targets])
    drawn = []
    for k in range(terms.n):
        left = urn.total
        r = bounded(seed, "target", k, left)
        drawn.append(Drawn(terms.targets[urn.take(r)].id, r, left))
    return tuple(drawn)


def bounded(seed: bytes, label: str, k: int, bound: int) -> int:
    """A number below the bound, each as likely: hashes beyond its last whole multiple are passed over."""
    prefix = b"%b|%b|%d|" % (seed, label.encode(), k)
    fair = SPACE - SPACE % bound
    c = 0
    while (x := int.from_bytes(sha256(b"%b%d" % (prefix, c)).digest(), "big")) >= fair:
        c += 1
    return x % bound


def hash_inspectors(inspectors: Iterable[Inspector]) -> str:
    """Of inspectors in the order of their ids."""
    return hash_lines(map(_roster_line, inspectors))


def hash_lines(lines: Iterable[str]) -> str:
    """Of lines that each end with a line feed; of none, the hash of nothing."""
    return _hash("".join(f"{line}\n" for line in lines))


def _roster_line(inspector: Inspector) -> str:
    qualifications = ";".join(sorted(inspector.qualifications))
    return f"{inspector.id}|{inspector.department}|{qualifications}|{inspector.max_load}"


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
