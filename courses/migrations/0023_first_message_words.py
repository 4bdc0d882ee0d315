"""Loads the first words of messages, and marks what participants of coming runs know already; going
back removes the words."""

import tomllib
from pathlib import Path

from django.db import migrations
from django.utils import timezone

from courses.rules.plans import fingerprint

WORDS = Path(__file__).resolve().parent.parent / "data" / "message_words.toml"
TAKES_PLACE = ("planned", "held")


def load(apps, schema_editor):
    MessageTemplate = apps.get_model("courses", "MessageTemplate")
    with WORDS.open("rb") as file:
        for kind, words in tomllib.load(file).items():
            words = {name: text.strip() for name, text in words.items()}
            MessageTemplate.objects.get_or_create(kind=kind, defaults=words)


def unload(apps, schema_editor):
    apps.get_model("courses", "MessageTemplate").objects.all().delete()


def mark_plans(apps, schema_editor):
    CourseRun = apps.get_model("courses", "CourseRun")
    for run in CourseRun.objects.filter(ends_on__gte=timezone.localdate()).iterator():
        sessions = run.sessions.filter(status__in=TAKES_PLACE)
        run.told_plan = fingerprint(run.venue_id, sessions.values_list("starts_at", "ends_at", "venue"))
        run.save(update_fields=["told_plan"])


class Migration(migrations.Migration):
    dependencies = [("courses", "0022_messages")]
    operations = [
        migrations.RunPython(load, unload),
        migrations.RunPython(mark_plans, migrations.RunPython.noop),
    ]
