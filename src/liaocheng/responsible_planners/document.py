"""The document that tries out responsible planners."""

from liaocheng.documents import document

PLANNERS = document("聊政办字〔2021〕3号")
