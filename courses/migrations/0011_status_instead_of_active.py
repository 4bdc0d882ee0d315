"""The status says what `is_active` said."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("courses", "0010_organizations_are_found")]
    operations = [migrations.RemoveField("organization", "is_active")]
