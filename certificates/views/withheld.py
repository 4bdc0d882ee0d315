"""Certificates of erased people: whether a name that somebody types is the one on the paper."""

from django.core.cache import cache
from django.http import Http404
from django.utils.translation import gettext as _

from certificates import conf
from certificates.forms.check import NameForm
from certificates.models import Certificate
from certificates.rules.codes import normalise
from certificates.rules.erased_names import is_name_of
from courses.views.base import SalaView

#: Names that may be tried with one certificate in an hour, from wherever.
TRIES_PER_CERTIFICATE = 20
A_MINUTE, AN_HOUR = 60, 3600


class WithheldView(SalaView):
    """The name is not kept, so it is compared by its salted hashes; guessing is kept slow."""

    policy = "public"
    template_name = "certificates/check/withheld.html"

    def find_certificate(self):
        rows = Certificate.objects.exclude(erased_on=None)
        certificate = rows.filter(code=normalise(self.kwargs["code"]) or None).first()
        if certificate is None or not certificate.name_hashes:
            raise Http404
        return certificate

    def get(self, request, *args, **kwargs):
        return self.answer(self.find_certificate(), form=NameForm())

    def post(self, request, *args, **kwargs):
        certificate, form = self.find_certificate(), NameForm(request.POST)
        if not form.is_valid():
            return self.answer(certificate, form=form)
        if self.is_too_busy(certificate):
            form.add_error(None, _("Many names were tried. Please wait and try again later."))
            return self.answer(certificate, form=form, status=429)
        is_right = is_name_of(form.cleaned_data["name"], certificate.name_hashes)
        return self.answer(certificate, form=form, asked=True, is_right=is_right)

    def answer(self, certificate, *, status=200, **context):
        context = self.get_context_data(certificate=certificate, **context)
        response = self.render_to_response(context, status=status)
        response["X-Robots-Tag"] = "noindex"
        response["Cache-Control"] = "private, no-store"
        return response

    def is_too_busy(self, certificate):
        """Counts this try, for the address and for the certificate."""
        address = self.request.META.get("REMOTE_ADDR", "")
        limits = (
            (f"certificates-names-{address}", conf.get("CERTIFICATES_TRIES_PER_MINUTE"), A_MINUTE),
            (f"certificates-names-of-{certificate.pk}", TRIES_PER_CERTIFICATE, AN_HOUR),
        )
        over = [_count(key, seconds) > most for key, most, seconds in limits]
        return any(over)


def _count(key, seconds):
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:
        cache.set(key, 1, seconds)
        return 1
