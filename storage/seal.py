"""Sealing: what is personal is unreadable in the database, and still found by exact look-up.

See `docs/adr/0010-sealing.md`.
"""

import base64
import hmac
import json
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from casework.errors import ConfigurationError, QingxinError

_LOOKUP = b"qingxin look-up v1"


class DamagedValue(QingxinError):
    """A sealed value that none of our keys opens: it was altered, or its key is gone."""


class Sealer:
    """Seals with the newest key and opens with any; ``keys`` is newest first.

    Look-ups are an HMAC under a key derived (HKDF) from the OLDEST key, the last one: an old row
    has to be found with the hash it was stored under, also after a new key was put in front.
    Rotation therefore only ever adds in front; `storage.meta.check_keys` notices at the start
    when the last key was taken away or moved.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise ConfigurationError("no encryption key: set QINGXIN_ENCRYPTION_KEYS")
        try:
            fernets = [Fernet(key) for key in keys]
        except ValueError:
            # Without its cause: the message of a parser may quote the key.
            raise ConfigurationError(
                "an encryption key is malformed: each of QINGXIN_ENCRYPTION_KEYS is 32 bytes"
                " in URL-safe base64"
            ) from None
        self._fernet = MultiFernet(fernets)
        oldest = base64.urlsafe_b64decode(keys[-1])
        self._lookup_key = HKDF(SHA256(), length=32, salt=None, info=_LOOKUP).derive(oldest)

    def seal(self, value: bytes | str) -> bytes:
        """Unreadable and tamper-evident; two seals of one value differ."""
        return self._fernet.encrypt(_bytes(value))

    def open(self, sealed: bytes) -> bytes:
        """What was sealed. Raises DamagedValue where no key fits."""
        try:
            return self._fernet.decrypt(sealed)
        except InvalidToken:
            raise DamagedValue("a sealed value is damaged or its key is missing") from None

    def open_text(self, sealed: bytes) -> str:
        """The text that was sealed."""
        return self.open(sealed).decode("utf-8", "surrogatepass")

    def lookup(self, *parts: str) -> str:
        """A keyed hash by which a value is found without being stored.

        The first part names the kind of value, so that equal texts of different kinds differ.
        """
        text = json.dumps(parts).encode("ascii")
        return hmac.new(self._lookup_key, text, "sha256").hexdigest()


def new_key() -> str:
    """A fresh key for the front of the list."""
    return Fernet.generate_key().decode("ascii")


def _bytes(value: bytes | str) -> bytes:
    return value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
