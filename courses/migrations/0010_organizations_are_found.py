"""Organizations that were not active are closed since an unknown day; all get their search keys."""

from django.db import migrations

from courses.rules.keys import distinct_keys, name_keys, organization_key

AT_ONCE = 500


def fill(apps, schema_editor):
    Organization = apps.get_model("courses", "Organization")
    Key = apps.get_model("courses", "OrganizationKey")
    alias = schema_editor.connection.alias
    everything = Organization.objects.using(alias).order_by("pk")
    last = 0
    while batch := list(everything.filter(pk__gt=last)[:AT_ONCE]):
        rows = []
        for row in batch:
            found = distinct_keys(
                [
                    *name_keys([row.name_en, row.name_km], is_current=True),
                    *name_keys([row.short_name], is_current=True, is_acronym=True),
                ]
            )
            row.status = "active" if row.is_active else "closed"
            row.search_key = organization_key(found)
            rows += (Key(organization_id=row.pk, **vars(each)) for each in found)
        everything.bulk_update(batch, ["status", "search_key"])
        Key.objects.using(alias).bulk_create(rows)
        last = batch[-1].pk


def empty(apps, schema_editor):
    """Closed and merged ones are not active; what else was told of them has no place before."""
    Organization = apps.get_model("courses", "Organization")
    alias = schema_editor.connection.alias
    rows = Organization.objects.using(alias)
    rows.exclude(status="active").update(is_active=False)
    rows.update(
        status="active", closed_on=None, closed_reason="", merged_into=None, merged_on=None
    )
    apps.get_model("courses", "OrganizationKey").objects.using(alias).all().delete()


class Migration(migrations.Migration):
    dependencies = [("courses", "0009_organizations_in_full")]
    operations = [migrations.RunPython(fill, empty)]
