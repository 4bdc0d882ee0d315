"""How the demo's courses are delivered, and the public holidays of Cambodia on fixed days.

Holidays that follow the moon change every year by sub-decree; staff add those. The ones of 2026
stand here because the story plays around then.
"""

from datetime import date

from courses.models import Course, DeliveryPattern, PatternSlot, PublicHoliday
from lms.demo.plan import DELIVERIES, Delivery

#: Month, first day, number of days, names.
EVERY_YEAR = (
    (1, 1, 1, "International New Year", "ទិវាចូលឆ្នាំសកល"),
    (1, 7, 1, "Victory over Genocide Day", "ទិវាជ័យជម្នះលើរបបប្រល័យពូជសាសន៍"),
    (3, 8, 1, "International Women's Day", "ទិវានារីអន្តរជាតិ"),
    (4, 14, 3, "Khmer New Year", "ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ"),
    (5, 1, 1, "International Labour Day", "ទិវាពលកម្មអន្តរជាតិ"),
    (9, 24, 1, "Constitution Day", "ទិវាប្រកាសរដ្ឋធម្មនុញ្ញ"),
    (11, 9, 1, "Independence Day", "ពិធីបុណ្យឯករាជ្យជាតិ"),
)
BY_THE_MOON = (
    (date(2026, 10, 10), date(2026, 10, 12), "Pchum Ben", "ពិធីបុណ្យភ្ជុំបិណ្ឌ"),
    (date(2026, 11, 23), date(2026, 11, 25), "Water Festival", "ពិធីបុណ្យអុំទូក"),
)
NAMES = {
    "TUL": ("Six months, two days each", "ប្រាំមួយខែ មួយខែពីរថ្ងៃ"),
    "CBA": ("Three days", "បីថ្ងៃ"),
    "OSHI": ("Five days", "ប្រាំថ្ងៃ"),
    "OSHC": ("Two days, four half-days", "ពីរថ្ងៃ បួនពាក់កណ្តាលថ្ងៃ"),
    "DIGW": ("One afternoon", "រសៀលមួយ"),
    "ESS": ("Six weekly afternoons", "រសៀលប្រាំមួយ មួយសប្តាហ៍ម្តង"),
    "SST": ("Two and two days, five weeks apart", "ពីរថ្ងៃ និងពីរថ្ងៃ ឃ្លាតគ្នាប្រាំសប្តាហ៍"),
    "PICC": ("Three meetings, four weeks apart", "ប្រជុំបីដង ឃ្លាតគ្នាបួនសប្តាហ៍"),
    "GEN": ("One day", "មួយថ្ងៃ"),
    "HEAT": ("One afternoon", "រសៀលមួយ"),
    "PROD": ("Two days", "ពីរថ្ងៃ"),
    "TOT": ("Five days", "ប្រាំថ្ងៃ"),
    "TUCG": ("Six mornings, every two months", "ព្រឹកប្រាំមួយ ពីរខែម្តង"),
}


def write_planning(today: date) -> None:
    """The usual pattern of every course, and the holidays of this year and the two beside it."""
    for code, delivery in DELIVERIES.items():
        course = Course.objects.get(code=code)
        name_en, name_km = NAMES[code]
        pattern = DeliveryPattern.objects.create(
            course=course, name_en=name_en, name_km=name_km, is_default=True
        )
        PatternSlot.objects.bulk_create(
            PatternSlot(pattern=pattern, sort_order=place, days_after=after, starts=start, ends=end)
            for place, (after, start, end) in enumerate(slots_of(delivery))
        )
    PublicHoliday.objects.bulk_create(
        PublicHoliday(starts_on=first, ends_on=last, name_en=name_en, name_km=name_km)
        for first, last, name_en, name_km in holidays(range(today.year - 1, today.year + 2))
    )


def slots_of(delivery: Delivery):
    """Days since the slot before, start and end of every slot."""
    between = delivery.gap - (delivery.days - 1)
    for block in range(delivery.blocks):
        for day in range(delivery.days):
            for place, (start, end) in enumerate(sorted(delivery.times)):
                after = 0 if place else 1 if day else between if block else 0
                yield after, start, end


def holidays(years):
    for year in years:
        for month, day, length, name_en, name_km in EVERY_YEAR:
            yield date(year, month, day), date(year, month, day + length - 1), name_en, name_km
    yield from (each for each in BY_THE_MOON if each[0].year in years)
