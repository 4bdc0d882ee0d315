"""Phones and jobs are edited with the person; phones that lack digits tell nobody apart."""

import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models

from courses.rules.phones import parse_phones

PHONES_AT_ONCE = 2000


def forget_short_forms(apps, schema_editor):
    """Take away the international form of a number that rings nowhere; as written it stays."""
    PersonPhone = apps.get_model("courses", "PersonPhone")
    phones = PersonPhone.objects.using(schema_editor.connection.alias).exclude(e164="")
    rows = phones.order_by("pk").values_list("pk", "e164")
    last = 0
    while batch := list(rows.filter(pk__gt=last)[:PHONES_AT_ONCE]):
        short = [pk for pk, e164 in batch if not any(each.e164 for each in parse_phones(e164))]
        phones.filter(pk__in=short).update(e164="")
        last = batch[-1][0]


class Migration(migrations.Migration):
    dependencies = [("courses", "0019_retention")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="employment",
                    name="organization",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="employments",
                        to="courses.organization",
                        verbose_name="organization",
                    ),
                ),
                migrations.AlterField(
                    model_name="employment",
                    name="person",
                    field=modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="employments",
                        to="courses.person",
                    ),
                ),
                migrations.AlterField(
                    model_name="personphone",
                    name="person",
                    field=modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="phones",
                        to="courses.person",
                    ),
                ),
            ]
        ),
        migrations.RunPython(forget_short_forms, migrations.RunPython.noop),
    ]
