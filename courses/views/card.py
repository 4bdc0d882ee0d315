"""The door for who has a card and no login: card and PIN, the first PIN, and the way out."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from courses.actions.claiming import claim_card
from courses.actions.pin_codes import send_code
from courses.actions.pins import choose_pin, open_with_pin
from courses.adapters.pace import is_too_fast
from courses.forms.pins import CARD_LENGTH, ChooseForm, OpenForm, SendForm
from courses.queries.pins import can_send_codes
from courses.views.base import FormMixin, SalaView
from courses.views.visitor import begin_visit, end_visit

COOKIE, SALT, KEPT_SECONDS = "sala_card", "courses.card", 5 * 60
#: Training rooms share one address; these stop machines. People have limits of their own.
ADDRESS_TRIES, ALL_TRIES, TRIES_SECONDS = 300, 3_000, 10 * 60


class CardView(FormMixin, SalaView):
    """A page about a card that says nothing of whoever has it."""

    policy = "public"

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        return response

    def make_form(self, data=None):
        card = self.request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=KEPT_SECONDS)
        return self.form_class(data, initial={"card": card})

    def post(self, request, *args, **kwargs):
        if self.is_too_fast():
            form = self.make_form(request.POST)
            form.add_error(None, _("These were many tries from here. Wait ten minutes."))
            return self.show(form=form)
        response = super().post(request, *args, **kwargs)
        response.delete_cookie(COOKIE)
        return response

    def is_too_fast(self):
        who = self.request.META.get("REMOTE_ADDR", "")
        counted = (("pin", who, ADDRESS_TRIES), ("pin-all", "all", ALL_TRIES))
        return any(
            is_too_fast(what, by, at_most=most, seconds=TRIES_SECONDS) for what, by, most in counted
        )


class OpenCode(SalaView):
    """The address of a card: its code leaves the address at once, and waits some minutes."""

    policy = "public"

    def get(self, request, *args, **kwargs):
        answer = redirect("courses:first_pin" if "first" in request.GET else "courses:card")
        answer.set_signed_cookie(
            COOKIE,
            kwargs["code"][:CARD_LENGTH],
            salt=SALT,
            max_age=KEPT_SECONDS,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
        patch_cache_control(answer, private=True, no_store=True)
        return answer


class CardDoor(CardView):
    """Card and PIN, or the way to sign in. Leads on to `next`."""

    template_name = "courses/card/door.html"
    form_class = OpenForm

    def get(self, request, *args, **kwargs):
        if self.person is not None:
            return redirect(self.next_url)
        if self.actor:
            return redirect("courses:claim_card")
        return super().get(request, *args, **kwargs)

    def act(self, form):
        pin = open_with_pin(form.cleaned_data["card"], form.cleaned_data["pin"])
        if not self.actor:
            begin_visit(self.request, pin)
        return self.next_url

    @property
    def next_url(self):
        asked = self.request.POST.get("next") or self.request.GET.get("next", "")
        hosts = {self.request.get_host()}
        is_ours = url_has_allowed_host_and_scheme(
            asked, hosts, require_https=self.request.is_secure()
        )
        return asked if is_ours else reverse("courses:my_training")

    def get_context_data(self, **kwargs):
        sign_in = resolve_url(settings.LOGIN_URL)
        return super().get_context_data(
            next=self.next_url, sign_in=sign_in, can_send=can_send_codes(), **kwargs
        )


class FirstPin(CardView):
    """Choose a PIN with a one-time code. On a phone where somebody has signed in she stays in."""

    template_name = "courses/card/first.html"
    form_class = ChooseForm

    def act(self, form):
        told = form.cleaned_data
        pin = choose_pin(told["card"], told["code"], told["pin"])
        if self.actor:
            messages.success(self.request, _("The PIN is kept."))
            return reverse("courses:first_pin")
        begin_visit(self.request, pin)
        messages.success(self.request, _("Your PIN is kept. Tell it to nobody."))
        return reverse("courses:my_training")


class SendCode(CardView):
    """A code by message; the answer is the same whoever asks for whomever."""

    template_name = "courses/card/send.html"
    form_class = SendForm

    def dispatch(self, request, *args, **kwargs):
        if not can_send_codes():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def act(self, form):
        send_code(form.cleaned_data["card"])
        words = _("If a phone or an address that only you use is on record, a code is on its way.")
        messages.success(self.request, words)
        return reverse("courses:first_pin")


class Leave(SalaView):
    """Not me: the visit is over. Nothing of it stays, on the phone or here."""

    policy = "public"

    def get(self, request, *args, **kwargs):
        return redirect("courses:card")

    def post(self, request, *args, **kwargs):
        if self.actor is None:
            end_visit(request)
            messages.success(request, _("You are out. Nothing of yours stays on this phone."))
        answer = HttpResponseRedirect(reverse("courses:card"))
        patch_cache_control(answer, private=True, no_store=True)
        return answer


class ClaimCard(CardView):
    """This is my card: joins the login to the person."""

    policy = "login"
    template_name = "courses/card/claim.html"
    form_class = OpenForm

    def get(self, request, *args, **kwargs):
        if self.person is not None:
            return redirect("courses:my_training")
        return super().get(request, *args, **kwargs)

    def act(self, form):
        told = form.cleaned_data
        person = claim_card(told["card"], told["pin"], by=self.request.user)
        words = _("Your login is joined to the card of %(name)s.") % {"name": person.name}
        messages.success(self.request, words)
        return reverse("courses:my_training")
