from django.db import migrations

from guangyue.matters import sql


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0003_said_and_words"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="matter", name="matters_by_word"),
        migrations.RemoveField(model_name="matter", name="words"),
        migrations.RunSQL(sql.NO_SHARED, sql.SHARED),
    ]
