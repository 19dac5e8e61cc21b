"""The sealed bytes of evidence: in a folder, or in a bucket (obstore)."""

import asyncio
import contextlib
import hashlib
from pathlib import Path

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError
from obstore.store import LocalStore, ObjectStore, from_url

from casework.errors import BadValue, ConfigurationError, NotFound
from storage.seal import Sealer


class SealedEvidenceFiles:
    """`casework.evidence.EvidenceFiles`.

    A file's name is the keyed hash of its content: the same content is stored once, and a name
    tells nothing to somebody who holds the same file and not the key.
    """

    def __init__(self, store: ObjectStore, sealer: Sealer) -> None:
        self._store = store
        self._sealer = sealer

    async def keep(self, content: bytes) -> str:
        """Seal and store; returns the name under which ``read`` finds it.

        The store puts a file in its place whole or not at all, and keeps the first of two that
        come at once: what stands under a name is always complete.
        """
        stored_as, sealed = await asyncio.to_thread(self._prepared, content)
        with contextlib.suppress(AlreadyExistsError):
            await obstore.put_async(self._store, _path(stored_as), sealed, mode="create")
        return stored_as

    async def read(self, stored_as: str) -> bytes:
        """The bytes as they were sent. Raises NotFound, or DamagedValue for altered ones."""
        if not (stored_as.isascii() and stored_as.isalnum()):
            raise BadValue("not a name of ours")
        try:
            found = await obstore.get_async(self._store, _path(stored_as))
            sealed = await found.bytes_async()
        except FileNotFoundError:
            raise NotFound(f"no file {stored_as}") from None
        return await asyncio.to_thread(self._sealer.open, bytes(sealed))

    def _prepared(self, content: bytes) -> tuple[str, bytes]:
        name = self._sealer.lookup("file", hashlib.sha256(content).hexdigest())
        return name, self._sealer.seal(content)


def open_evidence_files(url: str, sealer: Sealer) -> SealedEvidenceFiles:
    """Evidence at a folder's path, ``file:///…``, ``s3://…`` or ``memory:///``.

    A folder is made where there is none. Raises ConfigurationError for anything else.
    """
    try:
        return SealedEvidenceFiles(_store(url), sealer)
    except (BaseError, OSError, ValueError) as error:
        raise ConfigurationError(f"QINGXIN_EVIDENCE_URL {url}: {_first_line(error)}") from None


def _store(url: str) -> ObjectStore:
    scheme, separator, rest = url.partition("://")
    if separator and scheme != "file":
        return from_url(url)
    return LocalStore(Path(rest if separator else url).resolve(), mkdir=True)


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _path(stored_as: str) -> str:
    # Folders of a few thousand files stay quick to list and to copy.
    return f"{stored_as[:2]}/{stored_as}"
