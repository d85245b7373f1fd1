"""保障类: who may go on because the city needs it, who says so, and what ends it."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from guangyue.alerts.reduction.grades import GOOD_ENOUGH_TO_GUARANTEE, Grade


class Task(Enum):
    """保障任务: some must be guaranteed, others may."""

    POWER_AND_HEAT = "居民供电、供暖", True
    WASTE_DISPOSAL = "生活垃圾或者危险废物集中处置", True
    CO_DISPOSAL = "协同处置生活垃圾或者危险废物", True
    EPIDEMIC_SUPPLIES = "重大疫情防控物资生产", True
    MILITARY_AND_POLITICAL = "涉军、涉政类生产", True
    EXPORT = "外贸出口", False
    STRATEGIC_INDUSTRY = "战略性产业", False
    EMERGING_INDUSTRY = "新兴产业", False
    TEXTBOOKS = "教学用书印刷", False
    PEOPLES_MEDICINES = "民生需求的农药、医药生产", False

    def __init__(self, title: str, compulsory: bool) -> None:
        self.title, self.compulsory = title, compulsory


class Authority(Enum):
    """Who says that something is guaranteed."""

    PROVINCIAL_ECOLOGY = "省生态环境厅确定，报生态环境部备案"
    CITY_ECOLOGY = "市生态环境部门会同相关部门确定"
    PROVINCIAL_SECTOR = "省级相关主管部门会同省生态环境厅确定"


@dataclass(frozen=True)
class Guarantee:
    """保障资格: whether it may be given, whether it must, by whom, and how much may be produced."""

    eligible: bool
    compulsory: bool = False
    authority: Authority | None = None
    production: str = ""


NONE = Guarantee(eligible=False)
BY_HEAT, BY_AMOUNT = "以热定产", "以量定产"


def guarantee_of(tasks: Collection[Task], *, key_industry: bool, grade: Grade) -> Guarantee:
    """Of an enterprise, by all its tasks. Who co-disposes in a key industry must be graded well."""
    if not tasks:
        return NONE
    by_province = key_industry and Task.CO_DISPOSAL in tasks
    if by_province and grade not in GOOD_ENOUGH_TO_GUARANTEE:
        return NONE
    return Guarantee(
        eligible=True,
        compulsory=any(task.compulsory for task in tasks),
        authority=Authority.PROVINCIAL_ECOLOGY if by_province else Authority.CITY_ECOLOGY,
        production=BY_HEAT if Task.POWER_AND_HEAT in tasks else BY_AMOUNT,
    )


def guarantee_of_project(*, dust_measures_met: bool) -> Guarantee:
    """重点建设工程: without the dust measures of the province there is none."""
    if not dust_measures_met:
        return NONE
    return Guarantee(eligible=True, authority=Authority.PROVINCIAL_SECTOR)


def stays_guaranteed(*, beyond_its_task: bool, meets_environmental_demands: bool) -> bool:
    """Who does more than the task, or fails the demands, is off the list at once."""
    return meets_environmental_demands and not beyond_its_task
