"""Adds designs with their revisions, kinds of papers, fonts, and confirmed names."""

import certificates.models.certificate
import certificates.models.design
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('certificates', '0002_erased_certificates'),
        ('courses', '0027_patterns_count_heads'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CourseDesigns',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'verbose_name': 'designs of a course',
                'verbose_name_plural': 'designs of courses',
            },
        ),
        migrations.CreateModel(
            name='Design',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('kind', models.CharField(choices=[('completion', 'Certificate of completion'), ('attendance', 'Statement of attendance'), ('trainer', 'Trainer certificate'), ('refresher', 'Refresher certificate'), ('yearly', 'Yearly statement')], max_length=12, verbose_name='kind')),
                ('origin', models.CharField(blank=True, editable=False, max_length=40, null=True, unique=True)),
                ('is_archived', models.BooleanField(default=False, help_text='Not offered for courses any more.', verbose_name='archived')),
            ],
            options={
                'verbose_name': 'design of certificates',
                'verbose_name_plural': 'designs of certificates',
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='DesignRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('number', models.PositiveIntegerField(verbose_name='revision')),
                ('sheet', models.JSONField(verbose_name='drawing')),
                ('sha256', models.CharField(max_length=64, verbose_name='fingerprint')),
                ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='saved')),
            ],
            options={
                'verbose_name': 'revision of a design',
                'verbose_name_plural': 'revisions of designs',
                'ordering': ['-number'],
                'get_latest_by': 'number',
            },
        ),
        migrations.CreateModel(
            name='NameCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_km', models.CharField(blank=True, max_length=150)),
                ('name_en', models.CharField(blank=True, max_length=200)),
                ('confirmed_at', models.DateTimeField(auto_now=True, verbose_name='confirmed')),
            ],
            options={
                'verbose_name': 'confirmed name',
                'verbose_name_plural': 'confirmed names',
            },
        ),
        migrations.CreateModel(
            name='PrintedPicture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True, verbose_name='fingerprint')),
                ('title', models.CharField(blank=True, max_length=100, verbose_name='name')),
                ('is_offered', models.BooleanField(default=False, editable=False)),
                ('width', models.PositiveIntegerField()),
                ('height', models.PositiveIntegerField()),
                ('file', models.FileField(max_length=200, storage=certificates.models.certificate.private_storage, upload_to=certificates.models.design.picture_path, verbose_name='file')),
            ],
            options={
                'verbose_name': 'picture for designs',
                'verbose_name_plural': 'pictures for designs',
                'ordering': ['title', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PrintingKit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('parts', models.JSONField()),
            ],
        ),
        migrations.AddField(
            model_name='certificate',
            name='kind',
            field=models.CharField(choices=[('completion', 'Certificate of completion'), ('attendance', 'Statement of attendance'), ('trainer', 'Trainer certificate'), ('refresher', 'Refresher certificate'), ('yearly', 'Yearly statement')], default='completion', max_length=12, verbose_name='kind'),
        ),
        migrations.AddField(
            model_name='certificate',
            name='name_hashes',
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name='heldcertificate',
            name='is_statement',
            field=models.BooleanField(default=False, verbose_name='statement of attendance'),
        ),
        migrations.AddField(
            model_name='issuersettings',
            name='needs_name_check',
            field=models.BooleanField(default=False, help_text='Nothing is printed until a trainer has confirmed how the name is written.', verbose_name='names are confirmed first'),
        ),
        migrations.AlterField(
            model_name='certificate',
            name='design',
            field=models.CharField(max_length=100, verbose_name='design'),
        ),
        migrations.AlterField(
            model_name='certificate',
            name='replaced_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='certificates.certificate', verbose_name='replaced by'),
        ),
        migrations.AlterField(
            model_name='heldcertificate',
            name='completion',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='held_certificates', to='courses.completion'),
        ),
        migrations.AlterField(
            model_name='heldcertificate',
            name='reason',
            field=models.CharField(choices=[('no_name', 'The person has no name that can be printed.'), ('malformed', 'A Khmer word is malformed and would print wrongly.'), ('missing_glyph', 'A letter is missing in the fonts of the certificate.'), ('does_not_fit', 'A text is too long for the design.'), ('unchecked', 'Nobody has confirmed yet how the name is written.'), ('no_validity', 'The design needs a last valid day, and the course has none.'), ('not_printed', 'The certificate could not be made.')], max_length=20, verbose_name='reason'),
        ),
        migrations.AddConstraint(
            model_name='heldcertificate',
            constraint=models.UniqueConstraint(fields=('completion', 'is_statement'), name='each_paper_is_held_once'),
        ),
        migrations.AddField(
            model_name='coursedesigns',
            name='course',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='certificate_designs', to='courses.course'),
        ),
        migrations.AddField(
            model_name='coursedesigns',
            name='achievement',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='certificates.design', verbose_name='design of the certificate'),
        ),
        migrations.AddField(
            model_name='coursedesigns',
            name='statement',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='certificates.design', verbose_name='design of the statement of attendance'),
        ),
        migrations.AddField(
            model_name='designrevision',
            name='design',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='certificates.design'),
        ),
        migrations.AddField(
            model_name='designrevision',
            name='made_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='saved by'),
        ),
        migrations.AddField(
            model_name='certificate',
            name='revision',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='certificates.designrevision', verbose_name='revision of the design'),
        ),
        migrations.AddField(
            model_name='namecheck',
            name='confirmed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='namecheck',
            name='enrollment',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='name_check', to='courses.enrollment'),
        ),
        migrations.AddField(
            model_name='certificate',
            name='kit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='certificates.printingkit', verbose_name='fonts'),
        ),
        migrations.AddConstraint(
            model_name='designrevision',
            constraint=models.UniqueConstraint(fields=('design', 'number'), name='revisions_are_numbered'),
        ),
    ]
