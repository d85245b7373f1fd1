"""再试: what was ready and could not begin is tried again each night; its matter may be offered again."""

from datetime import datetime

from django.db import transaction

from guangyue.bundles.models import BundleCase
from guangyue.bundles.services.opening import hold_bundle
from guangyue.bundles.services.settling import settle
from guangyue.jobs.declarations import job


@job("bundles.begin_barred", title="再试没有能开始的一件事事项")
def begin_barred(*, at: datetime) -> None:
    for bundle in BundleCase.objects.under_way().filter(parts__barred__gt="").distinct():
        with transaction.atomic():
            settle(bundle=hold_bundle(bundle), at=at)
