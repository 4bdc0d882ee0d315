"""The index of search in an order that PostgreSQL reads too, and there the letters of names."""

import django.db.models.deletion
from django.db import migrations, models

LETTERS = "sala_letters(key_km, key_latin, family_name_latin, given_name_latin)"
FUNCTION = """
CREATE OR REPLACE FUNCTION sala_letters(km text, latin text, family text, given text)
RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT array_agg(DISTINCT letters) FROM (
        SELECT substr(km, place, 2) FROM generate_series(1, length(km) - 1) place
        UNION ALL
        SELECT substr(latin, place, 2) FROM generate_series(1, length(latin) - 1) place
        UNION ALL
        SELECT '^' || upper(left(name, 2)) FROM unnest(ARRAY[km, family, given]) name
    ) AS found (letters)
$$
"""


def index_letters(apps, schema_editor):
    """Two neighbouring letters anywhere in a name, and the first two, on PostgreSQL."""
    if schema_editor.connection.vendor != "postgresql":
        return
    table = schema_editor.quote_name(apps.get_model("courses", "Person")._meta.db_table)
    schema_editor.execute("DROP INDEX IF EXISTS person_letters")
    schema_editor.execute(FUNCTION)
    schema_editor.execute(
        f"CREATE INDEX person_letters ON {table} USING gin ({LETTERS}) WITH (fastupdate = off)"
        " WHERE merged_into_id IS NULL"
    )


def drop_letters(apps, schema_editor):
    """The search works without, only slower."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS person_letters")
        schema_editor.execute("DROP FUNCTION IF EXISTS sala_letters(text, text, text, text)")


class Migration(migrations.Migration):
    dependencies = [("courses", "0014_first_consent_notices")]

    operations = [
        migrations.RemoveIndex(model_name="person", name="person_search"),
        migrations.AlterField(
            model_name="person",
            name="sort_key",
            field=models.CharField(blank=True, editable=False, max_length=600),
        ),
        migrations.AlterField(
            model_name="person",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged_people",
                to="courses.person",
                verbose_name="merged into",
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("merged_into__isnull", False)),
                fields=["merged_into"],
                name="person_merged",
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("merged_into", None)),
                fields=[
                    "sort_key",
                    "id",
                    "merged_into",
                    "erased_at",
                    "key_km",
                    "key_latin",
                    "family_name_latin",
                    "given_name_latin",
                ],
                name="person_search",
            ),
        ),
        migrations.RunPython(index_letters, drop_letters),
    ]
