"""Who is to be asked what she did with a course: the list, the call, and the page behind a link."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses import permissions
from courses.actions.follow_ups import answer_follow_up, ask_by_message, note_try
from courses.choices import CallOutcome, FollowUpWay
from courses.forms.follow_ups import CallForm, QuestionsForm
from courses.forms.register_words import number
from courses.queries.follow_ups import by_token, cases, fingerprint, to_ask, who_agreed, with_all
from courses.views.base import FormMixin, SalaView, VerbMixin

PER_PAGE, AT_ONCE = 25, 100
SESSION_KEY = "follow_up"


class FollowUps(SalaView):
    """Everybody whom it is time to ask, of the runs that the user sees."""

    policy = "trainer"
    template_name = "courses/follow_ups/list.html"

    @cached_property
    def rows(self):
        completions = permissions.completions.rows_for(self.request.user)
        return to_ask(completions, timezone.localdate())

    @cached_property
    def agreed(self):
        return self.rows.filter(person__in=who_agreed(self.rows))

    def get_context_data(self, **kwargs):
        page = Paginator(self.agreed, PER_PAGE).get_page(self.request.GET.get("page"))
        phones = permissions.contacts.phones_for(self.request.user)
        found = cases(with_all(page.object_list), phones, timezone.localdate())
        total = self.rows.count()
        return super().get_context_data(
            page=page,
            cases=found,
            silent=total - page.paginator.count,
            not_written=self.agreed.filter(follow_up__asked_on=None).count(),
            may_change=permissions.enrollments.may(self.request.user, "change"),
            **kwargs,
        )


class AskByMessage(VerbMixin, FollowUps):
    """Writes to everybody on the list who was not written to yet."""

    needs = "enrollments.change"

    def act(self):
        rows = self.agreed.filter(follow_up__asked_on=None)
        told = ask_by_message(rows.select_related("run")[:AT_ONCE], by=self.request.user)
        words = ngettext(
            "%(count)s message is on its way.", "%(count)s messages are on their way.", len(told)
        )
        return words % {"count": number(len(told))}

    def get_next_url(self):
        return reverse("courses:follow_ups")


class OneFollowUp(SalaView):
    """What one person did with one course, found by her enrolment."""

    policy = "person"

    @cached_property
    def enrollment(self):
        rows = with_all(permissions.enrollments.rows_for(self.request.user))
        return get_object_or_404(rows, uuid=self.kwargs["enrollment"])

    def find(self):
        return self.enrollment

    @property
    def case(self):
        phones = permissions.contacts.phones_for(self.request.user)
        return cases([self.enrollment], phones, timezone.localdate())[0]

    def get_next_url(self):
        return reverse("courses:follow_ups")


class Call(FormMixin, OneFollowUp):
    """The screen for a call: how to reach her, what came of earlier tries, and the questions."""

    needs = "enrollments.change"
    template_name = "courses/follow_ups/call.html"

    def make_form(self, data=None):
        return CallForm(data, kept=getattr(self.enrollment, "follow_up", None))

    def act(self, form):
        answers, way = form.answers(), form.cleaned_data["way"]
        answer_follow_up(self.enrollment, answers, way=way, by=self.request.user)
        messages.success(self.request, _("The answers are kept."))
        return self.get_next_url()

    def get_context_data(self, **kwargs):
        return super().get_context_data(case=self.case, outcomes=CallOutcome.choices, **kwargs)


class NoteTry(VerbMixin, OneFollowUp):
    """A call that brought no answers; takes `outcome`."""

    needs = "enrollments.change"

    def act(self):
        outcome = self.request.POST.get("outcome")
        if outcome not in CallOutcome.values:
            raise Http404
        note_try(self.enrollment, outcome, by=self.request.user)
        return _("It is noted. Not reached does not count as not used.")


class OpenFollowUp(SalaView):
    """From a message: takes the token out of the address at once."""

    policy = "public"

    def get(self, request, *args, **kwargs):
        request.session[SESSION_KEY] = fingerprint(kwargs["token"])
        return redirect("courses:follow_up")


class OwnFollowUp(FormMixin, SalaView):
    """The three questions for who came by a link. Shows no name: the phone may be shared."""

    policy = "public"
    template_name = "courses/follow_ups/own.html"
    form_class = QuestionsForm

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        return response

    @cached_property
    def found(self):
        return by_token(self.request.session.get(SESSION_KEY, ""))

    def get(self, request, *args, **kwargs):
        return self.show(form=self.make_form())

    def post(self, request, *args, **kwargs):
        return super().post(request, *args, **kwargs) if self.found else self.show()

    def act(self, form):
        answer_follow_up(self.found.enrollment, form.answers(), way=FollowUpWay.LINK, by=None)
        return f"{reverse('courses:follow_up')}?done"

    def get_context_data(self, **kwargs):
        is_done = "done" in self.request.GET
        return super().get_context_data(found=self.found, is_done=is_done, **kwargs)
