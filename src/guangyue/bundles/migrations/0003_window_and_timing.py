"""What the window writes down of a bundle, how long its chain took, and why a part could not begin."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bundles", "0002_numbers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField(
            model_name="bundlecase",
            name="applicant_number",
            field=models.CharField(blank=True, max_length=40, verbose_name="证件号码"),
        ),
        migrations.AddField(
            model_name="bundlecase",
            name="delivery",
            field=models.CharField(
                choices=[("pick_up", "窗口自取"), ("post", "邮寄"), ("electronic", "电子文书")],
                default="electronic",
                max_length=10,
                verbose_name="取件方式",
            ),
        ),
        migrations.AddField(
            model_name="bundlecase",
            name="received_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="收件人",
            ),
        ),
        migrations.AddField(
            model_name="bundlecase",
            name="used_days",
            field=models.PositiveSmallIntegerField(null=True, verbose_name="实际工作日"),
        ),
        migrations.AddIndex(
            model_name="bundlecase",
            index=models.Index(fields=["theme", "decided_at"], name="bundles_decided"),
        ),
        migrations.AddField(
            model_name="bundlepart",
            name="barred",
            field=models.CharField(blank=True, max_length=200, verbose_name="没有能开始的原因"),
        ),
        migrations.AddField(
            model_name="bundlepaper",
            name="mark",
            field=models.CharField(blank=True, max_length=10, verbose_name="窗口的标记"),
        ),
    ]
