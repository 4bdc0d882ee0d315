"""Indexes for search while typing, the queue of pairs that may be one person, who was compared. People who are on record when
it comes count as compared; `find_duplicates --everybody` looks at them."""

import django.db.models.deletion
import django.utils.timezone
from django.db import DatabaseError, migrations, models, transaction


INDEX = "person_letters"


def index_letters(apps, schema_editor):
    """Three letters anywhere in a name, on PostgreSQL. Where nobody may install the extension the
    search works without, only slower for rare names."""
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    table = schema_editor.quote_name(apps.get_model("courses", "Person")._meta.db_table)
    try:
        with transaction.atomic(using=connection.alias):
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError:
        return
    schema_editor.execute(
        f"CREATE INDEX {INDEX} ON {table}"
        " USING gin (key_km gin_trgm_ops, key_latin gin_trgm_ops) WHERE merged_into_id IS NULL"
    )


def drop_letters(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {INDEX}")


class Migration(migrations.Migration):
    dependencies = [("courses", "0011_status_instead_of_active")]

    operations = [
        migrations.AddIndex(
            model_name="employment",
            index=models.Index(fields=["employee_number"], name="employment_of_number"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                fields=[
                    "merged_into",
                    "sort_key",
                    "id",
                    "key_km",
                    "key_latin",
                    "family_name_latin",
                    "given_name_latin",
                ],
                name="person_search",
            ),
        ),
        migrations.RunPython(index_letters, drop_letters),
        migrations.CreateModel(
            name="DuplicateCandidate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bits", models.FloatField(verbose_name="how likely")),
                ("reasons", models.JSONField(default=list, verbose_name="reasons")),
                (
                    "found_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="found"),
                ),
                ("put_off_at", models.DateTimeField(blank=True, null=True, verbose_name="put off")),
            ],
            options={
                "verbose_name": "pair that may be the same person",
                "verbose_name_plural": "pairs that may be the same person",
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="person",
            name="compared_at",
            field=models.DateTimeField(
                default=django.utils.timezone.now, editable=False, null=True
            ),
        ),
        migrations.AlterField(
            model_name="person",
            name="compared_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("compared_at", None), ("merged_into", None)),
                fields=["id"],
                name="person_not_compared",
            ),
        ),
        migrations.AddField(
            model_name="duplicatecandidate",
            name="first",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="alike_after",
                to="courses.person",
            ),
        ),
        migrations.AddField(
            model_name="duplicatecandidate",
            name="second",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="alike_before",
                to="courses.person",
            ),
        ),
        migrations.AddIndex(
            model_name="duplicatecandidate",
            index=models.Index(fields=["put_off_at", "-bits"], name="candidate_in_order"),
        ),
        migrations.AddConstraint(
            model_name="duplicatecandidate",
            constraint=models.CheckConstraint(
                condition=models.Q(("first__lt", models.F("second"))),
                name="candidate_pair_is_ordered",
            ),
        ),
        migrations.AddConstraint(
            model_name="duplicatecandidate",
            constraint=models.UniqueConstraint(
                fields=("first", "second"), name="candidate_pair_once"
            ),
        ),
    ]
