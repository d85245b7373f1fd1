"""The documents that want inspections drawn by lot and their results published."""

from datetime import date

from guangyue.gazette.document import Document

RANDOM_INSPECTIONS = Document(
    number="聊政发〔2019〕14号",
    title="印发《关于在市场监管领域全面推行部门联合“双随机、一公开”监管工作实施方案》的通知",
    since=date(2019, 10, 23),
)
ONE_WINDOW = Document(
    number="聊政办字〔2019〕35号",
    title="关于深化实施流程再造推进“一窗受理·一次办好”改革的意见",
    since=date(2019, 10, 18),
)
