"""The action plan, and the measures whose frequency it changed while it ran."""

from liaocheng.documents import document

PLAN = document("聊政办发〔2019〕10号")
FUND_MEASURES = document("聊财社〔2019〕70号")

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
