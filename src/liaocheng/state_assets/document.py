"""The scheme that lists the matters."""

from datetime import date

from guangyue.gazette.document import Document

SCHEME = Document(
    number="聊政办字〔2019〕34号",
    title="转发市国资委以管资本为主进一步推进职能转变实施方案的通知",
    since=date(2019, 10, 10),
)
