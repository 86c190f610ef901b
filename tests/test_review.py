"""What an editor is asked to settle, and that the lines offered settle it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from generator.cli import DEFAULTS, main
from generator.model.article import SourceFile
from generator.model.ids import EntityId
from generator.model.names import Role
from generator.model.site import Doubt, Site
from generator.pipeline import Pipeline
from generator.rendering.review import Open, listed, summarised

TEMPLATES = Path(__file__).parents[1] / "templates"
ARTICLES = {
    "a/2026-03-01.txt": "Мектеп\n\nКеңешчи Айзада Маматова Нарында мектеп ачты.",
    "a/2026-03-02.txt": "Школа\n\nЗаместитель директора Олег Гринько открыл школу в Нарыне.",
    "a/2026-03-02.yml": "facts:\n  - hide: Ош\n",
    "a/2026-03-03.txt": "Школа\n\nЗаместитель директора Олег Гринько посадил дерево. Он рад.",
}


@cache
def pipeline() -> Pipeline:
    return Pipeline(DEFAULTS, templates=TEMPLATES)


def site(files: dict[str, str]) -> Site:
    return pipeline().understand_all(
        SourceFile(path=path, content=text.encode()) for path, text in files.items()
    )


def opened(found: Site, kind: str) -> list[Open]:
    return [item for item in pipeline().review_of(found) if item.kind == kind]


def pasted(item: Open, answer: int = 0) -> dict[str, str]:
    """The note that following an answer makes."""
    action, lines = item.answers[answer]
    path = re.search(r"content/(\S+\.md)", action)
    assert path is not None
    return {path[1]: "\n".join(lines) + "\n"}


def test_a_name_is_offered_to_check_and_the_lines_settle_it() -> None:
    before = site(ARTICLES)
    first, *_ = opened(before, "missing-name")
    assert first.question.startswith("Олег Гринько (")  # in more briefings than the others
    assert "ky, en" in first.question
    (note,) = pasted(first).items()
    after = site({**ARTICLES, note[0]: note[1]})
    assert [notice for notice in after.notices if notice.severity == "error"] == []
    assert len(opened(after, "missing-name")) == len(opened(before, "missing-name")) - 1


def test_the_names_that_a_note_has_are_kept() -> None:
    (key,) = [
        id_.partition(":")[2] for id_, one in site(ARTICLES).entities.items() if "Олег" in str(one)
    ]
    note = {f"people/{key}.md": "---\nnames:\n  ru: Олег Гринько\n  ky: Олег Гринько\n---\n"}
    (item,) = [
        item for item in opened(site({**ARTICLES, **note}), "missing-name") if key in item.question
    ]
    ((action, lines),) = item.answers
    assert action.startswith("Write in place of `names:`")
    assert [line.split(":")[0].strip() for line in lines] == ["names", "ky", "ru", "en"]


def test_what_must_be_written_by_hand_is_left_blank_and_not_taken_for_a_name() -> None:
    english = {"a/2026-03-01.txt": "A school\n\nOliver Stonebridge opened a school in Naryn."}
    item = opened(site(english), "missing-name")[0]
    ((_, lines),) = item.answers
    assert "  ky: …" in lines
    ((path, text),) = pasted(item).items()
    after = site({**english, path: text})
    assert [(n.path, n.severity) for n in after.notices] == [(path, "error")]
    ((action, lines),) = opened(after, "missing-name")[0].answers
    assert action.startswith("Mend")
    assert "---" not in lines


def test_a_title_of_no_known_office_is_listed_until_it_is_noted() -> None:
    found = site(ARTICLES)
    items = [item for item in opened(found, "unknown-office") if "аместитель" in item.question]
    ((path, text),) = pasted(items[0]).items()
    note = {path: re.sub(r", office: …, country: …", "", text)}
    after = site({**ARTICLES, **note})
    assert [notice for notice in after.notices if notice.severity == "error"] == []
    assert not [item for item in opened(after, "unknown-office") if "аместитель" in item.question]


def test_a_stale_correction_is_listed_last() -> None:
    items = pipeline().review_of(site(ARTICLES))
    assert items[-1].kind == "stale-correction"
    assert items[-1].question.startswith("content/a/2026-03-02.yml:2: ")


def test_a_doubtful_pair_comes_first_with_both_answers() -> None:
    found = site(ARTICLES)
    left, right = sorted(id_ for id_, one in found.entities.items() if one.kind == "person")
    doubtful = replace(found, doubts=(Doubt(first=left, second=right, reason="alike"),))
    first, *_ = pipeline().review_of(doubtful)
    assert first.kind == "doubtful-pair"
    assert "alike" in first.question
    for answer, key in enumerate(("same_as", "not_same_as")):
        ((path, text),) = pasted(first, answer).items()
        assert f"{key}: [" in text
        assert "names:" in text
        ruled = site({**ARTICLES, path: text})
        assert [notice for notice in ruled.notices if notice.severity == "error"] == []
        people = [one for one in ruled.entities.values() if one.kind == "person"]
        assert len(people) == (1 if key == "same_as" else 2)


def test_the_answer_adds_to_a_note_that_exists() -> None:
    found = site(ARTICLES)
    left, right = sorted(id_ for id_, one in found.entities.items() if one.kind == "person")
    key = left.partition(":")[2]
    noted = site({**ARTICLES, f"people/{key}.md": "---\nsame_as: [old-name]\n---\n"})
    assert EntityId(left) in noted.entities
    other = right.partition(":")[2]
    for first, second in ((left, right),):
        doubtful = replace(noted, doubts=(Doubt(first=first, second=second, reason="alike"),))
        texts = [line for _, lines in pipeline().review_of(doubtful)[0].answers for line in lines]
    assert f"same_as: [old-name, {other}]" in texts or any(f"[{key}]" in line for line in texts)


def test_the_log_has_one_line() -> None:
    assert summarised(()) == ""
    line = summarised(pipeline().review_of(site(ARTICLES)))
    assert "\n" not in line
    assert "1 × corrections that no longer apply" in line


def test_long_lists_are_cut_unless_all_is_asked_for() -> None:
    items = [Open(kind="missing-name", question=f"question {n}", answers=()) for n in range(25)]
    short, whole = ("\n".join(listed(items, everything=e)) for e in (False, True))
    assert "and 5 more" in short
    assert "question 24" not in short
    assert "question 24" in whole
    assert list(listed((), everything=False)) == ["Nothing is open."]


def test_the_command(tmp_path: Path) -> None:
    for name, text in ARTICLES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["review", "--content", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert "# Names that a language of the site does not have" in done.output
    assert "    ---\n    names:\n" in done.output


def test_a_correction_that_changed_is_read_again() -> None:
    """`mkdocs serve` remembers articles between builds."""
    mended = {**ARTICLES, "a/2026-03-02.yml": "facts:\n  - confirm: Олег Гринько\n"}
    assert opened(site(ARTICLES), "stale-correction")
    assert not opened(site(mended), "stale-correction")
    assert opened(site(ARTICLES), "stale-correction")


def test_surnames_alone_of_one_person_are_one_question() -> None:
    found = site(ARTICLES)
    bearer = next(id_ for id_, one in found.entities.items() if "Олег" in str(one.names))
    alone = [EntityId(f"person:grinko-{n}") for n in range(3)]
    doubts = tuple(
        Doubt(first=min(bearer, one), second=max(bearer, one), reason="surname alone")
        for one in alone
    )
    (item,) = opened(replace(found, doubts=doubts), "doubtful-pair")
    ((_, text),) = pasted(item).items()
    assert "same_as: [grinko-0, grinko-1, grinko-2]" in text


def test_a_name_is_proposed_in_the_letters_of_the_language() -> None:
    kyrgyz = {"a/2026-03-01.txt": "Мектеп\n\nКеңешчи Өмүрбек Сманов Нарында мектеп ачты."}
    ((_, lines),) = opened(site(kyrgyz), "missing-name")[0].answers
    assert '  ru: "Омурбек Сманов"   # a proposal, please check' in lines


def test_a_title_of_several_people_asks_for_no_note_of_one() -> None:
    chiefs = {
        f"a/2026-03-0{n}.txt": f"Иш\n\nБул тууралуу башчы {name} айтты. Ал Нарында болду."
        for n, name in enumerate(("Эсен Сманов", "Кылыч Таиров"), start=1)
    }
    items = [item for item in opened(site(chiefs), "unknown-office") if "`башчы`" in item.question]
    assert [lines for item in items for _, lines in item.answers] == [()]


PRESIDENTS = {
    f"a/2026-03-0{day}.txt": f"Сапар\n\nКазакстандын президенти {name} Нарынга келди."
    for day, name in enumerate(
        ("Касым-Жомарт Токаев", "Эсен Сманов", "Касым-Жомарт Токаев"), start=1
    )
}


def test_a_second_holder_of_an_office_is_listed_and_the_lines_take_the_title_back() -> None:
    (item,) = opened(site(PRESIDENTS), "two-holders")
    assert "Эсен Сманов" in item.question
    assert "Токаев" in item.question
    ((action, lines),) = item.answers
    path = action.split("content/")[1].rstrip(":")
    after = site({**PRESIDENTS, path: "\n".join(lines) + "\n"})
    assert [notice for notice in after.notices if notice.severity == "error"] == []
    assert not opened(after, "two-holders")
    assert not opened(after, "stale-correction")


def test_a_successor_is_no_second_holder() -> None:
    followed = {path: text for path, text in PRESIDENTS.items() if "03-03" not in path}
    assert not opened(site(followed), "two-holders")


def test_offices_of_two_states_at_one_time_are_listed_with_both_answers() -> None:
    files = {
        "a/2026-03-01.txt": "Сапар\n\nКазакстандын тышкы иштер министри Эсен Сманов келди.",
        "a/2026-03-02.txt": "Сапар\n\nКазакстандын тышкы иштер министри Эсен Сманов кетти.",
    }
    found = site(files)
    (id_,) = [id_ for id_, one in found.entities.items() if one.kind == "person"]
    mixed = replace(
        found,
        briefings=tuple(
            replace(
                briefing,
                facts=tuple(
                    replace(fact, value=replace(fact.value, country="KG"))
                    if place == 0 and isinstance(fact.value, Role)
                    else fact
                    for fact in briefing.facts
                ),
            )
            for place, briefing in enumerate(found.briefings)
        ),
    )
    (item,) = opened(mixed, "two-states")
    assert "KG and KZ" in item.question
    ((path, text),) = pasted(item).items()
    assert path == f"people/{id_.partition(':')[2]}-kg.md"
    ruled = site({**files, path: text})
    assert [notice for notice in ruled.notices if notice.severity == "error"] == []
