"""A page with every kind of chart, to be looked at; all figures are invented."""

from datetime import date

from django.template.loader import render_to_string

from courses.rules.calendar_words import month, month_and_year
from courses.rules.charts import Chart, Pair, Part, Share, Stack, compared, shares, stacked
from courses.rules.charts_over_time import Point, columns, trend
from courses.rules.province_tiles import TILES, province_tiles

WORDS = {
    "en": {
        "roles": ("Workers", "Line leaders and supervisors", "Union leaders", "Officials"),
        "parts": ("Women", "Men", "Another", "Unknown"), "all": "All", "role": "Role",
        "month": "Month", "value": "Participations", "target": "Target", "quarter": "Quarter",
        "before": "2025", "now": "2026", "change": "Change", "share": "Women’s share",
        "base": "Sex known", "more": "%(low)s and more", "by_role": "Sex by role",
        "by_month": "Participations by month", "by_quarter": "People by quarter",
        "two": "Participations, 2025 and 2026", "shares": "Women’s share by role",
        "map": "Participations by province", "told": "The numbers are in the table below.",
    },
    "km": {
        "roles": ("កម្មករ", "ប្រធានក្រុម ឬមេការ", "មេដឹកនាំសហជីព", "មន្ត្រីរាជការ"),
        "parts": ("ស្រី", "ប្រុស", "ផ្សេងទៀត", "មិនដឹង"), "all": "ទាំងអស់", "role": "តួនាទី",
        "month": "ខែ", "value": "ចំនួនចូលរួម", "target": "គោលដៅ", "quarter": "ត្រីមាស",
        "before": "២០២៥", "now": "២០២៦", "change": "ប្រែប្រួល", "share": "ភាគរយស្រី",
        "base": "ដឹងភេទ", "more": "%(low)s ឡើងទៅ", "by_role": "ភេទតាមតួនាទី",
        "by_month": "ចំនួនចូលរួមតាមខែ", "by_quarter": "ចំនួនមនុស្សតាមត្រីមាស",
        "two": "ចំនួនចូលរួម ២០២៥ និង ២០២៦", "shares": "ភាគរយស្រីតាមតួនាទី",
        "map": "ចំនួនចូលរួមតាមខេត្ត", "told": "តួលេខមាននៅក្នុងតារាងខាងក្រោម។",
    },
}  # fmt: skip
MONTHS = (1022, 1333, 1800, 650, 1796, 1673, 1551, 1500, 1085, 920, "‹5", None)
QUARTERS = (840, 1230, 1310, 1480, 990, 1610, 1720, 1655)
LOOKS = ("women", "men", "another", "unknown")
NAMES = {
    "en": {code: f"Province {code}" for code in TILES}, "km": dict.fromkeys(TILES, "កំពង់ឆ្នាំង"),
}  # fmt: skip


def charts(language) -> dict[str, Chart]:
    """Every kind of chart by the key of its title."""
    words = WORDS[language]
    days = [date(2026, n, 1) for n in range(1, 13)]
    months = [
        Point(month_and_year(day, language), month(day, language, short=True), value, 1400)
        for day, value in zip(days, MONTHS, strict=True)
    ]
    quarters = [
        Point(f"Q{n % 4 + 1} {2025 + n // 4}", f"Q{n % 4 + 1}", value)
        for n, value in enumerate(QUARTERS)
    ]
    parts = [Part(name, look) for name, look in zip(words["parts"], LOOKS, strict=True)]
    counts = ((6214, 1338, 12, 96), (1486, 571, 0, 11), (391, 402, 0, 0), ("‹5", 163, 0, 0))
    stacks = [
        Stack(name, values, None if n < 3 else 167)
        for n, (name, values) in enumerate(zip(words["roles"], counts, strict=True))
    ]
    pairs = [
        Pair(name, before, now)
        for name, before, now in zip(
            words["roles"], (5210, 2201, 0, "‹5"), (7660, 2068, 793, 167), strict=True
        )
    ]
    bases = [
        Share(name, share, base)
        for name, share, base in zip(
            words["roles"], (0.82, 0.72, 0.493, "‹5"), (7564, 2057, 793, 167), strict=True
        )
    ]
    period = (words["month"], words["value"], words["target"])
    two = (words["role"], words["before"], words["now"], words["change"])
    return {
        "by_month": columns(months, period, language),
        "by_quarter": trend(quarters, (words["quarter"], words["value"], ""), language),
        "by_role": stacked(stacks, parts, (words["role"], words["all"]), language),
        "two": compared(pairs, two, language),
        "shares": shares(bases, (words["role"], words["share"], words["base"]), language),
    }


def sample_map(language):
    """Every shade, an empty province and a hidden one."""
    counts = {code: n * n * 9 for n, code in enumerate(TILES)} | {"07": "‹5"}
    return province_tiles(counts, NAMES[language], language, WORDS[language]["more"])


def sample_page(language):
    """The whole page as HTML, with its sheets by address below /static/."""
    words = WORDS[language]
    figures = [
        render_to_string(
            "courses/components/charts/chart.html",
            {"chart": chart, "id": f"c-{key}", "title": words[key], "told": words["told"]},
        )
        for key, chart in charts(language).items()
    ]
    tiles = {"map": sample_map(language), "id": "c-map", "title": words["map"]}
    figures.append(
        render_to_string("courses/components/charts/map.html", {**tiles, "told": words["told"]})
    )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Charts</title>'
        '<link rel="stylesheet" href="/static/courses/sala.css">'
        '<link rel="stylesheet" href="/static/courses/charts.css"></head>'
        f'<body class="sala sala-body sala-auto"><main>{"".join(figures)}</main></body></html>'
    )
