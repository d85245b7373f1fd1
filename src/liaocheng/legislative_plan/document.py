"""The documents that plan the year's law-making, and that want people asked."""

from liaocheng.documents import document

PLAN = document("聊政办字〔2020〕12号")
LANDSCAPE = document("聊城市人民政府令第37号")
WASTE_SORTING = document("聊政办字〔2020〕13号")
ONE_WINDOW = document("聊政办字〔2019〕35号")
