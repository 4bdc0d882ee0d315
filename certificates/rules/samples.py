"""Invented facts for trying out a design: the usual ones, and the longest that it must bear."""

from certificates.rules.wording import TITLES

_PARTIES = {
    "org_1_km": "កម្មវិធីការងារ និងការរៀនសូត្ររំដួល",
    "org_1_en": "Romduol Work and Learning Programme",
    "org_2_km": "វិទ្យាស្ថានសុវត្ថិភាពការងារស្ពានថ្មី",
    "org_2_en": "Spean Thmei Institute for Safe Work",
    "sign_1_km": "កែវ មុន្នីរ័ត្ន",
    "sign_1_en": "KEO Monyroth",
    "sign_1_alt": "Signature of KEO Monyroth",
    "role_1_km": "នាយិកាកម្មវិធី",
    "role_1_en": "Programme Director",
    "sign_2_km": "ហែម វិសាលភព",
    "sign_2_en": "HEM Visalphop",
    "sign_2_alt": "Signature of HEM Visalphop",
    "role_2_km": "គ្រូបណ្តុះបណ្តាលជាន់ខ្ពស់",
    "role_2_en": "Senior Trainer",
}
_ROW = {
    "when_km": "១០–១១ មីនា ២០២៦",
    "when_en": "10–11 March 2026",
    "course_km": "ប្រាក់ឈ្នួលតាមប្រព័ន្ធឌីជីថល៖ គណនី សុវត្ថិភាព និងសិទ្ធិរបស់អ្នក",
    "course_en": "Digital Wages: Your Account, Safety and Rights",
    "hours_km": "៩",
    "hours_en": "9",
    "outcome_km": "បានបញ្ចប់",
    "outcome_en": "Completed",
}
USUAL = _PARTIES | {
    "serial": "RWL-2026-004182",
    "code": "ABCDEF-GHJKMN-PQRSTU",
    "check_site": "learn.example.org/check",
    "name_km": "សុខ ចាន់សុភា",
    "name_en": "SOK Chansophea",
    "course_km": "ភាពជាអ្នកដឹកនាំសហជីព៖ ការចរចា និងការដោះស្រាយវិវាទ",
    "course_en": "Trade Union Leadership: Negotiation and Dispute Resolution",
    "facts_km": "ពីថ្ងៃទី៣ ដល់ថ្ងៃទី៥ ខែវិច្ឆិកា ឆ្នាំ២០២៦ · ១៨ ម៉ោង · រាជធានីភ្នំពេញ",
    "facts_en": "3–5 November 2026 · 18 hours · Phnom Penh",
    "dates_km": "ពីថ្ងៃទី៣ ដល់ថ្ងៃទី៥ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
    "dates_en": "3–5 November 2026",
    "venue_km": "សាលប្រជុំសហជីព ខេត្តកណ្តាល",
    "venue_en": "Union hall, Kandal",
    "hours_km": "៧ ម៉ោង ក្នុងចំណោម ៩ ម៉ោង",
    "hours_en": "7 of 9 hours",
    "workplace_km": "រោងចក្រកាត់ដេរ ផ្កាត្របែក",
    "workplace_en": "Phka Trabek Garment Factory",
    "issued_km": "ចេញនៅថ្ងៃទី២១ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
    "issued_en": "Issued on 21 November 2026",
    "subject_km": "សុវត្ថិភាព និងសុខភាពការងារ",
    "subject_en": "Occupational Safety and Health",
    "until_km": "២០ វិច្ឆិកា ២០២៨",
    "until_en": "20 November 2028",
    "renew_km": "សូមរៀនរំឭកមុនកាលបរិច្ឆេទនេះ",
    "renew_en": "Please refresh before this date",
    "rows": [_ROW] * 7,
    "total_km": "សរុប ៧ វគ្គ",
    "total_en": "Total: 7 courses and meetings",
    "sum_km": "៦៣",
    "sum_en": "63",
    "made_km": "បានបញ្ចប់ ៧",
    "made_en": "7 completed",
}
#: Longer than anything that a programme has had to print so far, piece by piece.
LONGEST = USUAL | {
    "name_km": "លោកជំទាវ ហែម ច័ន្ទសុផាន់ណារ៉ា ស្រីពេជ្រមុន្នីរតនៈវឌ្ឍនា",
    "name_en": "HEM Chansophannara Sreypichmonyroathanak Vaddhana Somethearachariyavong",
    "course_km": "សុវត្ថិភាព និងសុខភាពការងារសម្រាប់គណៈកម្មាធិការសហការនៅរោងចក្រកាត់ដេរ ស្បែកជើង និងផលិតផលធ្វើដំណើរ",
    "course_en": "Occupational Safety and Health for Bipartite Committees in Garment, Footwear and"
    " Travel Goods Factories",
    "facts_km": "ពីថ្ងៃទី២៩ ខែធ្នូ ឆ្នាំ២០២៦ ដល់ថ្ងៃទី១៨ ខែកុម្ភៈ ឆ្នាំ២០២៧ · ១៤៤,៥ ម៉ោង · ខេត្តបន្ទាយមានជ័យ",
    "facts_en": "29 December 2026 to 18 February 2027 · 144.5 hours · Banteay Meanchey",
    "dates_km": "ពីថ្ងៃទី២៩ ខែធ្នូ ឆ្នាំ២០២៦ ដល់ថ្ងៃទី១៨ ខែកុម្ភៈ ឆ្នាំ២០២៧",
    "dates_en": "29 December 2026 to 18 February 2027",
    "venue_km": "សាលប្រជុំធំនៃសហព័ន្ធសហជីព ក្រុងសិរីសោភ័ណ ខេត្តបន្ទាយមានជ័យ",
    "venue_en": "Great hall of the federation of unions, Serei Saophoan, Banteay Meanchey",
    "hours_km": "១៤៣,៥ ម៉ោង ក្នុងចំណោម ១៤៤,៥ ម៉ោង",
    "hours_en": "143.5 of 144.5 hours",
    "workplace_km": "រោងចក្រកាត់ដេរ និងផលិតសម្ភារធ្វើដំណើរ ផ្កាត្របែកអន្តរជាតិ",
    "workplace_en": "Phka Trabek International Garment and Travel Goods Manufacturing",
    "subject_km": "សុវត្ថិភាព និងសុខភាពការងារ និងគណៈកម្មាធិការសហការ",
    "subject_en": "Occupational Safety and Health and Bipartite Committees",
    "role_1_en": "Director of the National Programme for Work and Learning",
    "role_2_en": "Senior Trainer for Occupational Safety and Health",
    "check_site": "training.example.org/check",
    "serial": "ROMDUOL-2026-104182",
    "rows": [_ROW] * 12,
}


def sample(kind: str, *, is_longest: bool = False) -> dict:
    """Every fact that a design of the kind may ask for, and what the engine needs besides."""
    title_km, title_en = TITLES[kind]
    if kind == "yearly":
        title_km, title_en = f"{title_km} ២០២៦", f"{title_en} 2026"
    return {
        **(LONGEST if is_longest else USUAL),
        "title_km": title_km,
        "title_en": title_en,
        "title": "Sample",
        "lang": "km",
        "y": 2026,
        "m": 11,
        "d": 21,
        "url": "https://learn.example.org/check/ABCDEFGHJKMNPQRSTU/",
        "scan": "HTTPS://LEARN.EXAMPLE.ORG/CHECK/ABCDEFGHJKMNPQRSTU/",
    }
