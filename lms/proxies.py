"""Who is asking, when a proxy stands in front: limits count visitors and not the proxy."""


class VisitorAddress:
    """Takes the visitor's address from the proxy. Only in use with BEHIND_PROXY.

    The last address of X-Forwarded-For is the one that the proxy itself saw; those before it are
    the visitor's word.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        seen = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if seen:
            request.META["REMOTE_ADDR"] = seen
        return self.get_response(request)
