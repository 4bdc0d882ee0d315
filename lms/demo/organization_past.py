"""The past of the demo's organizations: former names, a group, headcounts, one closed, one merged."""

from datetime import date, timedelta
from math import log
from random import Random

from courses import models
from courses.actions.organizations import close_organization, merge_organizations
from courses.choices import OrganizationKind, OrganizationNameKind, RunStatus

SEED = 2027
MINISTRY, FACTORY = "Register of the labour office", "The factory itself"
WOMEN_SHARE = (0.74, 0.88)

#: English name, kind, the other name in English and Khmer, acronym, days since it ended.
NAMES = """
Association of Clothing and Footwear Makers|former|Circle of Garment Makers|សមាគមអ្នកកាត់ដេរ|CGM|500
Association of Clothing and Footwear Makers|alias|The Makers' Association|||
River Bend Knitwear|former|Blue Bend Knitting|រោងចក្រប៉ាក់ត្បាញបត់ខៀវ|BBK|120
Lotus Thread Garment|acronym|LTG|||
Golden Loom Apparel|acronym|GLA|||
Labour Office, Department of Safety and Health|alias|Safety Department|នាយកដ្ឋានសុវត្ថិភាព||
Rice Grain Savings Bank|acronym||ធ.គ.ស.||
""".strip()
#: What stands below what, beside the enterprise unions.
PLACES = {
    "Sunflower Federation of Garment Workers": "Rumduol Confederation of Labour",
    "Open Hand Union Federation": "Rumduol Confederation of Labour",
    "Provincial Labour Office, Kandal": "Labour Office, Department of Safety and Health",
    "Provincial Labour Office, Kampong Speu": "Labour Office, Department of Safety and Health",
    "Lotus Thread Garment": "Lotus and Loom Group",
    "Golden Loom Apparel": "Lotus and Loom Group",
}
GROUP = ("Lotus and Loom Group", "ក្រុមហ៊ុនឈូក និងកី", "LLG")
TWICE, ENTERED_AS = "Tonle Thread", ("Tonle Threads Garment", "រោងចក្រសរសៃទន្លេ (ស្ទួន)")


def write_past(today: date, *, by) -> None:
    """Give the organizations of the story, which must be there, their past. Deterministic for a
    given `today`; the order of other random choices stays as it is."""
    rng = Random(SEED)
    rows = {row.name_en: row for row in models.Organization.objects.order_by("pk")}
    group = models.Organization.objects.create(
        name_en=GROUP[0], name_km=GROUP[1], short_name=GROUP[2], kind=OrganizationKind.GROUP
    )
    rows[group.name_en] = group
    for name, parent in PLACES.items():
        rows[name].parent = rows[parent]
        rows[name].save()
    _write_names(rows, today)
    factories = [row for row in rows.values() if row.kind == OrganizationKind.FACTORY]
    _write_numbers(factories, today, rng)
    close_organization(
        _idle(factories, today), on=today - timedelta(days=2), reason="Moved abroad", by=by
    )
    name_en, name_km = ENTERED_AS
    kept = rows[TWICE]
    other = models.Organization.objects.create(
        name_en=name_en,
        name_km=name_km,
        kind=kept.kind,
        sector=kept.sector,
        province=kept.province,
    )
    merge_organizations(kept, other, by=by)


def _write_names(rows: dict[str, models.Organization], today: date) -> None:
    for line in NAMES.splitlines():
        name, kind, name_en, name_km, short_name, days = line.split("|")
        models.OrganizationName.objects.create(
            organization=rows[name],
            kind=OrganizationNameKind(kind),
            name_en=name_en,
            name_km=name_km,
            short_name=short_name,
            ends_on=today - timedelta(days=int(days)) if days.strip() else None,
        )


def _write_numbers(factories: list[models.Organization], today: date, rng: Random) -> None:
    """Two headcounts for each factory, a year apart, and its number in the register."""
    for number, factory in enumerate(factories, 1):
        models.OrganizationId.objects.create(
            organization=factory, scheme=MINISTRY, value=f"F-{number:04}"
        )
        total = min(max(round(rng.lognormvariate(log(650), 0.9)), 60), 12_000)
        for days, source in ((430, MINISTRY), (65, FACTORY)):
            women = round(total * rng.uniform(*WOMEN_SHARE))
            models.OrganizationHeadcount.objects.create(
                organization=factory,
                as_of=today - timedelta(days=days),
                total=total,
                women=women,
                men=total - women,
                source=source,
            )
            total = round(total * rng.uniform(0.85, 1.2))


def _idle(factories: list[models.Organization], today: date) -> models.Organization:
    """The last factory in which nothing is planned."""
    runs = models.CourseRun.objects.filter(ends_on__gte=today).exclude(status=RunStatus.CANCELLED)
    busy = set(runs.values_list("host", flat=True))
    return [factory for factory in factories if factory.pk not in busy][-1]
