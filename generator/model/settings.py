"""What the site's owner chose, free of the program that read it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.ids import CountryCode, LanguageCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Options of the `briefing` plugin, checked."""

    interface_languages: tuple[LanguageCode, ...]
    """The first one is where the language door sends a reader without a preference we have."""
    time_zone: str = "Asia/Bishkek"
    """IANA name: the zone of times that come without one."""
    home_country: CountryCode | None = None
    """Whose offices are meant where a text says `the president` and no more."""
    site_name: str = ""
    site_url: str = ""
    demonstration: bool = False
    """Whether every page says that the content is a demonstration."""
