"""The opinion on social assistance; it gives no last day."""

from datetime import date

from guangyue.gazette.document import Document

OPINION = Document(
    number="聊政字〔2020〕28号",
    title="关于统筹完善社会救助体系的实施意见",
    since=date(2020, 10, 15),
)
