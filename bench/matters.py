"""Finding a matter among 20,000 with 60,000 situations, by name and by alias, beside plain ILIKE."""

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from bench.measure import both, in_turns, one_after_another, tell, times
from guangyue.kit.plain import as_plain, fingerprint
from guangyue.matters.declaration import Answer, Declaration, Material, Question, Variant
from guangyue.matters.models import Matter, MatterVersion
from guangyue.matters.words import words_of
from guangyue.organisations.models import Organisation, Region
from liaocheng.service_matters.matters import MATTERS

MOST_WAITING = 0.300  # seconds, p95
PAGE = 20  # as many as a page of the catalogue shows
SITUATIONS = 3
BATCH = 1_000
SINCE = date(2019, 1, 1)
PLACES = ("东湖", "西关", "南寺", "北坝", "新区", "古城", "河湾", "柳园")
THINGS = ("渔具", "茶叶", "门窗", "种苗", "印刷", "冷库", "码头", "书店", "药材", "花卉", "汽修", "驾培")
ENDS = ("经营许可", "设立登记", "变更备案", "注销登记", "资格认定", "补贴发放", "年度报告", "检验检测")

WORDS = "COPY matters_matterword (matter_id, word) FROM STDIN"
PLAIN = """
SELECT matter.id FROM matters_matter matter
JOIN matters_matterversion version ON version.id = matter.current_id
WHERE matter.state = 'released' AND matter.on_application
  AND (matter.name ILIKE %(like)s OR version.declaration->>'aliases' ILIKE %(like)s)
ORDER BY length(matter.name) LIMIT %(most)s
"""


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="gy bench matters")
    parser.add_argument("--matters", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=200)
    asked = parser.parse_args(arguments)
    call_command("migrate", verbosity=0)
    names, aliases = fill(asked.matters)
    tell("median / p95", "ours", f"limit p95 {MOST_WAITING * 1000:.0f} ms", "")
    measure("by name", names, asked.rounds)
    measure("by alias", aliases, asked.rounds)
    measure("by part of a name", [name[2:6] for name in names], asked.rounds)
    measure("in other words", [f"我要办{name[:4]}的证" for name in names], asked.rounds)


def measure(what: str, asked: Sequence[str], rounds: int) -> None:
    """The rows of a page, and the page itself, in turns with the plain search."""
    client = Client(headers={"host": "127.0.0.1"})
    taken = in_turns(
        rounds,
        ours=one_after_another([partial(ours, words) for words in asked]),
        plain=one_after_another([partial(plain, words) for words in asked]),
        page=one_after_another([partial(client.get, "/matters/", {"q": words}) for words in asked]),
    )
    found, beside, page = taken["ours"], taken["plain"], taken["page"]
    tell(what, both(found), f"ILIKE {both(beside)}", f"{times(found.median, beside.median)} the time")
    tell("  the page of it", both(page), "p95", f"{page.p95 / MOST_WAITING:.0%} of the limit")


def ours(words: str) -> list[Matter]:
    return list(Matter.objects.open().found(words)[:PAGE])


def plain(words: str) -> list[tuple[int]]:
    with connection.cursor() as cursor:
        cursor.execute(PLAIN, {"like": f"%{words}%", "most": PAGE})
        rows: list[tuple[int]] = cursor.fetchall()
        return rows


def fill(count: int) -> tuple[list[str], list[str]]:
    """So many matters as are asked for, and names and aliases to look for."""
    region, _ = Region.objects.get_or_create(
        code="990000", defaults={"name": "市", "kind": Region.Kind.CITY, "standard": "测量"}
    )
    owner, _ = Organisation.objects.get_or_create(
        key="bench", defaults={"name": "测量局", "kind": Organisation.Kind.GOVERNMENT, "region": region}
    )
    seeded = random.Random(19)  # the same names every time
    there = Matter.objects.filter(owner=owner).count()
    declared = [invented(number, seeded) for number in range(count)]
    for start in range(there, count, BATCH):
        keep(declared[start : start + BATCH], owner)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE matters_matter, matters_matterword")
    some = seeded.sample(declared, 100)
    return [one.name for one in some], [one.aliases[0] for one in some]


def keep(declared: Sequence[Declaration], owner: Organisation) -> None:
    """Written as rows at once: through the services it would take an hour."""
    matters = Matter.objects.bulk_create(
        Matter(
            code=one.code,
            owner=owner,
            name=one.name,
            kind=one.kind.name,
            state=Matter.State.RELEASED,
            promised_days=one.promised_days,
            situations=len(one.variants),
            aliases=list(one.aliases),
        )
        for one in declared
    )
    with connection.cursor() as cursor, cursor.copy(WORDS) as words:
        for matter, one in zip(matters, declared, strict=True):
            for word in words_of(one):
                words.write_row((matter.pk, word))
    versions = MatterVersion.objects.bulk_create(
        MatterVersion(
            matter=matter,
            number=1,
            state=MatterVersion.State.RELEASED,
            declaration=as_plain(one),
            fingerprint=fingerprint(one),
            since=SINCE,
            proposed_at=timezone.now(),
        )
        for matter, one in zip(matters, declared, strict=True)
    )
    for matter, version in zip(matters, versions, strict=True):
        matter.current = version
    Matter.objects.bulk_update(matters, ["current"])


def invented(number: int, seeded: random.Random) -> Declaration:
    """A matter of an invented trade, with as many papers and situations as a real one has."""
    pick: Callable[[Sequence[str]], str] = seeded.choice
    thing, place, end = pick(THINGS), pick(PLACES), pick(ENDS)
    pattern = seeded.choice(MATTERS).declaration
    variants = tuple(Variant(f"v{at}", f"{thing}{at}", materials=("form",)) for at in range(SITUATIONS))
    answers = tuple(Answer(one.title, variant=one.key) for one in variants)
    return replace(
        pattern,
        code=f"9{number:06}",
        name=f"{place}{thing}{end}{number}",
        aliases=(f"{place}办{thing}{number}", f"{thing}{end[:2]}"),
        materials=(Material("form", "申请表"),),
        variants=variants,
        questions=(Question("which", "哪一种？", answers),),
        fields=(),
    )
