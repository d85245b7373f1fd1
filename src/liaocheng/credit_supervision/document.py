"""The documents that want conduct recorded, and supervision to differ by it."""

from liaocheng.documents import document

ONE_WINDOW = document("聊政办字〔2019〕35号")
RANDOM_INSPECTION = document("聊政发〔2019〕14号")
ASSISTANCE = document("聊政字〔2020〕28号")
EMPLOYMENT_FUND = document("聊财社〔2019〕70号")
WASTE_SORTING = document("聊政办字〔2020〕13号")
MY_LIAOCHENG = document("聊政办字〔2020〕45号")
DIGITAL_CITY = document("聊政办字〔2020〕48号")
ENERGY = document("聊政字〔2019〕6号")
WORK_PLAN = document("聊政发〔2019〕5号")
RURAL_CREDIT = document("聊政发〔2020〕4号")
