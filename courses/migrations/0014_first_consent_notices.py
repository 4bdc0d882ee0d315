"""Loads the first words in which people are asked for consent; going back removes those that nobody
answered."""

import csv
from pathlib import Path

from django.db import migrations

TABLE = Path(__file__).resolve().parent.parent / "data" / "consent_notices.csv"


def load(apps, schema_editor):
    ConsentNotice = apps.get_model("courses", "ConsentNotice")
    with TABLE.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            ConsentNotice.objects.get_or_create(
                kind=row["kind"],
                version=1,
                defaults={"text_km": row["text_km"], "text_en": row["text_en"]},
            )


def unload(apps, schema_editor):
    ConsentNotice = apps.get_model("courses", "ConsentNotice")
    ConsentNotice.objects.filter(answers=None).delete()


class Migration(migrations.Migration):
    dependencies = [("courses", "0013_protection")]
    operations = [migrations.RunPython(load, unload)]
