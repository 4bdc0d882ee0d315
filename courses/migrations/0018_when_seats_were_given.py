"""Seats that were given before remember since when."""

from django.db import migrations
from django.db.models import F


def remember(apps, schema_editor):
    Enrollment = apps.get_model("courses", "Enrollment")
    rows = Enrollment.objects.filter(status="enrolled", confirmed_at=None)
    rows.update(confirmed_at=F("status_since"))


class Migration(migrations.Migration):
    dependencies = [("courses", "0017_planning")]

    operations = [migrations.RunPython(remember, migrations.RunPython.noop, elidable=True)]
