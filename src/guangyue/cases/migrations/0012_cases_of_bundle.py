"""The cases of a bundle are found without walking all cases."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_delivering_and_subscribing")]
    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["bundle", "id"], condition=~Q(bundle=""), name="cases_of_bundle"),
        ),
    ]
