"""Creates the main nouns."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import uuid
import wagtail.fields
import swapper
from django.conf import settings
from django.db import migrations, models
from wagtail.images import get_image_model_string


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0094_alter_page_locale'),
        migrations.swappable_dependency(get_image_model_string()),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CataloguePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=swapper.get_model_name('wagtailcore', 'Page'))),
                ('intro', models.TextField(blank=True, verbose_name='introduction')),
            ],
            options={
                'verbose_name': 'catalogue',
                'verbose_name_plural': 'catalogues',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='Course',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('min_attendance_percent', models.PositiveSmallIntegerField(blank=True, default=80, help_text='Of all planned minutes of sessions that were not cancelled.', null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='share of the minutes, in per cent')),
                ('min_sessions', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='number of sessions')),
                ('min_quiz_percent', models.PositiveSmallIntegerField(blank=True, help_text='The best attempt in each quiz of the course counts.', null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='quiz result, in per cent')),
                ('needs_lessons', models.BooleanField(default=False, verbose_name='all lessons read')),
                ('needs_task', models.BooleanField(default=False, help_text='A project, an action plan, a practice.', verbose_name='a task is done')),
                ('task_en', models.CharField(blank=True, max_length=150, verbose_name='the task, in English')),
                ('task_km', models.CharField(blank=True, max_length=150, verbose_name='the task, in Khmer')),
                ('code', models.SlugField(max_length=12, unique=True, verbose_name='code')),
                ('title_en', models.CharField(max_length=200, verbose_name='English title')),
                ('title_km', models.CharField(blank=True, max_length=200, verbose_name='Khmer title')),
                ('audience', models.JSONField(blank=True, default=list, help_text='Roles that the course is made for.', verbose_name='audience')),
                ('planned_minutes', models.PositiveIntegerField(default=0, verbose_name='planned minutes')),
                ('validity_months', models.PositiveSmallIntegerField(blank=True, help_text='Leave empty when it does not expire.', null=True, verbose_name='certificate valid for, in months')),
                ('is_archived', models.BooleanField(default=False, verbose_name='archived')),
            ],
            options={
                'verbose_name': 'course',
                'verbose_name_plural': 'courses',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='LessonPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=swapper.get_model_name('wagtailcore', 'Page'))),
                ('summary', models.CharField(blank=True, help_text='What the reader will know after it.', max_length=300, verbose_name='summary')),
                ('minutes', models.PositiveSmallIntegerField(default=5, help_text='Read it aloud once and look at the clock.', verbose_name='minutes to read')),
                ('body', wagtail.fields.StreamField([('text', 0), ('picture', 4), ('picture_steps', 10), ('audio', 13), ('video', 17), ('download', 19), ('callout', 22), ('quiz', 31)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {'features': ['h2', 'h3', 'bold', 'ul', 'ol', 'link', 'document-link'], 'help_text': 'Short sentences. One thought in a paragraph.', 'icon': 'pilcrow', 'label': 'Text', 'template': 'courses/blocks/text.html'}), 1: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Picture'}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'For people who cannot see it. One sentence.', 'label': 'What the picture shows', 'max_length': 250}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Caption', 'max_length': 250, 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('image', 1), ('alt', 2), ('caption', 3)]], {}), 5: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 150}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'What the picture shows', 'max_length': 250}), 7: ('wagtail.blocks.TextBlock', (), {'label': 'What to do', 'rows': 2}), 8: ('wagtail.blocks.StructBlock', [[('image', 1), ('alt', 6), ('text', 7)]], {}), 9: ('wagtail.blocks.ListBlock', (8,), {'label': 'Steps', 'max_num': 12, 'min_num': 2}), 10: ('wagtail.blocks.StructBlock', [[('title', 5), ('steps', 9)]], {}), 11: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'help_text': 'MP3, M4A or OGG.', 'label': 'Sound file'}), 12: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'ul', 'ol'], 'label': 'The spoken words', 'required': False}), 13: ('wagtail.blocks.StructBlock', [[('title', 5), ('file', 11), ('transcript', 12)]], {}), 14: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'help_text': 'MP4 or WebM.', 'label': 'Film file'}), 15: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Still picture', 'required': False}), 16: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'help_text': 'WebVTT file.', 'label': 'Captions', 'required': False}), 17: ('wagtail.blocks.StructBlock', [[('title', 5), ('file', 14), ('poster', 15), ('captions', 16), ('transcript', 12)]], {}), 18: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'label': 'File'}), 19: ('wagtail.blocks.StructBlock', [[('title', 5), ('file', 18)]], {}), 20: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('remember', 'Remember'), ('try', 'Try it'), ('careful', 'Be careful')], 'label': 'Kind'}), 21: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'ul', 'ol', 'link'], 'label': 'Text'}), 22: ('wagtail.blocks.StructBlock', [[('kind', 20), ('title', 5), ('text', 21)]], {}), 23: ('wagtail.blocks.TextBlock', (), {'label': 'Question', 'rows': 2}), 24: ('wagtail.blocks.CharBlock', (), {'label': 'Answer', 'max_length': 250}), 25: ('wagtail.blocks.BooleanBlock', (), {'label': 'Right', 'required': False}), 26: ('wagtail.blocks.StructBlock', [[('text', 24), ('is_correct', 25)]], {}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Answers', 'max_num': 8, 'min_num': 2}), 28: ('wagtail.blocks.TextBlock', (), {'help_text': 'Shown after the answers are handed in.', 'label': 'Why', 'required': False, 'rows': 2}), 29: ('wagtail.blocks.StructBlock', [[('question', 23), ('choices', 27), ('feedback', 28)]], {}), 30: ('wagtail.blocks.ListBlock', (29,), {'label': 'Questions', 'max_num': 40, 'min_num': 1}), 31: ('wagtail.blocks.StructBlock', [[('title', 5), ('questions', 30)]], {})}, verbose_name='lesson')),
            ],
            options={
                'verbose_name': 'lesson page',
                'verbose_name_plural': 'lesson pages',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='Outcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_en', models.CharField(max_length=200, verbose_name='English name')),
                ('name_km', models.CharField(blank=True, max_length=200, verbose_name='Khmer name')),
                ('slug', models.SlugField(unique=True, verbose_name='slug')),
            ],
            options={
                'verbose_name': 'outcome',
                'verbose_name_plural': 'outcomes',
                'ordering': ['slug'],
            },
        ),
        migrations.CreateModel(
            name='Province',
            fields=[
                ('name_en', models.CharField(max_length=200, verbose_name='English name')),
                ('name_km', models.CharField(blank=True, max_length=200, verbose_name='Khmer name')),
                ('code', models.CharField(max_length=4, primary_key=True, serialize=False, verbose_name='code')),
                ('is_capital', models.BooleanField(default=False, verbose_name='is the capital')),
                ('aliases', models.CharField(blank=True, max_length=200, verbose_name='other spellings')),
            ],
            options={
                'verbose_name': 'province',
                'verbose_name_plural': 'provinces',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_en', models.CharField(max_length=200, verbose_name='English name')),
                ('name_km', models.CharField(blank=True, max_length=200, verbose_name='Khmer name')),
                ('slug', models.SlugField(unique=True, verbose_name='slug')),
                ('description_en', models.CharField(blank=True, max_length=250, verbose_name='English description')),
                ('description_km', models.CharField(blank=True, max_length=250, verbose_name='Khmer description')),
                ('icon', models.CharField(blank=True, help_text='Name of a symbol of the icon sprite.', max_length=40, verbose_name='icon')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
            ],
            options={
                'verbose_name': 'topic',
                'verbose_name_plural': 'topics',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CoursePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=swapper.get_model_name('wagtailcore', 'Page'))),
                ('summary', models.CharField(blank=True, help_text='One sentence: how long, for what, with which result.', max_length=300, verbose_name='summary')),
                ('picture_alt', models.CharField(blank=True, help_text='One sentence for people who cannot see it.', max_length=250, verbose_name='what the picture shows')),
                ('outcomes', wagtail.fields.StreamField([('outcome', 0)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Outcome', 'max_length': 200})}, help_text='Three to five lines, each beginning with a verb.', verbose_name='what you will be able to do')),
                ('audience', models.CharField(blank=True, help_text='One sentence.', max_length=300, verbose_name='who it is for')),
                ('certificate', models.CharField(blank=True, help_text='One sentence: what must be done to get it.', max_length=300, verbose_name='certificate')),
                ('about', wagtail.fields.RichTextField(blank=True, verbose_name='about the course')),
                ('search_words', models.CharField(blank=True, max_length=300, verbose_name='other words people search for')),
                ('course', models.ForeignKey(help_text='Code, topics, hours and the rule for completion are kept there.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pages', to='courses.course', verbose_name='course')),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=get_image_model_string(), verbose_name='picture')),
            ],
            options={
                'verbose_name': 'course page',
                'verbose_name_plural': 'course pages',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='Organization',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_en', models.CharField(max_length=200, verbose_name='English name')),
                ('name_km', models.CharField(blank=True, max_length=200, verbose_name='Khmer name')),
                ('kind', models.CharField(choices=[('factory', 'Factory'), ('enterprise_union', 'Enterprise union'), ('federation', 'Union federation'), ('confederation', 'Union confederation'), ('employers_association', "Employers' association"), ('ministry_office', 'Ministry office'), ('institute', 'Training institute'), ('ngo', 'Non-governmental organization'), ('financial_service', 'Financial service provider'), ('other', 'Other organization')], max_length=30, verbose_name='kind')),
                ('short_name', models.CharField(blank=True, max_length=40, verbose_name='short name or acronym')),
                ('sector', models.CharField(blank=True, choices=[('garment', 'Garment'), ('footwear', 'Footwear'), ('travel_goods', 'Travel goods and bags'), ('not_a_factory', 'Not a factory')], max_length=20, verbose_name='sector')),
                ('is_active', models.BooleanField(default=True, verbose_name='active')),
                ('search_key', models.TextField(blank=True, editable=False, verbose_name='search key')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='courses.organization', verbose_name='belongs to')),
                ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='courses.province', verbose_name='province')),
            ],
            options={
                'verbose_name': 'organization',
                'verbose_name_plural': 'organizations',
                'ordering': ['name_en', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CourseRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('min_attendance_percent', models.PositiveSmallIntegerField(blank=True, default=80, help_text='Of all planned minutes of sessions that were not cancelled.', null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='share of the minutes, in per cent')),
                ('min_sessions', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='number of sessions')),
                ('min_quiz_percent', models.PositiveSmallIntegerField(blank=True, help_text='The best attempt in each quiz of the course counts.', null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='quiz result, in per cent')),
                ('needs_lessons', models.BooleanField(default=False, verbose_name='all lessons read')),
                ('needs_task', models.BooleanField(default=False, help_text='A project, an action plan, a practice.', verbose_name='a task is done')),
                ('task_en', models.CharField(blank=True, max_length=150, verbose_name='the task, in English')),
                ('task_km', models.CharField(blank=True, max_length=150, verbose_name='the task, in Khmer')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('code', models.CharField(editable=False, max_length=24, unique=True, verbose_name='code')),
                ('delivery_language', models.CharField(choices=[('km', 'Khmer'), ('en', 'English'), ('zh', 'Chinese')], default='km', max_length=8, verbose_name='spoken language')),
                ('capacity', models.PositiveSmallIntegerField(default=25, verbose_name='seats')),
                ('enrollment_policy', models.CharField(choices=[('open', 'Open: a place at once, then a waiting list'), ('request', 'By request: a trainer decides'), ('invitation', 'By invitation: only trainers and staff enrol')], default='open', max_length=12, verbose_name='how people enrol')),
                ('is_listed', models.BooleanField(default=True, verbose_name='shown in the catalogue')),
                ('status', models.CharField(choices=[('planned', 'Planned'), ('closed', 'Closed'), ('cancelled', 'Cancelled')], default='planned', max_length=12, verbose_name='status')),
                ('starts_on', models.DateField(blank=True, editable=False, null=True, verbose_name='first day')),
                ('ends_on', models.DateField(blank=True, editable=False, null=True, verbose_name='last day')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='courses.course')),
                ('owner', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='planned_runs', to=settings.AUTH_USER_MODEL)),
                ('host', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hosted_runs', to='courses.organization', verbose_name='host organization')),
                ('province', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='courses.province', verbose_name='province')),
            ],
            options={
                'verbose_name': 'course run',
                'verbose_name_plural': 'course runs',
                'ordering': ['-starts_on', '-pk'],
                'permissions': [('see_all_training', 'Can see all training records'), ('manage_all_training', 'Can manage all training records'), ('export_training', 'Can export training records')],
            },
        ),
        migrations.AddField(
            model_name='course',
            name='outcomes',
            field=models.ManyToManyField(blank=True, related_name='courses', to='courses.outcome', verbose_name='outcomes'),
        ),
        migrations.CreateModel(
            name='PageSearchText',
            fields=[
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=swapper.get_model_name('wagtailcore', 'Page'))),
                ('key', models.TextField()),
                ('course_page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='search_texts', to='courses.coursepage')),
            ],
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('card_code', models.CharField(max_length=16, unique=True, verbose_name='card code')),
                ('name_km', models.CharField(blank=True, max_length=150, verbose_name='Khmer name')),
                ('family_name_latin', models.CharField(blank=True, max_length=100, verbose_name='family name, Latin')),
                ('given_name_latin', models.CharField(blank=True, max_length=100, verbose_name='given name, Latin')),
                ('known_as', models.CharField(blank=True, max_length=100, verbose_name='known as')),
                ('title', models.CharField(blank=True, max_length=40, verbose_name='title')),
                ('sex', models.CharField(choices=[('female', 'Woman'), ('male', 'Man'), ('another', 'Another'), ('not_stated', 'Not stated')], default='not_stated', max_length=12, verbose_name='sex')),
                ('birth_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year of birth')),
                ('birth_year_is_estimated', models.BooleanField(default=False, verbose_name='year of birth is estimated')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('reads_khmer', models.CharField(blank=True, choices=[('easily', 'Easily'), ('with_difficulty', 'With difficulty'), ('no', 'No')], max_length=16, verbose_name='reads Khmer')),
                ('key_km', models.CharField(blank=True, editable=False, max_length=200)),
                ('key_latin', models.CharField(blank=True, editable=False, max_length=220)),
                ('sort_key', models.CharField(blank=True, db_index=True, editable=False, max_length=600)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('user', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='training_person', to=settings.AUTH_USER_MODEL, verbose_name='login')),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'people',
                'ordering': ['sort_key', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='LessonProgress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lesson_key', models.UUIDField()),
                ('read_at', models.DateTimeField()),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='courses.course')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lesson_progress', to='courses.person')),
            ],
            options={
                'verbose_name': 'lesson progress',
                'verbose_name_plural': 'lesson progress',
            },
        ),
        migrations.CreateModel(
            name='Employment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(blank=True, choices=[('worker', 'Worker'), ('supervisor', 'Supervisor or line leader'), ('manager', 'Manager, personnel or compliance staff'), ('worker_rep', 'Worker representative or shop steward'), ('union_leader', 'Union leader in an enterprise'), ('union_leader_federation', 'Union leader in a federation or above'), ('employers_staff', "Staff of an employers' association"), ('official', 'Government official'), ('trainer', 'Trainer'), ('other', 'Other role')], max_length=30, verbose_name='role')),
                ('employee_number', models.CharField(blank=True, max_length=40, verbose_name='employee number')),
                ('section', models.CharField(blank=True, max_length=60, verbose_name='section or line')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='employments', to='courses.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='employments', to='courses.person')),
            ],
            options={
                'verbose_name': 'employment',
                'verbose_name_plural': 'employments',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('public_name', 'Name on the public certificate check'), ('photo', 'Photo'), ('follow_up', 'Follow-up call')], max_length=20, verbose_name='kind')),
                ('is_given', models.BooleanField(verbose_name='given')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='courses.person')),
            ],
            options={
                'verbose_name': 'consent',
                'verbose_name_plural': 'consents',
                'ordering': ['-recorded_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PersonPhone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('raw', models.CharField(max_length=60, verbose_name='as written')),
                ('e164', models.CharField(blank=True, db_index=True, max_length=20, verbose_name='international form')),
                ('is_shared', models.BooleanField(default=False, verbose_name='others use this phone too')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='courses.person')),
            ],
            options={
                'verbose_name': 'phone',
                'verbose_name_plural': 'phones',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Enrollment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('status', models.CharField(choices=[('requested', 'Waiting for a decision'), ('waitlisted', 'On the waiting list'), ('enrolled', 'Enrolled'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], max_length=12, verbose_name='status')),
                ('status_since', models.DateTimeField(default=django.utils.timezone.now, verbose_name='since')),
                ('status_reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                ('source', models.CharField(choices=[('self', 'Enrolled herself or himself'), ('staff', 'Enrolled by a trainer or staff'), ('import', 'From a participant list'), ('walk_in', 'Walk-in at the door')], max_length=12, verbose_name='came by')),
                ('role', models.CharField(blank=True, choices=[('worker', 'Worker'), ('supervisor', 'Supervisor or line leader'), ('manager', 'Manager, personnel or compliance staff'), ('worker_rep', 'Worker representative or shop steward'), ('union_leader', 'Union leader in an enterprise'), ('union_leader_federation', 'Union leader in a federation or above'), ('employers_staff', "Staff of an employers' association"), ('official', 'Government official'), ('trainer', 'Trainer'), ('other', 'Other role')], max_length=30, verbose_name='role')),
                ('employer_text', models.CharField(blank=True, help_text='When the organization is not in the list.', max_length=150, verbose_name='organization as told')),
                ('sector', models.CharField(blank=True, choices=[('garment', 'Garment'), ('footwear', 'Footwear'), ('travel_goods', 'Travel goods and bags'), ('not_a_factory', 'Not a factory')], max_length=20, verbose_name='sector')),
                ('task_done_on', models.DateField(blank=True, null=True, verbose_name='task done on')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrollments', to='courses.courserun')),
                ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='enrollments', to='courses.organization', verbose_name='organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrollments', to='courses.person')),
                ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='enrollments', to='courses.province', verbose_name='province of the workplace')),
            ],
            options={
                'verbose_name': 'enrolment',
                'verbose_name_plural': 'enrolments',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='QuizAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(unique=True)),
                ('lesson_key', models.UUIDField(db_index=True)),
                ('answers', models.JSONField(default=list)),
                ('correct', models.PositiveSmallIntegerField(verbose_name='correct answers')),
                ('total', models.PositiveSmallIntegerField(verbose_name='questions')),
                ('submitted_at', models.DateTimeField()),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='courses.course')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quiz_attempts', to='courses.person')),
            ],
            options={
                'verbose_name': 'quiz attempt',
                'verbose_name_plural': 'quiz attempts',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='RunTrainer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_lead', models.BooleanField(default=False, verbose_name='leads the run')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='run_trainings', to='courses.person')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='run_trainers', to='courses.courserun')),
            ],
            options={
                'ordering': ['-is_lead', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='courserun',
            name='trainers',
            field=models.ManyToManyField(related_name='led_runs', through='courses.RunTrainer', to='courses.person'),
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('title', models.CharField(blank=True, max_length=150, verbose_name='title')),
                ('starts_at', models.DateTimeField(verbose_name='starts')),
                ('ends_at', models.DateTimeField(verbose_name='ends')),
                ('planned_minutes', models.PositiveSmallIntegerField(verbose_name='planned minutes')),
                ('status', models.CharField(choices=[('planned', 'Planned'), ('held', 'Held'), ('cancelled', 'Cancelled'), ('postponed', 'Postponed')], default='planned', max_length=12, verbose_name='status')),
                ('status_reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='register closed')),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='courses.courserun')),
            ],
            options={
                'verbose_name': 'session',
                'verbose_name_plural': 'sessions',
                'ordering': ['starts_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='AttendanceEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('presence', models.CharField(choices=[('present', 'Here'), ('late', 'Late'), ('left_early', 'Left early'), ('excused', 'Excused'), ('absent', 'Absent')], max_length=12)),
                ('minutes_missed', models.PositiveSmallIntegerField(default=0)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('source', models.CharField(choices=[('register', 'Register'), ('walk_in', 'Walk-in at the door'), ('correction', 'Correction after closing'), ('import', 'Import')], max_length=12)),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('enrollment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='courses.enrollment')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='courses.session')),
            ],
            options={
                'verbose_name': 'attendance event',
                'verbose_name_plural': 'attendance events',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('presence', models.CharField(choices=[('present', 'Here'), ('late', 'Late'), ('left_early', 'Left early'), ('excused', 'Excused'), ('absent', 'Absent')], max_length=12, verbose_name='presence')),
                ('minutes_missed', models.PositiveSmallIntegerField(default=0, verbose_name='minutes missed')),
                ('credited_minutes', models.PositiveSmallIntegerField(default=0, verbose_name='minutes credited')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                ('marked_at', models.DateTimeField(verbose_name='marked')),
                ('marked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('enrollment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='courses.enrollment')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='courses.session')),
            ],
            options={
                'verbose_name': 'attendance',
                'verbose_name_plural': 'attendances',
                'ordering': ['pk'],
            },
        ),
        migrations.AddField(
            model_name='course',
            name='topics',
            field=models.ManyToManyField(related_name='courses', to='courses.topic', verbose_name='topics'),
        ),
        migrations.CreateModel(
            name='Venue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_en', models.CharField(max_length=200, verbose_name='English name')),
                ('name_km', models.CharField(blank=True, max_length=200, verbose_name='Khmer name')),
                ('directions', models.CharField(blank=True, max_length=250, verbose_name='how to get there')),
                ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='venues', to='courses.organization', verbose_name='organization that owns the place')),
                ('province', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='courses.province', verbose_name='province')),
            ],
            options={
                'verbose_name': 'venue',
                'verbose_name_plural': 'venues',
                'ordering': ['name_en', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='courserun',
            name='venue',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='courses.venue', verbose_name='venue'),
        ),
        migrations.CreateModel(
            name='Completion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_met', models.BooleanField(default=False, verbose_name='met')),
                ('met_on', models.DateField(blank=True, null=True, verbose_name='met on')),
                ('credited_minutes', models.PositiveIntegerField(default=0, verbose_name='minutes credited')),
                ('planned_minutes', models.PositiveIntegerField(default=0, verbose_name='minutes planned')),
                ('missing', models.JSONField(blank=True, default=list, verbose_name='still missing')),
                ('computed_at', models.DateTimeField(auto_now=True)),
                ('enrollment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='completion', to='courses.enrollment')),
            ],
            options={
                'verbose_name': 'completion',
                'verbose_name_plural': 'completions',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('is_met', False), ('met_on__isnull', True)), models.Q(('is_met', True), ('met_on__isnull', False)), _connector='OR'), name='a_met_completion_has_a_day')],
            },
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('family_name_latin', ''), ('given_name_latin', ''), ('name_km', ''), _negated=True), name='person_has_a_name', violation_error_message='Give a Khmer name or a Latin name.'),
        ),
        migrations.AddConstraint(
            model_name='lessonprogress',
            constraint=models.UniqueConstraint(fields=('person', 'lesson_key'), name='lesson_read_once'),
        ),
        migrations.AddIndex(
            model_name='employment',
            index=models.Index(fields=['organization', 'employee_number'], name='employment_number'),
        ),
        migrations.AddConstraint(
            model_name='personphone',
            constraint=models.UniqueConstraint(fields=('person', 'raw'), name='phone_once_per_person'),
        ),
        migrations.AddConstraint(
            model_name='organization',
            constraint=models.CheckConstraint(condition=models.Q(('pk', models.F('parent')), _negated=True), name='organization_is_not_its_own_parent'),
        ),
        migrations.AddIndex(
            model_name='enrollment',
            index=models.Index(fields=['run', 'status'], name='enrollment_of_run'),
        ),
        migrations.AddConstraint(
            model_name='enrollment',
            constraint=models.UniqueConstraint(fields=('run', 'person'), name='person_once_per_run'),
        ),
        migrations.AddConstraint(
            model_name='quizattempt',
            constraint=models.CheckConstraint(condition=models.Q(('correct__lte', models.F('total'))), name='no_more_correct_answers_than_questions'),
        ),
        migrations.AddConstraint(
            model_name='runtrainer',
            constraint=models.UniqueConstraint(fields=('run', 'person'), name='trainer_once_per_run'),
        ),
        migrations.AddConstraint(
            model_name='runtrainer',
            constraint=models.UniqueConstraint(condition=models.Q(('is_lead', True)), fields=('run',), name='one_lead_trainer_per_run'),
        ),
        migrations.AddIndex(
            model_name='session',
            index=models.Index(fields=['starts_at'], name='session_start'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='session_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('planned_minutes__gte', 1)), name='session_has_minutes'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['cancelled', 'postponed']), _negated=True), fields=('run', 'starts_at'), name='one_session_at_a_time_in_a_run'),
        ),
        migrations.AddIndex(
            model_name='attendanceevent',
            index=models.Index(fields=['session', 'enrollment'], name='events_of_a_mark'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.UniqueConstraint(fields=('session', 'enrollment'), name='one_mark_per_person_and_session'),
        ),
        migrations.AddIndex(
            model_name='courserun',
            index=models.Index(fields=['course', 'starts_on'], name='run_of_course'),
        ),
        migrations.AddConstraint(
            model_name='courserun',
            constraint=models.CheckConstraint(condition=models.Q(('capacity__gte', 1)), name='run_has_at_least_one_seat'),
        ),
        migrations.AddConstraint(
            model_name='courserun',
            constraint=models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='run_ends_after_it_starts'),
        ),
    ]
