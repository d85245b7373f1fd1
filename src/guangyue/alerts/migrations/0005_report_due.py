import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("alerts", "0004_readable_measures"),
    ]

    operations = [
        migrations.AddField(
            model_name="countyreport",
            name="due",
            field=models.DateTimeField(default=django.utils.timezone.now, verbose_name="最迟报送"),
            preserve_default=False,
        ),
    ]
