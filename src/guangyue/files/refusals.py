"""What is not kept as a file, and what is said then."""

from guangyue.kit.refusals import Refused


class UnfitFile(Refused):
    """The file is none that the city takes."""

    sentence = "只收照片（JPEG、PNG、WebP）、PDF、OFD、Word（.docx）和 Excel（.xlsx）文件。"
    advice = "请换成上述格式以后再上传；纸质材料可以拍成照片。"

    def __init__(self, sentence: str = "", *, field: str = "file") -> None:
        super().__init__(sentence, field=field)


class ContentLost(Refused):
    """Its row is there and its content is not: the state folder was not restored with the database."""

    sentence = "这个附件的内容不在服务器上。"
    advice = "请把参考编号告诉管理员，从备份中恢复附件。"
