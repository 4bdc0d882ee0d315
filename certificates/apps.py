"""App configuration of `certificates`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificatesConfig(AppConfig):
    name = "certificates"
    verbose_name = _("Certificates")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from django.core import checks

        from certificates import receivers
        from certificates.queries.file_key import the_file_key_signs
        from certificates.queries.identity import a_key_signs_today

        receivers.connect()
        checks.register(a_key_signs_today, deploy=True)
        checks.register(the_file_key_signs, deploy=True)
