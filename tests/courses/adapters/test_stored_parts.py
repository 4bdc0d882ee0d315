"""Parts of files on the disk and in a bucket."""

from io import BytesIO

import pytest
from botocore.response import StreamingBody
from botocore.stub import Stubber
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from storages.backends.s3 import S3Storage

from courses.adapters import stored_parts
from courses.adapters.stored_parts import StoredPart

DATA = bytes(range(250)) * 4


def read(part):
    data = b"".join(part)
    part.close()
    return data


def test_a_file_on_the_disk_is_read_in_pieces_from_where_it_is_asked(tmp_path, monkeypatch):
    monkeypatch.setattr(stored_parts, "CHUNK", 64)
    disk = FileSystemStorage(tmp_path)
    name = disk.save("film.mp4", ContentFile(DATA))
    part = StoredPart(disk, name)
    assert part.size == 1000
    part.limit_to(300, 200)
    assert read(part) == DATA[300:500]
    assert part.file.closed
    assert read(StoredPart(disk, name)) == DATA
    with pytest.raises(FileNotFoundError):
        StoredPart(disk, "lost.mp4")


def test_a_bucket_is_asked_for_just_these_bytes():
    storage = S3Storage(
        bucket_name="sala", location="media", access_key="a", secret_key="b", region_name="nowhere"
    )
    one = {"Bucket": "sala", "Key": "media/film.mp4"}
    with Stubber(storage.connection.meta.client) as bucket:
        bucket.add_response("head_object", {"ContentLength": 1000}, one)
        body = StreamingBody(BytesIO(DATA[300:500]), 200)
        bucket.add_response("get_object", {"Body": body}, {**one, "Range": "bytes=300-499"})
        bucket.add_client_error("head_object", "404", http_status_code=404, expected_params=one)
        part = StoredPart(storage, "film.mp4")
        part.limit_to(300, 200)
        assert (part.size, read(part)) == (1000, DATA[300:500])
        with pytest.raises(FileNotFoundError):
            StoredPart(storage, "film.mp4")
        bucket.assert_no_pending_responses()
