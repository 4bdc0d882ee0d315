"""Holds one valid certificate per person, course and kind."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("certificates", "0004_the_newest_stays_valid")]
    operations = [
        migrations.RemoveConstraint(
            model_name='certificate',
            name='one_valid_certificate_per_enrollment',
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'valid')), fields=('person', 'course', 'kind'), name='one_valid_certificate_of_a_kind'),
        ),
    ]
