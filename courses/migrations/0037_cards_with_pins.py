"""PINs of people with a card, and the words of the message that brings a code; going back removes
both."""

import tomllib
from pathlib import Path

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


WORDS = Path(__file__).resolve().parent.parent / "data" / "message_words.toml"
KIND = "pin_code"


def load(apps, schema_editor):
    with WORDS.open("rb") as file:
        words = {name: text.strip() for name, text in tomllib.load(file)[KIND].items()}
    apps.get_model("courses", "MessageTemplate").objects.get_or_create(kind=KIND, defaults=words)


def unload(apps, schema_editor):
    for name in ("Message", "MessageTemplate"):
        apps.get_model("courses", name).objects.filter(kind=KIND).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('courses', '0036_files_for_audits'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='message',
            name='kind',
            field=models.CharField(choices=[('confirmation', 'A seat on a run'), ('waitlisted', 'A place on the waiting list'), ('requested', 'Request received'), ('declined', 'Request turned down'), ('offer', 'A seat to accept'), ('seat', 'A seat from the waiting list'), ('reminder', 'Reminder'), ('change', 'Change of date or place'), ('cancellation', 'Run cancelled'), ('withdrawal', 'Taken off a run'), ('certificate', 'Certificate issued'), ('pin_code', 'Code to choose a PIN'), ('news', "A trainer's own words")], max_length=20, verbose_name='about'),
        ),
        migrations.AlterField(
            model_name='messagetemplate',
            name='kind',
            field=models.CharField(choices=[('confirmation', 'A seat on a run'), ('waitlisted', 'A place on the waiting list'), ('requested', 'Request received'), ('declined', 'Request turned down'), ('offer', 'A seat to accept'), ('seat', 'A seat from the waiting list'), ('reminder', 'Reminder'), ('change', 'Change of date or place'), ('cancellation', 'Run cancelled'), ('withdrawal', 'Taken off a run'), ('certificate', 'Certificate issued'), ('pin_code', 'Code to choose a PIN'), ('news', "A trainer's own words")], editable=False, max_length=20, unique=True, verbose_name='kind'),
        ),
        migrations.CreateModel(
            name='Pin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hash', models.CharField(blank=True, max_length=200)),
                ('version', models.UUIDField(default=uuid.uuid4)),
                ('set_at', models.DateTimeField(blank=True, null=True, verbose_name='chosen')),
                ('code_key', models.CharField(blank=True, max_length=32)),
                ('code_until', models.DateTimeField(blank=True, null=True, verbose_name='code holds until')),
                ('wrong_in_a_row', models.PositiveSmallIntegerField(default=0, verbose_name='wrong guesses in a row')),
                ('alarm_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='somebody guessed')),
                ('code_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pin', to='courses.person')),
            ],
            options={
                'verbose_name': 'PIN of a person',
                'verbose_name_plural': 'PINs of people',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='PinGuess',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_index=True)),
                ('is_right', models.BooleanField(default=False)),
                ('pin', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='guesses', to='courses.pin')),
            ],
            options={
                'verbose_name': 'guess at a PIN',
                'verbose_name_plural': 'guesses at PINs',
                'ordering': ['pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='pin',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('code_key', ''), ('code_until', None)), models.Q(models.Q(('code_key', ''), _negated=True), ('code_until__isnull', False)), _connector='OR'), name='pin_code_has_an_end'),
        ),
        migrations.AddIndex(
            model_name='pinguess',
            index=models.Index(fields=['pin', 'at'], name='pin_guess_hour'),
        ),
        migrations.RunPython(load, unload),
    ]
