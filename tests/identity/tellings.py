# ruff: noqa: E501 (a paragraph of a text file is one line)
"""Small sites of articles written for these tests, read by the real recognisers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.cli import DEFAULTS
from generator.model.article import SourceFile
from generator.model.site import Briefing, Site
from generator.pipeline import Understanding, tie_together

BRIDGE = {
    "bridge-ky.txt": """2026-03-10
Ош облусунда жаңы көпүрө ачылды

Өзгөн шаарында 10-мартта Кара-Дарыянын үстүнөн салынган көпүрө ачылды. Салтанатка Ош облусунун губернатору Элчибек Жантаев катышты.

Курулушка 48 миллион сом жумшалды, анын 75 пайызы Дүйнөлүк банктын карызы. Жумуш 2024-жылдын 15-майында башталган.

Кыргызстандын транспорт министри Абсаттар Сыргабаев көпүрө Өзбекстанга барчу жүк ташууну жеңилдетерин айтты.
""",
    "bridge-ru.txt": """2026-03-11
В Ошской области открыли новый мост

В Узгене 10 марта открыли мост через Кара-Дарью. В церемонии участвовал губернатор Ошской области Элчибек Жантаев.

На строительство потратили 48 млн сомов, 75 % этой суммы — кредит Всемирного банка. Работы начались 15 мая 2024 года.

Министр транспорта Кыргызстана Абсаттар Сыргабаев сказал, что мост облегчит перевозку грузов в Узбекистан.
""",
    "bridge-en.txt": """2026-03-11
New bridge opens in Osh Region

A bridge over the Kara-Darya river was opened in Uzgen on 10 March. The governor of Osh Region, Elchibek Zhantaev, attended the ceremony.

Construction cost 48 million som, 75 percent of it a loan from the World Bank. Work began on 15 May 2024.

Transport Minister of Kyrgyzstan Absattar Syrgabaev said the bridge would ease freight transport to Uzbekistan.
""",
}
"""One event, told in three languages by articles that do not name one another."""

TALKS = {
    "talks-ky.txt": """2026-03-12
Бишкекте Кыргызстан менен Казакстандын тышкы иштер министрлери жолукту

Кыргызстандын тышкы иштер министри Жээнбек Кулубаев 12-мартта Бишкекте Казакстандын тышкы иштер министри Ермек Көшербаевди кабыл алды.

Былтыр эки өлкөнүн соода жүгүртүүсү 1,7 миллиард долларга жетти. Тараптар аны 3 миллиард долларга чыгарууну көздөшөт.
""",
    "talks-ru.txt": """2026-03-12
Главы МИД Кыргызстана и Казахстана встретились в Бишкеке

Министр иностранных дел Кыргызстана Жээнбек Кулубаев 12 марта принял в Бишкеке министра иностранных дел Казахстана Ермека Кошербаева.

В прошлом году товарооборот двух стран достиг 1,7 млрд долларов. Стороны намерены довести его до 3 млрд долларов.
""",
    "talks-en.txt": """2026-03-13
Foreign ministers of Kyrgyzstan and Kazakhstan meet in Bishkek

Kyrgyz Foreign Minister Jeenbek Kulubaev received the Foreign Minister of Kazakhstan, Yermek Kosherbayev, in Bishkek on 12 March.

Last year trade turnover between the two countries reached 1.7 billion dollars. The sides intend to bring it to 3 billion dollars.
""",
}
"""Another event of the same days and country."""

SCHOOL = {
    "school-ky.txt": """2026-03-10
Таластагы мектепте аба ырайы бекети ачылды

Талас облусундагы Манас айылында 12 окуучу аба ырайын өлчөөчү бекет курду. Айылда 900 киши жашайт, облус борборуна чейин 30 миля.

Мугалим Томас Харди балдар приборду өздөрү чогултканын айтты. Ноябрда алар биринчи маалыматты жөнөтүшкөн.

Жайында бекет 35 градус ысыкты көрсөттү.
""",
    "school-ru.txt": """2026-03-10
В школе Таласа открыли метеостанцию

В селе Манас Таласской области двенадцать учеников построили станцию, которая измеряет погоду. В селе живут 900 человек, до областного центра 30 миль.

Учитель Томас Харди рассказал, что дети собрали прибор сами. В ноябре они отправили первые данные.

Летом станция показала 35 градусов жары.
""",
    "school-en.txt": """2026-03-11
Weather station opens at a school in Talas

In the village of Manas in Talas Region, twelve pupils built a station that measures the weather. The village has 900 people and is 30 miles from the regional centre.

Teacher Thomas Hardy said the children had put the instrument together themselves. They sent their first data in November.

In summer the station showed 35 degrees of heat.
""",
}
"""A third event, whose figures count people, miles and degrees, some of them in words."""

HERD = {
    "herd-ky.txt": """2026-03-11
Суусамыр жайытын бөлүштүрүү боюнча добуш берилди

Суусамыр өрөөнүндө жайыт комитети жаңы эрежелерди кабыл алды, чечимди 58 добуш колдоду. Ага кеминде 60 добуш керек деген талап быйыл алынган.

Өрөөндө 4,2 миң киши жашайт. Бирок жайыттын кеңешчиси Нил Рой эрежелер беш жыл иштей турганын айтты.

Бул ишке Эшворт мырза каршы чыкты. Анын пикиринде, жаңы эреже малчыларга оорчулук келтирет.

Эшворт мырза сотко кайрыларын билдирди. Суусамырдын тургундары аны колдобой турганын айтышты.
""",
    "herd-ru.txt": """2026-03-11
В Суусамыре проголосовали за раздел пастбищ

В Суусамырской долине пастбищный комитет принял новые правила, решение поддержали 58 голосов. Требование набрать не менее 60 голосов в этом году отменили.

В долине живут 4,2 тысячи человек. Но советник по пастбищам Нил Рой сказал, что правила будут действовать пять лет.

Против выступил мистер Эшворт. По его мнению, новое правило создаст трудности для скотоводов.

Мистер Эшворт сообщил, что обратится в суд. Жители Суусамыра сказали, что не поддержат его.
""",
    "herd-en.txt": """2026-03-11
Suusamyr votes on dividing its pastures

In the Suusamyr valley the pasture committee adopted new rules, and 58 votes supported the decision. The demand for at least 60 votes was dropped this year.

The valley has 4,200 people. But the adviser on pastures, Neil Roy, said the rules would work for five years.

Mr Ashworth spoke against it. In his opinion the new rule will make things hard for herders.

Mr Ashworth said he would go to court. The people of Suusamyr said they would not support him.
""",
}
"""A fourth event: rounded numbers, numbers in words, foreigners with little of a name."""

DIG = {
    "dig-ky.txt": """2026-03-12
Көл жээгинен байыркы мүрзөлөр табылды

Көлдүн түндүк жээгинен археологдор он төрт мүрзө казып чыгышты. Экспедицияны 44 жаштагы Хельга Дёрнер жетектейт.

Анын айтымында, алтын буюмдардын баасы 260 миң евро. Казуу иштери 3-апрелге чейин созулат.
""",
    "dig-ru.txt": """2026-03-12
На берегу озера нашли древние могилы

На северном берегу озера археологи раскопали четырнадцать могил. Экспедицию возглавляет 44-летний учёный Хельга Дёрнер.

По её словам, золотые изделия стоят 260 тысяч евро. Раскопки продлятся до 3 апреля.
""",
    "dig-en.txt": """2026-03-12
Ancient graves found at the lake

On the northern shore of the lake archaeologists have uncovered fourteen graves. The expedition is led by Helga Doerner, 44, a scientist.

The gold objects are worth 260,000 euros, she said. The digging will go on until 3 April.
""",
}
"""A fifth event, with an age, a sum in euros and things counted in words."""

MUSEUM = {
    "museum-ky.txt": """2026-03-14
Каракол музейине 70 картина тапшырылды

Каракол шаарындагы музейге 70 картина белекке берилди. Музейдин директору Айжан Токтоналиева аларды 20-апрелден тарта көрсөтүшөрүн айтты.

Картиналарды коллекционер Виктор Лазарев отуз жыл чогулткан.
""",
    "museum-ru.txt": """2026-03-14
Музею в Караколе передали 70 картин

Музею в Караколе подарили 70 картин. Их покажут с 20 апреля, сообщила директор музея Айжан Токтоналиева.

Картины тридцать лет собирал коллекционер Виктор Лазарев.
""",
    "museum-en.txt": """2026-03-14
Karakol museum is given 70 paintings

A museum in Karakol has been given 70 paintings. The museum's director, Aizhan Toktonalieva, said they would be on show from 20 April.

The collector Viktor Lazarev had gathered them for thirty years.
""",
}
"""A sixth event, with people who hold no office of state."""

OTHERS = {
    "snow-ru.txt": """2026-03-11
В Нарыне сошла лавина

На трассе Бишкек — Торугарт 11 марта сошла лавина, движение закрыли на шесть часов. Пострадавших нет, сообщило МЧС Кыргызстана.
""",
    "exhibition-en.txt": """2026-03-12
Felt exhibition opens in Bishkek

The National Museum of Fine Arts in Bishkek opened an exhibition of felt carpets on 12 March. It will run until the end of April.
""",
    "wages-ky.txt": """2026-03-12
Мугалимдердин айлыгы көтөрүлөт

Кыргызстанда мугалимдердин айлыгы сентябрдан тартып 15 пайызга көбөйөт. Бул тууралуу Билим берүү министрлиги билдирди.
""",
    "talks-earlier-ru.txt": """2026-03-09
Кулубаев обсудил с послом Турции открытие рейсов

Министр иностранных дел Кыргызстана Жээнбек Кулубаев 9 марта принял в Бишкеке посла Турции. Обсудили рейсы из Оша в Анталью.
""",
}


@cache
def understanding() -> Understanding:
    return Understanding(DEFAULTS)


@cache
def read(path: str, text: str) -> Briefing:
    """One text file, dated in its first line, as the build understands it."""
    article, _ = understanding().reader.read(SourceFile(path=path, content=text.encode()))
    return understanding().understand(article)


def site(files: Mapping[str, str]) -> Site:
    """A whole site out of files by path; the order of the files is the mapping's."""
    briefings = [read(path, text) for path, text in files.items()]
    return tie_together(briefings, (), understanding().knowledge)


def told(site: Site) -> list[list[str]]:
    """The files of each story, sorted."""
    paths = {briefing.article.id: briefing.article.source.path for briefing in site.briefings}
    return sorted(sorted(paths[article] for article in story.articles) for story in site.stories)
