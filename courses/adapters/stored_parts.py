"""Bytes of a stored file, as many as are asked for: from the disk, or from a bucket that is asked
for just these bytes."""

from collections.abc import Iterator

CHUNK = 64 * 1024


class StoredPart:
    """Bytes `first` to `last` of the file `name` in a storage of Django, read while it is sent.
    Raises FileNotFoundError at once where there is no such file."""

    def __init__(self, storage, name: str):
        self.file = storage.open(name, "rb")
        self.size = self.file.size
        self.first, self.length = 0, self.size
        self._body = None

    def limit_to(self, first: int, length: int) -> None:
        """Only so many bytes from `first` on."""
        self.first, self.length = first, length

    def __iter__(self) -> Iterator[bytes]:
        remote = getattr(self.file, "obj", None)
        return self._from_bucket(remote) if remote is not None else self._from_disk()

    def _from_disk(self) -> Iterator[bytes]:
        self.file.seek(self.first)
        left = self.length
        while left and (chunk := self.file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk

    def _from_bucket(self, remote) -> Iterator[bytes]:
        """Files of S3 say which object they stand for; reading them would load it whole first."""
        if self.length:
            last = self.first + self.length - 1
            self._body = remote.get(Range=f"bytes={self.first}-{last}")["Body"]
            yield from self._body.iter_chunks(CHUNK)

    def close(self) -> None:
        if self._body is not None:
            self._body.close()
        if getattr(self.file, "obj", None) is None:
            self.file.close()
