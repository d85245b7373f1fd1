"""The documents that want policies to look for people, and those that say how."""

from datetime import date

from guangyue.gazette.document import Document

EMPLOYMENT_2019 = Document(
    number="聊政发〔2019〕4号",
    title="关于贯彻鲁政发〔2018〕30号文件进一步稳定和扩大就业的实施意见",
    since=date(2019, 4, 8),
)
FUND_MEASURES = Document(
    number="聊财社〔2019〕70号",
    title="聊城市就业补助资金管理办法",
    since=date(2019, 5, 9),
    until=date(2024, 4, 30),  # 第五十一条
)
STABLE_EMPLOYMENT = Document(
    number="聊政发〔2020〕4号",
    title="关于积极应对新冠肺炎疫情做好稳就业工作的通知",
    since=date(2020, 3, 11),
)
ASSISTANCE = Document(
    number="聊政字〔2020〕28号",
    title="关于统筹完善社会救助体系的实施意见",
    since=date(2020, 10, 15),
)
DIGITAL_PLAN = Document(
    number="聊政办字〔2020〕48号",
    title="关于印发数字聊城建设三年行动计划（2020—2022年）的通知",
    since=date(2020, 10, 21),
)
