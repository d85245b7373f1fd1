"""The document that demands one window, and what it grants."""

from datetime import date

from guangyue.gazette.document import Document

ONE_WINDOW = Document(
    number="聊政办字〔2019〕35号",
    title="关于深化实施流程再造推进“一窗受理·一次办好”改革的意见",
    since=date(2019, 10, 18),
)
COMPANY_SET_UP_DAYS = 1  # 五（三十三）
CONSTRUCTION_DAYS = 100  # 五（三十五）
