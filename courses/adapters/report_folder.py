"""Files that go into a folder of a storage; the same name is written over."""

from collections.abc import Sequence

from django.core.files.base import ContentFile
from django.core.files.storage import InvalidStorageError, storages

from courses.adapters.letters import Attachment


class FolderError(Exception):
    """The folder could not be written; its text says why."""


def put(files: Sequence[Attachment], folder: str, alias: str) -> None:
    """Raises FolderError; doing it again does no harm."""
    try:
        storage = storages[alias]
        for file in files:
            name = f"reports/{folder}/{file.name}"
            if storage.exists(name):
                storage.delete(name)
            storage.save(name, ContentFile(file.content))
    except InvalidStorageError as error:
        raise FolderError(str(error)) from error
    except Exception as error:  # what fails depends on the storage: a disk, a bucket
        raise FolderError(f"{type(error).__name__}: {error}") from error
