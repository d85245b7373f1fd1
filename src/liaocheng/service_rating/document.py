"""The documents that want services rated, complaints heard and no window to say no by itself."""

from liaocheng.documents import document

ONE_WINDOW = document("聊政办字〔2019〕35号")
MY_LIAOCHENG = document("聊政办字〔2020〕45号")
