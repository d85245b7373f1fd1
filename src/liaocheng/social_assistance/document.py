"""The opinion on social assistance; it gives no last day."""

from liaocheng.documents import document

OPINION = document("聊政字〔2020〕28号")
