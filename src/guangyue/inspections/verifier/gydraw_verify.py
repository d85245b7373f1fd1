"""核对抽取记录: does a published draw over again and names what does not agree. It needs Python alone.

    python3 gydraw_verify.py RECORD [KEPT]

KEPT is what you kept from before: the notice, or an earlier copy of the record. Without it you see that the
record agrees with itself; with it, that it is the draw which was announced.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from hashlib import md5, sha256
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

Record = dict[str, Any]
SPACE, BLOCK = 2**256, 1000
WORDS = {
    "targets": "检查对象的次序被改动，或者编号重复",
    "inspectors": "执法人员的次序被改动，或者编号重复",
    "subjects": "检查对象数与名单不符",
    "ids_hash": "检查对象被调换、增加或者删去",
    "weights_hash": "检查对象的权重被改动，或者有的不到 1",
    "roster_hash": "执法人员名录被改动",
    "wider_hash": "全市范围名录被改动",
    "recusals_hash": "回避名单被改动",
    "n": "抽取数量被改动",
    "plan_hash": "批次、算法或者各名单的摘要被改动",
    "commitment": "承诺值对不上：盐值被改动，或者名单连同摘要一起被改动",
    "seed": "种子对不上：公开值被改动",
    "drawn": "抽取结果被改动",
    "teams": "检查组被改动",
    "filled_teams": "补抽的检查组被改动",
}


def differences(record: bytes, kept: bytes = b"{}") -> list[str]:
    """All that the kept file says otherwise; else the first thing that comes out otherwise."""
    try:
        said, before = json.loads(record), json.loads(kept)
        changed = [f"与留存的不同：{name}{values}" for name, values in unlike(said, before.items())]
        wrong = (f"{WORDS.get(name, name)}{values}" for name, values in unlike(said, recomputed(said)))
        return changed or list(islice(wrong, 1))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as failure:
        return [f"不是完整的抽取记录：{failure!r}"]


def unlike(record: Record, due: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, str]]:
    """What the record says otherwise, and how; of lists, the first row in which they part."""
    for name, value in due:
        if value != record[name]:
            rows = zip_longest(value, record[name]) if isinstance(value, list) else [(value, record[name])]
            parted = next((pair for pair in rows if pair[0] != pair[1]), (value, record[name]))
            one, other = (json.dumps(each, ensure_ascii=False) for each in parted)
            yield name, f"（应为 {one}，记录的是 {other}）"


def recomputed(record: Record) -> Iterator[tuple[str, Any]]:
    """Whatever of the record can be worked out from the rest of it, step by step."""
    targets, people = record["targets"], record["inspectors"]
    yield "format", "guangyue-draw-1"
    yield "targets", sorted({row[0]: row for row in targets}.values())
    yield "inspectors", sorted({row[0]: row for row in people}.values())
    yield "subjects", len(targets)
    yield "ids_hash", hash_lines(target for target, _ in targets)
    yield "weights_hash", hash_lines(weight if weight > 0 else None for _, weight in targets)
    yield "list_hash", hash_lines(f"{target}|{weight}" for target, weight in targets)
    for name, rows in (("roster_hash", people), ("wider_hash", record["wider_inspectors"])):
        yield name, hash_lines(f"{i}|{at}|{';'.join(sorted(has))}|{most}" for i, at, has, most in rows)
    yield "recusals_hash", hash_lines(sorted("|".join(pair) for pair in record["recusals"]))
    promised = (n for n in range(len(targets) + 1) if plan_hash(record, n) == record["plan_hash"])
    yield "n", next(promised, record["n"])
    yield "plan_hash", plan_hash(record, record["n"])
    yield "commitment", hash_text(f"{record['plan_hash']}|{record['salt']}")
    seed = sha256(f"GYDRAW-1|seed|{record['commitment']}|{record['public_value']}".encode()).digest()
    yield "seed", seed.hex()
    drawn = list(by_counter(record) if record["algorithm"] == "RFC-3797" else by_weight(record, seed))
    yield "drawn", drawn
    empty = [[row[0], [None] * len(record["slots"])] for row in drawn]
    yield "teams", (teams := list(fill(record, people, empty, seed)))
    yield "filled_teams", list(fill(record, record["wider_inspectors"], teams, seed))


def plan_hash(record: Record, n: int) -> str:
    lists = [record[name] for name in ("list_hash", "roster_hash", "recusals_hash")]
    return hash_text("|".join((record["algorithm"], record["batch"], str(n), *lists)))


def by_weight(record: Record, seed: bytes) -> Iterator[list[Any]]:
    """GYDRAW-1. Who is drawn weighs nothing from then on; whole blocks are passed over by their sums."""
    weights = [weight for _, weight in record["targets"]]
    blocks = [sum(weights[start : start + BLOCK]) for start in range(0, len(weights), BLOCK)]
    for k in range(record["n"]):
        left, block = sum(blocks), 0
        r = rest = bounded(seed, "target", k, left)
        while blocks[block] <= rest:
            rest, block = rest - blocks[block], block + 1
        place = block * BLOCK
        while weights[place] <= rest:
            rest, place = rest - weights[place], place + 1
        yield [record["targets"][place][0], r, left]
        blocks[block] -= weights[place]
        weights[place] = 0


def by_counter(record: Record) -> Iterator[list[Any]]:
    """RFC 3797. The public value itself is the key."""
    ids, key = [target for target, _ in record["targets"]], record["public_value"].encode()
    for k in range(record["n"]):
        counter, left = k.to_bytes(2, "big"), len(ids)
        r = int(md5(counter + key + counter, usedforsecurity=False).hexdigest(), 16) % left
        yield [ids.pop(r), r, left]


def fill(record: Record, people: list[Any], teams: list[Any], seed: bytes) -> Iterator[list[Any]]:
    """The empty places of each team; whose place finds nobody stays empty."""
    room = {i: most for i, _, _, most in people}
    fitting = [[i for i, at, has, _ in people if at == dept and tag in has] for dept, tag in record["slots"]]
    for target, before in teams:
        team, barred = list(before), {i for i, one in record["recusals"] if one == target}.union(before)
        for slot, ids in enumerate(fitting):
            if team[slot] is None and (free := [i for i in ids if room[i] and i not in barred]):
                team[slot] = free[bounded(seed, f"inspector:{target}:{slot}", 0, len(free))]
                room[team[slot]] -= 1
                barred.add(team[slot])
        yield [target, team]


def bounded(seed: bytes, label: str, k: int, bound: int) -> int:
    """A hash as a number, unless it lies beyond the last whole multiple of the bound: then the next."""
    x, c = SPACE, 0
    while x >= SPACE // bound * bound:
        x, c = int(sha256(seed + f"|{label}|{k}|{c}".encode()).hexdigest(), 16), c + 1
    return x % bound


def hash_lines(lines: Iterable[object]) -> str:
    return hash_text("".join(f"{line}\n" for line in lines))


def hash_text(text: str) -> str:
    return sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    found = differences(*(Path(file).read_bytes() for file in sys.argv[1:3] or sys.exit(__doc__)))
    print("\n".join(found) or "核对无误")  # noqa: T201
    sys.exit(1 if found else 0)
