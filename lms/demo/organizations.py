"""Invented organizations of the demo story: forty factories, unions, offices and institutes."""

from dataclasses import dataclass

#: English name, Khmer name, sector; the province follows the shares of the sector's register.
FACTORY_NAMES = """
Lotus Thread Garment|រោងចក្រកាត់ដេរសរសៃឈូក|garment
Golden Loom Apparel|រោងចក្រសម្លៀកបំពាក់កីមាស|garment
Palm Shade Footwear|រោងចក្រស្បែកជើងម្លប់ត្នោត|footwear
Blue Heron Garment|រោងចក្រកាត់ដេរក្រសាខៀវ|garment
River Bend Knitwear|រោងចក្រប៉ាក់ត្បាញបត់ទន្លេ|garment
Jasmine Stitch|រោងចក្រថ្នេរម្លិះ|garment
Morning Star Apparel|រោងចក្រសម្លៀកបំពាក់ផ្កាយព្រឹក|garment
Silver Needle Garment|រោងចក្រកាត់ដេរម្ជុលប្រាក់|garment
Red Earth Bags|រោងចក្រកាបូបដីក្រហម|travel_goods
Monsoon Wind Apparel|រោងចក្រសម្លៀកបំពាក់ខ្យល់មូសុង|garment
Sugar Palm Shoes|រោងចក្រស្បែកជើងដើមត្នោត|footwear
White Elephant Sewing|រោងចក្រដេរដំរីស|garment
Bamboo Bridge Garment|រោងចក្រកាត់ដេរស្ពានឫស្សី|garment
Water Lily Fashion|រោងចក្រម៉ូដព្រលិត|garment
Green Field Travel Goods|រោងចក្រទំនិញធ្វើដំណើរវាលបៃតង|travel_goods
Cotton Cloud Garment|រោងចក្រកាត់ដេរពពកកប្បាស|garment
Silk Moon Apparel|រោងចក្រសម្លៀកបំពាក់ព្រះចន្ទសូត្រ|garment
Banyan Footwear|រោងចក្រស្បែកជើងដើមជ្រៃ|footwear
Rice Flower Garment|រោងចក្រកាត់ដេរផ្កាស្រូវ|garment
Kingfisher Knits|រោងចក្រប៉ាក់ចចាតខៀវ|garment
New Canal Apparel|រោងចក្រសម្លៀកបំពាក់ព្រែកថ្មី|garment
Sunrise Button|រោងចក្រឡេវថ្ងៃរះ|garment
Mango Grove Garment|រោងចក្រកាត់ដេរចម្ការស្វាយ|garment
Stone Gate Bags|រោងចក្រកាបូបទ្វារថ្ម|travel_goods
Even Seam Clothing|រោងចក្រសម្លៀកបំពាក់ថ្នេរត្រង់|garment
Tonle Thread|រោងចក្រសរសៃទន្លេ|garment
Clear Sky Garment|រោងចក្រកាត់ដេរមេឃស្រឡះ|garment
Frangipani Apparel|រោងចក្រសម្លៀកបំពាក់ចំប៉ី|garment
Three Rivers Shoes|រោងចក្រស្បែកជើងទន្លេបី|footwear
Dragonfly Garment|រោងចក្រកាត់ដេរកន្ទុំរុយ|garment
Fair Weave Textile|រោងចក្រវាយនភណ្ឌត្បាញល្អ|garment
Hill View Sewing|រោងចក្រដេរទិដ្ឋភាពភ្នំ|garment
Long Canoe Apparel|រោងចក្រសម្លៀកបំពាក់ទូកវែង|garment
Pepper Vine Garment|រោងចក្រកាត់ដេរវល្លិម្រេច|garment
Oxcart Footwear|រោងចក្រស្បែកជើងរទេះគោ|footwear
Harvest Moon Knitwear|រោងចក្រប៉ាក់ត្បាញខែច្រូត|garment
Bright Thimble Garment|រោងចក្រកាត់ដេរស្នាប់ដៃភ្លឺ|garment
Tamarind Travel Bags|រោងចក្រកាបូបធ្វើដំណើរអម្ពិល|travel_goods
Swift Shuttle Textile|រោងចក្រវាយនភណ្ឌត្រល់លឿន|garment
Coconut Coast Apparel|រោងចក្រសម្លៀកបំពាក់ឆ្នេរដូង|garment
""".strip()

#: English name, Khmer name, kind, acronym, province code.
OTHERS = """
Sunflower Federation of Garment Workers|សហព័ន្ធកម្មករកាត់ដេរផ្កាឈូករ័ត្ន|federation|SFGW|12
Open Hand Union Federation|សហព័ន្ធសហជីពបាតដៃបើក|federation|OHUF|12
Federation of Workers' Voice|សហព័ន្ធសំឡេងកម្មករ|federation|FWV|08
United Needle Federation|សហព័ន្ធម្ជុលរួបរួម|federation|UNF|12
Rumduol Confederation of Labour|សហភាពការងាររំដួល|confederation|RCL|12
Association of Clothing and Footwear Makers|សមាគមអ្នកផលិតសម្លៀកបំពាក់ និងស្បែកជើង|employers_association|ACFM|12
Labour Office, Department of Safety and Health|ការិយាល័យការងារ នាយកដ្ឋានសុវត្ថិភាព និងសុខភាព|ministry_office|LODSH|12
Provincial Labour Office, Kandal|ការិយាល័យការងារខេត្តកណ្តាល|ministry_office||08
Provincial Labour Office, Kampong Speu|ការិយាល័យការងារខេត្តកំពង់ស្ពឺ|ministry_office||05
Provincial Labour Office, Svay Rieng|ការិយាល័យការងារខេត្តស្វាយរៀង|ministry_office||20
Spean Thmei Institute for Safe Work|វិទ្យាស្ថានសុវត្ថិភាពការងារស្ពានថ្មី|institute|STI|12
Romduol Work and Learning Programme|កម្មវិធីការងារ និងការរៀនសូត្ររំដួល|institute|RWL|12
Women at Work Network|បណ្តាញស្ត្រីនៅកន្លែងធ្វើការ|ngo|WWN|12
Rice Grain Savings Bank|ធនាគារសន្សំគ្រាប់ស្រូវ|financial_service|RGSB|12
""".strip()

#: The programme itself is run from another country.
FROM_ABROAD = {"Romduol Work and Learning Programme"}
#: Province codes of factories with their weights (share of factories, in per cent).
FACTORY_PROVINCES = {
    "12": 45, "08": 14, "05": 14, "21": 8, "20": 5, "04": 4, "18": 3, "03": 3, "02": 2, "17": 2,
}  # fmt: skip
NUMBER_OF_UNIONS = 16


@dataclass(frozen=True)
class OrganizationSeed:
    name_en: str
    name_km: str
    kind: str
    sector: str = ""
    short_name: str = ""
    province: str = ""
    parent: str = ""


def organization_seeds(rng) -> list[OrganizationSeed]:
    """Factories first, then the others, then enterprise unions in the first factories."""
    codes, weights = list(FACTORY_PROVINCES), list(FACTORY_PROVINCES.values())
    factories = [
        OrganizationSeed(name_en, name_km, "factory", sector, province=province)
        for (name_en, name_km, sector), province in zip(
            _lines(FACTORY_NAMES), rng.choices(codes, weights, k=40), strict=True
        )
    ]
    others = [
        OrganizationSeed(name_en, name_km, kind, "not_a_factory", short_name, province)
        for name_en, name_km, kind, short_name, province in _lines(OTHERS)
    ]
    federations = [seed.name_en for seed in others if seed.kind == "federation"]
    unions = [
        OrganizationSeed(
            f"Workers' union of {factory.name_en}",
            f"សហជីព{factory.name_km}",
            "enterprise_union",
            "not_a_factory",
            province=factory.province,
            parent=federations[number % len(federations)],
        )
        for number, factory in enumerate(factories[:NUMBER_OF_UNIONS])
    ]
    return factories + others + unions


def _lines(table: str) -> list[list[str]]:
    return [line.split("|") for line in table.splitlines()]
