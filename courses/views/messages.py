"""Messages of a run: what was told whom, texts to paste, and a trainer's own words."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.actions.messages import note_pasted, send_by_hand, try_again, write_to_group
from courses.choices import TROUBLED_MESSAGES, MessageStatus
from courses.exceptions import Refused
from courses.forms.messages import WriteForm
from courses.queries.messages import group_texts, message_counts, messages_of, of_group
from courses.views.base import FormMixin, RunView, VerbMixin
from courses.views.import_words import spoken

ON_A_PAGE = 30


def messages_address(run):
    return reverse("courses:run_messages", args=[run.uuid])


class RunMessages(RunView):
    """Everything that was told, failures first; texts to paste with their words."""

    needs = "runs.change"
    template_name = "courses/messages/messages.html"

    def get_context_data(self, **kwargs):
        pages = Paginator(messages_of(self.run), ON_A_PAGE)
        return super().get_context_data(
            page=pages.get_page(self.request.GET.get("page")),
            counts=message_counts(self.run),
            groups=group_texts(self.run),
            to_paste=MessageStatus.TO_PASTE,
            troubled=TROUBLED_MESSAGES,
            **kwargs,
        )


class WriteToGroup(FormMixin, RunView):
    needs = "runs.change"
    template_name = "courses/messages/write.html"

    def make_form(self, data=None):
        return WriteForm(data, initial=WriteForm.first_answers())

    def act(self, form):
        said = form.cleaned_data
        write_to_group(
            self.run,
            text_km=said["text_km"],
            text_en=said["text_en"],
            form=said["form"],
            by=self.request.user,
        )
        return messages_address(self.run)

    def get_context_data(self, **kwargs):
        people = self.run.enrollments.enrolled().count()
        return super().get_context_data(people=people, **kwargs)


class MessageVerb(VerbMixin, RunView):
    """A verb about one message of the run, found by `message` in the address."""

    needs = "runs.change"

    @cached_property
    def message(self):
        rows = self.run.messages.select_related("person")
        return get_object_or_404(rows, uuid=self.kwargs["message"])

    def find(self):
        return self.message

    def get_next_url(self):
        return messages_address(self.run)


class NotePasted(MessageVerb):
    """Sent by hand: this one, or with `everyone` all that its group text tells the same."""

    def act(self):
        rows = [self.message]
        if "everyone" in self.request.POST:
            rows = list(of_group(self.run, self.message))
        number = note_pasted(self.run, rows, by=self.request.user)
        if not number:
            raise Refused(_("This was noted already."), code="noted")
        words = ngettext(
            "Noted: %(n)s person has been told.", "Noted: %(n)s people have been told.", number
        )
        return spoken(words % {"n": number})


class TryAgain(MessageVerb):
    """Sends it once more, or with `by_hand` makes a text to paste of it."""

    def act(self):
        if "by_hand" in self.request.POST:
            send_by_hand(self.message, by=self.request.user)
            return _("The text is ready to paste.")
        try_again(self.message, by=self.request.user)
        return _("The message will be sent once more.")
