"""Creates certificates, their numbers, those on hold and the issuer."""

import certificates.models.certificate
import django.db.models.deletion
import uuid
from django.db import migrations, models
from wagtail.images import get_image_model_string


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('courses', '0001_the_main_nouns'),
        migrations.swappable_dependency(get_image_model_string()),
    ]

    operations = [
        migrations.CreateModel(
            name='HeldCertificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('no_name', 'The person has no name that can be printed.'), ('malformed', 'A Khmer word is malformed and would print wrongly.'), ('missing_glyph', 'A letter is missing in the fonts of the certificate.'), ('does_not_fit', 'A text is too long for the design.'), ('not_printed', 'The certificate could not be made.')], max_length=20, verbose_name='reason')),
                ('detail', models.CharField(blank=True, max_length=250, verbose_name='detail')),
                ('since', models.DateTimeField(auto_now=True, verbose_name='since')),
                ('completion', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='held_certificate', to='courses.completion')),
            ],
            options={
                'verbose_name': 'held certificate',
                'verbose_name_plural': 'held certificates',
                'ordering': ['-since'],
            },
        ),
        migrations.CreateModel(
            name='IssuerSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('serial_prefix', models.CharField(default='SALA', help_text='RWL gives RWL-2026-000001. A new prefix begins a new series.', max_length=12, verbose_name='first letters of the numbers')),
                ('name_en', models.CharField(default='Training programme', max_length=150, verbose_name='name in English')),
                ('name_km', models.CharField(default='កម្មវិធីបណ្តុះបណ្តាល', max_length=150, verbose_name='name in Khmer')),
                ('partner_name_en', models.CharField(blank=True, max_length=150, verbose_name="partner's name in English")),
                ('partner_name_km', models.CharField(blank=True, max_length=150, verbose_name="partner's name in Khmer")),
                ('signatory_1_en', models.CharField(blank=True, max_length=150, verbose_name='name in English')),
                ('signatory_1_km', models.CharField(blank=True, max_length=150, verbose_name='name in Khmer')),
                ('signatory_1_role_en', models.CharField(blank=True, max_length=150, verbose_name='position in English')),
                ('signatory_1_role_km', models.CharField(blank=True, max_length=150, verbose_name='position in Khmer')),
                ('signatory_2_en', models.CharField(blank=True, max_length=150, verbose_name='name in English')),
                ('signatory_2_km', models.CharField(blank=True, max_length=150, verbose_name='name in Khmer')),
                ('signatory_2_role_en', models.CharField(blank=True, max_length=150, verbose_name='position in English')),
                ('signatory_2_role_km', models.CharField(blank=True, max_length=150, verbose_name='position in Khmer')),
                ('contact', models.CharField(blank=True, help_text='Shown on the check page: a telephone number, an office, an e-mail.', max_length=200, verbose_name='how to reach the issuer')),
                ('logo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=get_image_model_string(), verbose_name='logo')),
                ('partner_logo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=get_image_model_string(), verbose_name="partner's logo")),
                ('signature_1', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=get_image_model_string(), verbose_name='picture of the signature')),
                ('signature_2', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=get_image_model_string(), verbose_name='picture of the signature')),
            ],
            options={
                'verbose_name': 'issuer of certificates',
            },
        ),
        migrations.CreateModel(
            name='NumberSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('prefix', models.CharField(max_length=12)),
                ('year', models.PositiveSmallIntegerField()),
                ('last', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('prefix', 'year'), name='one_series_a_year')],
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('code', models.CharField(editable=False, max_length=24, unique=True, verbose_name='check code')),
                ('serial', models.CharField(editable=False, max_length=32, unique=True, verbose_name='number')),
                ('design', models.CharField(max_length=40, verbose_name='design')),
                ('facts', models.JSONField(verbose_name='printed facts')),
                ('issued_on', models.DateField(verbose_name='issued on')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='expires on')),
                ('file', models.FileField(max_length=200, storage=certificates.models.certificate.private_storage, upload_to=certificates.models.certificate.file_path, verbose_name='file')),
                ('sha256', models.CharField(max_length=64, verbose_name='fingerprint of the file')),
                ('status', models.CharField(choices=[('valid', 'Valid'), ('revoked', 'Withdrawn'), ('replaced', 'Replaced')], default='valid', max_length=10, verbose_name='status')),
                ('status_on', models.DateField(blank=True, null=True, verbose_name='status since')),
                ('revocation_reason', models.CharField(blank=True, choices=[('wrong_person', 'It was issued to the wrong person.'), ('not_completed', 'The course was not completed after all.'), ('misuse', 'It was misused.'), ('other', 'The issuer withdrew it.')], max_length=20, verbose_name='reason')),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='courses.course')),
                ('enrollment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='courses.enrollment')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='courses.person')),
                ('replaced_by', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='certificates.certificate', verbose_name='replaced by')),
            ],
            options={
                'verbose_name': 'certificate',
                'verbose_name_plural': 'certificates',
                'ordering': ['-issued_on', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('status', 'valid')), fields=('enrollment',), name='one_valid_certificate_per_enrollment')],
            },
        ),
    ]
