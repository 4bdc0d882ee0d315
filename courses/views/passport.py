"""The training record to show to others: as a page, as PDF, and by a link that she can revoke."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from courses.actions.exports import Purpose, record_personal_export
from courses.actions.passports import open_share, revoke_share, share_passport
from courses.adapters.pace import is_too_fast
from courses.adapters.paper.passport import passport_pdf
from courses.choices import ExportPurpose
from courses.exceptions import Refused
from courses.forms.passports import PassportForm
from courses.models import PassportShare
from courses.queries.passport import passport_of
from courses.queries.passport_paper import passport_facts
from courses.views.base import SalaView, VerbMixin
from courses.views.paper import pdf_answer

#: This stops who tries out tokens; a link that goes round an office is opened often.
READS_AT_MOST, READS_SECONDS = 60, 10 * 60


class MyPassport(SalaView):
    """Everything that can be shown, the links that she gave, and how another one is made. Its
    address is on the page once, right after."""

    policy = "own"
    template_name = "courses/passport/mine.html"

    @cached_property
    def passport(self):
        if self.person is None:
            raise Http404
        return passport_of(self.person)

    def make_form(self, data=None):
        return PassportForm(data, with_private=self.passport.has_private)

    def get(self, request, *args, **kwargs):
        return self.show(form=self.make_form() if self.person else None)

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        if not form.is_valid():
            return self.show(form=form)
        answers = form.cleaned_data
        try:
            token = share_passport(
                self.person, answers["days"], shows_private=form.is_whole, form=answers["uuid"]
            )
        except Refused as no:
            form.add_error(None, no.sentence)
            return self.show(form=form)
        address = request.build_absolute_uri(reverse("courses:shared_passport", args=[token]))
        return self.show(form=self.make_form(), address=address, days=answers["days"])

    def get_context_data(self, **kwargs):
        now = timezone.now()
        shares = list(self.person.passport_shares.all()) if self.person else []
        return super().get_context_data(
            person=self.person,
            passport=self.passport if self.person else None,
            open_shares=[each for each in shares if each.is_open_at(now)],
            closed_shares=[each for each in shares if not each.is_open_at(now)],
            **kwargs,
        )


class MyPassportPdf(MyPassport):
    """The record as PDF, in both languages together; that it was taken is kept."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        if not form.is_valid():
            return self.show(form=form)
        passport = self.passport.shown(with_private=form.is_whole)
        purpose = Purpose(ExportPurpose.PERSON_ASKED, rows=len(passport.entries))
        filters = {"person": str(self.person.uuid)}
        record_personal_export(
            "passport", "pdf", filters, purpose, by=self.actor, herself=self.person
        )
        content = passport_pdf(passport_facts(passport, timezone.localdate()))
        return pdf_answer(content, f"{_('Training record')} {self.person.name}")


class RevokeShare(VerbMixin, SalaView):
    """One tap, and the link opens nothing."""

    policy = "own"

    def find(self):
        rows = PassportShare.objects.filter(person=self.person) if self.person else None
        if rows is None:
            raise Http404
        self.share = get_object_or_404(rows, uuid=self.kwargs["share"])

    def act(self):
        revoke_share(self.share)
        return _("The link opens nothing any more.")

    def get_next_url(self):
        return reverse("courses:my_passport")


class SharedPassport(SalaView):
    """What she chose to show, for whoever has the link, and nothing else of hers."""

    policy = "public"
    http_method_names = ["get"]
    template_name = "courses/passport/shared.html"

    def get(self, request, *args, **kwargs):
        who = request.META.get("REMOTE_ADDR", "")
        if is_too_fast("passport", who, at_most=READS_AT_MOST, seconds=READS_SECONDS):
            return HttpResponse(status=429, headers={"Retry-After": str(READS_SECONDS)})
        share = open_share(kwargs["token"], reader=self.person)
        if share is None:
            raise Http404
        passport = passport_of(share.person).shown(with_private=share.shows_private)
        response = self.show(share=share, passport=passport, now=timezone.localtime())
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response["Referrer-Policy"] = "no-referrer"
        response["Cache-Control"] = "private, no-store"
        return response
