"""What is told of people, asked of them, and done with their records."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    FEMALE = "female", _("Woman")
    MALE = "male", _("Man")
    ANOTHER = "another", _("Another")
    NOT_STATED = "not_stated", _("Not stated")


class Role(models.TextChoices):
    """A person's role at the time (indicator R15)."""

    WORKER = "worker", _("Worker")
    SUPERVISOR = "supervisor", _("Supervisor or line leader")
    MANAGER = "manager", _("Manager, personnel or compliance staff")
    WORKER_REP = "worker_rep", _("Worker representative or shop steward")
    UNION_LEADER = "union_leader", _("Union leader in an enterprise")
    UNION_LEADER_FEDERATION = "union_leader_federation", _("Union leader in a federation or above")
    EMPLOYERS_STAFF = "employers_staff", _("Staff of an employers' association")
    OFFICIAL = "official", _("Government official")
    TRAINER = "trainer", _("Trainer")
    OTHER = "other", _("Other role")


class ConsentKind(models.TextChoices):
    PUBLIC_NAME = "public_name", _("Name on the public certificate check")
    PHOTO = "photo", _("Photo")
    FOLLOW_UP = "follow_up", _("Follow-up call")
    RESEARCH = "research", _("Research")
    DISABILITY = "disability", _("Questions about disability")


class ConsentManner(models.TextChoices):
    """How the words of a notice reached the person."""

    READ_ALOUD = "read_aloud", _("Read aloud to the person")
    FORM = "form", _("On a form that the person signed")
    THEMSELVES = "themselves", _("By the person on this site")


class ErasureReason(models.TextChoices):
    """Why a person is erased; the history keeps it."""

    ASKED = "asked", _("The person asked for it.")
    MISTAKE = "mistake", _("The person should not have been recorded.")
    RETENTION = "retention", _("The record was kept long enough.")


class ExportPurpose(models.TextChoices):
    """What a file with personal data is needed for."""

    DELIVERY = "delivery", _("To organize a training")
    REPORTING = "reporting", _("To report to partners or donors")
    QUALITY = "quality", _("To check or correct records")
    AUDIT = "audit", _("For an audit")
    RESEARCH = "research", _("For research with consent")
    PERSON_ASKED = "person_asked", _("The person asked for it")
    HAND_OVER = "hand_over", _("To hand the programme over")
    OTHER = "other", _("Something else")


class ReadsKhmer(models.TextChoices):
    EASILY = "easily", _("Easily")
    WITH_DIFFICULTY = "with_difficulty", _("With difficulty")
    NO = "no", _("No")


class MatchReason(models.TextChoices):
    """What a description and a person on record have in common, and what not."""

    SAME_NAME = "same_name", _("same name")
    SIMILAR_NAME = "similar_name", _("similar name")
    OTHER_NAME = "other_name", _("other name")
    SAME_PHONE = "same_phone", _("same phone")
    OTHER_PHONE = "other_phone", _("other phone")
    SAME_EMPLOYER = "same_employer", _("same workplace")
    OTHER_EMPLOYER = "other_employer", _("other workplace")
    SAME_NUMBER = "same_number", _("same employee number")
    OTHER_NUMBER = "other_number", _("other employee number")
    SAME_SEX = "same_sex", _("same sex")
    OTHER_SEX = "other_sex", _("other sex")
    SAME_BIRTH_YEAR = "same_birth_year", _("same year of birth")
    SIMILAR_BIRTH_YEAR = "similar_birth_year", _("similar year of birth")
    OTHER_BIRTH_YEAR = "other_birth_year", _("other year of birth")
