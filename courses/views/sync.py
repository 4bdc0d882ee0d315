"""Where phones make themselves known, take registers along, and hand in what was tapped."""

import hmac
import json
from contextlib import suppress
from datetime import UTC, datetime
from uuid import UUID

from django.http import JsonResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from courses import permissions
from courses.actions.devices import clock_offset, fingerprint, hear_of, make_known
from courses.actions.quarantine import take_nothing
from courses.actions.syncing import take_taps
from courses.adapters.pace import is_too_fast
from courses.forms.offline_site import owner_key
from courses.models import Device
from courses.queries.offline import (
    cards_of,
    known_people,
    sessions_to_take,
    state_of,
)
from courses.rules.taps import cleaned
from courses.views.base import SalaView

TAPS_AT_MOST, MOST_BYTES, MOST_ASKED = 200, 1_000_000, 20
LANGUAGES = ("en", "km")


class KnowDevice(SalaView):
    """A phone is told its id and its secret, once."""

    policy = "trainer"
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        if is_too_fast("device", str(request.user.pk), at_most=20, seconds=3600):
            return JsonResponse({"code": "too_fast"}, status=429)
        device, secret = make_known(request.user, label_of(request.headers.get("user-agent", "")))
        return JsonResponse({"device": str(device.uuid), "secret": secret})


class Pack(SalaView):
    """The registers of the next seven days, for the phone of whoever asks."""

    policy = "trainer"

    def get(self, request, *args, **kwargs):
        now = timezone.now()
        sessions = sessions_to_take(request.user, now)
        pages = [address("courses:desk", code) for code in LANGUAGES]
        for session in sessions:
            pages += [address("courses:register", code, session.uuid) for code in LANGUAGES]
        answer = {
            "owner": owner_key(request.user),
            "now": now.isoformat(),
            "until": sessions[-1].ends_at.isoformat() if sessions else now.isoformat(),
            "pages": pages,
            "sessions": [told(session) for session in sessions],
            "known": known_people(sessions),
            "cards": cards_of(sessions),
        }
        return JsonResponse(answer)


@method_decorator(csrf_exempt, "dispatch")
class Sync(SalaView):
    """Takes taps, at most 200 at once. The header `X-Sala-Device` proves the phone; another site
    cannot set it. A phone that was taken back needs no login to hand in what it holds."""

    policy = "public"
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        device = self.device
        if device is None:
            return JsonResponse({"code": "signed_out"}, status=401)
        if is_too_fast("sync", str(device.pk), at_most=240, seconds=60):
            return JsonResponse({"code": "too_fast"}, status=429)
        try:
            taps, unsent, offset, asked = self.read(request)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
            return JsonResponse({"code": "unreadable"}, status=400)
        if device.is_revoked:
            results, sessions = take_nothing(device, taps), ()
        elif not request.user.is_authenticated:
            return JsonResponse({"code": "signed_out"}, status=401)
        elif device.user_id != request.user.pk:
            return JsonResponse({"code": "other_user"}, status=403)
        else:
            results = take_taps(device, taps, clock_offset=offset, by=request.user)
            sessions = self.sessions(taps, asked)
        hear_of(device, unsent=unsent, clock_offset=offset)
        answer = {
            "now": timezone.now().isoformat(),
            "wipe": device.is_revoked,
            "results": [
                vars(result) | {"event": named(raw, result)}
                for raw, result in zip(taps, results, strict=True)
            ],
            "registers": {
                str(session.uuid): state_of(session, device, asked.get(session.uuid))
                for session in sessions
            },
        }
        return JsonResponse(answer)

    @cached_property
    def device(self):
        """The phone that the header `<uuid>.<secret>` proves to be."""
        id, _dot, secret = self.request.headers.get("X-Sala-Device", "").partition(".")
        try:
            device = Device.objects.select_related("user").get(uuid=UUID(id))
        except (ValueError, Device.DoesNotExist):
            return None
        return device if hmac.compare_digest(device.secret_hash, fingerprint(secret)) else None

    def read(self, request):
        """Taps, how many the phone still holds, how far its clock goes behind, and which registers
        it asks for: by session the moment from which its pages are."""
        if len(request.body) > MOST_BYTES:
            raise ValueError
        body = cleaned(json.loads(request.body))
        taps = body["events"]
        if not isinstance(taps, list) or len(taps) > TAPS_AT_MOST:
            raise ValueError
        sent_at = datetime.fromisoformat(str(body["sent_at"]))
        unsent = min(max(0, int(body.get("unsent") or 0)), 2**31 - 1)
        return taps, unsent, clock_offset(timezone.now(), sent_at), asked_for(body)

    def sessions(self, taps, asked):
        """Those of the taps and those that were asked for, as far as the user sees them."""
        ids = set(asked)
        for each in {str(tap.get("session")) for tap in taps if isinstance(tap, dict)}:
            with suppress(ValueError):
                ids.add(UUID(each))
        return permissions.sessions.rows_for(self.request.user).filter(uuid__in=ids)


def asked_for(body):
    """What a phone asks for beside its taps: a few sessions, each with a moment of our clock."""
    asked = dict(body.get("registers") or {})
    found = {UUID(str(each)): moment_in(since) for each, since in asked.items()}
    return dict(list(found.items())[:MOST_ASKED])


def moment_in(words):
    moment = datetime.fromisoformat(str(words))
    if not 2000 < moment.year < 9000:
        raise ValueError
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def named(raw, result):
    """The id of a tap as the phone wrote it, so that it knows it again."""
    return raw.get("event", "") if isinstance(raw, dict) else str(result.event)


def address(name, language, *arguments):
    with translation.override(language):
        return reverse(name, args=arguments)


def told(session):
    """A session as the list of registers on the phone shows it."""
    titles = {}
    for language in LANGUAGES:
        with translation.override(language):
            titles[f"title_{language}"] = _("%(course)s, session %(number)s of %(total)s") % {
                "course": session.run.course.title,
                "number": session.number,
                "total": session.total,
            }
            titles[f"url_{language}"] = reverse("courses:register", args=[session.uuid])
    return {
        "uuid": str(session.uuid),
        **titles,
        "host": session.run.host.name,
        "starts": session.starts_at.isoformat(),
        "ends": session.ends_at.isoformat(),
        "people": session.people,
        "state": "open",
    }


def label_of(agent):
    """A few words for a phone from what its browser says of itself."""
    systems = ("Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux")
    browsers = {"Edg/": "Edge", "SamsungBrowser": "Samsung Internet", "Firefox": "Firefox",
                "CriOS": "Chrome", "Chrome": "Chrome", "Safari": "Safari"}  # fmt: skip
    system = next((each for each in systems if each in agent), "")
    browser = next((name for sign, name in browsers.items() if sign in agent), "")
    return " · ".join(filter(None, [system, browser])) or _("A browser")
