"""Addresses under which people open one certificate, from the message that told them."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('certificates', '0008_yearly_statements'),
    ]

    operations = [
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
    ]
