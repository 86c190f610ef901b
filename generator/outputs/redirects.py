"""Pages that stood at an address once and now send a reader on, in every interface language.

They are left where an editor's note has moved somebody to another id.
"""

from __future__ import annotations

import html
from collections.abc import Iterable

from generator.model.entity import Entity
from generator.model.ids import LanguageCode
from generator.model.page import OutputFile
from generator.model.settings import Settings
from generator.model.site import Site
from generator.rendering import urls

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name}</title>
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body>
<p><a href="{target}">{name}</a></p>
</body>
</html>
"""


class Redirects:
    """One small page for each old address and interface language."""

    def files(self, site: Site, settings: Settings) -> Iterable[OutputFile]:
        """Works without JavaScript; what cannot follow it has a link."""
        for old, new in sorted(site.redirects.items()):
            for language in settings.interface_languages:
                here, there = urls.entity(language, old), urls.entity(language, new)
                if here is None or there is None or new not in site.appearances:
                    continue
                address = urls.site_path(there)
                target = urls.relative(here, there)
                base = settings.site_url.rstrip("/")
                page = _PAGE.format(
                    language=html.escape(language),
                    name=html.escape(_name(site.entities[new], language)),
                    canonical=html.escape(f"{base}/{address}" if base else target),
                    target=html.escape(target),
                )
                yield OutputFile(
                    uri=f"{urls.site_path(here)}index.html", content=page.encode("utf-8")
                )


def _name(entity: Entity, language: LanguageCode) -> str:
    """In the page's language where it is known, else in any."""
    return entity.names.get(language) or next(iter(entity.names.values()), "")
