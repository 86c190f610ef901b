"""Options of the `briefing` plugin in `mkdocs.yml`."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mkdocs.config import config_options
from mkdocs.config.base import Config

from generator import languages
from generator.errors import SettingsError
from generator.model.ids import CountryCode, LanguageCode
from generator.model.settings import Settings


class BriefingConfig(Config):
    """What the owner of a site may choose; everything has a default."""

    languages = config_options.ListOfItems(
        config_options.Choice(languages.codes()), default=["ky", "ru", "en"]
    )
    """Interface languages, each a tree of its own; the first greets a reader whose language we
    do not have."""

    time_zone = config_options.Type(str, default="Asia/Bishkek")
    """IANA name of the zone of times that an article gives without one."""

    home_country = config_options.Optional(config_options.Type(str))
    """ISO 3166-1 alpha-2 code: whose offices are meant by `the president` and no more."""

    demonstration = config_options.Type(bool, default=False)
    """Whether every page says that the content is a demonstration."""


def settings_of(config: BriefingConfig, *, site_name: str, site_url: str) -> Settings:
    """The options as the rest of the program reads them; raises `SettingsError`."""
    try:
        ZoneInfo(config.time_zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SettingsError(
            f"briefing.time_zone: `{config.time_zone}` is not a time zone; "
            "write one as in `Asia/Bishkek`."
        ) from error
    return Settings(
        interface_languages=tuple(LanguageCode(code) for code in dict.fromkeys(config.languages)),
        time_zone=config.time_zone,
        home_country=CountryCode(config.home_country) if config.home_country else None,
        site_name=site_name,
        site_url=site_url,
        demonstration=config.demonstration,
    )
