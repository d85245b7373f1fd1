"""The documents that promise numbers with a day, and the clauses that want them followed."""

from liaocheng.documents import document

WORK_PLAN = document("聊政发〔2019〕5号")
ENERGY = document("聊政字〔2019〕6号")
ECOLOGY_AND_COUNTRYSIDE = document("聊政办字〔2019〕13号")
SKILLS = document("聊政办发〔2019〕10号")
ONE_WINDOW = document("聊政办字〔2019〕35号")
TOILETS = document("聊政办字〔2019〕37号")
EMPLOYMENT = document("聊政发〔2020〕4号")
LEGISLATION = document("聊政办字〔2020〕12号")
WASTE_SORTING = document("聊政办字〔2020〕13号")
VILLAGE_ROADS = document("聊政办字〔2020〕15号")
DIGITAL_2020 = document("聊政办字〔2020〕16号")
MY_LIAOCHENG = document("聊政办字〔2020〕45号")
IRRIGATION = document("聊政办字〔2020〕46号")
DIGITAL_CITY = document("聊政办字〔2020〕48号")
FINANCE = document("聊政发〔2021〕5号")
SCIENCE = document("聊政办发〔2021〕2号")
PLANNERS = document("聊政办字〔2021〕3号")
EMERGENCY = document("聊政办字〔2021〕4号")

DOCUMENTS = (
    *(WORK_PLAN, ENERGY, ECOLOGY_AND_COUNTRYSIDE, SKILLS, ONE_WINDOW, TOILETS),
    *(EMPLOYMENT, LEGISLATION, WASTE_SORTING, VILLAGE_ROADS, DIGITAL_2020, MY_LIAOCHENG),
    *(IRRIGATION, DIGITAL_CITY, FINANCE, SCIENCE, PLANNERS, EMERGENCY),
)
