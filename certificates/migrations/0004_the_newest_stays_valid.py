"""Of several valid certificates of one person and course the newest stays valid; it replaces the
others, which lead to it."""

from django.db import migrations
from django.db.models import Count


def renew(apps, schema_editor):
    certificates = apps.get_model("certificates", "Certificate").objects.filter(status="valid")
    several = certificates.order_by().values("person", "course").annotate(count=Count("pk"))
    for pair in several.filter(count__gt=1):
        newest, *older = certificates.filter(person=pair["person"], course=pair["course"]).order_by(
            "-issued_on", "-pk"
        )
        for row in older:
            row.status, row.status_on, row.replaced_by = "replaced", newest.issued_on, newest
            row.save(update_fields=["status", "status_on", "replaced_by"])


class Migration(migrations.Migration):
    dependencies = [("certificates", "0003_designs_and_kinds")]
    operations = [
        migrations.RunPython(renew, migrations.RunPython.noop, elidable=True),
    ]
