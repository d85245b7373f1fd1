"""The document that demands one window, and what it grants."""

from liaocheng.documents import document

ONE_WINDOW = document("聊政办字〔2019〕35号")
COMPANY_SET_UP_DAYS = 1  # 五（三十三）
CONSTRUCTION_DAYS = 100  # 五（三十五）
