"""The documents that hand out tasks, and the horizons of those that are carried out by a day."""

from datetime import date

from liaocheng.documents import document

WORK_PLAN = document("聊政发〔2019〕5号")
ONE_WINDOW = document("聊政办字〔2019〕35号")
SMART_CITY = document("聊政办字〔2020〕16号")
MY_LIAOCHENG = document("聊政办字〔2020〕45号")
EMERGENCY = document("聊政办字〔2021〕4号")
INNOVATION = document("聊政办发〔2021〕2号")
NATURE = document("聊政办字〔2019〕13号")
LOW_USE_LAND = document("聊政办字〔2020〕50号")
WASTE_SORTING = document("聊政办字〔2020〕13号")

HANDING_OUT = (WORK_PLAN, ONE_WINDOW, SMART_CITY, MY_LIAOCHENG, EMERGENCY, INNOVATION)
HORIZONS = {  # the years of their titles; no clause says so
    WORK_PLAN.number: date(2019, 12, 31),
    SMART_CITY.number: date(2020, 12, 31),
    EMERGENCY.number: date(2022, 12, 31),
}
