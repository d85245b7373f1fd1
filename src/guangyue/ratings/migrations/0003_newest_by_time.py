"""新近在前: the lists go by the time, within a department and a region too."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("ratings", "0002_database")]
    operations = [
        migrations.RemoveIndex("complaint", "complaints_of_unit"),
        migrations.RemoveIndex("rating", "ratings_of_department"),
        migrations.RemoveIndex("rating", "ratings_of_region"),
        migrations.RemoveIndex("rating", "ratings_that_are_bad"),
        migrations.AddIndex(
            "complaint", models.Index(fields=["received_at", "id"], name="complaints_by_time")
        ),
        migrations.AddIndex(
            "complaint", models.Index(fields=["unit", "received_at", "id"], name="complaints_of_unit")
        ),
        migrations.AddIndex("rating", models.Index(fields=["at", "id"], name="ratings_by_time")),
        migrations.AddIndex(
            "rating", models.Index(fields=["department", "at", "id"], name="ratings_of_department")
        ),
        migrations.AddIndex("rating", models.Index(fields=["region", "at", "id"], name="ratings_of_region")),
        migrations.AddIndex(
            "rating",
            models.Index(fields=["at", "id"], condition=Q(level__lte=2), name="ratings_that_are_bad"),
        ),
    ]
