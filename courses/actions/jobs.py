"""Role and workplace of a person as a run remembers them."""

from dataclasses import dataclass
from datetime import date

from courses.choices import OrganizationKind, OrganizationStatus, Sector
from courses.models import Employment, Organization, Person, Province


@dataclass(frozen=True)
class JobAtTheTime:
    """Role and workplace as they are on the day of enrolment."""

    role: str = ""
    employer: Organization | None = None
    employer_text: str = ""
    province: Province | None = None
    sector: str = ""


def newest_job(person: Person) -> JobAtTheTime:
    """The employment entered last that has not ended; empty where none is known. An employer that
    became part of another one counts as that one; one that has closed is nobody's any more."""
    job = (
        Employment.objects.filter(person=person, ends_on__isnull=True)
        .select_related("organization__province", "organization__merged_into__province")
        .last()
    )
    if job is None:
        return JobAtTheTime()
    employer = job.organization and job.organization.standing
    if employer and employer.status == OrganizationStatus.CLOSED:
        employer = None
    return JobAtTheTime(role=job.role, employer=employer)


def snapshot(job: JobAtTheTime, on: date | None) -> dict:
    """The job as a run that begins on that day remembers it."""
    employer = job.employer and job.employer.standing_on(on)
    sector = job.sector or (employer.sector if employer else "")
    if employer and employer.kind != OrganizationKind.FACTORY:
        sector = sector or Sector.NOT_A_FACTORY
    return {
        "role": job.role,
        "employer": employer,
        "employer_text": job.employer_text,
        "sector": sector,
        "province": job.province or (employer.province if employer else None),
    }
