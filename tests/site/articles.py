"""Short articles for scratch sites, one in each language, about the same meeting of nobody real."""

KYRGYZ = """ date 2026-03-02 10:15
Суу чарба кызматы жаңы насос станциясын ачты

Кыргызстандын Суу чарба кызматы дүйшөмбү күнү Чүй облусунда жаңы насос станциясын ачты. Курулушка \
120 миллион сом жумшалды.

Станция 14 айылдын эгин талааларын суу менен камсыз кылат.
"""

RUSSIAN = """2026-03-03
Водная служба открыла насосную станцию

Водная служба Кыргызстана открыла в Чуйской области новую насосную станцию. На строительство \
направили 120 миллионов сомов.

Станция обеспечит водой поля четырнадцати сёл.
"""

ENGLISH = """March 4, 2026
Water service opens a pumping station

Kyrgyzstan's water service has opened a new pumping station in the Chuy region. Construction cost \
120 million soms.

The station will bring water to the fields of fourteen villages.
"""

GOOD = {"a-station.ky.txt": KYRGYZ, "b/station.ru.txt": RUSSIAN, "c/station.en.txt": ENGLISH}
TITLES = (
    "Суу чарба кызматы жаңы насос станциясын ачты",
    "Водная служба открыла насосную станцию",
    "Water service opens a pumping station",
)
