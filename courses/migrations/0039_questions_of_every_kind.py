"""Questions get kinds: those of lessons that stand already, in pages and revisions, are of the
kind "choice". Attempts keep their questions."""

import wagtail.fields
from django.db import migrations, models
from wagtail.blocks.migrations.migrate_operation import MigrateStreamData
from wagtail.blocks.migrations.operations import RenameStreamChildrenOperation


def renamed(old, new):
    """A step that gives the questions of all quizzes another kind; pages keep their ids."""
    operation = RenameStreamChildrenOperation(old_name=old, new_name=new)
    return MigrateStreamData("courses", "LessonPage", "body", [(operation, "quiz.questions")]).code


class Migration(migrations.Migration):

    dependencies = [
        ('courses', '0036_files_for_audits'),
    ]

    operations = [
        migrations.AddField(
            model_name='quizattempt',
            name='kept_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='quizattempt',
            name='minutes',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='time limit in minutes'),
        ),
        migrations.AddField(
            model_name='quizattempt',
            name='questions',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='quizattempt',
            name='remarks',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='quizattempt',
            name='seed',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name='quizattempt',
            name='shares',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='quizattempt',
            name='started_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='quizattempt',
            name='waiting',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='answers to mark'),
        ),
        migrations.AlterField(
            model_name='lessonpage',
            name='body',
            field=wagtail.fields.StreamField([('text', 0), ('picture', 4), ('picture_steps', 10), ('audio', 13), ('video', 17), ('download', 19), ('callout', 22), ('quiz', 63)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {'features': ['h2', 'h3', 'bold', 'ul', 'ol', 'link', 'document-link'], 'help_text': 'Short sentences. One thought in a paragraph.', 'icon': 'pilcrow', 'label': 'Text', 'template': 'courses/blocks/text.html'}), 1: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Picture'}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'For people who cannot see it. One sentence.', 'label': 'What the picture shows', 'max_length': 250}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Caption', 'max_length': 250, 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('image', 1), ('alt', 2), ('caption', 3)]], {}), 5: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 150}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'What the picture shows', 'max_length': 250}), 7: ('wagtail.blocks.TextBlock', (), {'label': 'What to do', 'rows': 2}), 8: ('wagtail.blocks.StructBlock', [[('image', 1), ('alt', 6), ('text', 7)]], {}), 9: ('wagtail.blocks.ListBlock', (8,), {'label': 'Steps', 'max_num': 12, 'min_num': 2}), 10: ('wagtail.blocks.StructBlock', [[('title', 5), ('steps', 9)]], {}), 11: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'help_text': 'MP3, M4A or OGG.', 'label': 'Sound file'}), 12: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'ul', 'ol'], 'label': 'The spoken words', 'required': False}), 13: ('wagtail.blocks.StructBlock', [[('title', 5), ('file', 11), ('transcript', 12)]], {}), 14: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'help_text': 'MP4 or WebM.', 'label': 'Film file'}), 15: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Still picture', 'required': False}), 16: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'help_text': 'WebVTT file.', 'label': 'Captions', 'required': False}), 17: ('wagtail.blocks.StructBlock', [[('title', 5), ('file', 14), ('poster', 15), ('captions', 16), ('transcript', 12)]], {}), 18: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'label': 'File'}), 19: ('wagtail.blocks.StructBlock', [[('title', 5), ('file', 18)]], {}), 20: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('remember', 'Remember'), ('try', 'Try it'), ('careful', 'Be careful')], 'label': 'Kind'}), 21: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'ul', 'ol', 'link'], 'label': 'Text'}), 22: ('wagtail.blocks.StructBlock', [[('kind', 20), ('title', 5), ('text', 21)]], {}), 23: ('wagtail.blocks.TextBlock', (), {'label': 'Question', 'rows': 2}), 24: ('wagtail.blocks.CharBlock', (), {'label': 'Answer', 'max_length': 250}), 25: ('wagtail.blocks.BooleanBlock', (), {'label': 'Right', 'required': False}), 26: ('wagtail.blocks.StructBlock', [[('text', 24), ('is_correct', 25)]], {}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Answers', 'max_num': 8, 'min_num': 2}), 28: ('wagtail.blocks.TextBlock', (), {'help_text': 'Shown after the answers are handed in.', 'label': 'Why', 'required': False, 'rows': 2, 'search_index': False}), 29: ('wagtail.blocks.CharBlock', (), {'help_text': 'Name of the pool that it is drawn from. Without one it is always asked.', 'label': 'Pool', 'max_length': 50, 'required': False, 'search_index': False}), 30: ('wagtail.blocks.StructBlock', [[('question', 23), ('choices', 27), ('feedback', 28), ('pool', 29)]], {}), 31: ('wagtail.blocks.TextBlock', (), {'label': 'Statement', 'rows': 2}), 32: ('wagtail.blocks.BooleanBlock', (), {'label': 'The statement is true', 'required': False}), 33: ('wagtail.blocks.StructBlock', [[('question', 31), ('is_true', 32), ('feedback', 28), ('pool', 29)]], {}), 34: ('wagtail.blocks.CharBlock', (), {'help_text': 'For people who cannot see it. Do not say whether it is right.', 'label': 'What the picture shows', 'max_length': 250}), 35: ('wagtail.blocks.StructBlock', [[('image', 1), ('alt', 34), ('is_correct', 25)]], {}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Pictures', 'max_num': 6, 'min_num': 2}), 37: ('wagtail.blocks.StructBlock', [[('question', 23), ('choices', 36), ('feedback', 28), ('pool', 29)]], {}), 38: ('wagtail.blocks.CharBlock', (), {'label': 'One step', 'max_length': 250}), 39: ('wagtail.blocks.ListBlock', (38,), {'help_text': 'In the right order. People see them mixed.', 'label': 'Steps', 'max_num': 8, 'min_num': 3}), 40: ('wagtail.blocks.StructBlock', [[('question', 23), ('items', 39), ('feedback', 28), ('pool', 29)]], {}), 41: ('wagtail.blocks.CharBlock', (), {'label': 'One thing', 'max_length': 250}), 42: ('wagtail.blocks.CharBlock', (), {'label': 'What belongs to it', 'max_length': 250}), 43: ('wagtail.blocks.StructBlock', [[('thing', 41), ('belongs', 42)]], {}), 44: ('wagtail.blocks.ListBlock', (43,), {'help_text': 'The same words may belong to several things; they are offered once.', 'label': 'Pairs', 'max_num': 8, 'min_num': 2}), 45: ('wagtail.blocks.ListBlock', (24,), {'default': [], 'label': 'Offered too, but belongs to nothing', 'max_num': 4}), 46: ('wagtail.blocks.StructBlock', [[('question', 23), ('pairs', 44), ('extra', 45), ('feedback', 28), ('pool', 29)]], {}), 47: ('wagtail.blocks.DecimalBlock', (), {'label': 'Right number', 'max_digits': 15}), 48: ('wagtail.blocks.DecimalBlock', (), {'default': 0, 'help_text': '0 where only the exact number is right.', 'label': 'May differ by', 'max_digits': 15, 'min_value': 0}), 49: ('wagtail.blocks.CharBlock', (), {'help_text': 'Stands behind the number.', 'label': 'Unit', 'max_length': 30, 'required': False}), 50: ('wagtail.blocks.StructBlock', [[('question', 23), ('number', 47), ('tolerance', 48), ('unit', 49), ('feedback', 28), ('pool', 29)]], {}), 51: ('wagtail.blocks.TextBlock', (), {'help_text': 'Only the trainers who mark the answers read this.', 'label': 'What a good answer says', 'rows': 3, 'search_index': False}), 52: ('wagtail.blocks.StructBlock', [[('question', 23), ('guide', 51), ('feedback', 28), ('pool', 29)]], {}), 53: ('wagtail.blocks.StreamBlock', [[('choice', 30), ('true_false', 33), ('picture', 37), ('order', 40), ('match', 46), ('number', 50), ('written', 52)]], {'label': 'Questions', 'max_num': 100, 'min_num': 1}), 54: ('wagtail.blocks.CharBlock', (), {'help_text': 'As it is written at the questions.', 'label': 'Pool', 'max_length': 50}), 55: ('wagtail.blocks.IntegerBlock', (), {'label': 'How many are drawn', 'max_value': 40, 'min_value': 1}), 56: ('wagtail.blocks.StructBlock', [[('name', 54), ('count', 55)]], {}), 57: ('wagtail.blocks.ListBlock', (56,), {'default': [], 'help_text': "Each person gets other questions, drawn from those with the pool's name.", 'label': 'Pools'}), 58: ('wagtail.blocks.BooleanBlock', (), {'help_text': 'Each person sees them in another order.', 'label': 'Mix questions and answers', 'required': False}), 59: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'Empty: what the course asks for.', 'label': 'Passed from, in per cent', 'max_value': 100, 'min_value': 1, 'required': False}), 60: ('wagtail.blocks.IntegerBlock', (), {'default': 0, 'help_text': '0: as many as people like.', 'label': 'Attempts allowed', 'max_value': 20, 'min_value': 0}), 61: ('wagtail.blocks.IntegerBlock', (), {'default': 0, 'help_text': '0: no limit. The time begins when the person opens the questions.', 'label': 'Time limit in minutes', 'max_value': 240, 'min_value': 0}), 62: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('always', 'After every attempt'), ('passed', 'When they have passed, or have no attempt left')], 'label': 'When people see what was right'}), 63: ('wagtail.blocks.StructBlock', [[('title', 5), ('questions', 53), ('pools', 57), ('shuffle', 58), ('pass_percent', 59), ('attempts', 60), ('minutes', 61), ('notes', 62)]], {})}, verbose_name='lesson'),
        ),
        migrations.AlterField(
            model_name='quizattempt',
            name='correct',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='correct answers'),
        ),
        migrations.AlterField(
            model_name='quizattempt',
            name='submitted_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='quizattempt',
            name='total',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='questions'),
        ),
        migrations.AddIndex(
            model_name='quizattempt',
            index=models.Index(condition=models.Q(('waiting__gt', 0)), fields=['course'], name='quiz_attempts_waiting'),
        ),
        migrations.AddConstraint(
            model_name='quizattempt',
            constraint=models.UniqueConstraint(condition=models.Q(('submitted_at__isnull', True)), fields=('person', 'lesson_key'), name='one_attempt_at_a_quiz_begun_at_a_time'),
        ),
        migrations.RunPython(renamed("item", "choice"), renamed("choice", "item")),
    ]
