"""The tables as they are after 0027, at once, with what they hold from the beginning. Databases that have the steps before keep them."""

import csv
import tomllib
import uuid
from pathlib import Path

import courses.models.evidence
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.manager
import django.utils.timezone
import modelcluster.fields
import swapper
import wagtail.fields
from django.conf import settings
from django.db import migrations, models
from django.db.migrations.operations.base import Operation
from wagtail.documents import get_document_model_string
from wagtail.images import get_image_model_string

DATA = Path(__file__).resolve().parent.parent / "data"
LETTERS = "sala_letters(key_km, key_latin, family_name_latin, given_name_latin)"
FUNCTION = """
CREATE OR REPLACE FUNCTION sala_letters(km text, latin text, family text, given text)
RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT array_agg(DISTINCT letters) FROM (
        SELECT substr(km, place, 2) FROM generate_series(1, length(km) - 1) place
        UNION ALL
        SELECT substr(latin, place, 2) FROM generate_series(1, length(latin) - 1) place
        UNION ALL
        SELECT '^' || upper(left(name, 2)) FROM unnest(ARRAY[km, family, given]) name
    ) AS found (letters)
$$
"""


class CreateModels(Operation):
    """Create many models at once. One after the other, Django builds all models that have to do
    with them anew for each: that took five times as long."""

    reversible = True
    atomic = True

    def __init__(self, models):
        self.models = models

    def deconstruct(self):
        return (type(self).__name__, [self.models], {})

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return "Create the models"


def load_provinces(apps, schema_editor):
    """The 25 provinces of Cambodia."""
    Province = apps.get_model("courses", "Province")
    names = ("code", "name_en", "name_km", "aliases")
    with (DATA / "provinces.csv").open(encoding="utf-8") as file:
        Province.objects.bulk_create(
            Province(is_capital=row["is_capital"] == "1", **{name: row[name] for name in names})
            for row in csv.DictReader(file)
        )


def load_notices(apps, schema_editor):
    """The first words in which people are asked for consent."""
    ConsentNotice = apps.get_model("courses", "ConsentNotice")
    names = ("kind", "text_km", "text_en")
    with (DATA / "consent_notices.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            ConsentNotice.objects.create(version=1, **{name: row[name] for name in names})


def load_messages(apps, schema_editor):
    """The first words of messages."""
    MessageTemplate = apps.get_model("courses", "MessageTemplate")
    with (DATA / "message_words.toml").open("rb") as file:
        for kind, words in tomllib.load(file).items():
            words = {name: text.strip() for name, text in words.items()}
            MessageTemplate.objects.create(kind=kind, **words)


def index_letters(apps, schema_editor):
    """Two neighbouring letters anywhere in a name, and the first two, on PostgreSQL."""
    if schema_editor.connection.vendor != "postgresql":
        return
    table = schema_editor.quote_name(apps.get_model("courses", "Person")._meta.db_table)
    schema_editor.execute(FUNCTION)
    schema_editor.execute(
        f"CREATE INDEX person_letters ON {table} USING gin ({LETTERS}) WITH (fastupdate = off)"
        " WHERE merged_into_id IS NULL"
    )


def drop_letters(apps, schema_editor):
    """The search works without, only slower."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS person_letters")
        schema_editor.execute("DROP FUNCTION IF EXISTS sala_letters(text, text, text, text)")


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('courses', '0001_the_main_nouns'),
        ('courses', '0002_the_provinces'),
        ('courses', '0003_courses_without_certificate'),
        ('courses', '0004_participant_lists'),
        ('courses', '0005_sizes_of_pages'),
        ('courses', '0006_person_matching'),
        ('courses', '0007_merges'),
        ('courses', '0008_lists_in_the_background'),
        ('courses', '0009_organizations_in_full'),
        ('courses', '0010_organizations_are_found'),
        ('courses', '0011_status_instead_of_active'),
        ('courses', '0012_search_and_duplicates'),
        ('courses', '0013_protection'),
        ('courses', '0014_first_consent_notices'),
        ('courses', '0015_letters_of_names'),
        ('courses', '0016_nominations'),
        ('courses', '0017_planning'),
        ('courses', '0018_when_seats_were_given'),
        ('courses', '0019_retention'),
        ('courses', '0020_people_in_full'),
        ('courses', '0021_paper'),
        ('courses', '0022_messages'),
        ('courses', '0023_first_message_words'),
        ('courses', '0024_why_places_are_given_up'),
        ('courses', '0025_materials_for_trainers'),
        ('courses', '0026_registers_without_signal'),
        ('courses', '0027_patterns_count_heads'),
    ]

    dependencies = [
        ('wagtailcore', '0094_alter_page_locale'),
        migrations.swappable_dependency(get_document_model_string()),
        migrations.swappable_dependency(get_image_model_string()),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModels([
            migrations.CreateModel(
                name='CalendarFeed',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('token_sha256', models.CharField(editable=False, max_length=64, unique=True)),
                    ('created_at', models.DateTimeField(verbose_name='made')),
                    ('last_used_at', models.DateTimeField(null=True, verbose_name='last read')),
                    ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='training_calendar', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'calendar address',
                    'verbose_name_plural': 'calendar addresses',
                    'ordering': ['pk'],
                },
            ),
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
                name='ConsentNotice',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('public_name', 'Name on the public certificate check'), ('photo', 'Photo'), ('follow_up', 'Follow-up call'), ('research', 'Research'), ('disability', 'Questions about disability')], max_length=20, verbose_name='kind')),
                    ('version', models.PositiveSmallIntegerField(editable=False, verbose_name='version')),
                    ('text_km', models.TextField(help_text='It is read aloud.', verbose_name='text in Khmer')),
                    ('text_en', models.TextField(verbose_name='text in English')),
                    ('published_at', models.DateTimeField(auto_now_add=True, verbose_name='published')),
                    ('published_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='published by')),
                ],
                options={
                    'verbose_name': 'consent notice',
                    'verbose_name_plural': 'consent notices',
                    'ordering': ['kind', '-version'],
                    'constraints': [models.UniqueConstraint(fields=('kind', 'version'), name='notice_version_once')],
                },
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
            migrations.CreateModel(
                name='ExportLog',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('taken_at', models.DateTimeField(auto_now_add=True, verbose_name='taken')),
                    ('what', models.CharField(max_length=60, verbose_name='what')),
                    ('file_format', models.CharField(max_length=10, verbose_name='format')),
                    ('filters', models.JSONField(default=dict, verbose_name='filters')),
                    ('rows', models.PositiveIntegerField(null=True, verbose_name='rows')),
                    ('purpose', models.CharField(choices=[('delivery', 'To organize a training'), ('reporting', 'To report to partners or donors'), ('quality', 'To check or correct records'), ('research', 'For research with consent'), ('person_asked', 'The person asked for it'), ('hand_over', 'To hand the programme over'), ('other', 'Something else')], max_length=20, verbose_name='purpose')),
                    ('detail', models.CharField(blank=True, max_length=200, verbose_name='for what exactly')),
                    ('taken_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken by')),
                ],
                options={
                    'verbose_name': 'file taken away',
                    'verbose_name_plural': 'files taken away',
                    'ordering': ['-taken_at', '-pk'],
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
                name='LookUp',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('day', models.DateField(verbose_name='day')),
                    ('times', models.PositiveIntegerField(default=0, verbose_name='look-ups')),
                    ('people', models.PositiveIntegerField(default=0, verbose_name='people shown')),
                    ('held_back', models.PositiveIntegerField(default=0, verbose_name='look-ups held back')),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='login')),
                ],
                options={
                    'verbose_name': 'look-ups of a day',
                    'verbose_name_plural': 'look-ups',
                    'ordering': ['-day', '-pk'],
                    'constraints': [models.UniqueConstraint(fields=('user', 'day'), name='look_ups_once_a_day')],
                },
            ),
            migrations.CreateModel(
                name='MessageTemplate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('confirmation', 'A seat on a run'), ('waitlisted', 'A place on the waiting list'), ('requested', 'Request received'), ('declined', 'Request turned down'), ('offer', 'A seat to accept'), ('seat', 'A seat from the waiting list'), ('reminder', 'Reminder'), ('change', 'Change of date or place'), ('cancellation', 'Run cancelled'), ('withdrawal', 'Taken off a run'), ('certificate', 'Certificate issued'), ('news', "A trainer's own words")], editable=False, max_length=20, unique=True, verbose_name='kind')),
                    ('subject_en', models.CharField(max_length=150, verbose_name='subject in English')),
                    ('body_en', models.TextField(verbose_name='text in English')),
                    ('discreet_en', models.TextField(verbose_name='English text for a shared phone')),
                    ('subject_km', models.CharField(max_length=150, verbose_name='subject in Khmer')),
                    ('body_km', models.TextField(verbose_name='text in Khmer')),
                    ('discreet_km', models.TextField(verbose_name='Khmer text for a shared phone')),
                    ('changed_at', models.DateTimeField(editable=False, null=True, verbose_name='changed')),
                    ('changed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='changed by')),
                ],
                options={
                    'verbose_name': 'words of messages',
                    'verbose_name_plural': 'words of messages',
                    'ordering': ['kind'],
                },
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
                    ('key_km', models.CharField(blank=True, db_index=True, editable=False, max_length=200)),
                    ('key_latin', models.CharField(blank=True, editable=False, max_length=220)),
                    ('key_sound', models.CharField(blank=True, db_index=True, editable=False, max_length=100)),
                    ('sort_key', models.CharField(blank=True, editable=False, max_length=600)),
                    ('erased_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='erased')),
                    ('created_at', models.DateTimeField(auto_now_add=True)),
                    ('compared_at', models.DateTimeField(editable=False, null=True)),
                    ('merged_into', models.ForeignKey(blank=True, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_people', to='courses.person', verbose_name='merged into')),
                    ('user', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='training_person', to=settings.AUTH_USER_MODEL, verbose_name='login')),
                ],
                options={
                    'verbose_name': 'person',
                    'verbose_name_plural': 'people',
                    'ordering': ['sort_key', 'pk'],
                    'indexes': [models.Index(condition=models.Q(('merged_into__isnull', False)), fields=['merged_into'], name='person_merged'), models.Index(condition=models.Q(('merged_into', None)), fields=['sort_key', 'id', 'merged_into', 'erased_at', 'key_km', 'key_latin', 'family_name_latin', 'given_name_latin'], name='person_search'), models.Index(condition=models.Q(('compared_at', None), ('merged_into', None)), fields=['id'], name='person_not_compared')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('family_name_latin', ''), ('given_name_latin', ''), ('name_km', ''), _negated=True), ('erased_at__isnull', False), _connector='OR'), name='person_has_a_name', violation_error_message='Give a Khmer name or a Latin name.'), models.CheckConstraint(condition=models.Q(('merged_into', models.F('id')), _negated=True), name='person_is_not_merged_into_itself')],
                },
                managers=[
                    ('everybody', django.db.models.manager.Manager()),
                ],
            ),
            migrations.CreateModel(
                name='Consent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('public_name', 'Name on the public certificate check'), ('photo', 'Photo'), ('follow_up', 'Follow-up call'), ('research', 'Research'), ('disability', 'Questions about disability')], max_length=20, verbose_name='kind')),
                    ('is_given', models.BooleanField(verbose_name='given')),
                    ('manner', models.CharField(blank=True, choices=[('read_aloud', 'Read aloud to the person'), ('form', 'On a form that the person signed'), ('themselves', 'By the person on this site')], max_length=12, verbose_name='asked by')),
                    ('recorded_at', models.DateTimeField(auto_now_add=True)),
                    ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('notice', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='courses.consentnotice')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='courses.person')),
                ],
                options={
                    'verbose_name': 'consent',
                    'verbose_name_plural': 'consents',
                    'ordering': ['-recorded_at', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='DistinctPair',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('decided_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='decided')),
                    ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='distinct_after', to='courses.person')),
                    ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='distinct_before', to='courses.person')),
                ],
                options={
                    'verbose_name': 'pair that is not the same person',
                    'verbose_name_plural': 'pairs that are not the same person',
                    'ordering': ['pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='distinct_pair_is_ordered'), models.UniqueConstraint(fields=('first', 'second'), name='distinct_pair_once')],
                },
            ),
            migrations.CreateModel(
                name='DuplicateCandidate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('bits', models.FloatField(verbose_name='how likely')),
                    ('reasons', models.JSONField(default=list, verbose_name='reasons')),
                    ('found_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='found')),
                    ('put_off_at', models.DateTimeField(blank=True, null=True, verbose_name='put off')),
                    ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alike_after', to='courses.person')),
                    ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alike_before', to='courses.person')),
                ],
                options={
                    'verbose_name': 'pair that may be the same person',
                    'verbose_name_plural': 'pairs that may be the same person',
                    'ordering': ['pk'],
                    'indexes': [models.Index(fields=['put_off_at', '-bits'], name='candidate_in_order')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='candidate_pair_is_ordered'), models.UniqueConstraint(fields=('first', 'second'), name='candidate_pair_once')],
                },
            ),
            migrations.CreateModel(
                name='PersonMerge',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('merged_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='merged')),
                    ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='undone')),
                    ('changes', models.JSONField(default=list)),
                    ('absorbed', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absorptions', to='courses.person')),
                    ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges', to='courses.person')),
                    ('merged_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'merge of two people',
                    'verbose_name_plural': 'merges of people',
                    'ordering': ['-pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('kept', models.F('absorbed')), _negated=True), name='merge_joins_two_people'), models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('absorbed',), name='person_is_absorbed_once_at_a_time')],
                },
            ),
            migrations.CreateModel(
                name='PersonPhone',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('raw', models.CharField(max_length=60, verbose_name='as written')),
                    ('e164', models.CharField(blank=True, db_index=True, max_length=20, verbose_name='international form')),
                    ('is_shared', models.BooleanField(default=False, verbose_name='others use this phone too')),
                    ('person', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='courses.person')),
                ],
                options={
                    'verbose_name': 'phone',
                    'verbose_name_plural': 'phones',
                    'ordering': ['pk'],
                    'constraints': [models.UniqueConstraint(fields=('person', 'raw'), name='phone_once_per_person')],
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
                name='Organization',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name_en', models.CharField(max_length=200, verbose_name='English name')),
                    ('name_km', models.CharField(blank=True, max_length=200, verbose_name='Khmer name')),
                    ('kind', models.CharField(choices=[('factory', 'Factory'), ('group', 'Group of companies'), ('enterprise_union', 'Enterprise union'), ('federation', 'Union federation'), ('confederation', 'Union confederation'), ('employers_association', "Employers' association"), ('ministry_office', 'Ministry office'), ('institute', 'Training institute'), ('ngo', 'Non-governmental organization'), ('financial_service', 'Financial service provider'), ('donor', 'Donor'), ('other', 'Other organization')], max_length=30, verbose_name='kind')),
                    ('short_name', models.CharField(blank=True, max_length=40, verbose_name='short name or acronym')),
                    ('sector', models.CharField(blank=True, choices=[('garment', 'Garment'), ('footwear', 'Footwear'), ('travel_goods', 'Travel goods and bags'), ('not_a_factory', 'Not a factory')], max_length=20, verbose_name='sector')),
                    ('is_national', models.BooleanField(default=True, help_text='Off for international organizations and those of another country.', verbose_name='national')),
                    ('status', models.CharField(choices=[('active', 'Active'), ('closed', 'Closed'), ('merged', 'Merged into another')], default='active', editable=False, max_length=10, verbose_name='status')),
                    ('closed_on', models.DateField(blank=True, editable=False, null=True, verbose_name='closed on')),
                    ('closed_reason', models.CharField(blank=True, editable=False, max_length=200, verbose_name='why it closed')),
                    ('merged_on', models.DateField(blank=True, editable=False, null=True, verbose_name='merged on')),
                    ('search_key', models.TextField(blank=True, editable=False, verbose_name='search key')),
                    ('logo', models.ForeignKey(blank=True, help_text='Printed where the organization delivers a training.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=get_image_model_string(), verbose_name='logo')),
                    ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_organizations', to='courses.organization', verbose_name='merged into')),
                    ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='courses.organization', verbose_name='belongs to')),
                    ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='courses.province', verbose_name='province')),
                ],
                options={
                    'verbose_name': 'organization',
                    'verbose_name_plural': 'organizations',
                    'ordering': ['name_en', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('pk', models.F('parent')), _negated=True), name='organization_is_not_its_own_parent'), models.CheckConstraint(condition=models.Q(('pk', models.F('merged_into')), _negated=True), name='organization_is_not_merged_into_itself'), models.CheckConstraint(condition=models.Q(models.Q(('merged_into__isnull', False), ('status', 'merged')), models.Q(models.Q(('status', 'merged'), _negated=True), ('merged_into', None), ('merged_on', None)), _connector='OR'), name='merged_organization_says_into_which'), models.CheckConstraint(condition=models.Q(('status', 'closed'), models.Q(('closed_on', None), ('closed_reason', '')), _connector='OR'), name='only_closed_organization_says_since_when')],
                },
            ),
            migrations.CreateModel(
                name='ColumnChoice',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('heading', models.CharField(max_length=200, verbose_name='heading')),
                    ('kind', models.CharField(max_length=20, verbose_name='what the column holds')),
                    ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='column_choices', to='courses.organization')),
                ],
                options={
                    'verbose_name': 'choice for a column',
                    'verbose_name_plural': 'choices for columns',
                    'ordering': ['pk'],
                    'constraints': [models.UniqueConstraint(fields=('organization', 'heading'), name='heading_once_per_organization')],
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
                    ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='employments', to='courses.organization', verbose_name='organization')),
                    ('person', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='employments', to='courses.person')),
                ],
                options={
                    'verbose_name': 'employment',
                    'verbose_name_plural': 'employments',
                    'ordering': ['pk'],
                    'indexes': [models.Index(fields=['organization', 'employee_number'], name='employment_number'), models.Index(fields=['employee_number'], name='employment_of_number')],
                },
            ),
            migrations.CreateModel(
                name='OrganizationHeadcount',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('as_of', models.DateField(verbose_name='on this day')),
                    ('total', models.PositiveIntegerField(verbose_name='people')),
                    ('women', models.PositiveIntegerField(blank=True, null=True, verbose_name='women')),
                    ('men', models.PositiveIntegerField(blank=True, null=True, verbose_name='men')),
                    ('source', models.CharField(max_length=150, verbose_name='source')),
                    ('organization', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='headcounts', to='courses.organization')),
                ],
                options={
                    'verbose_name': 'headcount',
                    'verbose_name_plural': 'headcounts',
                    'ordering': ['-as_of', '-pk'],
                    'constraints': [models.UniqueConstraint(fields=('organization', 'as_of', 'source'), name='headcount_once_for_day_and_source', violation_error_message='This source gives a headcount for that day already.'), models.CheckConstraint(condition=models.Q(('total__gte', django.db.models.expressions.CombinedExpression(django.db.models.functions.comparison.Coalesce(models.F('women'), 0), '+', django.db.models.functions.comparison.Coalesce(models.F('men'), 0)))), name='women_and_men_are_not_more_than_all', violation_error_message='Women and men together cannot be more than all people.')],
                },
            ),
            migrations.CreateModel(
                name='OrganizationId',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('scheme', models.CharField(help_text='Whose number it is, always spelt the same.', max_length=60, verbose_name='whose register')),
                    ('value', models.CharField(max_length=60, verbose_name='number')),
                    ('organization', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='external_ids', to='courses.organization')),
                ],
                options={
                    'verbose_name': 'number in another register',
                    'verbose_name_plural': 'numbers in other registers',
                    'ordering': ['scheme', 'value'],
                    'constraints': [models.UniqueConstraint(fields=('scheme', 'value'), name='external_id_names_one_organization', violation_error_message='Another organization has this number.')],
                },
            ),
            migrations.CreateModel(
                name='OrganizationKey',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.CharField(db_index=True, max_length=220)),
                    ('is_current', models.BooleanField(default=False)),
                    ('is_acronym', models.BooleanField(default=False)),
                    ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='courses.organization')),
                ],
                options={
                    'verbose_name': 'search key of an organization',
                    'verbose_name_plural': 'search keys of organizations',
                    'ordering': ['pk'],
                    'constraints': [models.UniqueConstraint(fields=('organization', 'key'), name='organization_key_once')],
                },
            ),
            migrations.CreateModel(
                name='OrganizationName',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('alias', 'Other name'), ('former', 'Former name'), ('acronym', 'Acronym')], max_length=10, verbose_name='kind')),
                    ('name_en', models.CharField(blank=True, max_length=200, verbose_name='in Latin letters')),
                    ('name_km', models.CharField(blank=True, max_length=200, verbose_name='in Khmer')),
                    ('short_name', models.CharField(blank=True, max_length=40, verbose_name='acronym at that time')),
                    ('starts_on', models.DateField(blank=True, null=True, verbose_name='first day')),
                    ('ends_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                    ('organization', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='courses.organization')),
                ],
                options={
                    'verbose_name': 'name of an organization',
                    'verbose_name_plural': 'names of organizations',
                    'ordering': ['kind', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_km', ''), _negated=True), name='organization_name_is_not_empty', violation_error_message='Write the name in Latin letters or in Khmer.'), models.CheckConstraint(condition=models.Q(('starts_on', None), ('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='organization_name_ends_after_it_starts', violation_error_message='The last day cannot be before the first.')],
                },
            ),
            migrations.CreateModel(
                name='Project',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name_en', models.CharField(max_length=200, verbose_name='English name')),
                    ('name_km', models.CharField(blank=True, max_length=200, verbose_name='Khmer name')),
                    ('code', models.CharField(max_length=24, unique=True, verbose_name='code')),
                    ('starts_on', models.DateField(blank=True, null=True, verbose_name='first day')),
                    ('ends_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                    ('donor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='courses.organization', verbose_name='donor')),
                ],
                options={
                    'verbose_name': 'project',
                    'verbose_name_plural': 'projects',
                    'ordering': ['code'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('starts_on', None), ('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='project_ends_after_it_starts', violation_error_message='The last day cannot be before the first.')],
                },
            ),
            migrations.CreateModel(
                name='PublicHoliday',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name_en', models.CharField(max_length=200, verbose_name='English name')),
                    ('name_km', models.CharField(blank=True, max_length=200, verbose_name='Khmer name')),
                    ('starts_on', models.DateField(verbose_name='first day')),
                    ('ends_on', models.DateField(verbose_name='last day')),
                ],
                options={
                    'verbose_name': 'public holiday',
                    'verbose_name_plural': 'public holidays',
                    'ordering': ['starts_on', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='holiday_ends_after_it_starts', violation_error_message='The last day cannot be before the first.'), models.UniqueConstraint(fields=('starts_on', 'name_en'), name='holiday_once', violation_error_message='This holiday is there already.')],
                },
            ),
            migrations.CreateModel(
                name='StaffArea',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('provinces', models.ManyToManyField(related_name='+', to='courses.province', verbose_name='provinces')),
                    ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='training_area', to=settings.AUTH_USER_MODEL, verbose_name='login')),
                ],
                options={
                    'verbose_name': 'provinces of a member of staff',
                    'verbose_name_plural': 'provinces of staff',
                    'ordering': ['pk'],
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
                    ('gives_certificate', models.BooleanField(default=True, help_text='Off for meetings and series that end without one.', verbose_name='gives a certificate')),
                    ('is_archived', models.BooleanField(default=False, verbose_name='archived')),
                    ('prerequisites', models.ManyToManyField(blank=True, related_name='leads_to', to='courses.course', verbose_name='to be completed before')),
                    ('outcomes', models.ManyToManyField(blank=True, related_name='courses', to='courses.outcome', verbose_name='outcomes')),
                    ('topics', models.ManyToManyField(related_name='courses', to='courses.topic', verbose_name='topics')),
                ],
                options={
                    'verbose_name': 'course',
                    'verbose_name_plural': 'courses',
                    'ordering': ['code'],
                },
            ),
            migrations.CreateModel(
                name='CourseMaterial',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title_en', models.CharField(max_length=150, verbose_name='title in English')),
                    ('title_km', models.CharField(blank=True, max_length=150, verbose_name='title in Khmer')),
                    ('session_number', models.PositiveSmallIntegerField(blank=True, help_text='Leave empty when it is for the whole course.', null=True, verbose_name='for session number')),
                    ('course', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='materials', to='courses.course', verbose_name='course')),
                    ('document', models.ForeignKey(blank=True, help_text='Put it into a collection that the public cannot see.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=get_document_model_string(), verbose_name='document')),
                    ('page', models.ForeignKey(blank=True, help_text='A page whose privacy lets trainers in.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=swapper.get_model_name('wagtailcore', 'Page'), verbose_name='page')),
                ],
                options={
                    'verbose_name': 'material for trainers',
                    'verbose_name_plural': 'materials for trainers',
                    'ordering': ['session_number', 'title_en', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('document__isnull', False), ('page', None)), models.Q(('document', None), ('page__isnull', False)), _connector='OR'), name='material_is_a_document_or_a_page', violation_error_message='Choose either a document or a page.'), models.CheckConstraint(condition=models.Q(('session_number', None), ('session_number__gte', 1), _connector='OR'), name='material_counts_sessions_from_one')],
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
                name='DeliveryPattern',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name_en', models.CharField(max_length=200, verbose_name='English name')),
                    ('name_km', models.CharField(blank=True, max_length=200, verbose_name='Khmer name')),
                    ('is_default', models.BooleanField(default=False, verbose_name='offered first')),
                    ('course', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='patterns', to='courses.course', verbose_name='course')),
                ],
                options={
                    'verbose_name': 'delivery pattern',
                    'verbose_name_plural': 'delivery patterns',
                    'ordering': ['-is_default', 'pk'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('is_default', True)), fields=('course',), name='one_pattern_is_offered_first', violation_error_message='Another pattern of this course is offered first.')],
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
                    'constraints': [models.UniqueConstraint(fields=('person', 'lesson_key'), name='lesson_read_once')],
                },
            ),
            migrations.CreateModel(
                name='PageSearchText',
                fields=[
                    ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=swapper.get_model_name('wagtailcore', 'Page'))),
                    ('key', models.TextField()),
                    ('size', models.PositiveIntegerField(default=0)),
                    ('course_page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='search_texts', to='courses.coursepage')),
                ],
            ),
            migrations.CreateModel(
                name='PatternSlot',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('days_after', models.PositiveSmallIntegerField(default=0, help_text='0 is the same day, 1 the next training day, 7 a week later.', verbose_name='days after the session before')),
                    ('starts', models.TimeField(verbose_name='from')),
                    ('ends', models.TimeField(verbose_name='until')),
                    ('break_minutes', models.PositiveSmallIntegerField(default=0, verbose_name='break, in minutes')),
                    ('recording', models.CharField(choices=[('named', 'Who came, by name'), ('headcount', 'How many came, without names')], default='named', max_length=10, verbose_name='what is recorded')),
                    ('title_en', models.CharField(blank=True, max_length=150, verbose_name='title in English')),
                    ('title_km', models.CharField(blank=True, max_length=150, verbose_name='title in Khmer')),
                    ('pattern', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='slots', to='courses.deliverypattern')),
                ],
                options={
                    'verbose_name': 'session of a pattern',
                    'verbose_name_plural': 'sessions of a pattern',
                    'ordering': ['sort_order'],
                    'abstract': False,
                    'constraints': [models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='pattern_slot_ends_after_it_starts', violation_error_message='The end must come after the start.')],
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
                    'constraints': [models.CheckConstraint(condition=models.Q(('correct__lte', models.F('total'))), name='no_more_correct_answers_than_questions')],
                },
            ),
            migrations.CreateModel(
                name='Roster',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name_en', models.CharField(max_length=200, verbose_name='English name')),
                    ('name_km', models.CharField(blank=True, max_length=200, verbose_name='Khmer name')),
                    ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('course', models.ForeignKey(blank=True, help_text='The series that the group usually comes to.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rosters', to='courses.course', verbose_name='course')),
                ],
                options={
                    'verbose_name': 'standing roster',
                    'verbose_name_plural': 'standing rosters',
                    'ordering': ['name_en', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='RosterMember',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('is_alternate', models.BooleanField(default=False, verbose_name='alternate')),
                    ('starts_on', models.DateField(blank=True, null=True, verbose_name='from')),
                    ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                    ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='roster_members', to='courses.organization', verbose_name='comes for')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roster_places', to='courses.person')),
                    ('roster', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='courses.roster')),
                ],
                options={
                    'verbose_name': 'member of a roster',
                    'verbose_name_plural': 'members of rosters',
                    'ordering': ['is_alternate', 'pk'],
                    'constraints': [models.UniqueConstraint(fields=('roster', 'person'), name='member_once_per_roster'), models.CheckConstraint(condition=models.Q(('starts_on', None), ('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='membership_ends_after_it_starts')],
                },
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
                    ('enrollment_policy', models.CharField(choices=[('open', 'Open: a place at once, then a waiting list'), ('request', 'By request: a trainer decides'), ('nomination', 'By nomination: organizations name people'), ('invitation', 'By invitation: only trainers and staff enrol')], default='open', max_length=12, verbose_name='how people enrol')),
                    ('is_listed', models.BooleanField(default=True, verbose_name='shown in the catalogue')),
                    ('roles', models.JSONField(blank=True, default=list, help_text='Leave empty when everybody may take part.', verbose_name='roles that may take part')),
                    ('is_for_host_only', models.BooleanField(default=False, verbose_name='only for people of the host organization')),
                    ('waiting_rule', models.CharField(choices=[('seat', 'Goes to the first on the waiting list'), ('offer', 'Is offered to the first on the waiting list')], default='seat', max_length=8, verbose_name='a free seat')),
                    ('offer_hours', models.PositiveSmallIntegerField(default=48, help_text='Then the next one is asked.', verbose_name='hours to answer an offer')),
                    ('status', models.CharField(choices=[('planned', 'Planned'), ('closed', 'Closed'), ('cancelled', 'Cancelled')], default='planned', max_length=12, verbose_name='status')),
                    ('starts_on', models.DateField(blank=True, editable=False, null=True, verbose_name='first day')),
                    ('ends_on', models.DateField(blank=True, editable=False, null=True, verbose_name='last day')),
                    ('external_reference', models.CharField(blank=True, help_text="The number of a factory visit or of a partner's own record.", max_length=60, verbose_name='reference elsewhere')),
                    ('calendar_sequence', models.PositiveIntegerField(default=0, editable=False)),
                    ('told_plan', models.CharField(blank=True, editable=False, max_length=32)),
                    ('created_at', models.DateTimeField(auto_now_add=True)),
                    ('copied_from', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='copies', to='courses.courserun', verbose_name='copied from')),
                    ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='courses.course')),
                    ('owner', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='planned_runs', to=settings.AUTH_USER_MODEL)),
                    ('pattern', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='runs', to='courses.deliverypattern', verbose_name='planned by the pattern')),
                    ('host', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hosted_runs', to='courses.organization', verbose_name='host organization')),
                    ('projects', models.ManyToManyField(blank=True, related_name='runs', to='courses.project', verbose_name='projects')),
                    ('province', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='courses.province', verbose_name='province')),
                    ('roster', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='courses.roster', verbose_name='standing roster')),
                    ('venue', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='courses.venue', verbose_name='venue')),
                ],
                options={
                    'verbose_name': 'course run',
                    'verbose_name_plural': 'course runs',
                    'ordering': ['-starts_on', '-pk'],
                    'permissions': [('see_all_training', 'Can see all training records'), ('see_area_training', 'Can see the training records of some provinces'), ('manage_all_training', 'Can manage all training records'), ('export_training', 'Can export training records')],
                    'indexes': [models.Index(fields=['course', 'starts_on'], name='run_of_course')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('capacity__gte', 1)), name='run_has_at_least_one_seat'), models.CheckConstraint(condition=models.Q(('starts_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='run_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('offer_hours__gte', 1)), name='offer_leaves_time_to_answer')],
                },
            ),
            migrations.CreateModel(
                name='ImportBatch',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('filename', models.CharField(max_length=150, verbose_name='file')),
                    ('sha256', models.CharField(editable=False, max_length=64)),
                    ('works_at_host', models.BooleanField(verbose_name='everybody works at the host organization')),
                    ('status', models.CharField(choices=[('previewed', 'Looked at'), ('queued', 'Waits for its turn'), ('working', 'Being added'), ('failed', 'Not added'), ('committed', 'Added'), ('undone', 'Taken back'), ('discarded', 'Put aside')], default='previewed', max_length=12, verbose_name='status')),
                    ('file', models.BinaryField(default=b'')),
                    ('content', models.JSONField(default=dict)),
                    ('outcomes', models.JSONField(default=list)),
                    ('made', models.JSONField(default=list)),
                    ('started_at', models.DateTimeField(null=True, verbose_name='started')),
                    ('rows_done', models.PositiveIntegerField(default=0, verbose_name='rows done')),
                    ('failure', models.CharField(blank=True, max_length=40, verbose_name='failure')),
                    ('forgotten', models.JSONField(default=list, editable=False)),
                    ('emptied_at', models.DateTimeField(editable=False, null=True)),
                    ('created_at', models.DateTimeField(auto_now_add=True)),
                    ('decided_at', models.DateTimeField(null=True, verbose_name='decided')),
                    ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='imports', to='courses.courserun')),
                    ('started_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('uploaded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'participant list',
                    'verbose_name_plural': 'participant lists',
                    'ordering': ['-created_at', '-pk'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('status__in', ['discarded', 'undone']), _negated=True), fields=('run', 'sha256'), name='file_once_per_run')],
                },
            ),
            migrations.CreateModel(
                name='Invitation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('channel', models.CharField(choices=[('employer', 'As the employer'), ('union', 'As the union')], max_length=10, verbose_name='asked')),
                    ('seats', models.PositiveSmallIntegerField(verbose_name='seats')),
                    ('deadline', models.DateField(verbose_name='last day for names')),
                    ('roles', models.JSONField(blank=True, default=list, verbose_name='roles asked for')),
                    ('women_percent', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='women asked for, per cent')),
                    ('message', models.TextField(blank=True, max_length=500, verbose_name='message')),
                    ('contact_name', models.CharField(blank=True, max_length=100, verbose_name='contact person')),
                    ('token_sha256', models.CharField(editable=False, max_length=64, unique=True)),
                    ('expires_on', models.DateField(verbose_name='link works until')),
                    ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='withdrawn')),
                    ('last_used_at', models.DateTimeField(blank=True, null=True, verbose_name='last opened')),
                    ('created_at', models.DateTimeField(auto_now_add=True)),
                    ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='courses.courserun')),
                    ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='courses.organization', verbose_name='organization')),
                ],
                options={
                    'verbose_name': 'invitation',
                    'verbose_name_plural': 'invitations',
                    'ordering': ['pk'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('revoked_at', None)), fields=('run', 'organization', 'channel'), name='organization_asked_once_by_channel'), models.CheckConstraint(condition=models.Q(('seats__gte', 1)), name='invitation_has_seats'), models.CheckConstraint(condition=models.Q(('women_percent', None), ('women_percent__lte', 100), _connector='OR'), name='women_asked_for_are_a_share'), models.CheckConstraint(condition=models.Q(('expires_on__gte', models.F('deadline'))), name='link_outlives_the_deadline')],
                },
            ),
            migrations.CreateModel(
                name='RunFinance',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('currency', models.CharField(default='USD', max_length=3, verbose_name='currency')),
                    ('price', models.DecimalField(decimal_places=2, default=0, max_digits=12, verbose_name='price')),
                    ('basis', models.CharField(choices=[('flat', 'For the whole run'), ('per_person', 'For each person who came')], default='flat', max_length=10, verbose_name='the price is')),
                    ('waived', models.DecimalField(decimal_places=2, default=0, max_digits=12, verbose_name='waived')),
                    ('waiver_reason', models.CharField(blank=True, max_length=200, verbose_name='why it was waived')),
                    ('invoice_reference', models.CharField(blank=True, max_length=60, verbose_name='invoice')),
                    ('direct_cost', models.DecimalField(decimal_places=2, default=0, max_digits=12, verbose_name='direct cost')),
                    ('in_kind', models.DecimalField(decimal_places=2, default=0, help_text='Rooms, meals or working time that others gave. Never part of the income.', max_digits=12, verbose_name='given in kind')),
                    ('payer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='courses.organization', verbose_name='who pays')),
                    ('run', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='finance', to='courses.courserun')),
                ],
                options={
                    'verbose_name': 'money of a run',
                    'verbose_name_plural': 'money of runs',
                    'ordering': ['pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('direct_cost__gte', 0), ('in_kind__gte', 0), ('price__gte', 0), ('waived__gte', 0)), name='amounts_are_not_negative'), models.CheckConstraint(condition=models.Q(('waived', 0), models.Q(('waiver_reason', ''), _negated=True), _connector='OR'), name='waiver_says_why')],
                },
            ),
            migrations.CreateModel(
                name='RunPartner',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                    ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partnerships', to='courses.organization', verbose_name='organization')),
                    ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='partners', to='courses.courserun')),
                ],
                options={
                    'verbose_name': 'partner of a run',
                    'verbose_name_plural': 'partners of runs',
                    'ordering': ['position', 'pk'],
                    'constraints': [models.UniqueConstraint(fields=('run', 'organization'), name='partner_once_per_run')],
                },
            ),
            migrations.CreateModel(
                name='RunTrainer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('is_lead', models.BooleanField(default=False, verbose_name='leads the run')),
                    ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='courses.organization', verbose_name='trains for')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='run_trainings', to='courses.person')),
                    ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='run_trainers', to='courses.courserun')),
                ],
                options={
                    'ordering': ['-is_lead', 'pk'],
                    'constraints': [models.UniqueConstraint(fields=('run', 'person'), name='trainer_once_per_run'), models.UniqueConstraint(condition=models.Q(('is_lead', True)), fields=('run',), name='one_lead_trainer_per_run')],
                },
            ),
            migrations.CreateModel(
                name='SeatReservation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('seats', models.PositiveSmallIntegerField(verbose_name='seats')),
                    ('until', models.DateField(blank=True, null=True, verbose_name='kept until')),
                    ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reservations', to='courses.organization', verbose_name='organization')),
                    ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reservations', to='courses.courserun')),
                ],
                options={
                    'verbose_name': 'kept seats',
                    'verbose_name_plural': 'kept seats',
                    'ordering': ['pk'],
                    'constraints': [models.UniqueConstraint(fields=('run', 'organization'), name='seats_kept_once_per_organization'), models.CheckConstraint(condition=models.Q(('seats__gte', 1)), name='some_seats_are_kept')],
                },
            ),
            migrations.CreateModel(
                name='Enrollment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('status', models.CharField(choices=[('requested', 'Waiting for a decision'), ('waitlisted', 'On the waiting list'), ('offered', 'Seat offered'), ('enrolled', 'Enrolled'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn'), ('substituted', 'Somebody else came instead'), ('merged', 'Merged into another record')], max_length=12, verbose_name='status')),
                    ('status_since', models.DateTimeField(default=django.utils.timezone.now, verbose_name='since')),
                    ('status_cause', models.CharField(blank=True, choices=[('production', 'Needed at work'), ('no_leave', 'Not allowed to go'), ('ill', 'Ill'), ('family', 'Family'), ('way', 'No way to get there'), ('other_date', 'Another date is better'), ('left_work', 'Works elsewhere now'), ('said_no', 'Did not want the seat that was offered'), ('ran_out', 'Did not answer the offer in time'), ('other', 'Something else')], max_length=12, verbose_name='cause')),
                    ('status_reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                    ('source', models.CharField(choices=[('self', 'Enrolled herself or himself'), ('staff', 'Enrolled by a trainer or staff'), ('import', 'From a participant list'), ('walk_in', 'Walk-in at the door'), ('nomination', 'Nominated by an organization'), ('poster', 'By the poster at the door'), ('roster', 'From a standing roster'), ('substitute', 'Instead of somebody else')], max_length=12, verbose_name='came by')),
                    ('role', models.CharField(blank=True, choices=[('worker', 'Worker'), ('supervisor', 'Supervisor or line leader'), ('manager', 'Manager, personnel or compliance staff'), ('worker_rep', 'Worker representative or shop steward'), ('union_leader', 'Union leader in an enterprise'), ('union_leader_federation', 'Union leader in a federation or above'), ('employers_staff', "Staff of an employers' association"), ('official', 'Government official'), ('trainer', 'Trainer'), ('other', 'Other role')], max_length=30, verbose_name='role')),
                    ('employer_text', models.CharField(blank=True, help_text='When the organization is not in the list.', max_length=150, verbose_name='organization as told')),
                    ('sector', models.CharField(blank=True, choices=[('garment', 'Garment'), ('footwear', 'Footwear'), ('travel_goods', 'Travel goods and bags'), ('not_a_factory', 'Not a factory')], max_length=20, verbose_name='sector')),
                    ('confirmed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='got a seat')),
                    ('offer_ends_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='offered until')),
                    ('task_done_on', models.DateField(blank=True, null=True, verbose_name='task done on')),
                    ('created_at', models.DateTimeField(auto_now_add=True)),
                    ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_enrollments', to='courses.enrollment', verbose_name='merged into')),
                    ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrollments', to='courses.courserun')),
                    ('substitutes', models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='substitute', to='courses.enrollment', verbose_name='came instead of')),
                    ('invitation', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='enrollments', to='courses.invitation', verbose_name='nominated by invitation')),
                    ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='enrollments', to='courses.organization', verbose_name='organization')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrollments', to='courses.person')),
                    ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='enrollments', to='courses.province', verbose_name='province of the workplace')),
                    ('reservation', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='enrollments', to='courses.seatreservation', verbose_name='uses a seat kept for')),
                ],
                options={
                    'verbose_name': 'enrolment',
                    'verbose_name_plural': 'enrolments',
                    'ordering': ['pk'],
                    'indexes': [models.Index(fields=['run', 'status'], name='enrollment_of_run')],
                    'constraints': [models.UniqueConstraint(fields=('run', 'person'), name='person_once_per_run'), models.CheckConstraint(condition=models.Q(models.Q(('merged_into__isnull', False), ('status', 'merged')), models.Q(models.Q(('status', 'merged'), _negated=True), ('merged_into', None)), _connector='OR'), name='merged_enrollment_says_into_which'), models.CheckConstraint(condition=models.Q(models.Q(('offer_ends_at__isnull', False), ('status', 'offered')), models.Q(models.Q(('status', 'offered'), _negated=True), ('offer_ends_at', None)), _connector='OR'), name='offered_seat_says_until_when')],
                },
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
            migrations.CreateModel(
                name='Nomination',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('form_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                    ('name_km', models.CharField(blank=True, max_length=150, verbose_name='Khmer name')),
                    ('family_name_latin', models.CharField(blank=True, max_length=100, verbose_name='family name, Latin')),
                    ('given_name_latin', models.CharField(blank=True, max_length=100, verbose_name='given name, Latin')),
                    ('sex', models.CharField(choices=[('female', 'Woman'), ('male', 'Man'), ('another', 'Another'), ('not_stated', 'Not stated')], default='not_stated', max_length=12, verbose_name='sex')),
                    ('role', models.CharField(blank=True, choices=[('worker', 'Worker'), ('supervisor', 'Supervisor or line leader'), ('manager', 'Manager, personnel or compliance staff'), ('worker_rep', 'Worker representative or shop steward'), ('union_leader', 'Union leader in an enterprise'), ('union_leader_federation', 'Union leader in a federation or above'), ('employers_staff', "Staff of an employers' association"), ('official', 'Government official'), ('trainer', 'Trainer'), ('other', 'Other role')], max_length=30, verbose_name='role')),
                    ('birth_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year of birth')),
                    ('phone', models.CharField(blank=True, max_length=120, verbose_name='phone')),
                    ('employee_number', models.CharField(blank=True, max_length=40, verbose_name='employee number')),
                    ('employer_text', models.CharField(blank=True, max_length=150, verbose_name='workplace as told')),
                    ('state', models.CharField(choices=[('listed', 'Waits for a decision'), ('taken', 'Taken onto the run'), ('refused', 'Not taken'), ('withdrawn', 'Taken off the list')], default='listed', max_length=10, verbose_name='state')),
                    ('reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                    ('is_shared', models.BooleanField(default=False, editable=False)),
                    ('had_to_wait', models.BooleanField(default=False, editable=False)),
                    ('created_at', models.DateTimeField(auto_now_add=True)),
                    ('changed_at', models.DateTimeField(auto_now=True)),
                    ('enrollment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='nominations', to='courses.enrollment', verbose_name='enrolment')),
                    ('invitation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='nominations', to='courses.invitation')),
                ],
                options={
                    'verbose_name': 'nomination',
                    'verbose_name_plural': 'nominations',
                    'ordering': ['pk'],
                    'constraints': [models.UniqueConstraint(fields=('invitation', 'form_key'), name='nominated_once_by_a_form'), models.CheckConstraint(condition=models.Q(('family_name_latin', ''), ('given_name_latin', ''), ('name_km', ''), _negated=True), name='nominated_person_has_a_name'), models.CheckConstraint(condition=models.Q(models.Q(('enrollment__isnull', False), ('state', 'taken')), models.Q(models.Q(('state', 'taken'), _negated=True), ('enrollment', None)), _connector='OR'), name='taken_nomination_has_its_place')],
                },
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
                    ('recording', models.CharField(choices=[('named', 'Who came, by name'), ('headcount', 'How many came, without names')], default='named', max_length=10, verbose_name='what is recorded')),
                    ('status', models.CharField(choices=[('planned', 'Planned'), ('held', 'Held'), ('cancelled', 'Cancelled'), ('postponed', 'Postponed')], default='planned', max_length=12, verbose_name='status')),
                    ('status_cause', models.CharField(blank=True, choices=[('no_power', 'No electricity'), ('weather', 'Weather or flood'), ('holiday', 'Holiday'), ('production', 'Needed in production'), ('strike', 'Strike or unrest'), ('trainer', 'No trainer'), ('venue', 'No room'), ('few_people', 'Too few people'), ('other', 'Something else')], max_length=12, verbose_name='cause')),
                    ('status_reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                    ('notes', models.TextField(blank=True, max_length=2000, verbose_name='notes')),
                    ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='register closed')),
                    ('chain_length', models.PositiveIntegerField(default=0, editable=False)),
                    ('chain_digest', models.CharField(blank=True, editable=False, max_length=64)),
                    ('cascade_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cascade_sessions', to='courses.enrollment', verbose_name='passes on the training of')),
                    ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('postponed_to', models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='postponed_from', to='courses.session', verbose_name='held instead')),
                    ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='courses.courserun')),
                    ('venue', models.ForeignKey(blank=True, help_text='Only where it is not the venue of the run.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='courses.venue', verbose_name='venue')),
                ],
                options={
                    'verbose_name': 'session',
                    'verbose_name_plural': 'sessions',
                    'ordering': ['starts_at', 'pk'],
                    'indexes': [models.Index(fields=['starts_at'], name='session_start')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='session_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('planned_minutes__gte', 1)), name='session_has_minutes'), models.UniqueConstraint(condition=models.Q(('status__in', ['cancelled', 'postponed']), _negated=True), fields=('run', 'starts_at'), name='one_session_at_a_time_in_a_run'), models.CheckConstraint(condition=models.Q(('cascade_of', None), ('recording', 'headcount'), _connector='OR'), name='cascade_session_counts_heads')],
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
                    ('heads', models.JSONField(default=list, editable=False)),
                    ('is_disputed', models.BooleanField(default=False, verbose_name='disputed')),
                    ('marked_at', models.DateTimeField(verbose_name='marked')),
                    ('marked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('enrollment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='courses.enrollment')),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='courses.session')),
                ],
                options={
                    'verbose_name': 'attendance',
                    'verbose_name_plural': 'attendances',
                    'ordering': ['pk'],
                    'constraints': [models.UniqueConstraint(fields=('session', 'enrollment'), name='one_mark_per_person_and_session')],
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
                    ('source', models.CharField(choices=[('register', 'Register'), ('walk_in', 'Walk-in at the door'), ('correction', 'Correction after closing'), ('import', 'Import'), ('paper', 'From a paper sheet'), ('scan', 'Card scanned'), ('self_scan', 'Marked herself or himself by a code')], max_length=12)),
                    ('kind', models.CharField(choices=[('mark', 'Mark'), ('default', 'Everybody else at once'), ('walk_in', 'Walk-in at the door')], default='mark', max_length=10)),
                    ('supersedes', models.JSONField(default=list)),
                    ('corrects', models.BooleanField(default=False)),
                    ('row', models.UUIDField(db_index=True, null=True)),
                    ('tapped_at', models.DateTimeField(null=True)),
                    ('clock_offset', models.IntegerField(null=True)),
                    ('sequence', models.PositiveIntegerField(null=True)),
                    ('number', models.PositiveIntegerField(default=0)),
                    ('digest', models.CharField(blank=True, max_length=64)),
                    ('recorded_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('device', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='courses.device')),
                    ('enrollment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='courses.enrollment')),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='courses.session')),
                ],
                options={
                    'verbose_name': 'attendance event',
                    'verbose_name_plural': 'attendance events',
                    'ordering': ['pk'],
                    'indexes': [models.Index(fields=['session', 'enrollment'], name='events_of_a_mark')],
                },
            ),
            migrations.CreateModel(
                name='Headcount',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('role', models.CharField(blank=True, choices=[('worker', 'Worker'), ('supervisor', 'Supervisor or line leader'), ('manager', 'Manager, personnel or compliance staff'), ('worker_rep', 'Worker representative or shop steward'), ('union_leader', 'Union leader in an enterprise'), ('union_leader_federation', 'Union leader in a federation or above'), ('employers_staff', "Staff of an employers' association"), ('official', 'Government official'), ('trainer', 'Trainer'), ('other', 'Other role')], max_length=30, verbose_name='role')),
                    ('women', models.PositiveIntegerField(default=0, verbose_name='women')),
                    ('men', models.PositiveIntegerField(default=0, verbose_name='men')),
                    ('another', models.PositiveIntegerField(default=0, verbose_name='another')),
                    ('unknown', models.PositiveIntegerField(default=0, verbose_name='not stated')),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='headcounts', to='courses.session')),
                ],
                options={
                    'verbose_name': 'count of a session',
                    'verbose_name_plural': 'counts of sessions',
                    'ordering': ['pk'],
                    'constraints': [models.UniqueConstraint(fields=('session', 'role'), name='role_counted_once')],
                },
            ),
            migrations.CreateModel(
                name='Message',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('key', models.CharField(max_length=80, unique=True)),
                    ('kind', models.CharField(choices=[('confirmation', 'A seat on a run'), ('waitlisted', 'A place on the waiting list'), ('requested', 'Request received'), ('declined', 'Request turned down'), ('offer', 'A seat to accept'), ('seat', 'A seat from the waiting list'), ('reminder', 'Reminder'), ('change', 'Change of date or place'), ('cancellation', 'Run cancelled'), ('withdrawal', 'Taken off a run'), ('certificate', 'Certificate issued'), ('news', "A trainer's own words")], max_length=20, verbose_name='about')),
                    ('language', models.CharField(max_length=8, verbose_name='language')),
                    ('channel', models.CharField(choices=[('email', 'E-mail'), ('sms', 'SMS'), ('paste', 'Text to paste')], max_length=8, verbose_name='by')),
                    ('address', models.CharField(blank=True, max_length=254, verbose_name='address')),
                    ('is_discreet', models.BooleanField(default=False, verbose_name='for a shared phone')),
                    ('subject', models.CharField(blank=True, max_length=250, verbose_name='subject')),
                    ('body', models.TextField(blank=True, verbose_name='text')),
                    ('status', models.CharField(choices=[('failed', 'Failed'), ('unsure', 'May have been sent'), ('to_paste', 'Ready to paste'), ('queued', 'Waits to be sent'), ('sending', 'Being sent'), ('sent', 'Sent'), ('pasted', 'Sent by hand'), ('cancelled', 'Not needed any more')], max_length=10, verbose_name='status')),
                    ('not_before', models.DateTimeField(default=django.utils.timezone.now)),
                    ('useless_after', models.DateTimeField(null=True)),
                    ('claimed_at', models.DateTimeField(null=True)),
                    ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                    ('problem', models.CharField(blank=True, choices=[('no_connection', 'The server could not be reached.'), ('busy', 'The server asks to wait.'), ('bad_address', 'The server refused this address or number.'), ('refused', 'The server refused the message.'), ('bad_key', 'The server refused our key. Tell whoever runs this site.'), ('not_set_up', 'This way of sending is not set up any more.'), ('no_answer', 'The server gave no answer, so the message may have been sent.'), ('interrupted', 'Sending was interrupted; the message may have been sent.')], max_length=20, verbose_name='problem')),
                    ('problem_detail', models.CharField(blank=True, max_length=200, verbose_name="the server's words")),
                    ('receipt', models.CharField(blank=True, max_length=100, verbose_name='receipt')),
                    ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='made')),
                    ('sent_at', models.DateTimeField(null=True, verbose_name='sent')),
                    ('enrollment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='courses.enrollment', verbose_name='enrolment')),
                    ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='courses.courserun', verbose_name='run')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='courses.person', verbose_name='person')),
                    ('session', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='courses.session', verbose_name='session')),
                ],
                options={
                    'verbose_name': 'message',
                    'verbose_name_plural': 'messages',
                    'ordering': ['-pk'],
                    'indexes': [models.Index(condition=models.Q(('status', 'queued')), fields=['not_before', 'id'], name='message_waits'), models.Index(fields=['status', 'claimed_at'], name='message_status'), models.Index(fields=['run', 'status'], name='message_of_run')],
                },
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
            migrations.CreateModel(
                name='SessionTrainer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='session_trainings', to='courses.person')),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='session_trainers', to='courses.session')),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [models.UniqueConstraint(fields=('session', 'person'), name='trainer_once_per_session')],
                },
            ),
        ]),
        migrations.AddField(
            model_name='courserun',
            name='trainers',
            field=models.ManyToManyField(related_name='led_runs', through='courses.RunTrainer', to='courses.person'),
        ),
        migrations.AddField(
            model_name='session',
            name='trainers',
            field=models.ManyToManyField(related_name='led_sessions', through='courses.SessionTrainer', to='courses.person'),
        ),
        migrations.RunPython(load_provinces, migrations.RunPython.noop),
        migrations.RunPython(load_notices, migrations.RunPython.noop),
        migrations.RunPython(load_messages, migrations.RunPython.noop),
        migrations.RunPython(index_letters, drop_letters),
    ]
