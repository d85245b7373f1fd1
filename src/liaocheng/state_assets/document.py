"""The scheme that lists the matters."""

from liaocheng.documents import document

SCHEME = document("聊政办字〔2019〕34号")
