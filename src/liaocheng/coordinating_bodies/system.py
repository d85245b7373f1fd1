"""What the documents demand: the bodies, their renaming, and the groups that every county must form after
them."""

from guangyue.organisations.demands import NoteOldName, RequireLocalBody
from guangyue.organisations.models import LocalRequirement
from guangyue.systems.system import System
from liaocheng.city import GOVERNMENT_OFFICE
from liaocheng.coordinating_bodies import bodies, document
from liaocheng.coordinating_bodies.document import (
    EMERGENCY_SUPPORT,
    FOREST_CHIEFS,
    IRRIGATION,
    ROADS_TO_HOUSES,
    SMART_CITY,
    SOCIAL_ASSISTANCE,
    TOILETS,
)
from liaocheng.coordinating_bodies.examples import answer

Level = LocalRequirement.Level
ITEMS_WITH_THE_OLD_NAME = ("二（二）9", "二（三）12")

GUIDANCE = "只讲指导思想和总体要求，没有要办的事"
PRINCIPLES = "工作原则，由后面的条款落实"
PUBLICITY = "宣传引导由宣传部门和新闻单位开展"
LEAVES = {
    "聊政字〔2019〕6号 三（二十四）": PUBLICITY,
    "聊政发〔2019〕14号 一（一）": GUIDANCE,
    "聊政办字〔2019〕36号 三（一）": "要求各级重视，没有另外要办的事",
    "聊政办字〔2019〕37号 一": GUIDANCE,
    "聊政办字〔2019〕37号 四（四）": PUBLICITY,
    "聊政办字〔2020〕13号 一": GUIDANCE,
    "聊政办字〔2020〕14号 一": GUIDANCE,
    "聊政办字〔2020〕14号 二": "界定适用范围，没有要办的事",
    "聊政办字〔2020〕14号 三": PRINCIPLES,
    "聊政办字〔2020〕16号 一": GUIDANCE,
    "聊政字〔2020〕28号 一": GUIDANCE,
    "聊政字〔2020〕28号 四（三）": PUBLICITY,
    "聊政办字〔2020〕46号 三（六）": PUBLICITY,
    "聊政办字〔2020〕49号 1.1": "说明编制目的",
    "聊政办字〔2020〕49号 1.2": "列明编制依据，政策库按引用关系显示",
    "聊政办字〔2020〕49号 1.4": "说明预案的组成",
    "聊政办字〔2020〕49号 1.5": PRINCIPLES,
}

SYSTEM = System(
    number="S48",
    title="议事协调机构与会议制度",
    documents=(
        document.HIGH_ENERGY,
        document.ONE_WINDOW,
        document.DOUBLE_RANDOM,
        document.FOREST_CHIEFS,
        document.TOILETS,
        document.WASTE_SORTING,
        document.ILLEGAL_BUILDING,
        document.ROADS_TO_HOUSES,
        document.SMART_CITY,
        document.SOCIAL_ASSISTANCE,
        document.IRRIGATION,
        document.HEAVY_POLLUTION,
        document.INEFFICIENT_LAND,
        document.PLANNERS,
        document.EMERGENCY_SUPPORT,
        document.FITNESS,
    ),
    led_by=(GOVERNMENT_OFFICE,),
    demands=(
        bodies.CHEMICALS,
        bodies.STREAMLINING,
        bodies.DOUBLE_RANDOM_CONFERENCE,
        bodies.FOREST_CHIEFS_CONFERENCE,
        bodies.TOILETS_GROUP,
        bodies.WASTE_SORTING_CONFERENCE,
        bodies.CITY_MANAGEMENT_COMMITTEE,
        bodies.ROADS_GROUP,
        bodies.DIGITAL_GROUP,
        bodies.SOCIAL_ASSISTANCE_GROUP,
        bodies.IRRIGATION_TASK_FORCE,
        bodies.POLLUTION_HEADQUARTERS,
        bodies.LAND_TASK_FORCE,
        bodies.PLANNING_COMMITTEE,
        bodies.FITNESS_CONFERENCE,
        bodies.RENAMED_CHEMICALS,
        bodies.RENAMED_STREAMLINING,
        bodies.RENAMED_DIGITAL,
        *(
            NoteOldName(
                key=bodies.CHEMICALS.key,
                printed=f"{bodies.CHEMICALS.name}办公室",
                cites=EMERGENCY_SUPPORT.clause(item),
                on=EMERGENCY_SUPPORT.since,
            )
            for item in ITEMS_WITH_THE_OLD_NAME
        ),
        RequireLocalBody(
            key=bodies.FOREST_CHIEFS_CONFERENCE.key,
            short_name="林长制",
            level=Level.COUNTY,
            cites=FOREST_CHIEFS.clause("一（二）"),
            since=FOREST_CHIEFS.since,
        ),
        RequireLocalBody(
            key=bodies.TOILETS_GROUP.key,
            short_name="改厕",
            level=Level.COUNTY_AND_ZONE,
            led_by="政府、管委会主要领导任组长，分管领导任副组长",
            cites=TOILETS.clause("四（一）"),
            since=TOILETS.since,
        ),
        RequireLocalBody(
            key=bodies.ROADS_GROUP.key,
            short_name="通户道路",
            level=Level.COUNTY_AND_ZONE,
            cites=ROADS_TO_HOUSES.clause("四（一）"),
            since=ROADS_TO_HOUSES.since,
        ),
        RequireLocalBody(
            key=bodies.DIGITAL_GROUP.key,
            short_name="智慧城市",
            level=Level.COUNTY,
            cites=SMART_CITY.clause("三（一）"),
            since=SMART_CITY.since,
        ),
        RequireLocalBody(
            key=bodies.SOCIAL_ASSISTANCE_GROUP.key,
            short_name="社会救助",
            level=Level.COUNTY_AND_TOWNSHIP,
            led_by="主要负责同志任组长",
            cites=SOCIAL_ASSISTANCE.clause("四（一）"),
            since=SOCIAL_ASSISTANCE.since,
        ),
        RequireLocalBody(
            key=bodies.IRRIGATION_TASK_FORCE.key,
            short_name="引黄节水",
            level=Level.COUNTY_AND_ZONE,
            cites=IRRIGATION.clause("三（一）"),
            since=IRRIGATION.since,
        ),
    ),
    examples=answer,
    leaves=LEAVES,
)
