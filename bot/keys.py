"""The keys that seal personal values: given by a setting, or made once on the first start."""

from pathlib import Path

import structlog

from bot.settings import Settings
from casework.errors import ConfigurationError
from storage.seal import Sealer, new_key

MADE_HERE = Path("var/keys")

_log = structlog.get_logger(__name__)


def open_sealer(settings: Settings, made_here: Path = MADE_HERE) -> Sealer:
    """The sealer; keys are comma-separated, the newest first."""
    if settings.encryption_keys is not None:
        text = settings.encryption_keys.get_secret_value()
    else:
        text = _own_keys(made_here)
    return Sealer([key.strip() for key in text.replace("\n", ",").split(",") if key.strip()])


def _own_keys(path: Path) -> str:
    try:
        if path.exists():
            return path.read_text(encoding="ascii")
        path.parent.mkdir(parents=True, exist_ok=True)
        key = new_key()
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(key + "\n", encoding="ascii")
    except OSError as error:
        raise ConfigurationError(
            f"the keys in {path} cannot be read or made ({error.strerror});"
            " set QINGXIN_ENCRYPTION_KEYS"
        ) from None
    _log.warning(
        "a key was made: without this file nobody can read the names again; keep a copy apart",
        file=str(path),
    )
    return key
