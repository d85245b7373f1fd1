"""The documents that want inspections drawn by lot and their results published."""

from liaocheng.documents import document

RANDOM_INSPECTIONS = document("聊政发〔2019〕14号")
ONE_WINDOW = document("聊政办字〔2019〕35号")
