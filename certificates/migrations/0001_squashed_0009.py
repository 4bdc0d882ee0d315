"""The tables as they are after 0009, at once. Databases that have the steps before keep them."""

import uuid

import certificates.models.certificate
import certificates.models.design
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from wagtail.images import get_image_model_string

from courses.migrations._at_once import CreateModels


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('certificates', '0001_certificates_and_their_issuer'),
        ('certificates', '0002_erased_certificates'),
        ('certificates', '0003_designs_and_kinds'),
        ('certificates', '0004_the_newest_stays_valid'),
        ('certificates', '0005_one_valid_certificate_of_a_kind'),
        ('certificates', '0007_credentials'),
        ('certificates', '0008_yearly_statements'),
        ('certificates', '0009_addresses_of_papers'),
    ]

    dependencies = [
        ('courses', '0030_self_marking'),
        migrations.swappable_dependency(get_image_model_string()),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModels([
            migrations.CreateModel(
                name='DailyList',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('day', models.DateField(unique=True, verbose_name='day')),
                    ('content', models.TextField(verbose_name='signed content')),
                    ('sha256', models.CharField(max_length=64, verbose_name='fingerprint')),
                ],
                options={
                    'verbose_name': 'daily list',
                    'verbose_name_plural': 'daily lists',
                    'ordering': ['-day'],
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
            migrations.CreateModel(
                name='DesignRevision',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('number', models.PositiveIntegerField(verbose_name='revision')),
                    ('sheet', models.JSONField(verbose_name='drawing')),
                    ('sha256', models.CharField(max_length=64, verbose_name='fingerprint')),
                    ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='saved')),
                    ('design', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='certificates.design')),
                    ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='saved by')),
                ],
                options={
                    'verbose_name': 'revision of a design',
                    'verbose_name_plural': 'revisions of designs',
                    'ordering': ['-number'],
                    'get_latest_by': 'number',
                    'constraints': [models.UniqueConstraint(fields=('design', 'number'), name='revisions_are_numbered')],
                },
            ),
            migrations.CreateModel(
                name='Certificate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('code', models.CharField(editable=False, max_length=24, unique=True, verbose_name='check code')),
                    ('serial', models.CharField(editable=False, max_length=32, unique=True, verbose_name='number')),
                    ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year')),
                    ('kind', models.CharField(choices=[('completion', 'Certificate of completion'), ('attendance', 'Statement of attendance'), ('trainer', 'Trainer certificate'), ('refresher', 'Refresher certificate'), ('yearly', 'Yearly statement')], default='completion', max_length=12, verbose_name='kind')),
                    ('design', models.CharField(max_length=100, verbose_name='design')),
                    ('facts', models.JSONField(verbose_name='printed facts')),
                    ('issued_on', models.DateField(verbose_name='issued on')),
                    ('expires_on', models.DateField(blank=True, null=True, verbose_name='expires on')),
                    ('file', models.FileField(max_length=200, storage=certificates.models.certificate.private_storage, upload_to=certificates.models.certificate.file_path, verbose_name='file')),
                    ('sha256', models.CharField(max_length=64, verbose_name='fingerprint of the file')),
                    ('status', models.CharField(choices=[('valid', 'Valid'), ('revoked', 'Withdrawn'), ('replaced', 'Replaced')], default='valid', max_length=10, verbose_name='status')),
                    ('status_on', models.DateField(blank=True, null=True, verbose_name='status since')),
                    ('revocation_reason', models.CharField(blank=True, choices=[('wrong_person', 'It was issued to the wrong person.'), ('not_completed', 'The course was not completed after all.'), ('misuse', 'It was misused.'), ('other', 'The issuer withdrew it.')], max_length=20, verbose_name='reason')),
                    ('erased_on', models.DateField(blank=True, editable=False, null=True, verbose_name='erased on')),
                    ('name_hashes', models.JSONField(blank=True, default=list, editable=False)),
                    ('course', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='courses.course')),
                    ('enrollment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='courses.enrollment')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='courses.person')),
                    ('replaced_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='certificates.certificate', verbose_name='replaced by')),
                    ('revision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='certificates.designrevision', verbose_name='revision of the design')),
                    ('kit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='certificates.printingkit', verbose_name='fonts')),
                ],
                options={
                    'verbose_name': 'certificate',
                    'verbose_name_plural': 'certificates',
                    'ordering': ['-issued_on', '-pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('enrollment', None), ('kind', 'yearly'), ('year__isnull', False)), models.Q(models.Q(('kind', 'yearly'), _negated=True), ('course__isnull', False), ('enrollment__isnull', False), ('year', None)), _connector='OR'), name='a_statement_has_a_year_others_an_enrolment'), models.UniqueConstraint(condition=models.Q(('status', 'valid'), ('year', None)), fields=('person', 'course', 'kind'), name='one_valid_certificate_of_a_kind'), models.UniqueConstraint(condition=models.Q(('course', None), ('kind', 'yearly'), ('status', 'valid')), fields=('person', 'year'), name='one_valid_statement_of_a_year'), models.UniqueConstraint(condition=models.Q(('course__isnull', False), ('kind', 'yearly'), ('status', 'valid')), fields=('person', 'year', 'course'), name='one_valid_statement_of_a_year_and_course')],
                },
            ),
            migrations.CreateModel(
                name='CheckCount',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('day', models.DateField(verbose_name='day')),
                    ('answer', models.CharField(max_length=10, verbose_name='answer')),
                    ('count', models.PositiveIntegerField(default=0, verbose_name='number of checks')),
                ],
                options={
                    'verbose_name': 'count of checks',
                    'verbose_name_plural': 'counts of checks',
                    'constraints': [models.UniqueConstraint(fields=('day', 'answer'), name='one_count_a_day_and_answer')],
                },
            ),
            migrations.CreateModel(
                name='Credential',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.CharField(max_length=40, verbose_name='signing key')),
                    ('document', models.TextField(verbose_name='signed document')),
                    ('certificate', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='credential', to='certificates.certificate')),
                ],
                options={
                    'verbose_name': 'credential',
                    'verbose_name_plural': 'credentials',
                },
            ),
            migrations.CreateModel(
                name='CourseDesigns',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('course', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='certificate_designs', to='courses.course')),
                    ('achievement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='certificates.design', verbose_name='design of the certificate')),
                    ('statement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='certificates.design', verbose_name='design of the statement of attendance')),
                ],
                options={
                    'verbose_name': 'designs of a course',
                    'verbose_name_plural': 'designs of courses',
                },
            ),
            migrations.CreateModel(
                name='HeldCertificate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('is_statement', models.BooleanField(default=False, verbose_name='statement of attendance')),
                    ('reason', models.CharField(choices=[('no_name', 'The person has no name that can be printed.'), ('malformed', 'A Khmer word is malformed and would print wrongly.'), ('missing_glyph', 'A letter is missing in the fonts of the certificate.'), ('does_not_fit', 'A text is too long for the design.'), ('unchecked', 'Nobody has confirmed yet how the name is written.'), ('no_validity', 'The design needs a last valid day, and the course has none.'), ('not_printed', 'The certificate could not be made.')], max_length=20, verbose_name='reason')),
                    ('detail', models.CharField(blank=True, max_length=250, verbose_name='detail')),
                    ('since', models.DateTimeField(auto_now=True, verbose_name='since')),
                    ('completion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='held_certificates', to='courses.completion')),
                ],
                options={
                    'verbose_name': 'held certificate',
                    'verbose_name_plural': 'held certificates',
                    'ordering': ['-since'],
                    'constraints': [models.UniqueConstraint(fields=('completion', 'is_statement'), name='each_paper_is_held_once')],
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
                    ('needs_name_check', models.BooleanField(default=False, help_text='Nothing is printed until a trainer has confirmed how the name is written.', verbose_name='names are confirmed first')),
                    ('logo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailimages.image', verbose_name='logo')),
                    ('partner_logo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailimages.image', verbose_name="partner's logo")),
                    ('signature_1', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailimages.image', verbose_name='picture of the signature')),
                    ('signature_2', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailimages.image', verbose_name='picture of the signature')),
                ],
                options={
                    'verbose_name': 'issuer of certificates',
                },
            ),
            migrations.CreateModel(
                name='NameCheck',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name_km', models.CharField(blank=True, max_length=150)),
                    ('name_en', models.CharField(blank=True, max_length=200)),
                    ('confirmed_at', models.DateTimeField(auto_now=True, verbose_name='confirmed')),
                    ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('enrollment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='name_check', to='courses.enrollment')),
                ],
                options={
                    'verbose_name': 'confirmed name',
                    'verbose_name_plural': 'confirmed names',
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
                name='PaperLink',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('token_sha256', models.CharField(editable=False, max_length=64, unique=True)),
                    ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='made')),
                    ('expires_at', models.DateTimeField(verbose_name='opens until')),
                    ('last_used_at', models.DateTimeField(null=True, verbose_name='last opened')),
                    ('certificate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='certificates.certificate')),
                ],
                options={
                    'verbose_name': 'address of a certificate',
                    'verbose_name_plural': 'addresses of certificates',
                    'ordering': ['pk'],
                },
            ),
        ]),
    ]
