"""The scheme by which the city takes over the power of the province."""

from datetime import date

from guangyue.gazette.document import Document

SCHEME = Document(
    number="聊政办发〔2021〕1号",
    title="关于印发聊城市承接省政府用地审批权下放实施方案的通知",
    since=date(2021, 4, 8),
)
