"""Certificates that are about a year of a person instead of an enrolment."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('certificates', '0007_credentials'),
        ('courses', '0030_self_marking'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='certificate',
            name='one_valid_certificate_of_a_kind',
        ),
        migrations.AddField(
            model_name='certificate',
            name='year',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year'),
        ),
        migrations.AlterField(
            model_name='certificate',
            name='course',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='courses.course'),
        ),
        migrations.AlterField(
            model_name='certificate',
            name='enrollment',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='courses.enrollment'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('enrollment', None), ('kind', 'yearly'), ('year__isnull', False)), models.Q(models.Q(('kind', 'yearly'), _negated=True), ('course__isnull', False), ('enrollment__isnull', False), ('year', None)), _connector='OR'), name='a_statement_has_a_year_others_an_enrolment'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'valid'), ('year', None)), fields=('person', 'course', 'kind'), name='one_valid_certificate_of_a_kind'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.UniqueConstraint(condition=models.Q(('course', None), ('kind', 'yearly'), ('status', 'valid')), fields=('person', 'year'), name='one_valid_statement_of_a_year'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.UniqueConstraint(condition=models.Q(('course__isnull', False), ('kind', 'yearly'), ('status', 'valid')), fields=('person', 'year', 'course'), name='one_valid_statement_of_a_year_and_course'),
        ),
    ]
