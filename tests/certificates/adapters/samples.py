"""Facts for every design, and pictures, all invented."""

from certificates.adapters.typesetting import PICTURE_FIELDS
from tests.courses.adapters.printing.samples import picture

SHARED = {
    "lang": "km", "y": 2026, "m": 11, "d": 21, "title": "Sample",
    "serial": "RWL-2026-004182", "code": "ABCDEF-GHJKMN-PQRSTU",
    "url": "https://learn.example.org/check/ABCDEFGHJKMNPQRSTU/",
    "scan": "HTTPS://LEARN.EXAMPLE.ORG/CHECK/ABCDEFGHJKMNPQRSTU/",
    "check_site": "learn.example.org/check",
    "name_km": "សុខ ចាន់សុភា", "name_en": "SOK Chansophea",
    "title_km": "វិញ្ញាបនបត្របញ្ចប់ការបណ្តុះបណ្តាល", "title_en": "Certificate of Completion",
    "course_km": "ភាពជាអ្នកដឹកនាំសហជីព៖ ការចរចា និងការដោះស្រាយវិវាទ",
    "course_en": "Trade Union Leadership: Negotiation and Dispute Resolution",
    "facts_km": "ពីថ្ងៃទី៣ ដល់ថ្ងៃទី៥ ខែវិច្ឆិកា ឆ្នាំ២០២៦ · ១៨ ម៉ោង · រាជធានីភ្នំពេញ",
    "facts_en": "3–5 November 2026 · 18 hours · Phnom Penh",
    "org_1_km": "កម្មវិធីការងារ និងការរៀនសូត្ររំដួល",
    "org_1_en": "Romduol Work and Learning Programme",
    "org_2_km": "វិទ្យាស្ថានសុវត្ថិភាពការងារស្ពានថ្មី", "org_2_en": "Spean Thmei Institute for Safe Work",
    "sign_1_km": "កែវ មុន្នីរ័ត្ន", "sign_1_en": "KEO Monyroth",
    "sign_1_alt": "Signature of KEO Monyroth",
    "role_1_km": "នាយិកាកម្មវិធី", "role_1_en": "Programme Director",
    "sign_2_km": "ហែម វិសាលភព", "sign_2_en": "HEM Visalphop",
    "sign_2_alt": "Signature of HEM Visalphop",
    "role_2_km": "គ្រូបណ្តុះបណ្តាលជាន់ខ្ពស់", "role_2_en": "Senior Trainer",
    "issued_km": "ធ្វើនៅរាជធានីភ្នំពេញ ថ្ងៃទី២១ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
    "issued_en": "Issued in Phnom Penh, 21 November 2026",
}  # fmt: skip
ROW = {
    "when_km": "១០–១១ មីនា ២០២៦", "when_en": "10–11 March 2026",
    "course_km": "ប្រាក់ឈ្នួលតាមប្រព័ន្ធឌីជីថល៖ គណនី សុវត្ថិភាព និងសិទ្ធិរបស់អ្នក",
    "course_en": "Digital Wages: Your Account, Safety and Rights", "hours_km": "៩", "hours_en": "9",
    "outcome_km": "បានបញ្ចប់", "outcome_en": "Completed",
}  # fmt: skip
OWN = {
    "completion": {},
    "attendance": {
        "dates_km": "ថ្ងៃទី១០ និងទី១១ ខែវិច្ឆិកា ឆ្នាំ២០២៦", "dates_en": "10 and 11 November 2026",
        "venue_km": "សាលប្រជុំសហជីព ក្រុងតាខ្មៅ ខេត្តកណ្តាល", "venue_en": "Union hall, Ta Khmau, Kandal",
        "hours_km": "៧ ម៉ោង ក្នុងចំណោម ៩ ម៉ោង", "hours_en": "7 of 9 hours",
        "workplace_km": "រោងចក្រកាត់ដេរ ផ្កាត្របែក", "workplace_en": "Phka Trabek Garment Factory",
    },
    "trainer": {},
    "osh-refresher": {
        "subject_km": "សុវត្ថិភាព និងសុខភាពការងារ", "subject_en": "Occupational Safety and Health",
        "until_km": "២០ វិច្ឆិកា ២០២៨", "until_en": "20 November 2028",
        "renew_km": "សូមរៀនរំឭកមុនកាលបរិច្ឆេទនេះ", "renew_en": "Please refresh before this date",
    },
    "yearly": {
        "rows": [ROW] * 7, "total_km": "សរុប ៧ វគ្គ", "total_en": "Total: 7 courses and meetings",
        "sum_km": "៦៣", "sum_en": "63", "made_km": "បានបញ្ចប់ ៧", "made_en": "7 completed",
    },
}  # fmt: skip
LONG_NAME = {
    "name_km": "លោកជំទាវ ហែម ច័ន្ទសុផាន់ណារ៉ា ស្រីពេជ្រមុន្នីរតនៈវឌ្ឍនា",
    "name_en": "HEM Chansophannara Sreypichmonyroathanak Vaddhana Somethearachariyavong",
}


def sample(design, **more):
    return SHARED | OWN[design] | more


def pictures():
    return {field: picture() for field in PICTURE_FIELDS}
