"""A rule over tables of Spark, for a province. Nothing of the running city imports this."""

from collections.abc import Collection
from datetime import date

from pyspark.sql import DataFrame, SparkSession

from guangyue.rules.authoring import Rule
from guangyue.rules.case_files import tables
from guangyue.rules.columns import NO_TABLE, Place
from guangyue.rules.dialects import SPARK
from guangyue.rules.parameters import Table
from guangyue.rules.sql import verdicts_sql

SETTINGS = {
    "spark.sql.ansi.enabled": "true",  # what overflows is an error, and never another number
    "spark.sql.session.timeZone": "UTC",  # a day is a day, wherever the cluster stands
    "spark.sql.codegen.hugeMethodLimit": "8000",  # what Java would not compile is not generated
}


def set_up(spark: SparkSession) -> SparkSession:
    """A session in which a rule says what it says everywhere."""
    for name, value in SETTINGS.items():
        spark.conf.set(name, value)
    return spark


def read_cases(spark: SparkSession, folder: str, lists: Collection[Place]) -> None:
    """The tables that `write_cases` wrote, under their names, wherever Spark reads them from."""
    for name in tables(lists):
        spark.read.parquet(f"{folder}/{name}").createOrReplaceTempView(name)


def verdicts(
    rule: Rule,
    spark: SparkSession,
    *,
    on: date | None,
    table: Table = NO_TABLE,
    lists: Collection[Place] = (),
) -> DataFrame:
    """As `columns.verdicts`, of the session's `cases` and tables of `lists`."""
    return set_up(spark).sql(verdicts_sql(rule, on=on, dialect=SPARK, table=table, lists=lists))
