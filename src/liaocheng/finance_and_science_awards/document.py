"""The two documents that promise awards."""

from datetime import date

from guangyue.gazette.document import Document

FINANCE_OPINION = Document(
    number="聊政发〔2021〕5号",
    title="关于加快聊城市金融产业高质量发展的意见",
    since=date(2021, 6, 1),
    until=date(2026, 5, 31),  # 九: five years
)
SCIENCE_MEASURES = Document(
    number="聊政办发〔2021〕2号",
    title="印发关于进一步深化科技体制改革推动创新发展的若干措施的通知",
    since=date(2021, 4, 15),
)
FORMER_OPINION = "聊政发〔2016〕56号"
