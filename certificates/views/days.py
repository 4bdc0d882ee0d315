"""The signed daily lists, for archives outside; each stays as it was published."""

from datetime import date

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404

from certificates.models import DailyList
from certificates.queries.identity import check_base, issuer_did
from certificates.views.documents import OpenView


class DaysView(OpenView):
    """Every list with its address and its fingerprint, the newest first."""

    def document(self):
        rows = DailyList.objects.values_list("day", "sha256")
        base = check_base()
        lists = [
            {"day": day.isoformat(), "url": f"{base}/days/{day}.jws", "sha256": sha256}
            for day, sha256 in rows
        ]
        return JsonResponse({"issuer": issuer_did(), "lists": lists})


class DayView(OpenView):
    """One list, as a compact JWS."""

    def document(self):
        try:
            day = date.fromisoformat(self.kwargs["day"])
        except ValueError as error:
            raise Http404 from error
        row = get_object_or_404(DailyList, day=day)
        return HttpResponse(row.content, content_type="application/jose")
