"""The documents that want wishes, and not permits, to be applied for."""

from datetime import date

from guangyue.gazette.document import Document

ONE_WINDOW = Document(
    number="聊政办字〔2019〕35号",
    title="关于深化实施流程再造推进“一窗受理·一次办好”改革的意见",
    since=date(2019, 10, 18),
)
WORK_REPORT = Document(
    number="聊政发〔2019〕5号",
    title="关于印发2019年市政府工作报告重点工作任务部门分工方案的通知",
    since=date(2019, 4, 30),
)
MY_LIAOCHENG = Document(
    number="聊政办字〔2020〕45号",
    title="关于印发“我的聊城”APP智慧民生服务平台全面提升工作方案的通知",
    since=date(2020, 10, 9),
)
DIGITAL_PLAN = Document(
    number="聊政办字〔2020〕48号",
    title="关于印发数字聊城建设三年行动计划（2020—2022年）的通知",
    since=date(2020, 10, 21),
)
STANDARD_BY = date(2019, 12, 31)  # 聊政办字〔2019〕35号 二（十）
