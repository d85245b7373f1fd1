"""The scheme by which the city takes over the power of the province."""

from liaocheng.documents import document

SCHEME = document("聊政办发〔2021〕1号")
