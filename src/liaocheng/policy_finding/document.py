"""The documents that want policies to look for people, and those that say how."""

from liaocheng.documents import document

EMPLOYMENT_2019 = document("聊政发〔2019〕4号")
FUND_MEASURES = document("聊财社〔2019〕70号")
STABLE_EMPLOYMENT = document("聊政发〔2020〕4号")
ASSISTANCE = document("聊政字〔2020〕28号")
DIGITAL_PLAN = document("聊政办字〔2020〕48号")
