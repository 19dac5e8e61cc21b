"""Settings: from the environment, a .env file, or files that hold secrets."""

from pathlib import Path

import pytest

from bot.settings import PILOT, read_settings
from casework.errors import ConfigurationError

TOKEN = "1001:of-the-tests"  # noqa: S105 - belongs to nobody


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_everything_has_a_default() -> None:
    """Nothing has to be set: SQLite in ./var, the pilot district, no bots."""
    settings = read_settings()

    assert settings.database_url == "sqlite:///var/qingxin.db"
    assert PILOT == settings.district
    assert settings.worker_bot_token is None
    assert settings.encryption_keys is None


def test_environment_wins_over_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A .env file is read; what the environment says outright counts more."""
    (tmp_path / ".env").write_text(
        "QINGXIN_EVIDENCE_URL=from-file\nQINGXIN_DATABASE_URL=sqlite:///file.db\nOTHER=1\n"
    )
    monkeypatch.setenv("QINGXIN_DATABASE_URL", "sqlite:///environment.db")

    settings = read_settings()

    assert (settings.evidence_url, settings.database_url) == (
        "from-file",
        "sqlite:///environment.db",
    )


def test_a_token_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``…_FILE`` names the file that a container hands over; it is shown nowhere."""
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    monkeypatch.setenv("QINGXIN_WORKER_BOT_TOKEN_FILE", str(tmp_path / "token"))

    settings = read_settings()

    assert settings.worker_bot_token is not None
    assert settings.worker_bot_token.get_secret_value() == TOKEN
    assert TOKEN not in repr(settings)


def test_an_empty_token_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is left empty in a template starts no bot."""
    monkeypatch.setenv("QINGXIN_OFFICER_BOT_TOKEN", "")

    assert read_settings().officer_bot_token is None


def test_an_unreadable_file_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line says which setting and which file."""
    monkeypatch.setenv("QINGXIN_ENCRYPTION_KEYS_FILE", "/nowhere/keys")

    with pytest.raises(ConfigurationError) as refused:
        read_settings()

    line = "QINGXIN_ENCRYPTION_KEYS_FILE: /nowhere/keys cannot be read (No such file or directory)"
    assert line == str(refused.value)


def test_a_wrong_value_names_its_setting() -> None:
    """One line, with the name that has to be set."""
    with pytest.raises(ConfigurationError, match=r"^QINGXIN_DISTRICT: [^\n]*$"):
        read_settings(district=7)
