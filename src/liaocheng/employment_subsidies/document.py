"""The measures, and the later documents that changed their standards."""

from datetime import date

from guangyue.gazette.document import Document

MEASURES = Document(
    number="聊财社〔2019〕70号",
    title="聊城市就业补助资金管理办法",
    since=date(2019, 5, 9),
    until=date(2024, 4, 30),  # 第五十一条
)
EMPLOYMENT_2019 = Document(
    number="聊政发〔2019〕4号",
    title="关于贯彻鲁政发〔2018〕30号文件进一步稳定和扩大就业的实施意见",
    since=date(2019, 4, 8),
)
SKILLS_2019 = Document(
    number="聊政办发〔2019〕10号",
    title="聊城市职业技能提升行动工作方案（2019—2021年）",
    since=date(2019, 10, 21),
)
SKILLS_PLAN_ENDS = date(2021, 12, 31)  # the years of its title; no clause says so
EMPLOYMENT_2020 = Document(
    number="聊政发〔2020〕4号",
    title="关于积极应对新冠肺炎疫情做好稳就业工作的通知",
    since=date(2020, 3, 11),
)

# 第五十一条: from here to the measures' own first day, the province's rules are followed.
PROVINCE_SINCE = date(2019, 1, 1)
PROVINCE = "鲁财社〔2018〕86号"
