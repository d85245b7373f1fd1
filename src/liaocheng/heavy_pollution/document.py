"""The plan for heavy pollution."""

from liaocheng.documents import document

POLLUTION_PLAN = document("聊政办字〔2020〕49号")
