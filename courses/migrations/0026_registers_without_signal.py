"""Every event of a register gets its place in the chain; the events before this release were made
by people who saw the register, so each replaces the one before it."""

from datetime import UTC

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from courses.rules.chain import digest_after


def chain(apps, schema_editor):
    Session = apps.get_model("courses", "Session")
    Attendance = apps.get_model("courses", "Attendance")
    for session in Session.objects.exclude(events=None).distinct().order_by("pk").iterator():
        newest = chain_events(apps, session)
        marks = list(Attendance.objects.filter(session=session))
        for mark in marks:
            mark.heads = [newest[mark.enrollment_id]] if mark.enrollment_id in newest else []
        Attendance.objects.bulk_update(marks, ["heads"], batch_size=500)


def chain_events(apps, session):
    """Write number, digest and what is replaced; returns the newest event by enrolment."""
    AttendanceEvent = apps.get_model("courses", "AttendanceEvent")
    events = list(
        AttendanceEvent.objects.filter(session=session).select_related("enrollment").order_by("pk")
    )
    newest, digest = {}, ""
    for number, event in enumerate(events, start=1):
        before = newest.get(event.enrollment_id)
        event.supersedes, event.corrects = ([before], True) if before else ([], False)
        digest = digest_after(digest, says(event, session))
        event.number, event.digest = number, digest
        newest[event.enrollment_id] = str(event.uuid)
    AttendanceEvent._base_manager.bulk_update(
        events, ["supersedes", "corrects", "number", "digest"], batch_size=500
    )
    session.chain_length, session.chain_digest = len(events), digest
    session.save(update_fields=["chain_length", "chain_digest"])
    return newest


def says(event, session):
    return {
        "what": "mark",
        "event": str(event.uuid),
        "session": str(session.uuid),
        "row": str(event.enrollment.uuid),
        "presence": event.presence,
        "minutes": event.minutes_missed,
        "supersedes": sorted(event.supersedes),
        "corrects": event.corrects,
        "tapped_at": None,
        "sequence": None,
        "device": None,
        "source": event.source,
        "recorded_at": event.recorded_at.astimezone(UTC).isoformat(),
    }


class Migration(migrations.Migration):

    dependencies = [
        ('courses', '0025_materials_for_trainers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='attendance',
            name='heads',
            field=models.JSONField(default=list, editable=False),
        ),
        migrations.AddField(
            model_name='attendance',
            name='is_disputed',
            field=models.BooleanField(default=False, verbose_name='disputed'),
        ),
        migrations.AddField(
            model_name='attendanceevent',
            name='clock_offset',
            field=models.IntegerField(null=True),
        ),
        migrations.AddField(
            model_name='attendanceevent',
            name='corrects',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='attendanceevent',
            name='digest',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name='attendanceevent',
            name='kind',
            field=models.CharField(choices=[('mark', 'Mark'), ('default', 'Everybody else at once'), ('walk_in', 'Walk-in at the door')], default='mark', max_length=10),
        ),
        migrations.AddField(
            model_name='attendanceevent',
            name='number',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='attendanceevent',
            name='row',
            field=models.UUIDField(db_index=True, null=True),
        ),
        migrations.AddField(
            model_name='attendanceevent',
            name='sequence',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='attendanceevent',
            name='supersedes',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='attendanceevent',
            name='tapped_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='session',
            name='chain_digest',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name='session',
            name='chain_length',
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AlterField(
            model_name='attendanceevent',
            name='recorded_at',
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.AlterField(
            model_name='attendanceevent',
            name='source',
            field=models.CharField(choices=[('register', 'Register'), ('walk_in', 'Walk-in at the door'), ('correction', 'Correction after closing'), ('import', 'Import'), ('paper', 'From a paper sheet'), ('scan', 'Card scanned'), ('self_scan', 'Marked herself or himself by a code')], max_length=12),
        ),
        migrations.CreateModel(
            name='Device',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('label', models.CharField(max_length=80, verbose_name='phone')),
                ('secret_hash', models.CharField(max_length=64)),
                ('first_seen', models.DateTimeField(auto_now_add=True, verbose_name='known since')),
                ('last_seen', models.DateTimeField(verbose_name='last heard of')),
                ('unsent', models.PositiveIntegerField(default=0, verbose_name='marks not handed in')),
                ('unsent_since', models.DateTimeField(blank=True, null=True, verbose_name='not handed in since')),
                ('clock_offset', models.IntegerField(default=0, verbose_name='clock behind by seconds')),
                ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='revoked')),
                ('wiped_at', models.DateTimeField(blank=True, null=True, verbose_name='emptied')),
                ('revoked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='training_devices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'phone of a trainer',
                'verbose_name_plural': 'phones of trainers',
                'ordering': ['-last_seen', '-pk'],
            },
        ),
        migrations.AddField(
            model_name='attendanceevent',
            name='device',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='courses.device'),
        ),
        migrations.CreateModel(
            name='QuarantinedEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(unique=True)),
                ('payload', models.JSONField(default=dict)),
                ('code', models.CharField(max_length=24, verbose_name='reason')),
                ('received_at', models.DateTimeField(auto_now_add=True, verbose_name='received')),
                ('state', models.CharField(choices=[('open', 'Waits for a decision'), ('accepted', 'Taken into the register'), ('set_aside', 'Set aside')], default='open', max_length=10, verbose_name='state')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='decided')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('device', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quarantined', to='courses.device')),
                ('session', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='quarantined', to='courses.session')),
            ],
            options={
                'verbose_name': 'mark that was not taken',
                'verbose_name_plural': 'marks that were not taken',
                'ordering': ['-received_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='RegisterLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('close', 'Closed'), ('reopen', 'Opened')], max_length=8)),
                ('recorded_at', models.DateTimeField()),
                ('number', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='courses.session')),
            ],
            options={
                'verbose_name': 'link of a register',
                'verbose_name_plural': 'links of registers',
                'ordering': ['session', 'number'],
                'constraints': [models.UniqueConstraint(fields=('session', 'number'), name='one_link_in_a_place')],
            },
        ),
        migrations.RunPython(chain, migrations.RunPython.noop),
    ]
