"""The document that wants the medical sector supervised as a whole."""

from liaocheng.documents import document

OPINIONS = document("聊政办发〔2020〕8号")
EVERYBODYS = "由牵头单位按职责办理，附件职责分工公报未刊，不需单独的系统"
