"""告知: of a bundle its applicant hears from one place."""

from datetime import datetime

from django.urls import reverse

from guangyue.bundles.models import BundleCase
from guangyue.notifications.services import notify


def tell_applicant(*, bundle: BundleCase, key: str, said: str, at: datetime) -> None:
    applicant = bundle.person or bundle.firm
    if applicant is None or applicant.account is None:
        return
    notify(
        to=applicant.account,
        title=f"{bundle.theme}：{said}",
        body=f"编号 {bundle.number}。详细情况请登录以后查看。",
        link=reverse("bundles:own_bundle", args=[bundle.key]),
        key=f"bundles.{bundle.pk}.{key}",
        at=at,
    )
