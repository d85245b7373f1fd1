"""Spark says what one case says, cell by cell: of invented people, and of a sample of the city's rules."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

import polars as pl
import pytest
from pyspark.sql import SparkSession

from guangyue.rules import spark_runs
from guangyue.rules.authoring import Rule
from guangyue.rules.case_files import write_cases
from guangyue.rules.columns import Lists, verdicts
from guangyue.rules.parameters import Table
from guangyue.rules.tests import people
from guangyue.rules.tests.executions import (
    City,
    Days,
    Said,
    as_frames,
    as_said,
    differences,
    one_by_one,
)
from guangyue.rules.tests.inventing import Inventor
from tests.test_executions import (
    FIGURES,
    ON,
    RULES,
    day_for_all,
    day_in_force,
    found_in_the_registers,
)

pytestmark = pytest.mark.skipif(
    not (shutil.which("java") or os.environ.get("JAVA_HOME")),
    reason="Spark needs Java: apt-get install openjdk-17-jre-headless",
)
SAMPLE = Random(8).sample(sorted(RULES), 6)


@dataclass(frozen=True)
class Spark:
    """A session, and a folder in which it is handed the tables."""

    session: SparkSession
    folder: Path

    def of_city(self, rule: Rule, city: City, *, on: Days, table: Table) -> dict[str, Said]:
        return self.of_frames(
            rule, *as_frames(rule, city, on), on=on if isinstance(on, date) else None, table=table
        )

    def of_frames(
        self, rule: Rule, cases: pl.LazyFrame, lists: Lists, *, on: date | None, table: Table
    ) -> dict[str, Said]:
        write_cases(cases, lists, self.folder)
        spark_runs.read_cases(self.session, str(self.folder), lists)
        return as_said(spark_runs.verdicts(rule, self.session, on=on, table=table, lists=lists).collect())


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spark]:
    """Two cores, no pages, one small partition, nothing compiled for a long life: once for the module."""
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.driver.memory", "1g")
        .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .getOrCreate()
    )
    yield Spark(session, tmp_path_factory.mktemp("tables"))
    session.stop()


def test_spark_says_of_invented_people_what_one_case_says(spark: Spark) -> None:
    for rule in people.RULES:
        city = Inventor(rule, on=people.ON, lookup=people.TABLE, random=Random(rule.key)).city(400)

        found = spark.of_city(rule, city, on=people.ON, table=people.TABLE)

        assert differences(found, one_by_one(rule, city, on=people.ON, table=people.TABLE)) == []


def test_on_spark_too_each_case_can_have_a_day_of_its_own(spark: Spark) -> None:
    for rule in (people.by_wage, people.by_children):
        random = Random(rule.key)
        city = Inventor(rule, on=people.ON, lookup=people.TABLE, random=random).city(200)
        days = {key: people.ON + timedelta(days=random.choice((0, 1, -1, 500, -700))) for key in city}

        found = spark.of_city(rule, city, on=days, table=people.TABLE)

        assert differences(found, one_by_one(rule, city, on=days, table=people.TABLE)) == []


def test_the_rules_of_the_city_say_the_same_on_spark(spark: Spark) -> None:
    for name in SAMPLE:
        rule = RULES[name]
        on = day_in_force(rule)
        city = Inventor(rule, on=on, lookup=FIGURES, random=Random(name)).city(100)

        found = spark.of_city(rule, city, on=on, table=FIGURES)

        assert differences(found, one_by_one(rule, city, on=on, table=FIGURES)) == [], name


def test_whoever_the_registers_hold_is_judged_the_same_on_spark(spark: Spark) -> None:
    registers = found_in_the_registers()
    for name in Random(8).sample(sorted(registers), 4):
        rule, found = registers[name]
        in_polars = verdicts(rule, found.rows, on=ON, table=FIGURES, lists=found.lists)

        on_spark = spark.of_frames(rule, found.rows, found.lists, on=day_for_all(found), table=FIGURES)

        assert differences(on_spark, as_said(in_polars.collect().iter_rows())) == [], name
