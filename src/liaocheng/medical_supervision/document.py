"""The document that wants the medical sector supervised as a whole."""

from datetime import date

from guangyue.gazette.document import Document

OPINIONS = Document(
    number="聊政办发〔2020〕8号",
    title="关于加快改革完善全市医疗卫生行业综合监管制度的意见",
    since=date(2020, 10, 28),
)
EVERYBODYS = "由牵头单位按职责办理，附件职责分工公报未刊，不需单独的系统"
