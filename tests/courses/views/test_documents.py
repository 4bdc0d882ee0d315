"""Documents, sound and film: whole and in parts, with the doors of their collections."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.documents.models import document_served
from wagtail.models import Collection, CollectionViewRestriction

pytestmark = pytest.mark.django_db
DATA = bytes(range(250)) * 400


@pytest.fixture
def film(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document = get_document_model().objects.create(
        title="Fire drill", file=ContentFile(DATA, name="drill.mp4")
    )
    document.get_file_hash()
    return document


def asked(client, document, range_="", **headers):
    wanted = {"Accept-Encoding": "gzip", **headers, **({"Range": range_} if range_ else {})}
    return client.get(document.url, headers=wanted)


def test_a_player_gets_the_part_that_it_asks_for(client, film):
    whole = asked(client, film)
    assert (whole.status_code, whole.getvalue(), whole["Content-Length"]) == (200, DATA, "100000")
    assert whole["Accept-Ranges"] == "bytes" and "Content-Encoding" not in whole
    assert whole["Content-Type"] == "video/mp4" and whole["X-Content-Type-Options"] == "nosniff"
    assert whole["Content-Security-Policy"] == "default-src 'none'"
    assert whole["ETag"] == f'"{film.file_hash}"'
    assert whole["Content-Disposition"].startswith("attachment")

    for header, span in (
        ("bytes=0-1", (0, 2)),
        ("bytes=99000-", (99_000, 100_000)),
        ("bytes=-10", (99_990, 100_000)),
    ):
        part = asked(client, film, header)
        first, end = span
        assert (part.status_code, part.getvalue()) == (206, DATA[first:end])
        assert part["Content-Range"] == f"bytes {first}-{end - 1}/100000"
        assert part["Content-Length"] == str(end - first) and "Content-Encoding" not in part


def test_what_is_not_in_the_file_is_refused_with_its_size(client, film):
    answer = asked(client, film, "bytes=100000-")
    assert (answer.status_code, answer["Content-Range"]) == (416, "bytes */100000")
    assert answer.content == b""


def test_a_changed_file_is_sent_whole_and_a_known_one_not_again(client, film):
    tag = f'"{film.file_hash}"'
    assert asked(client, film, "bytes=0-1", **{"If-Range": tag}).status_code == 206
    assert asked(client, film, "bytes=0-1", **{"If-Range": '"old"'}).status_code == 200
    assert asked(client, film, "bytes=0-1", **{"If-None-Match": tag}).status_code == 304


def test_head_tells_the_size_and_sends_nothing(client, film):
    answer = client.head(film.url, headers={"Range": "bytes=0-1"})
    assert (answer.status_code, answer["Content-Length"]) == (200, "100000")
    assert answer["Accept-Ranges"] == "bytes" and b"".join(answer) == b""


def test_a_restricted_file_is_closed_in_parts_too(client, film, staff_user):
    film.collection = Collection.get_first_root_node().add_child(name="Group only")
    film.save()
    CollectionViewRestriction.objects.create(
        collection=film.collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    assert asked(client, film, "bytes=0-1").status_code == 302
    client.force_login(staff_user)
    assert asked(client, film, "bytes=0-1").status_code == 206


def test_a_film_seen_in_parts_is_told_once(client, film):
    told = []
    document_served.connect(lambda **_: told.append(1), weak=False, dispatch_uid="told")
    try:
        for header in ("bytes=0-", "bytes=500-600", "bytes=-1"):
            asked(client, film, header)
    finally:
        document_served.disconnect(dispatch_uid="told")
    assert len(told) == 1


def test_a_lost_file_is_not_found(client, film):
    film.file.storage.delete(film.file.name)
    assert asked(client, film, "bytes=0-1").status_code == 404


def test_a_site_may_send_files_another_way(client, film, settings):
    settings.WAGTAILDOCS_SERVE_METHOD = "redirect"
    assert asked(client, film, "bytes=0-1").url == film.file.url
