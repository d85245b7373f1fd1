"""The measures, and the later documents that changed their standards."""

from datetime import date

from liaocheng.documents import document

MEASURES = document("聊财社〔2019〕70号")
EMPLOYMENT_2019 = document("聊政发〔2019〕4号")
SKILLS_2019 = document("聊政办发〔2019〕10号")
EMPLOYMENT_2020 = document("聊政发〔2020〕4号")

# 第五十一条: from here to the measures' own first day, the province's rules are followed.
PROVINCE_SINCE = date(2019, 1, 1)
PROVINCE = "鲁财社〔2018〕86号"
