"""Every setting, ``QINGXIN_…``, from the environment, a ``.env`` file, or files named ``…_FILE``."""

import os
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from casework.errors import ConfigurationError
from casework.site_link import BOT_NAME

PREFIX = "QINGXIN_"
PILOT = Path(__file__).parent.parent / "district" / "jianxi"


class _Files(PydanticBaseSettingsSource):
    """``QINGXIN_WORKER_BOT_TOKEN_FILE=/run/secrets/token``: how containers hand secrets over."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        del field
        path = os.environ.get(f"{PREFIX}{field_name.upper()}_FILE")
        if path is None:
            return None, field_name, False
        try:
            return Path(path).read_text(encoding="utf-8").strip(), field_name, False
        except OSError as error:
            raise ConfigurationError(
                f"{PREFIX}{field_name.upper()}_FILE: {path} cannot be read ({error.strerror})"
            ) from None

    def __call__(self) -> dict[str, Any]:
        found = {}
        for name, field in self.settings_cls.model_fields.items():
            value, key, _ = self.get_field_value(field, name)
            if value is not None:
                found[key] = value
        return found


class Settings(BaseSettings):
    """What a district can set; each has a default with which the house starts."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_file_encoding="utf-8", extra="ignore"
    )

    database_url: str = "sqlite:///var/qingxin.db"
    worker_bot_token: SecretStr | None = None
    worker_bot_name: str | None = None
    officer_bot_token: SecretStr | None = None
    telegram_api_base: str | None = None
    encryption_keys: SecretStr | None = None
    district: Path = PILOT
    evidence_url: str = "var/evidence"
    rasa_url: str | None = None
    rasa_token: SecretStr | None = None
    metrics_port: int | None = Field(default=None, ge=0, le=65535)

    @field_validator(
        "worker_bot_token",
        "worker_bot_name",
        "officer_bot_token",
        "encryption_keys",
        "rasa_url",
        "rasa_token",
        "metrics_port",
        mode="before",
    )
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("worker_bot_name")
    @classmethod
    def _is_a_user_name(cls, value: str | None) -> str | None:
        name = value.removeprefix("https://t.me/").removeprefix("@") if value else None
        if name is not None and not BOT_NAME.fullmatch(name):
            raise ValueError("a bot's user name has 5 to 32 letters, digits and _")
        return name

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is set outright wins over a file that is only pointed to."""
        del file_secret_settings
        return init_settings, env_settings, dotenv_settings, _Files(settings_cls)


def read_settings(**given: Any) -> Settings:
    """The settings; one line of ConfigurationError where one of them cannot be."""
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = f"{PREFIX}{'_'.join(str(p) for p in first['loc']).upper()}"
        raise ConfigurationError(f"{name}: {first['msg']}") from None
