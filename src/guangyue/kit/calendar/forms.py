"""What people fill in about days: a limit to be counted, a holiday notice, a limit of their own."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from guangyue.kit.clocks import SHANGHAI, Clock
from guangyue.kit.holidays import EXAMPLE, Announcement, ReadText, read_text
from guangyue.kit.limits import Limit, Unit
from guangyue.kit.workdays import WEEKDAYS

FIRST_YEAR, LAST_YEAR = 2004, 2099
MOST_DAYS = 366
SATURDAY = 5
UNITS = (
    (Unit.WORKING_DAY.name, "个工作日"),
    (Unit.DAY.name, "天（自然日）"),
    (Unit.MONTH.name, "个月"),
    (Unit.MONTH_END.name, "个月后的月末（0 为当月）"),
)
WHOLE_YEAR, SINGLE_DAYS = "year", "days"


class DayField(forms.DateField):
    """A day of the years that the calendar reaches."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise forms.ValidationError(f"日期应当在 {FIRST_YEAR} 年至 {LAST_YEAR} 年之间。")


class LimitForm(forms.Form):
    """时限: from which day, how many of what."""

    start = DayField(label="起算日", help_text="事情发生的那一天，从第二天开始计算")
    amount = forms.IntegerField(label="时限", min_value=0, max_value=MOST_DAYS)
    unit = forms.ChoiceField(label="单位", choices=UNITS)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if {"start", "amount", "unit"} <= cleaned.keys():
            try:
                limit = Limit(cleaned["amount"], Unit[cleaned["unit"]])
            except ValueError as fault:
                self.add_error("amount", str(fault))
            else:
                cleaned["clock"] = Clock(limit, datetime.combine(cleaned["start"], time.min, SHANGHAI))
        return cleaned


class OwnLimitForm(LimitForm):
    """A limit that an official keeps an eye on."""

    title = forms.CharField(label="事项", max_length=100)
    field_order = ("title", "start", "amount", "unit")

    def clean_start(self) -> date:
        start: date = self.cleaned_data["start"]
        if start > timezone.localdate():
            raise forms.ValidationError("起算日不能晚于今天。")
        return start


class PauseForm(forms.Form):
    """中止原因."""

    ground = forms.CharField(label="暂停原因", max_length=60)


class NoticeForm(forms.Form):
    """放假通知, pasted or typed."""

    year = forms.IntegerField(label="年度", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    kind = forms.ChoiceField(
        label="内容",
        choices=((WHOLE_YEAR, "全年放假安排"), (SINGLE_DAYS, "只调整个别日期")),
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
        initial=WHOLE_YEAR,
        help_text="全年放假安排会替换这一年以前录入的全部内容",
    )
    title = forms.CharField(label="通知标题", max_length=120)
    number = forms.CharField(label="文号", max_length=40, required=False)
    text = forms.CharField(
        label="放假安排",
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=5000,
        help_text="可以把通知原文整段粘贴进来，一个节日一行",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if {"year", "kind", "title", "text"} <= cleaned.keys():
            read = read_text(cleaned["text"], year=cleaned["year"])
            whole_year = cleaned["kind"] == WHOLE_YEAR
            for problem in (*read.problems, *_pointless(read, whole_year=whole_year)):
                self.add_error("text", problem)
            cleaned["left_out"] = read.left_out
            cleaned["announcement"] = Announcement(
                cleaned["year"], cleaned["title"], cleaned.get("number", ""), whole_year, read.days
            )
        return cleaned


def _pointless(read: ReadText, *, whole_year: bool) -> Iterator[str]:
    """What can be read, and yet cannot be meant."""
    if not read.days and not read.problems:
        yield f"没有读到日期，写法例如“{EXAMPLE}”。"
    for named in read.days:
        if whole_year and named.works and named.day.weekday() < SATURDAY:
            yield f"{named.day.month}月{named.day.day}日是周{WEEKDAYS[named.day.weekday()]}，不用写上班。"
