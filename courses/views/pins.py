"""The trainer's side of PINs: let somebody of the run choose one, there and then."""

from django.urls import reverse
from django.utils import timezone

from courses.actions.pins import give_code
from courses.adapters.qr import qr_data_uri
from courses.exceptions import Refused
from courses.models import Pin
from courses.rules.pins import CODE_HOLDS
from courses.views.enrollments import EnrollmentView


class PersonPin(EnrollmentView):
    """Whether she has a PIN, and a button for a code, which is shown once. A new code ends the old
    PIN, so this is also what a trainer does for who has forgotten hers."""

    template_name = "courses/run/pin.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            enrollment=self.enrollment,
            pin=Pin.objects.filter(person=self.enrollment.person).first(),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        person = self.enrollment.person
        try:
            code = give_code(person, by=request.user)
        except Refused as no:
            return self.show(refusal=no.sentence)
        path = reverse("courses:card_code", args=[person.card_code])
        address = request.build_absolute_uri(f"{path}?first=1")
        return self.show(
            code=f"{code[:3]} {code[3:]}",
            until=timezone.now() + CODE_HOLDS,
            first_page=request.build_absolute_uri(reverse("courses:first_pin")),
            picture=qr_data_uri(address),
        )
