"""Who pays for the demo's runs: two donors with a project each, and what some factories give."""

from datetime import date
from decimal import Decimal

from django.contrib.auth.models import AbstractBaseUser

from courses.actions.run_details import Background, Money, change_run_details
from courses.choices import OrganizationKind
from courses.models import CourseRun, Organization, Project

#: Code, English and Khmer name, donor in English and Khmer, courses that it pays for.
PROJECTS = (
    (
        "SAFE",
        ("Safe and healthy work", "ការងារមានសុវត្ថិភាព និងសុខភាព"),
        ("Two Rivers Fund", "មូលនិធិទន្លេពីរ"),
        {"OSHC", "OSHI", "HEAT", "PICC", "GEN"},
    ),
    (
        "SKILLS",
        ("Skills, pay and a voice", "ជំនាញ ប្រាក់ឈ្នួល និងសំឡេង"),
        ("Lotus Bridge Foundation", "មូលនិធិស្ពានឈូក"),
        {"DIGW", "ESS", "SST", "TUL", "CBA", "GEN"},
    ),
)
#: What a factory pays for a run of this course; every fourth of them does not pay in full.
COURSE, PRICE, WAIVED = "ESS", Decimal(360), Decimal(240)
WHY = "Agreed in the plan of the year"


def write_projects(today: date, *, by: AbstractBaseUser) -> None:
    """Each run belongs to the projects that pay for its course; some factories pay as well."""
    for code, names, donor, courses in PROJECTS:
        project = Project.objects.create(
            code=code,
            name_en=names[0],
            name_km=names[1],
            donor=Organization.objects.create(
                name_en=donor[0], name_km=donor[1], kind=OrganizationKind.DONOR
            ),
            starts_on=date(today.year - 1, 1, 1),
            ends_on=date(today.year + 1, 12, 31),
        )
        project.runs.set(CourseRun.objects.filter(course__code__in=courses))
    for number, run in enumerate(_paid().order_by("pk")):
        change_run_details(run, _background(run, is_waived=number % 4 == 0), by=by)


def _paid():
    return CourseRun.objects.filter(course__code=COURSE).select_related("host")


def _background(run: CourseRun, *, is_waived: bool) -> Background:
    money = Money(
        payer=run.host,
        price=PRICE,
        waived=WAIVED if is_waived else Decimal(0),
        waiver_reason=WHY if is_waived else "",
        invoice_reference=f"INV-{run.code}",
        direct_cost=Decimal(210),
        in_kind=Decimal(75),
    )
    return Background(projects=tuple(run.projects.all()), money=money)
