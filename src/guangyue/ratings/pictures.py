"""Scores as charts."""

from collections.abc import Mapping, Sequence
from datetime import date

from guangyue.kit.pictures import Chart, Kind, Series
from guangyue.ratings.scoring import LEVELS, Score
from guangyue.ratings.statistics import Line
from guangyue.ratings.ways import Way

MOST_BARS = 20
SOURCE = "计入得分的评价；样本不足十份的不画"


def scores_chart(key: str, title: str, lines: Sequence[Line]) -> Chart:
    rated = [line for line in lines if line.score.is_rated()][:MOST_BARS]
    values = tuple(float(line.score.mean or 0) for line in rated)
    labels = tuple(line.title for line in rated)
    return Chart(key, title, Kind.LYING_BARS, labels, (Series("得分", values),), "分", SOURCE)


def levels_chart(score: Score) -> Chart:
    values = tuple(score.many[level - 1] for level, _title in LEVELS)
    labels = tuple(title for _level, title in LEVELS)
    return Chart("levels", "各等级的份数", Kind.BARS, labels, (Series("份数", values),), "份")


def ways_chart(ways: Mapping[str, int]) -> Chart:
    labels = tuple(way.value for way in Way)
    values = tuple(ways.get(way.name, 0) for way in Way)
    return Chart("ways", "各种方式的份数", Kind.RING, labels, (Series("份数", values),), "份")


def months_chart(months: Mapping[date, Score]) -> Chart:
    labels = tuple(f"{month:%Y-%m}" for month in months)
    many = tuple(score.counted for score in months.values())
    bad = tuple(score.bad for score in months.values())
    return Chart(
        "months", "每月的评价和差评", Kind.BARS, labels, (Series("评价", many), Series("差评", bad)), "份"
    )
