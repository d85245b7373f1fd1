"""The documents that want supervision listed, gathered, and joined to the permits it follows."""

from datetime import date

from guangyue.gazette.document import Document

ONE_WINDOW = Document(
    number="聊政办字〔2019〕35号",
    title="关于深化实施流程再造推进“一窗受理·一次办好”改革的意见",
    since=date(2019, 10, 18),
)
DIGITAL_PLAN = Document(
    number="聊政办字〔2020〕48号",
    title="关于印发数字聊城建设三年行动计划（2020—2022年）的通知",
    since=date(2020, 10, 21),
)
MEDICAL_SUPERVISION = Document(
    number="聊政办发〔2020〕8号",
    title="关于加快改革完善全市医疗卫生行业综合监管制度的意见",
    since=date(2020, 10, 28),
)
POWERS = Document(
    number="聊政字〔2021〕8号",
    title="关于赋予聊城经济技术开发区和高新技术产业开发区相关经济管理权限的通知",
    since=date(2021, 4, 15),
)
