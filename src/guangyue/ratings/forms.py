"""What people fill in about ratings: the levels, and what officials enter."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from guangyue.accounts.models import User
from guangyue.organisations.forms import DayField
from guangyue.ratings.models import Complaint, Hall, Rating
from guangyue.ratings.models.rating import LONGEST_TEXT
from guangyue.ratings.scoring import LEVELS
from guangyue.ratings.services.rating import Said
from guangyue.ratings.ways import WAYS

TAGS = ("态度好", "办得快", "讲得清", "环境好", "态度差", "等得久", "说不清", "跑多趟", "材料多")
RADIO = forms.RadioSelect(attrs={"class": "form-check-input"})
LONG = forms.Textarea(attrs={"rows": 3})


class LevelForm(forms.Form):
    """One level and nothing else is enough."""

    level = forms.TypedChoiceField(label="总的来说", choices=LEVELS, coerce=int, widget=RADIO)
    tags = forms.MultipleChoiceField(
        label="哪些方面",
        choices=[(tag, tag) for tag in TAGS],
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
    )
    text = forms.CharField(
        label="想说的话",
        max_length=LONGEST_TEXT,
        required=False,
        widget=LONG,
        help_text="不要写身份证号、电话。",
    )

    def said(self) -> Said:
        given = self.cleaned_data
        return Said(
            {Rating.About.CASE: given["level"], **self._apart()},
            tuple(given["tags"]),
            given["text"],
            bool(given.get("anonymous")),
        )

    def _apart(self) -> dict[Rating.About, int]:
        return {
            Rating.About(about): self.cleaned_data[about] for about in APART if self.cleaned_data.get(about)
        }


APART = {
    Rating.About.WINDOW.value: "窗口人员",
    Rating.About.DEPARTMENT.value: "办理部门",
    Rating.About.MATTER.value: "这个事项的规定和材料",
    Rating.About.CHANNEL.value: "办理的渠道",
}


class RatingForm(LevelForm):
    """评价 of one's own case; each object can be rated apart."""

    anonymous = forms.BooleanField(
        label="匿名评价",
        required=False,
        help_text="匿名的，我们不能回复您。无论是否匿名，被评价的人都看不到是谁。",
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for about, title in APART.items():
            self.fields[about] = forms.TypedChoiceField(
                label=title,
                choices=[("", "不单独评价"), *LEVELS],
                coerce=int,
                empty_value=None,
                required=False,
            )


class VisitForm(forms.Form):
    """到访评价 at a poster."""

    level = forms.TypedChoiceField(label="您这次的感受", choices=LEVELS, coerce=int, widget=RADIO)
    text = forms.CharField(label="想说的话", max_length=LONGEST_TEXT, required=False, widget=LONG)


class CheckForm(forms.Form):
    """差评核查 as it comes out."""

    true = forms.TypedChoiceField(
        label="结论",
        choices=(("yes", "属实，整改并回复"), ("no", "不属实，保留可见、不计入得分")),
        coerce=lambda said: said == "yes",
        widget=RADIO,
    )
    said = forms.CharField(label="查明情况", max_length=300, widget=LONG)
    correction = forms.CharField(
        label="整改", max_length=500, required=False, widget=LONG, help_text="属实的必须写"
    )
    reply = forms.CharField(
        label="给评价人的回复", max_length=500, required=False, widget=LONG, help_text="实名的必须写"
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label="理由", max_length=280, widget=LONG)


class SignsForm(forms.Form):
    """The days from which the two signs of a hall stand."""

    window_since = DayField(label="“吐槽找茬”窗口设立日", required=False)
    board_since = DayField(label="只说“YES”不说“NO”提示牌设立日", required=False)


class WindowForm(forms.Form):
    number = forms.RegexField(
        label="窗口号", regex=r"^[A-Z]?\d{1,3}$", error_messages={"invalid": "写成 12 或者 A12 的样子。"}
    )
    person = forms.ModelChoiceField(
        label="窗口人员", queryset=User.objects.none(), required=False, empty_label="无人"
    )

    def __init__(self, *arguments: Any, people: QuerySet[User], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["person"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = people


class CloseWayForm(forms.Form):
    code = forms.CharField(label="事项编码", max_length=40)
    way = forms.ChoiceField(label="评价方式", choices=WAYS)
    reason = forms.CharField(label="原因", max_length=200)


class TypicalForm(forms.Form):
    title = forms.CharField(label="标题", max_length=80)
    text = forms.CharField(
        label="案情和整改",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="不写当事人和工作人员的姓名，工作人员写窗口号。",
    )
    hall = forms.ModelChoiceField(label="大厅", queryset=Hall.objects.all(), required=False)


class MergeForm(forms.Form):
    """合并: among those of the same unit and kind."""

    into = forms.ModelChoiceField(label="并入", queryset=Complaint.objects.none(), to_field_name="number")

    def __init__(self, *arguments: Any, others: QuerySet[Complaint], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["into"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = others
