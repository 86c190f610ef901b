"""The language of a whole article, and never a neighbour's for ours."""

from __future__ import annotations

import pytest

from generator.lexicon.detect import detect

TEXTS = {
    "ky": "Айыл өкмөтү жаңы көпүрөнү кышка чейин бүтүрөрүн билдирди. Курулушка жергиликтүү уста"
    " менен жаштар катышып жатат.",
    "ru": "Администрация села сообщила, что новый мост достроят до зимы. В работе участвуют"
    " местные мастера и молодёжь.",
    "en": "The village council said the new bridge would be finished before winter. Local builders"
    " and young people are taking part in the work.",
    "kk": "Ауыл әкімдігі жаңа көпірді қысқа дейін аяқтайтынын хабарлады. Құрылысқа жергілікті"
    " шеберлер мен жастар қатысып жатыр.",
    "tg": "Раёсати деҳа хабар дод, ки пули навро то фасли зимистон ба охир мерасонанд. Дар кор"
    " устоҳои маҳаллӣ ва ҷавонон ширкат мекунанд.",
    "uz": "Қишлоқ ҳокимияти янги кўприк қишгача битишини маълум қилди. Қурилишда маҳаллий усталар"
    " ва ёшлар қатнашмоқда.",
    "tr": "Köy muhtarlığı yeni köprünün kıştan önce biteceğini açıkladı. Çalışmalara yerel ustalar"
    " ve gençler katılıyor.",
    "tt": "Авыл җирлеге яңа күперне кышка кадәр төзеп бетерәчәген хәбәр итте. Эштә җирле осталар"
    " һәм яшьләр катнаша.",
    "uk": "Сільська рада повідомила, що новий міст добудують до зими. У роботі беруть участь"
    " місцеві майстри та молодь, їм допомагає громада.",
    "be": "Сельскі савет паведаміў, што новы мост дабудуюць да зімы. У працы ўдзельнічаюць"
    " мясцовыя майстры і моладзь.",
    "bg": "Селският съвет съобщи, че новият мост ще бъде завършен преди зимата. В работата"
    " участват местни майстори и младежи.",
    "mn": "Сумын захиргаа шинэ гүүрийг өвлөөс өмнө барьж дуусгана гэж мэдэгдлээ. Ажилд нутгийн"
    " урчууд болон залуучууд оролцож байна, хотоос ч хүмүүс ирэв.",
    "fr": "Le conseil du village a annoncé que le nouveau pont serait terminé avant l'hiver. Des"
    " artisans de la région et des jeunes participent aux travaux.",
}
UZBEK = (
    "Qishloq hokimligi yangi ko‘prik qishgacha bitishini ma'lum qildi. Qurilishda mahalliy"
    " ustalar va yoshlar qatnashmoqda."
)


@pytest.mark.parametrize("code", TEXTS)
def test_languages(code: str) -> None:
    assert detect(TEXTS[code]).code == code


def test_uzbek_in_latin_letters() -> None:
    assert detect(UZBEK).code == "uz"


def test_kyrgyz_without_any_of_its_own_letters() -> None:
    text = (
        "Мугалимдер жана окуучулар мектептин короосуна алма отургузушту. Алар иш менен алек болгон."
    )
    assert detect(text).code == "ky"


def test_names_of_neighbours_do_not_tip_the_scale() -> None:
    assert detect(TEXTS["ru"] + " Приехали гости из Өзгөна и Қарақола.").code == "ru"


@pytest.mark.parametrize("text", ["", "2026 — 13:05", "漢字", "…"])
def test_nothing_to_go_by(text: str) -> None:
    assert detect(text).code is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Хоким Самаркандской области приехал на открытие хлебозавода"),
        ("ky", "Кайыктын ээси, 52 жаштагы Карим Усенов полицияда сурак берип жатат."),
    ],
)
def test_one_sentence_without_any_telling_word(code: str, text: str) -> None:
    assert detect(text).code == code
