"""A report on reach, invented from the first to the last figure."""

from datetime import date

from courses.adapters.paper.facts import Party, Words
from courses.adapters.paper.illustrations import Illustration
from courses.adapters.paper.report_facts import Definition, Figure, Report, Table, Target
from courses.rules.calendar_words import digits, month, number
from courses.rules.charts import Part, Stack, stacked
from courses.rules.province_tiles import province_tiles
from tests.courses.adapters.paper.samples import PROGRAMME
from tests.courses.adapters.printing.samples import picture

WOMEN = (786, 1010, 1380, 459, 1292, 1196, 1106, 1110, 829)
MEN = (230, 312, 408, 182, 490, 466, 436, 380, 246)
UNKNOWN = (6, 11, 12, 9, 14, 11, 9, 10, 10)
PROVINCES = {
    "en": (
        *("Banteay Meanchey", "Battambang", "Kampong Cham", "Kampong Chhnang", "Kampong Speu"),
        *("Kampong Thom", "Kampot", "Kandal", "Koh Kong", "Kratie", "Mondulkiri", "Phnom Penh"),
        *("Preah Vihear", "Prey Veng", "Pursat", "Ratanakiri", "Siem Reap", "Preah Sihanouk"),
        *("Stung Treng", "Svay Rieng", "Takeo", "Oddar Meanchey", "Kep", "Pailin"),
        "Tboung Khmum",
    ),
    "km": (
        *("បន្ទាយមានជ័យ", "បាត់ដំបង", "កំពង់ចាម", "កំពង់ឆ្នាំង", "កំពង់ស្ពឺ", "កំពង់ធំ", "កំពត"),
        *("កណ្តាល", "កោះកុង", "ក្រចេះ", "មណ្ឌលគិរី", "ភ្នំពេញ", "ព្រះវិហារ", "ព្រៃវែង", "ពោធិ៍សាត់"),
        *("រតនគិរី", "សៀមរាប", "ព្រះសីហនុ", "ស្ទឹងត្រែង", "ស្វាយរៀង", "តាកែវ", "ឧត្តរមានជ័យ", "កែប"),
        *("ប៉ៃលិន", "ត្បូងឃ្មុំ"),
    ),
}
COUNTS = (
    *(96, 268, 396, 548, 2035, 74, 122, 1764, "‹5", 38, 0, 4218, 9, 187, 61, 6, 214, 431, 8, 702),
    *(986, 12, 0, "‹5", 44),
)
EN = {
    "title": "Who the training reached", "programme": PROGRAMME.en,
    "period": "1 January to 30 September 2026",
    "filters": "All courses · all provinces · garment and footwear factories",
    "as_at": "As at Thursday 15 October 2026, 09:30",
    "names": ("people", "participations", "attendances"),
    "what": (
        "Different persons with at least one session attended in the period, trainers left out. "
        "Somebody who came to two courses counts once.",
        "A person in a run, counted in the period in which she first attended it.",
        "Attendances at single sessions: half a day each as a rule.",
    ),
    "bounds": "While 41 possible doubles are open, between 9,795 and 9,836 people.",
    "by_month": "Participations by month", "by_province": "By province of the workplace",
    "parts": ("Women", "Men", "Unknown"), "month": "Month", "all": "All",
    "more": "%(low)s and more",
    "told": "March is highest with 1,800.", "targets": "Targets of the agreement",
    "target": ("People reached", "Women among them", "Factories reached", "Union leaders trained"),
    "of": "%s of %s", "role": "By role at the time", "province": "By province of the workplace",
    "heads": ("Role", "Participations", "Women", "Men", "Unknown", "Women’s share"),
    "province_heads": ("Province", "Participations"),
    "roles": (
        *("Workers", "Line leaders and supervisors", "Worker representatives", "Union leaders"),
        *("Managers and personnel staff", "Government officials", "Role unknown"),
    ),
    "note": "Participations. The share is that of women among those whose sex is known.",
    "notes": "About the data",
    "facts": (
        ("Sex unknown", "141 participations; they stay in every total."),
        ("Possible doubles", "41 pairs of records wait for a decision."),
        ("Open sheets", "3 registers of the period are still open."),
        ("Hidden figures", "‹5: hidden, since this figure or one beside it is below five."),
    ),
    "definitions": "Definitions", "snapshot": "Snapshot S-2026-014, frozen by Lim Bopha",
    "page": "Page %s of %s", "left_out": "%s more rows are in the workbook.",
}  # fmt: skip
KM = {
    "title": "វគ្គបណ្តុះបណ្តាលបានទៅដល់អ្នកណាខ្លះ", "programme": PROGRAMME.km,
    "period": "១ មករា ដល់ ៣០ កញ្ញា ២០២៦", "filters": "គ្រប់វគ្គ · គ្រប់ខេត្ត · រោងចក្រកាត់ដេរ និងស្បែកជើង",
    "as_at": "គិតត្រឹមថ្ងៃព្រហស្បតិ៍ ទី១៥ ខែតុលា ឆ្នាំ២០២៦ ម៉ោង ០៩:៣០",
    "names": ("មនុស្ស", "ការចូលរួម", "វត្តមាន"),
    "what": (
        "មនុស្សផ្សេងៗគ្នាដែលមានវត្តមានយ៉ាងហោចម្តងក្នុងរយៈពេលនេះ មិនរាប់គ្រូ។ អ្នកដែលមកពីរវគ្គ រាប់តែម្តង។",
        "មនុស្សម្នាក់ក្នុងវគ្គមួយ រាប់ក្នុងរយៈពេលដែលគាត់មកលើកដំបូង។",
        "វត្តមានក្នុងវេននីមួយៗ ជាធម្មតាមួយវេនគឺកន្លះថ្ងៃ។",
    ),
    "bounds": "ដោយសារនៅមាន ៤១ ករណីអាចជាន់គ្នា ចំនួនមនុស្សគឺចន្លោះពី ៩.៧៩៥ ដល់ ៩.៨៣៦ នាក់។",
    "by_month": "ការចូលរួមតាមខែ", "by_province": "តាមខេត្តនៃកន្លែងធ្វើការ",
    "parts": ("ស្រី", "ប្រុស", "មិនដឹង"), "month": "ខែ", "all": "ទាំងអស់", "more": "%(low)s ឡើងទៅ",
    "told": "ខែមីនាខ្ពស់ជាងគេ មាន ១.៨០០។", "targets": "គោលដៅក្នុងកិច្ចព្រមព្រៀង",
    "target": ("មនុស្សបានទៅដល់", "ក្នុងនោះស្រី", "រោងចក្របានទៅដល់", "មេដឹកនាំសហជីពបានបណ្តុះបណ្តាល"),
    "of": "%s ក្នុង %s", "role": "តាមតួនាទីពេលនោះ", "province": "តាមខេត្តនៃកន្លែងធ្វើការ",
    "heads": ("តួនាទី", "ការចូលរួម", "ស្រី", "ប្រុស", "មិនដឹង", "ភាគរយស្រី"),
    "province_heads": ("ខេត្ត", "ការចូលរួម"),
    "roles": (
        *("កម្មករ", "ប្រធានក្រុម ឬមេការ", "តំណាងកម្មករ", "មេដឹកនាំសហជីព"),
        *("អ្នកគ្រប់គ្រង និងបុគ្គលិក", "មន្ត្រីរាជការ", "មិនដឹងតួនាទី"),
    ),
    "note": "ការចូលរួម។ ភាគរយគឺស្រីក្នុងចំណោមអ្នកដែលដឹងភេទ។", "notes": "អំពីទិន្នន័យ",
    "facts": (
        ("មិនដឹងភេទ", "ការចូលរួម ១៤១។ នៅតែរាប់ក្នុងចំនួនសរុបទាំងអស់។"),
        ("អាចជាន់គ្នា", "កំណត់ត្រា ៤១ គូ រង់ចាំការសម្រេច។"),
        ("បញ្ជីនៅបើក", "បញ្ជីវត្តមាន ៣ នៃរយៈពេលនេះនៅបើក។"),
        ("តួលេខលាក់", "‹៥៖ លាក់ ព្រោះតួលេខនេះ ឬតួលេខក្បែរវា តូចជាងប្រាំ។"),
    ),
    "definitions": "និយមន័យ", "snapshot": "ការថតទុក S-2026-014 កកដោយ លឹម បុប្ផា",
    "page": "ទំព័រ %s នៃ %s", "left_out": "ជួរដេក %s ទៀតមាននៅក្នុងសៀវភៅការងារ។",
}  # fmt: skip
REFERENCES = ("R1 v1", "R2 v1", "R3 v1")
VALUES = (9836, 12410, 31274)
ROLES = (
    (7648, 6214, 1338, 96), (2068, 1486, 571, 11), (1094, 742, 348, 4), (793, 391, 402, 0),
    (472, 268, 201, 3), (237, 74, 163, 0), (98, 52, 19, 27),
)  # fmt: skip
TARGETS = ((9836, 12000), (7310, 7200), (214, 250), (391, 600))
HASH = "SHA-256 4f1d0c6a9be27d35 8c11a0f2e6b94d70 51c8e3fa7720bd19 66a3f0d48e5b2c97"


def pictures(language, words):
    days = [date(2026, n, 1) for n in range(1, 10)]
    stacks = [
        Stack(month(day, language, short=True), values)
        for day, *values in zip(days, WOMEN, MEN, UNKNOWN, strict=True)
    ]
    looks = ("women", "men", "unknown")
    parts = [Part(name, look) for name, look in zip(words["parts"], looks, strict=True)]
    chart = stacked(stacks, parts, (words["month"], words["all"]), language)
    codes = [f"{n:02}" for n in range(1, 26)]
    counts = dict(zip(codes, COUNTS, strict=True))
    names = dict(zip(codes, PROVINCES[language], strict=True))
    tiles = province_tiles(counts, names, language, words["more"])
    return (
        Illustration(words["by_month"], words["told"], chart.drawing, chart.key),
        Illustration(words["by_province"], "", tiles.drawing, tiles.key),
    )


def tables(language, words):
    def said(value):
        return value if isinstance(value, str) else number(value, language)

    rows = [
        (name, *map(said, counts), f"{said(round(100 * counts[1] / (counts[1] + counts[2])))} %")
        for name, counts in zip(words["roles"], ROLES, strict=True)
    ]
    total = (words["all"], *map(said, (12410, 9227, 3042, 141)), f"{said(75)} %")
    provinces = [
        (name, said(count)) for name, count in zip(PROVINCES[language], COUNTS, strict=True)
    ]
    return (
        Table(words["role"], words["heads"], rows, total, words["note"]),
        Table(words["province"], words["province_heads"], provinces, (words["all"], said(12410))),
    )


def targets(language, words):
    return [
        Target(
            name,
            words["of"] % (number(done, language), number(aim, language)),
            f"{digits(round(100 * done / aim), language)} %",
            done / aim,
        )
        for name, (done, aim) in zip(words["target"], TARGETS, strict=True)
    ]


def report(language="en", **more):
    words = {"en": EN, "km": KM}[language]
    figures = [
        Figure(number(value, language), name, what, reference)
        for value, name, what, reference in zip(
            VALUES, words["names"], words["what"], REFERENCES, strict=True
        )
    ]
    facts = {
        "language": language, "pictures": pictures(language, words),
        "targets": targets(language, words), "tables": tables(language, words),
        "figures": figures, "targets_title": words["targets"], "notes_title": words["notes"],
        "notes": words["facts"], "definitions_title": words["definitions"],
        "definitions": [
            Definition(figure.reference, figure.name, figure.definition) for figure in figures
        ],
        "parties": (
            Party(PROGRAMME, picture((120, 120))),
            Party(Words("អង្គការ", "Donor"), picture((90, 60))),
        ),
        "fingerprint": HASH, "made_on": date(2026, 10, 15), "unprintable": "(cannot be printed)",
        "page": lambda n, total: words["page"] % (digits(n, language), digits(total, language)),
        "more": lambda n: words["left_out"] % digits(n, language),
        **{
            key: words[key]
            for key in ("title", "programme", "period", "filters", "as_at", "bounds", "snapshot")
        },
    }  # fmt: skip
    return Report(**(facts | more))
