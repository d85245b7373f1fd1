"""The documents that ask for the catalogue of matters, and for what is done with it."""

from datetime import date

from guangyue.gazette.document import Document

REFORM = Document(
    number="聊政办字〔2019〕35号",
    title="关于深化实施流程再造推进“一窗受理·一次办好”改革的意见",
    since=date(2019, 10, 18),
)
TASKS_2019 = Document(
    number="聊政发〔2019〕5号",
    title="关于印发2019年市政府工作报告重点工作任务部门分工方案的通知",
    since=date(2019, 4, 30),
)
EMPOWERMENT = Document(
    number="聊政字〔2021〕8号",
    title="关于赋予聊城经济技术开发区和高新技术产业开发区相关经济管理权限的通知",
    since=date(2021, 4, 15),
)
DIGITAL_PLAN = Document(
    number="聊政办字〔2020〕48号",
    title="关于印发数字聊城建设三年行动计划（2020—2022年）的通知",
    since=date(2020, 10, 21),
)
