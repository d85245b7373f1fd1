"""What a person fills in about notifications."""

from typing import Any

from django import forms

from guangyue.accounts.models import User
from guangyue.notifications.channels import Channel, open_channels
from guangyue.notifications.models import OptOut


class ChannelForm(forms.Form):
    """接收方式: the open channels, ticked those that the person has not declined."""

    wanted = forms.MultipleChoiceField(required=False)

    def __init__(self, data: Any = None, *, person: User) -> None:
        self.person = person
        self.channels = open_channels()
        declined = set(OptOut.objects.filter(person=person).values_list("channel", flat=True))
        super().__init__(
            data, initial={"wanted": [one.key for one in self.channels if one.key not in declined]}
        )
        self.fields["wanted"] = forms.MultipleChoiceField(
            required=False, choices=[(one.key, one.title) for one in self.channels]
        )

    def addresses(self) -> list[tuple[Channel, str, bool]]:
        """Each open channel, the address it would use, and whether the person wants it."""
        wanted = self["wanted"].value() or []
        return [(one, one.address_of(self.person), one.key in wanted) for one in self.channels]
