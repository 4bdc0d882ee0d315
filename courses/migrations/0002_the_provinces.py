"""Loads the 25 provinces of Cambodia; going back removes those that nothing uses."""

import csv
from pathlib import Path

from django.db import migrations

TABLE = Path(__file__).resolve().parent.parent / "data" / "provinces.csv"


def load(apps, schema_editor):
    Province = apps.get_model("courses", "Province")
    with TABLE.open(encoding="utf-8") as file:
        Province.objects.bulk_create(
            Province(
                code=row["code"],
                name_en=row["name_en"],
                name_km=row["name_km"],
                is_capital=row["is_capital"] == "1",
                aliases=row["aliases"],
            )
            for row in csv.DictReader(file)
        )


def unload(apps, schema_editor):
    apps.get_model("courses", "Province").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("courses", "0001_the_main_nouns")]
    operations = [migrations.RunPython(load, unload)]
