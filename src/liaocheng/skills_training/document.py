"""The action plan, and the measures whose frequency it changed while it ran."""

from datetime import date

from guangyue.gazette.document import Document

PLAN = Document(
    number="聊政办发〔2019〕10号",
    title="聊城市职业技能提升行动工作方案（2019—2021年）",
    since=date(2019, 10, 21),
)
PLAN_ENDS = date(2021, 12, 31)  # the years of its title; no clause says so
FUND_MEASURES = Document(
    number="聊财社〔2019〕70号",
    title="聊城市就业补助资金管理办法",
    since=date(2019, 5, 9),
    until=date(2024, 4, 30),
)

# 附件1: persons to be trained in 2019
TARGETS_2019 = {
    "市本级": 2200,
    "东昌府区": 4650,
    "茌平区": 3250,
    "临清市": 4200,
    "冠县": 3400,
    "莘县": 3700,
    "阳谷县": 3150,
    "东阿县": 2900,
    "高唐县": 3700,
    "经济技术开发区": 3700,
    "高新技术产业开发区": 3150,
    "江北水城旅游度假区": 2100,
}
