"""要件和配套: the agreements, seals, permissions and announcements of empowerments, and what is made ready.

Each paper stands from one day until another, so that any day can be asked about.
"""

from django.db import models
from django.db.models import Q

from guangyue.accounts.models import User
from guangyue.empowerments.models.empowerments import Empowerment
from guangyue.empowerments.modes import KitPart
from guangyue.files.models import File
from guangyue.organisations.models import Organisation

KIT_PARTS = [(one.name, one.value) for one in KitPart]


class Paper(models.Model):
    """What every one of them says: from when until when it stands, and who entered it."""

    since = models.DateField("自何日起")
    until = models.DateField("自何日起失效", null=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        abstract = True


class Agreement(Paper):
    """委托协议: says all four parts, or is none."""

    empowerments = models.ManyToManyField(Empowerment, related_name="agreements", verbose_name="赋权")
    number = models.CharField("协议编号", max_length=60)
    department = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="委托方")
    body = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="受托方")
    basis = models.CharField("委托依据", max_length=300)
    matters = models.CharField("委托事项", max_length=1000)
    powers = models.CharField("委托权限", max_length=500)
    duties = models.CharField("双方权利和义务", max_length=2000)
    file = models.ForeignKey(File, models.PROTECT, null=True, related_name="+", verbose_name="协议文本")

    class Meta:
        verbose_name = "委托协议"
        ordering = ("-since", "-id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(basis="") & ~Q(matters="") & ~Q(powers="") & ~Q(duties=""),
                name="an_agreement_says_four_parts",
            ),
        )

    def __str__(self) -> str:
        return f"协议 {self.number}"


class SecondSeal(Paper):
    """二号章: the department's, kept and used by the undertaking body for the matters delegated to it."""

    empowerments = models.ManyToManyField(Empowerment, related_name="seals", verbose_name="赋权")
    number = models.CharField("印章编号", max_length=60)
    ended_because = models.CharField("交回、停用的缘由", max_length=200, blank=True)

    class Meta:
        verbose_name = "二号章"
        ordering = ("-since", "-id")

    def __str__(self) -> str:
        return f"二号章 {self.number}"


class PlatformPermission(Paper):
    """平台权限: opened on the city's platform for reviewing or for receiving."""

    empowerments = models.ManyToManyField(Empowerment, related_name="permissions", verbose_name="赋权")
    account = models.CharField("平台账号或者岗位", max_length=60)
    ended_because = models.CharField("关闭的缘由", max_length=200, blank=True)

    class Meta:
        verbose_name = "平台权限"
        ordering = ("-since", "-id")

    def __str__(self) -> str:
        return f"平台权限 {self.account}"


class PublicAnnouncement(Paper):
    """赋权公告: where the public was told, and of what."""

    class Kind(models.TextChoices):
        GRANT = "grant", "赋权"
        WITHDRAWAL = "withdrawal", "收回"

    empowerments = models.ManyToManyField(Empowerment, related_name="announcements", verbose_name="赋权")
    kind = models.CharField("种类", max_length=12, choices=Kind, default=Kind.GRANT)
    place = models.CharField("在何处公告", max_length=120)
    address = models.URLField("网址", max_length=300, blank=True)

    class Meta:
        verbose_name = "赋权公告"
        ordering = ("-since", "-id")

    def __str__(self) -> str:
        return f"在{self.place}公告"


class KitItem(models.Model):
    """配套: one thing made ready for one empowerment, on a day."""

    empowerment = models.ForeignKey(Empowerment, models.PROTECT, related_name="kit")
    part = models.CharField("配套", max_length=12, choices=KIT_PARTS)
    done_on = models.DateField("完成日期")
    remark = models.CharField("说明", max_length=200, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "赋权配套"
        ordering = ("empowerment", "id")
        constraints = (models.UniqueConstraint(fields=["empowerment", "part"], name="kit_part_once"),)

    def __str__(self) -> str:
        return self.get_part_display()
