"""Where phones hand in how far their readers got in lessons."""

import json
from datetime import datetime

from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.crypto import salted_hmac

from courses.actions.devices import clock_offset
from courses.actions.learning import course_id_of
from courses.actions.lesson_events import take_seen
from courses.adapters.pace import is_too_fast
from courses.queries.lesson_progress import lessons_told
from courses.rules.lessons import seen_in
from courses.views.base import SalaView

EVENTS_AT_MOST, MOST_BYTES = 200, 200_000


def reader_key(person):
    """Tells the readers of one phone apart and says nothing about them; "" for nobody."""
    return salted_hmac("courses.lessons", str(person.uuid)).hexdigest()[:16] if person else ""


class LessonEvents(SalaView):
    """GET tells a phone who reads on it now; POST takes what it kept. What somebody else read on
    the same phone is not taken, and waits there for her."""

    policy = "public"

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    def get(self, request, *args, **kwargs):
        csrf = get_token(request) if self.person else ""
        return JsonResponse({"reader": reader_key(self.person), "csrf": csrf})

    def post(self, request, *args, **kwargs):
        if self.person is None:
            return JsonResponse({"code": "signed_out"}, status=401)
        if is_too_fast("lessons", str(self.person.pk), at_most=120, seconds=60):
            return JsonResponse({"code": "too_fast"}, status=429)
        try:
            events, offset = self.read(request)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
            return JsonResponse({"code": "unreadable"}, status=400)
        return JsonResponse({"results": self.take(events, offset)})

    def read(self, request):
        """The events as the phone wrote them, and how far its clock goes behind."""
        if len(request.body) > MOST_BYTES:
            raise ValueError
        body = json.loads(request.body)
        events = body["events"]
        if not isinstance(events, list) or len(events) > EVENTS_AT_MOST:
            raise ValueError
        sent_at = datetime.fromisoformat(str(body["sent_at"]))
        return events, clock_offset(timezone.now(), sent_at)

    def take(self, events, offset):
        """A result for each event, in their order; one bad event never stops the others."""
        read = [self.readable(raw) for raw in events]
        lessons = self.lessons({seen.lesson for seen in read if seen})
        return [
            {"event": str(raw.get("event", "")) if isinstance(raw, dict) else "",
             **self.taken(seen, lessons, offset)}
            for raw, seen in zip(events, read, strict=True)
        ]  # fmt: skip

    def readable(self, raw):
        try:
            return seen_in(raw)
        except (ValueError, TypeError, KeyError, OverflowError):
            return None

    def taken(self, seen, lessons, offset):
        if seen is None:
            return {"status": "unreadable"}
        if seen.reader != reader_key(self.person):
            return {"status": "other_reader"}
        if seen.lesson not in lessons:
            return {"status": "unknown"}
        by = self.actor
        taken = take_seen(self.person, lessons[seen.lesson], seen, clock_offset=offset, by=by)
        return {"status": taken.status, "read": taken.is_read}

    def lessons(self, keys):
        """Those that this visitor may see and that belong to a course, by key."""
        return {
            key: lesson
            for key, lesson in lessons_told(keys).items()
            if course_id_of(lesson)
            and all(each.accept_request(self.request) for each in lesson.get_view_restrictions())
        }
