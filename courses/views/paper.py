"""What a run needs on paper: the page that offers it, and the files, made when asked for."""

from dataclasses import replace
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from courses import permissions
from courses.adapters.paper.count_sheet import CountFacts, count_sheet_pdf
from courses.adapters.paper.pieces import badges_pdf, cards_pdf, signs_pdf
from courses.adapters.paper.poster import poster_pdf
from courses.adapters.paper.sheet import sheet_pdf
from courses.choices import EnrollmentPolicy, EnrollmentSource, RunStatus
from courses.queries.paper import (
    card_facts,
    count_facts,
    names_to_mend,
    on_the_list,
    pieces_facts,
    poster_facts,
    sheet_facts,
)
from courses.queries.runs import TAKING_PLACE, sessions_of
from courses.rules.names import file_words
from courses.views.base import RunView, SalaView, SessionView


def pdf_answer(content: bytes, name: str) -> HttpResponse:
    """A file to save, named in words; `SalaView` keeps it out of every cache."""
    response = HttpResponse(content, content_type="application/pdf")
    named = f"{file_words(name)}.pdf"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=named)
    response["X-Content-Type-Options"] = "nosniff"
    return response


class PaperPage(RunView):
    """Everything that can be printed for a run, and whose name has to be mended before."""

    template_name = "courses/paper/paper.html"

    def get_context_data(self, **kwargs):
        sessions = [each for each in sessions_of(self.run) if each.status in TAKING_PLACE]
        return super().get_context_data(
            sessions=sessions,
            has_counts=any(each.counts_heads for each in sessions),
            people=[row for row in on_the_list(self.run) if not row.person.erased_at],
            to_mend=names_to_mend(self.run),
            has_poster=has_poster(self.run),
            may_mend=permissions.people.may(self.request.user, "change"),
            **kwargs,
        )


class PaperOfRun(RunView):
    """A file about a run. `make` returns its bytes and name, or None where there is nothing to
    print; `nothing` says so then."""

    def get(self, request, *args, **kwargs):
        made = self.make()
        if made is None:
            messages.error(request, self.nothing)
            return redirect("courses:paper", self.run.uuid)
        return pdf_answer(*made)

    @property
    def sessions(self):
        return self.run.sessions.taking_place()

    @property
    def chosen(self):
        """The people whose boxes were ticked, everybody where none was."""
        rows = on_the_list(self.run)
        wanted = self.request.GET.getlist("person")
        return [row for row in rows if str(row.uuid) in wanted] if wanted else list(rows)


class RunSheet(PaperOfRun):
    """One sheet for the whole run, with a place to sign for every half-day. Where the run takes no
    names, the count sheets of all its sessions."""

    @property
    def nothing(self):
        return _("This run has no session that takes place, so there is no sheet to print.")

    def make(self):
        sessions = list(self.sessions.select_related("venue__province", "venue__organization"))
        if not sessions:
            return None
        if named := [each for each in sessions if not each.counts_heads]:
            scan = self.request.build_absolute_uri(reverse("courses:paper", args=[self.run.uuid]))
            facts = sheet_facts(self.run, named, scan=scan, today=timezone.localdate())
            return sheet_pdf(facts), _("Attendance sheet %(code)s") % {"code": self.run.code}
        counting = [count_facts_of(self.request, each) for each in sessions]
        return count_sheet_pdf(counting), _("Count sheets %(code)s") % {"code": self.run.code}


class SessionSheet(SessionView):
    """The sheet of one half-day, also of a cancelled one: somebody may have come."""

    def get(self, request, *args, **kwargs):
        run, session = self.session.run, self.session
        code = {"code": f"{run.code} {session.day}"}
        if session.counts_heads:
            pdf = count_sheet_pdf([count_facts_of(request, session)])
            return pdf_answer(pdf, _("Count sheet %(code)s") % code)
        scan = address_of_files(request, session)
        facts = sheet_facts(run, [session], scan=scan, today=timezone.localdate())
        return pdf_answer(sheet_pdf(facts), _("Attendance sheet %(code)s") % code)


def count_facts_of(request, session) -> CountFacts:
    scan = address_of_files(request, session)
    return count_facts(session, scan=scan, today=timezone.localdate())


def address_of_files(request, session) -> str:
    """Where the photo of the sheet is kept."""
    return request.build_absolute_uri(reverse("courses:evidence", args=[session.uuid]))


class Pieces(PaperOfRun):
    """Things with a name on them, for everybody or for chosen people."""

    trainers = False

    @property
    def nothing(self):
        return _("Nobody is on this run yet, so there is nothing to print.")

    def make(self):
        is_everybody = not self.request.GET.getlist("person")
        facts = pieces_facts(
            self.run,
            self.chosen,
            title=f"{self.title} {self.run.code}",
            today=timezone.localdate(),
            trainers=self.trainers and is_everybody,
        )
        return (self.draw(facts), facts.title) if facts.people else None


class Cards(Pieces):
    """Whoever points the camera of a phone at a card comes to its door."""

    def draw(self, facts):
        return cards_pdf(replace(facts, door=door_of_cards(self.request)))

    @property
    def title(self):
        return _("Participant cards")


def door_of_cards(request) -> str:
    """The address of a card without its code; in Khmer where the site speaks it, as cards do."""
    speaks = "km" in dict(settings.LANGUAGES)
    with translation.override("km" if speaks else translation.get_language()):
        path = reverse("courses:card_code", args=["-"])
    return request.build_absolute_uri(path).removesuffix("-/")


class Badges(Pieces):
    draw = staticmethod(badges_pdf)
    trainers = True

    @property
    def title(self):
        return _("Name badges")


class TableSigns(Pieces):
    draw = staticmethod(signs_pdf)
    trainers = True

    @property
    def title(self):
        return _("Table signs")


class Poster(PaperOfRun):
    """The poster at the door. Its code leads to the sheet to fill in and says where it hung."""

    @property
    def nothing(self):
        return _("People cannot enrol themselves on this run, so there is no poster.")

    def make(self):
        if not has_poster(self.run):
            return None
        path = reverse("courses:take_part", args=[self.run.uuid])
        url = self.request.build_absolute_uri(path)
        facts = poster_facts(
            self.run,
            list(self.sessions),
            url=f"{url}?{urlencode({'by': EnrollmentSource.POSTER})}",
            shown_url=urlsplit(url).netloc,
            today=timezone.localdate(),
        )
        return poster_pdf(facts), _("Poster %(code)s") % {"code": self.run.code}


def has_poster(run) -> bool:
    """Whether people may bring themselves onto the run."""
    is_open = run.enrollment_policy != EnrollmentPolicy.INVITATION
    return is_open and run.status == RunStatus.PLANNED


class PersonCard(SalaView):
    """The card of one person, for staff and for trainers of one of her runs."""

    policy = "person"

    @cached_property
    def person(self):
        rows = permissions.people.rows_for(self.request.user)
        return get_object_or_404(rows, uuid=self.kwargs["uuid"])

    def find(self):
        return self.person

    def get(self, request, *args, **kwargs):
        title = _("Participant card %(code)s") % {"code": self.person.card_code}
        facts = card_facts(self.person, title=title, today=timezone.localdate())
        door = door_of_cards(request)
        return pdf_answer(cards_pdf(replace(facts, door=door)), title)
