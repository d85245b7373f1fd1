"""Spark says what one case says, cell by cell: of invented people, and of a sample of the city's rules."""

import os
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from pyspark.sql import SparkSession

from guangyue.rules import spark_runs
from guangyue.rules.authoring import Rule
from guangyue.rules.parameters import Table
from guangyue.rules.tests import people
from guangyue.rules.tests.executions import (
    City,
    Days,
    Said,
    as_frames,
    as_parquet,
    as_said,
    differences,
    one_by_one,
)
from guangyue.rules.tests.inventing import Inventor
from tests.test_executions import FIGURES, RULES, day_in_force

pytestmark = pytest.mark.skipif(
    not (shutil.which("java") or os.environ.get("JAVA_HOME")),
    reason="Spark needs Java: apt-get install openjdk-17-jre-headless",
)
SAMPLE = Random(8).sample(sorted(RULES), 6)


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
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
    yield session
    session.stop()


def by_spark(
    rule: Rule, city: City, folder: Path, spark: SparkSession, *, on: Days, table: Table
) -> dict[str, Said]:
    cases, lists = as_frames(rule, city, on)
    for name, file in as_parquet(cases, lists, folder).items():
        spark.read.parquet(str(file)).createOrReplaceTempView(name)
    day = on if isinstance(on, date) else None
    return as_said(spark_runs.verdicts(rule, spark, on=day, table=table, lists=lists).collect())


def test_spark_says_of_invented_people_what_one_case_says(spark: SparkSession, tmp_path: Path) -> None:
    for rule in people.RULES:
        city = Inventor(rule, on=people.ON, lookup=people.TABLE, random=Random(rule.key)).city(400)

        found = by_spark(rule, city, tmp_path, spark, on=people.ON, table=people.TABLE)

        assert differences(found, one_by_one(rule, city, on=people.ON, table=people.TABLE)) == []


def test_on_spark_too_each_case_can_have_a_day_of_its_own(spark: SparkSession, tmp_path: Path) -> None:
    for rule in (people.by_wage, people.by_children):
        random = Random(rule.key)
        city = Inventor(rule, on=people.ON, lookup=people.TABLE, random=random).city(200)
        days = {key: people.ON + timedelta(days=random.choice((0, 1, -1, 500, -700))) for key in city}

        found = by_spark(rule, city, tmp_path, spark, on=days, table=people.TABLE)

        assert differences(found, one_by_one(rule, city, on=days, table=people.TABLE)) == []


def test_the_rules_of_the_city_say_the_same_on_spark(spark: SparkSession, tmp_path: Path) -> None:
    for name in SAMPLE:
        rule = RULES[name]
        on = day_in_force(rule)
        city = Inventor(rule, on=on, lookup=FIGURES, random=Random(name)).city(100)

        found = by_spark(rule, city, tmp_path, spark, on=on, table=FIGURES)

        assert differences(found, one_by_one(rule, city, on=on, table=FIGURES)) == [], name
