"""职务、人员和任职: who holds what, from when, until when, by which notice."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from guangyue.kit.access import Scope
from guangyue.organisations.models.organisations import Organisation
from guangyue.organisations.models.periods import covers, in_period

REMINDER = timedelta(days=30)


class Post(models.Model):
    """职务: a title in an organisation; with `charge`, the one of several equal posts that has this work
    (分管)."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="posts", verbose_name="机构")
    title = models.CharField("职务", max_length=40)
    charge = models.CharField("分管", max_length=40, blank=True)
    chief = models.BooleanField("正职", default=False)

    class Meta:
        verbose_name = "职务"
        ordering = ("organisation_id", "-chief", "id")
        constraints = (
            models.UniqueConstraint(fields=["organisation", "title", "charge"], name="one_post_once"),
        )

    def __str__(self) -> str:
        return f"{self.organisation.name}{self.label}"

    @property
    def label(self) -> str:
        if not self.charge:
            return self.title
        return f"{self.title}（{'' if self.title.startswith('分管') else '分管'}{self.charge}）"

    @property
    def has_one_seat(self) -> bool:
        """A chief post, and the charge of one matter, are held by one person; deputies are as many as there
        are."""
        return self.chief or bool(self.charge)


class OfficialQuerySet(models.QuerySet["Person"]):
    def unmerged(self) -> "OfficialQuerySet":
        return self.filter(merged_into=None)

    def sharing_a_name(self) -> "OfficialQuerySet":
        """同名: persons whom only a human decision can tell to be one."""
        names = self.unmerged().values("name").annotate(bearers=models.Count("id")).filter(bearers__gt=1)
        return self.unmerged().filter(name__in=names.values("name"))

    def with_tenures(self) -> "OfficialQuerySet":
        """Each with the posts held, the latest first."""
        return self.prefetch_related(models.Prefetch("tenures", Tenure.objects.with_names().latest_first()))


class Person(models.Model):
    """人员: an official as the gazette knows one: a name and posts, nothing else. The name is not the
    identity."""

    name = models.CharField("姓名", max_length=20, db_index=True)
    remark = models.CharField("辨识说明", max_length=120, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")

    objects = OfficialQuerySet.as_manager()

    class Meta:
        verbose_name = "人员"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organisations:person", args=[self.pk])


class PersonMerge(models.Model):
    """人员合并: somebody decided that two persons of one name are one, and said why."""

    kept = models.ForeignKey(Person, models.PROTECT, related_name="merges")
    merged = models.OneToOneField(Person, models.PROTECT, related_name="merge")
    reason = models.CharField("理由", max_length=200)
    by = models.CharField("经办人", max_length=100)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "人员合并"


class TenureQuerySet(models.QuerySet["Tenure"]):
    def on(self, day: date) -> "TenureQuerySet":
        """Those who hold their post on that day; on the day of a removal no longer."""
        return self.filter(in_period(day))

    def not_over(self, on: date) -> "TenureQuerySet":
        """Those that hold the post that day or will."""
        return self.filter(Q(until=None) | Q(until__gt=on))

    def on_probation(self) -> "TenureQuerySet":
        """试用期: appointed on trial, neither confirmed nor ended, be the trial over or not."""
        return self.filter(probation_until__isnull=False, confirmation=None, until=None)

    def awaiting_confirmation(self, on: date) -> "TenureQuerySet":
        """待转正: the trial is over, and nobody has confirmed."""
        return self.on_probation().filter(probation_until__lt=on)

    def to_be_confirmed(self, on: date) -> "TenureQuerySet":
        """Those whose trial ends within thirty days, or has ended."""
        return self.on_probation().filter(probation_until__lte=on + REMINDER).order_by("probation_until")

    def with_names(self) -> "TenureQuerySet":
        return self.select_related(
            "person", "post__organisation", "ordered_by__notice", "ended_by__notice", "confirmation"
        )

    def in_order(self) -> "TenureQuerySet":
        return self.order_by(F("since").asc(nulls_first=True), "id")

    def latest_first(self) -> "TenureQuerySet":
        return self.order_by(F("since").desc(nulls_last=True), "-id")

    def within(self, scope: Scope) -> "TenureQuerySet":
        return self.filter(
            scope.rows(region="post__organisation__region_id", organisation="post__organisation_id")
        )


class Tenure(models.Model):
    """任职: a person in a post. An open `since` is a start the register does not know."""

    class Ending(models.TextChoices):
        REMOVED = "removed", "免去"
        LAPSED = "lapsed", "自然免除"
        HANDED_OVER = "handed_over", "交接"
        LAST_SEEN = "last_seen", "所见止于此"

    class Source(models.TextChoices):
        NOTICE = "notice", "任免通知"
        REPORT = "report", "单位报送"
        CHRONICLE = "chronicle", "大事记所见"

    class Standing(models.TextChoices):
        DESIGNATE = "designate", "拟任"
        PROBATION = "probation", "试用"
        AWAITING = "awaiting", "待转正"
        IN_POST = "in_post", "在任"
        OVER = "over", "已离任"

    person = models.ForeignKey(Person, models.PROTECT, related_name="tenures", verbose_name="人员")
    post = models.ForeignKey(Post, models.PROTECT, related_name="tenures", verbose_name="职务")
    source = models.CharField("来源", max_length=10, choices=Source)
    since = models.DateField("任职", null=True, blank=True)
    probation_until = models.DateField("试用期至", null=True, blank=True)
    until = models.DateField("离任", null=True, blank=True)
    ending = models.CharField("离任方式", max_length=12, choices=Ending, blank=True)
    rank = models.CharField("职级", max_length=10, blank=True)
    note = models.CharField("附注", max_length=120, blank=True)
    ordered_by = models.ForeignKey(
        "NoticeLine", models.PROTECT, null=True, blank=True, related_name="begun", verbose_name="任职依据"
    )
    ended_by = models.ForeignKey(
        "NoticeLine", models.PROTECT, null=True, blank=True, related_name="ended", verbose_name="离任依据"
    )

    objects = TenureQuerySet.as_manager()

    class Meta:
        verbose_name = "任职"
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                name="tenure_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(until=None, ending="") | (Q(until__isnull=False) & ~Q(ending="")),
                name="tenure_ends_somehow",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}，{self.post}"

    def covers(self, on: date) -> bool:
        return covers(on, self.since, self.until)

    def standing(self, on: date) -> "Tenure.Standing":
        """拟任 → 在任（试用）→ 待转正 → 在任 → 免去、自然免除, as of that day."""
        if self.until and self.until <= on:
            return self.Standing.OVER
        if self.since and self.since > on:
            return self.Standing.DESIGNATE
        if self.probation_until and not self.confirmed(on):
            return self.Standing.PROBATION if on <= self.probation_until else self.Standing.AWAITING
        return self.Standing.IN_POST

    def confirmed(self, on: date) -> bool:
        return hasattr(self, "confirmation") and self.confirmation.on <= on


class Confirmation(models.Model):
    """转正: no rule of the notices confirms by itself; somebody does, on some ground."""

    tenure = models.OneToOneField(Tenure, models.PROTECT, related_name="confirmation")
    on = models.DateField("转正日期")
    ground = models.CharField("依据", max_length=120)
    by = models.CharField("经办人", max_length=100)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "转正"


class DelegationQuerySet(models.QuerySet["Delegation"]):
    def on(self, day: date) -> "DelegationQuerySet":
        """Those that hold on that day, its last day included, and were not withdrawn before."""
        return self.filter(Q(withdrawn_on=None) | Q(withdrawn_on__gt=day), since__lte=day, until__gte=day)


class Delegation(models.Model):
    """委托代行: this person may act for the holder of that post, in this, from a first day to a last."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="delegations", verbose_name="代行职务")
    delegate = models.ForeignKey(Person, models.PROTECT, related_name="delegations", verbose_name="代行人")
    matters = models.CharField("代行事项", max_length=120)
    since = models.DateField("起")
    until = models.DateField("止")
    ground = models.CharField("依据", max_length=120)
    withdrawn_on = models.DateField("收回", null=True, blank=True)
    by = models.CharField("经办人", max_length=100)
    at = models.DateTimeField("时间")

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = "委托代行"
        ordering = ("-since", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="delegation_ends_after_it_begins"
            ),
        )
