"""The documents that hand powers down, and what they count."""

from datetime import date

from guangyue.gazette.document import Document

ONE_WINDOW = Document(
    number="聊政办字〔2019〕35号",
    title="关于深化实施流程再造推进“一窗受理·一次办好”改革的意见",
    since=date(2019, 10, 18),
)
POWERS = Document(
    number="聊政字〔2021〕8号",
    title="关于赋予聊城经济技术开发区和高新技术产业开发区相关经济管理权限的通知",
    since=date(2021, 4, 15),
)
NEW_MATTERS, DIRECT_MATTERS = 29, 1794  # 二（一）
WORKING_DAYS = 30  # 三（二）
