"""The 241 numbers with a day that five issues of the gazette promise: `targets.csv`, a line for each.

The file names the issue and the lines where a number is printed and the clause it belongs to, never the
sentence. What a reading adds stands under `remark`.
"""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from guangyue.gazette.document import Clause
from guangyue.indicators.comparing.comparators import SIGNS
from guangyue.indicators.comparing.judging import Strength
from guangyue.indicators.comparing.natures import Nature
from guangyue.indicators.comparing.windows import Every
from guangyue.indicators.declaration import LinkFact, PartFact, TargetFact
from liaocheng.documents import document
from liaocheng.target_indicators.parts import equal_parts, training_parts

TABLE = Path(__file__).with_name("targets.csv")
TRAINING_OF_2019 = "TD02"

LINKS = (
    LinkFact("TK09", "TN19", "same", "新增上云企业 1000 家，两个文件各写一次"),
    LinkFact("TA76", "TC20", "same", "化肥使用量比 2015 年下降 6%，两个文件各写一次"),
    LinkFact("TS08", "TS15", "same", "600 张床位，一处没有写力争，以没有力争的为准"),
    LinkFact("TL02", "TN08", "similar", "应用总数和民生领域应用，口径不同"),
    LinkFact("TL03", "TN08", "similar", "应用总数和民生领域应用，口径不同，后文没有废止前文"),
    LinkFact("TA57", "TC29", "similar", "前者算村庄的比例，后者算垃圾的处理率"),
    LinkFact("TA58", "TC26", "path", "秸秆利用率 2019 年 91.5%，2020 年 92%"),
    LinkFact("TK04", "TN01", "path", "5G 基站 2020 年 1200 个，2022 年 6000 个"),
    LinkFact("TL01", "TL02", "path", "应用数逐年推进"),
    LinkFact("TL02", "TL03", "path", "应用数逐年推进"),
    LinkFact("TB01", "TB02", "path", "产能退出逐步推进"),
    LinkFact("TB04", "TB07", "path", "吨铝电耗逐步下降"),
    LinkFact("TF01", "TF02", "path", "改厕规范升级逐年推进"),
    LinkFact("TF03", "TF04", "path", "公厕建设改造逐年推进"),
)


def read_targets() -> Iterator[TargetFact]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield _fact(row)


def _fact(row: dict[str, str]) -> TargetFact:
    value = Decimal(row["value"])
    return TargetFact(
        code=row["code"],
        indicator=row["indicator"],
        comparator=SIGNS[row["comparator"]],
        value=value,
        upper=Decimal(row["upper"]) if row["upper"] else None,
        unit=row["unit"],
        nature=Nature[row["nature"]],
        base_year=int(row["base_year"]) if row["base_year"] else None,
        total=int(row["total"]) if row["total"] else None,
        since=date.fromisoformat(row["since"]) if row["since"] else None,
        due=date.fromisoformat(row["due"]),
        every=Every[(row["every"] or "once").upper()],
        strength=Strength[(row["strength"] or "firm").upper()],
        reach=row["scope"],
        firm=row["firm"],
        condition=row["condition"],
        owner=row["owner"],
        cites=_clause(row),
        file=row["file"],
        lines=row["lines"],
        remark=row["remark"],
        parts=_parts(row, value),
    )


def _clause(row: dict[str, str]) -> Clause:
    return document(row["number"]).clause(row["clause"])


def _parts(row: dict[str, str], value: Decimal) -> tuple[PartFact, ...]:
    if row["code"] == TRAINING_OF_2019:
        return training_parts()
    return equal_parts(row["places"], value) if row["places"] else ()


TARGETS = tuple(read_targets())
BY_CODE = {fact.code: fact for fact in TARGETS}
