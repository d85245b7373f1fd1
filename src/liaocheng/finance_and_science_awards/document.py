"""The two documents that promise awards."""

from liaocheng.documents import document

FINANCE_OPINION = document("聊政发〔2021〕5号")
SCIENCE_MEASURES = document("聊政办发〔2021〕2号")
FORMER_OPINION = "聊政发〔2016〕56号"
