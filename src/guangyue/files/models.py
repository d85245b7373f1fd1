"""附件: a file that was handed in; its content lies in the state folder under its fingerprint."""

from uuid import uuid4

from django.db import models

from guangyue.accounts.models import User


class File(models.Model):
    """附件: what it is was read from its content, never from its name. Who may see it is for what it belongs
    to to say."""

    key = models.UUIDField("标识", default=uuid4, unique=True, editable=False)
    name = models.CharField("文件名", max_length=120)
    media_type = models.CharField("类型", max_length=80)
    size = models.PositiveIntegerField("大小")
    sha256 = models.CharField("指纹", max_length=64, db_index=True)
    pages = models.PositiveSmallIntegerField("页数", null=True)
    taken_at = models.DateTimeField("拍摄时间", null=True)  # what the picture said before it was cleaned
    kept_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="上传人")
    kept_at = models.DateTimeField("上传时间")

    class Meta:
        verbose_name = "附件"

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        return self.media_type.startswith("image/")
