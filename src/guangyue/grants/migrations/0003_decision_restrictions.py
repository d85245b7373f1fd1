from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("grants", "0002_application_case"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="restrictions",
            field=models.JSONField(default=list, verbose_name="信用措施"),
        ),
    ]
