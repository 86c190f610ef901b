"""A language: its code, its tables, and hooks for what tables cannot say."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import ClassVar, TypeVar

from generator.lexicon.shapes import Calendar, Countries, Labels, Numerals, Profile, Quotes, Styles
from generator.model.ids import LanguageCode
from generator.tables import load_toml

Shape = TypeVar("Shape")


class Language:
    """Subclass once per language, in the pack's `__init__.py`; `folder` is the pack's own.

    The defaults know nothing of inflection: every word is its own base form.
    """

    code: ClassVar[LanguageCode]
    folder: ClassVar[Path]

    def __init__(self) -> None:
        self._tables: dict[str, object] = {}

    # -- tables ---------------------------------------------------------------------------------

    def table(self, name: str, shape: type[Shape]) -> Shape | None:
        """The pack's `<name>.toml` as `shape`, or `None` where the pack has no such file.

        Raises `TableError` when the file does not have that shape.
        """
        key = f"{name}:{shape.__qualname__}"
        if key not in self._tables:
            path = self.folder / f"{name}.toml"
            self._tables[key] = load_toml(path, shape) if path.exists() else None
        value = self._tables[key]
        assert value is None or isinstance(value, shape)
        return value

    def required(self, name: str, shape: type[Shape]) -> Shape:
        """Like `table`, for a file every pack has; raises `FileNotFoundError` naming it."""
        table = self.table(name, shape)
        if table is None:
            raise FileNotFoundError(f"{self.folder.name}/{name}.toml")
        return table

    @cached_property
    def profile(self) -> Profile:
        return self.required("profile", Profile)

    @cached_property
    def numerals(self) -> Numerals:
        return self.required("numerals", Numerals)

    @cached_property
    def calendar(self) -> Calendar:
        return self.required("calendar", Calendar)

    @cached_property
    def quotes(self) -> Quotes:
        return self.required("quotes", Quotes)

    @cached_property
    def labels(self) -> Labels:
        return self.required("labels", Labels)

    @cached_property
    def countries(self) -> Countries:
        return self.required("countries", Countries)

    @cached_property
    def styles(self) -> Styles:
        return self.table("styles", Styles) or Styles(styles={})

    # -- morphology: hooks with safe defaults -----------------------------------------------------

    def base_forms(self, word: str) -> tuple[str, ...]:
        """Every base form `word` may be an inflected form of, lower case, likeliest first.

        The word itself, lower-cased, is always among them. Case-insensitive.
        """
        return (word.lower(),)

    def base_form(self, word: str) -> str:
        """The likeliest base form, with the capitals of `word` kept where they still stand."""
        return word

    def name_base(self, word: str, *, gender: str | None = None) -> str:
        """The base form of one word of a personal name, capitals kept: `Жээнбековдун`, `Путиным`.

        `gender` is `m`, `f` or `None` where it is not known.
        """
        return self.base_form(word)

    def person_bases(self, words: tuple[str, ...], beside: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The base forms of all words of one personal name, which may agree in gender and case.

        `beside` are words that agree with the name: the title before it, the verb it is subject of.
        """
        return tuple(self.name_base(word) for word in words)

    def name_tags(self, word: str) -> frozenset[str]:
        """What a dictionary knows of `word` as a name, in any inflected form.

        Of `given`, `family`, `patronymic`, `place`, `body` and `common` (an ordinary word, which
        may be a `verb` or a `function` word too), each thing it may be; empty where there is no
        dictionary or it does not have the word.
        """
        return frozenset()

    def forms(self, base: str) -> tuple[str, ...]:
        """Every inflected form of `base`, itself first."""
        return (base,)

    def search_stem(self, word: str) -> str:
        """What is left of a word when a search should not mind its ending; lower case."""
        return word.lower()

    def search_table(self) -> Mapping[str, object]:
        """All that `search_stem` depends on, for the browser, which stems what a reader types.

        `kind` says how it is read (`assets/js/search.js`): `none`, `endings` or `suffixes`.
        """
        return {"kind": "none"}
