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
        ('courses', '0038_reading_lessons'),
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
            field=wagtail.fields.StreamField([('text', 2), ('picture', 6), ('picture_steps', 12), ('audio', 15), ('video', 19), ('download', 21), ('callout', 24), ('table', 28), ('quiz', 69)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {'features': ['h2', 'h3', 'bold', 'ul', 'ol', 'link', 'document-link'], 'help_text': 'Short sentences. One thought in a paragraph.', 'label': 'Text'}), 1: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'help_text': 'Somebody reads this text aloud. MP3, M4A or OGG.', 'label': 'Recording', 'required': False}), 2: ('wagtail.blocks.StructBlock', [[('text', 0), ('recording', 1)]], {}), 3: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Picture'}), 4: ('wagtail.blocks.CharBlock', (), {'help_text': 'For people who cannot see it. One sentence.', 'label': 'What the picture shows', 'max_length': 250}), 5: ('wagtail.blocks.CharBlock', (), {'label': 'Caption', 'max_length': 250, 'required': False}), 6: ('wagtail.blocks.StructBlock', [[('image', 3), ('alt', 4), ('caption', 5)]], {}), 7: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 150}), 8: ('wagtail.blocks.CharBlock', (), {'label': 'What the picture shows', 'max_length': 250}), 9: ('wagtail.blocks.TextBlock', (), {'label': 'What to do', 'rows': 2}), 10: ('wagtail.blocks.StructBlock', [[('image', 3), ('alt', 8), ('text', 9)]], {}), 11: ('wagtail.blocks.ListBlock', (10,), {'label': 'Steps', 'max_num': 12, 'min_num': 2}), 12: ('wagtail.blocks.StructBlock', [[('title', 7), ('steps', 11)]], {}), 13: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'help_text': 'MP3, M4A or OGG.', 'label': 'Sound file'}), 14: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'ul', 'ol'], 'label': 'The spoken words', 'required': False}), 15: ('wagtail.blocks.StructBlock', [[('title', 7), ('file', 13), ('transcript', 14)]], {}), 16: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'help_text': 'MP4 or WebM.', 'label': 'Film file'}), 17: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Still picture', 'required': False}), 18: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'help_text': 'WebVTT file.', 'label': 'Captions', 'required': False}), 19: ('wagtail.blocks.StructBlock', [[('title', 7), ('file', 16), ('poster', 17), ('captions', 18), ('transcript', 14)]], {}), 20: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'label': 'File'}), 21: ('wagtail.blocks.StructBlock', [[('title', 7), ('file', 20)]], {}), 22: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('remember', 'Remember'), ('try', 'Try it'), ('careful', 'Be careful')], 'label': 'Kind'}), 23: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'ul', 'ol', 'link'], 'label': 'Text'}), 24: ('wagtail.blocks.StructBlock', [[('kind', 22), ('title', 7), ('text', 23)]], {}), 25: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 250}), 26: ('wagtail.blocks.BooleanBlock', (), {'default': True, 'label': 'The first row names the columns', 'required': False}), 27: ('wagtail.blocks.TextBlock', (), {'help_text': 'One line for each row, with a bar | between its cells.', 'label': 'Rows', 'rows': 5}), 28: ('wagtail.blocks.StructBlock', [[('caption', 25), ('has_head', 26), ('cells', 27)]], {}), 29: ('wagtail.blocks.TextBlock', (), {'label': 'Question', 'rows': 2}), 30: ('wagtail.blocks.CharBlock', (), {'label': 'Answer', 'max_length': 250}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Right', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('text', 30), ('is_correct', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Answers', 'max_num': 8, 'min_num': 2}), 34: ('wagtail.blocks.TextBlock', (), {'help_text': 'Shown after the answers are handed in.', 'label': 'Why', 'required': False, 'rows': 2, 'search_index': False}), 35: ('wagtail.blocks.CharBlock', (), {'help_text': 'Name of the pool that it is drawn from. Without one it is always asked.', 'label': 'Pool', 'max_length': 50, 'required': False, 'search_index': False}), 36: ('wagtail.blocks.StructBlock', [[('question', 29), ('choices', 33), ('feedback', 34), ('pool', 35)]], {}), 37: ('wagtail.blocks.TextBlock', (), {'label': 'Statement', 'rows': 2}), 38: ('wagtail.blocks.BooleanBlock', (), {'label': 'The statement is true', 'required': False}), 39: ('wagtail.blocks.StructBlock', [[('question', 37), ('is_true', 38), ('feedback', 34), ('pool', 35)]], {}), 40: ('wagtail.blocks.CharBlock', (), {'help_text': 'For people who cannot see it. Do not say whether it is right.', 'label': 'What the picture shows', 'max_length': 250}), 41: ('wagtail.blocks.StructBlock', [[('image', 3), ('alt', 40), ('is_correct', 31)]], {}), 42: ('wagtail.blocks.ListBlock', (41,), {'label': 'Pictures', 'max_num': 6, 'min_num': 2}), 43: ('wagtail.blocks.StructBlock', [[('question', 29), ('choices', 42), ('feedback', 34), ('pool', 35)]], {}), 44: ('wagtail.blocks.CharBlock', (), {'label': 'One step', 'max_length': 250}), 45: ('wagtail.blocks.ListBlock', (44,), {'help_text': 'In the right order. People see them mixed.', 'label': 'Steps', 'max_num': 8, 'min_num': 3}), 46: ('wagtail.blocks.StructBlock', [[('question', 29), ('items', 45), ('feedback', 34), ('pool', 35)]], {}), 47: ('wagtail.blocks.CharBlock', (), {'label': 'One thing', 'max_length': 250}), 48: ('wagtail.blocks.CharBlock', (), {'label': 'What belongs to it', 'max_length': 250}), 49: ('wagtail.blocks.StructBlock', [[('thing', 47), ('belongs', 48)]], {}), 50: ('wagtail.blocks.ListBlock', (49,), {'help_text': 'The same words may belong to several things; they are offered once.', 'label': 'Pairs', 'max_num': 8, 'min_num': 2}), 51: ('wagtail.blocks.ListBlock', (30,), {'default': [], 'label': 'Offered too, but belongs to nothing', 'max_num': 4}), 52: ('wagtail.blocks.StructBlock', [[('question', 29), ('pairs', 50), ('extra', 51), ('feedback', 34), ('pool', 35)]], {}), 53: ('wagtail.blocks.DecimalBlock', (), {'label': 'Right number', 'max_digits': 15}), 54: ('wagtail.blocks.DecimalBlock', (), {'default': 0, 'help_text': '0 where only the exact number is right.', 'label': 'May differ by', 'max_digits': 15, 'min_value': 0}), 55: ('wagtail.blocks.CharBlock', (), {'help_text': 'Stands behind the number.', 'label': 'Unit', 'max_length': 30, 'required': False}), 56: ('wagtail.blocks.StructBlock', [[('question', 29), ('number', 53), ('tolerance', 54), ('unit', 55), ('feedback', 34), ('pool', 35)]], {}), 57: ('wagtail.blocks.TextBlock', (), {'help_text': 'Only the trainers who mark the answers read this.', 'label': 'What a good answer says', 'rows': 3, 'search_index': False}), 58: ('wagtail.blocks.StructBlock', [[('question', 29), ('guide', 57), ('feedback', 34), ('pool', 35)]], {}), 59: ('wagtail.blocks.StreamBlock', [[('choice', 36), ('true_false', 39), ('picture', 43), ('order', 46), ('match', 52), ('number', 56), ('written', 58)]], {'label': 'Questions', 'max_num': 100, 'min_num': 1}), 60: ('wagtail.blocks.CharBlock', (), {'help_text': 'As it is written at the questions.', 'label': 'Pool', 'max_length': 50}), 61: ('wagtail.blocks.IntegerBlock', (), {'label': 'How many are drawn', 'max_value': 40, 'min_value': 1}), 62: ('wagtail.blocks.StructBlock', [[('name', 60), ('count', 61)]], {}), 63: ('wagtail.blocks.ListBlock', (62,), {'default': [], 'help_text': "Each person gets other questions, drawn from those with the pool's name.", 'label': 'Pools'}), 64: ('wagtail.blocks.BooleanBlock', (), {'help_text': 'Each person sees them in another order.', 'label': 'Mix questions and answers', 'required': False}), 65: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'Empty: what the course asks for.', 'label': 'Passed from, in per cent', 'max_value': 100, 'min_value': 1, 'required': False}), 66: ('wagtail.blocks.IntegerBlock', (), {'default': 0, 'help_text': '0: as many as people like.', 'label': 'Attempts allowed', 'max_value': 20, 'min_value': 0}), 67: ('wagtail.blocks.IntegerBlock', (), {'default': 0, 'help_text': '0: no limit. The time begins when the person opens the questions.', 'label': 'Time limit in minutes', 'max_value': 240, 'min_value': 0}), 68: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('always', 'After every attempt'), ('passed', 'When they have passed, or have no attempt left')], 'label': 'When people see what was right'}), 69: ('wagtail.blocks.StructBlock', [[('title', 7), ('questions', 59), ('pools', 63), ('shuffle', 64), ('pass_percent', 65), ('attempts', 66), ('minutes', 67), ('notes', 68)]], {})}, verbose_name='lesson'),
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
