"""Keys by which people are found for matching, filled for everybody on record."""

from django.db import migrations, models

from courses.rules.names import sound_key

PEOPLE_AT_ONCE = 1000


def fill_sound_keys(apps, schema_editor):
    Person = apps.get_model("courses", "Person")
    everybody = Person.objects.using(schema_editor.connection.alias).order_by("pk")
    last = 0
    while batch := list(everybody.filter(pk__gt=last)[:PEOPLE_AT_ONCE]):
        for person in batch:
            latin = f"{person.family_name_latin} {person.given_name_latin}"
            person.key_sound = sound_key(latin)[:100]
        everybody.bulk_update(batch, ["key_sound"])
        last = batch[-1].pk


class Migration(migrations.Migration):
    dependencies = [("courses", "0005_sizes_of_pages")]
    operations = [
        migrations.AlterField(
            "person",
            "key_km",
            models.CharField(blank=True, db_index=True, editable=False, max_length=200),
        ),
        migrations.AddField(
            "person",
            "key_sound",
            models.CharField(blank=True, db_index=True, editable=False, max_length=100),
        ),
        migrations.RunPython(fill_sound_keys, migrations.RunPython.noop),
    ]
