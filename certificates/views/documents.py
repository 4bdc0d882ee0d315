"""What programs read to check a credential: the issuer's public keys and the status lists."""

from django.core.cache import cache
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control

from certificates.actions.credentials import signed_status_list
from certificates.adapters.keys import NoSigningKey
from certificates.queries.identity import issuer_did, known_keys
from certificates.rules.identity import did_document
from courses.views.base import SalaView

#: Seconds for which a list may be handed out again.
FRESH = 60


@method_decorator(cache_control(public=True, max_age=FRESH), "dispatch")
class OpenView(SalaView):
    """Something public that scripts of other sites may read as well."""

    policy = "public"

    def get(self, request, *args, **kwargs):
        response = self.document()
        response["Access-Control-Allow-Origin"] = "*"
        return response


class IdentityView(OpenView):
    """The DID document; nothing is there for an issuer without keys."""

    def document(self):
        keys = [(key.id, key.public, key.stolen) for key in known_keys()]
        if not keys:
            raise Http404
        return JsonResponse(did_document(issuer_did(), keys), content_type="application/did+json")


class StatusListView(OpenView):
    """The signed list of which certificates of a series are withdrawn or replaced."""

    def document(self):
        series = self.kwargs["series"]
        key = f"certificates-status-{series}"
        text = cache.get(key)
        if text is None:
            try:
                text = signed_status_list(series)
            except NoSigningKey as error:
                raise Http404 from error
            cache.set(key, text, FRESH)
        if not text:
            raise Http404
        return HttpResponse(text, content_type="application/vc+ld+json")
