import courses.models.evidence
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('courses', '0020_people_in_full'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='attendanceevent',
            name='source',
            field=models.CharField(choices=[('register', 'Register'), ('walk_in', 'Walk-in at the door'), ('correction', 'Correction after closing'), ('import', 'Import'), ('paper', 'From a paper sheet')], max_length=12),
        ),
        migrations.CreateModel(
            name='SessionEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('sheet', 'Signed attendance sheet'), ('photo', 'Photo of the session')], max_length=10, verbose_name='what it shows')),
                ('file', models.FileField(max_length=120, storage=courses.models.evidence.private_storage, upload_to=courses.models.evidence.file_path, verbose_name='file')),
                ('size', models.PositiveIntegerField(verbose_name='size')),
                ('sha256', models.CharField(editable=False, max_length=64)),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
                ('uploaded_at', models.DateTimeField(verbose_name='kept since')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='courses.session')),
                ('uploaded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'sheet or photo of a session',
                'verbose_name_plural': 'sheets and photos of sessions',
                'ordering': ['uploaded_at', 'pk'],
                'indexes': [models.Index(fields=['uploaded_at'], name='evidence_by_age')],
                'constraints': [models.UniqueConstraint(fields=('session', 'sha256'), name='a_file_is_kept_once_per_session')],
            },
        ),
    ]
