"""The documents that ask for the catalogue of matters, and for what is done with it."""

from liaocheng.documents import document

REFORM = document("聊政办字〔2019〕35号")
TASKS_2019 = document("聊政发〔2019〕5号")
EMPOWERMENT = document("聊政字〔2021〕8号")
DIGITAL_PLAN = document("聊政办字〔2020〕48号")
