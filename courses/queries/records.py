"""Records as programme staff look for them: rows found by words, and rows with their numbers."""

from django.db.models import Count, Q, QuerySet

from courses.choices import ATTENDED
from courses.models import (
    Attendance,
    Course,
    CoursePage,
    CourseRun,
    Enrollment,
    Organization,
    Person,
    RosterMember,
    Session,
)
from courses.queries.organizations import found_by
from courses.queries.people import Phones, matching, people_matching
from courses.queries.runs import named, number_of
from courses.rules import khmer


def people_found(people: QuerySet[Person], words: str, phones: Phones) -> QuerySet[Person]:
    """Those of the people whose names, card code, employee number or one of the phones hold the
    words."""
    return people.filter(matching(words, phones))


def organizations_found(
    organizations: QuerySet[Organization], words: str
) -> QuerySet[Organization]:
    """Organizations of every status that hold every word in a name or an id, or whose acronym is
    one slip away."""
    return organizations.filter(found_by(words))


def places_found(rows: QuerySet, words: str) -> QuerySet:
    """Rows with a bilingual name that holds every word."""
    for word in khmer.clean(words).split():
        rows = rows.filter(Q(name_en__icontains=word) | Q(name_km__icontains=word))
    return rows


def titles_found(rows: QuerySet, words: str) -> QuerySet:
    """Rows with a bilingual title that holds every word."""
    for word in khmer.clean(words).split():
        rows = rows.filter(Q(title_en__icontains=word) | Q(title_km__icontains=word))
    return rows


def courses_found(courses: QuerySet[Course], words: str) -> QuerySet[Course]:
    for word in khmer.clean(words).split():
        courses = courses.filter(
            Q(code__icontains=word) | Q(title_en__icontains=word) | Q(title_km__icontains=word)
        )
    return courses


def sessions_found(sessions: QuerySet[Session], words: str) -> QuerySet[Session]:
    """Sessions of runs that hold the words, or with the words in their title."""
    runs = named(CourseRun.objects.all(), words).values("pk")
    return sessions.filter(Q(title__icontains=words) | Q(run__in=runs))


def enrollments_found(
    enrollments: QuerySet[Enrollment], words: str, phones: Phones
) -> QuerySet[Enrollment]:
    """Enrolments of people who are found by the words, or on a run whose code holds them."""
    people = people_matching(words, phones).order_by().values("pk")
    return enrollments.filter(Q(person__in=people) | Q(run__code__icontains=words))


def members_found(members: QuerySet[RosterMember], words: str) -> QuerySet[RosterMember]:
    """Members of rosters who are found by the words."""
    return members.filter(person__in=people_matching(words).order_by().values("pk"))


def with_attendance(enrollments: QuerySet[Enrollment]) -> QuerySet[Enrollment]:
    """The enrolments with how many sessions the person `attended`."""
    return enrollments.annotate(attended=number_of(Attendance.objects.attended(), "enrollment"))


def with_presence(sessions: QuerySet[Session]) -> QuerySet[Session]:
    """The sessions with how many people are `enrolled` on the run and how many were `here`."""
    here = Attendance.objects.standing().filter(presence__in=ATTENDED)
    return sessions.annotate(
        enrolled=number_of(Enrollment.objects.enrolled(), "run", "run"),
        here=number_of(here, "session"),
    )


def with_runs(people: QuerySet[Person]) -> QuerySet[Person]:
    """The people with on how many runs they have a place, and how many they completed."""
    enrolled = Enrollment.objects.enrolled()
    return people.annotate(
        places=number_of(enrolled, "person"),
        completed=number_of(enrolled.filter(completion__is_met=True), "person"),
    )


def with_courses(rows: QuerySet) -> QuerySet:
    """Topics or outcomes with the number of their courses as `courses_count`."""
    return rows.annotate(courses_count=Count("courses"))


def with_offers(courses: QuerySet[Course]) -> QuerySet[Course]:
    """The courses with `runs_count` and how many of their pages are live, as `live_pages`."""
    return courses.annotate(
        runs_count=number_of(CourseRun.objects.all(), "course"),
        live_pages=number_of(CoursePage.objects.live(), "course"),
    )
