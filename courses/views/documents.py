"""Documents, sound and film as they are handed out: whole, or the part that a player asks for."""

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.documents.models import document_served
from wagtail.documents.views import serve

from courses.adapters.stored_parts import StoredPart
from courses.rules.byte_ranges import NotInFile, asked_part, is_same_file


def serve_document(request, document_id, document_filename):
    """Stands at the address `wagtaildocs_serve` in the place of Wagtail's own view, which knows no
    parts: the same hooks refuse the same readers. Where a site sends files another way, it is
    Wagtail's view."""
    if not _is_sent_from_here():
        return serve.serve(request, document_id, document_filename)
    document = get_object_or_404(get_document_model(), pk=document_id)
    if document.filename != document_filename:
        raise Http404
    for hook in hooks.get_hooks("before_serve_document"):
        if isinstance(refused := hook(document, request), HttpResponseBase):
            return refused
    answer = document_answer(request, document, content_type=document.content_type)
    if getattr(settings, "WAGTAILDOCS_BLOCK_EMBEDDED_CONTENT", True):
        answer["Content-Security-Policy"] = "default-src 'none'"
    if answer.status_code == 200 or answer.get("Content-Range", "").startswith("bytes 0-"):
        document_served.send(sender=type(document), instance=document, request=request)
    return answer


def document_answer(request, document, *, content_type: str, as_attachment: bool | None = None):
    """The document as an answer: 200, 206, 304 or 416. Asks nobody whether it may be seen.

    Never compressed on the way: a part of a compressed file is no part of the file, and the tag of
    the file would not be its own. Raises Http404 where the file is missing.
    """
    request.META["HTTP_ACCEPT_ENCODING"] = "identity"
    etag = f'"{document.file_hash}"' if document.file_hash else ""
    answer = get_conditional_response(request, etag=etag) if etag else None
    if answer is None:
        answer = _answer(request, document, etag, content_type)
    if as_attachment is None:
        as_attachment = document.content_disposition != "inline"
    answer["Accept-Ranges"] = "bytes"
    answer["X-Content-Type-Options"] = "nosniff"
    if etag:
        answer["ETag"] = etag
    if disposition := content_disposition_header(as_attachment, document.filename):
        answer["Content-Disposition"] = disposition
    return answer


def _answer(request, document, etag: str, content_type: str):
    try:
        stored = StoredPart(document.file.storage, document.file.name)
    except FileNotFoundError as error:
        raise Http404 from error
    try:
        part = _part(request, stored.size, etag)
    except NotInFile:
        stored.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{stored.size}"})
    headers = {"Content-Length": str(stored.size)}
    if part:
        stored.limit_to(part.first, part.length)
        span = f"bytes {part.first}-{part.last}/{stored.size}"
        headers = {"Content-Length": str(part.length), "Content-Range": span}
    status = 206 if part else 200
    return StreamingHttpResponse(stored, status=status, content_type=content_type, headers=headers)


def _part(request, size: int, etag: str):
    """None where the whole is to be sent; only GET asks for parts."""
    if request.method != "GET" or not is_same_file(request.headers.get("If-Range", ""), etag):
        return None
    return asked_part(request.headers.get("Range", ""), size)


def _is_sent_from_here() -> bool:
    method = getattr(settings, "WAGTAILDOCS_SERVE_METHOD", None)
    return method == "serve_view" and not hasattr(settings, "SENDFILE_BACKEND")
