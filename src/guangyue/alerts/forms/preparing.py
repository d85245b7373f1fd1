"""What officials fill in about drills, revisions, regional notices and posts."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from guangyue.accounts.models import User
from guangyue.alerts.declared import response_plan
from guangyue.alerts.forms.warnings import LONG, LevelField
from guangyue.alerts.models import RegionalNotice, RevisionTrigger
from guangyue.alerts.services.preparing import DrillSaid, NoticeSaid
from guangyue.kit.fields import MomentField
from guangyue.organisations.forms import DayField


class DrillForm(forms.Form):
    title = forms.CharField(label="演练名称", max_length=120)
    level_key = LevelField(responding=True)
    planned_on = DayField(label="计划日期")
    scenario = forms.CharField(label="情景", max_length=2000, widget=LONG)

    def drill_said(self) -> DrillSaid:
        return DrillSaid(**self.cleaned_data)


class DrillEndForm(forms.Form):
    findings = forms.CharField(label="演练评估", max_length=5000, widget=LONG)
    improvements = forms.CharField(label="改进措施", max_length=5000, widget=LONG)
    filed_to = forms.CharField(label="报送单位", max_length=120, required=False)
    revise = forms.CharField(
        label="预案要修订的问题",
        max_length=2000,
        required=False,
        widget=LONG,
        help_text="填写了的，登记为预案修订情形",
    )


class RevisionForm(forms.Form):
    kind = forms.ChoiceField(label="情形", choices=RevisionTrigger.Kind.choices)
    text = forms.CharField(label="说明", max_length=2000, widget=LONG)


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(label="结论", choices=RevisionTrigger.Decision.choices)
    reason = forms.CharField(label="理由", max_length=300, widget=LONG)


class NoticeForm(forms.Form):
    origin = forms.ChoiceField(label="发布机关", choices=RegionalNotice.Origin.choices)
    number = forms.CharField(label="通知编号", max_length=60)
    level_key = LevelField(responding=True)
    begins_at = MomentField(label="预计开始")
    ends_at = MomentField(label="预计结束", required=False)
    received_at = MomentField(label="收到时间")
    text = forms.CharField(label="内容", max_length=5000, widget=LONG)

    def notice_said(self) -> NoticeSaid:
        return NoticeSaid(**self.cleaned_data)


class CommanderForm(forms.Form):
    account = forms.ModelChoiceField(label="账户", queryset=User.objects.none())
    post = forms.ChoiceField(label="指挥部职务")
    since = DayField(label="起始日")
    ground = forms.CharField(label="依据", max_length=200)

    def __init__(self, *arguments: Any, accounts: QuerySet[User], **options: Any) -> None:
        super().__init__(*arguments, **options)
        account, post = self.fields["account"], self.fields["post"]
        assert isinstance(account, forms.ModelChoiceField)
        assert isinstance(post, forms.ChoiceField)
        account.queryset = accounts
        post.choices = [(leader, leader) for leader in response_plan().leaders]


class ReliefForm(forms.Form):
    until = DayField(label="卸任日", help_text="这一天以后不再签批")
