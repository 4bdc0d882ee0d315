"""Organizations that were asked to name people, a list that waits for a look, and closed runs."""

from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4

from courses import models
from courses.actions.imports import preview_participant_list
from courses.actions.invitations import Terms, fingerprint, invite_organization
from courses.actions.nominations import Nominee, nominate_people
from courses.actions.run_closing import close_run
from courses.choices import OrganizationKind, Role, Sex
from courses.exceptions import Refused

#: The links of the demo end in these, so that they can be told; real ones are random.
FACTORY_LINK, UNION_LINK = "demo-factory-list", "demo-union-list"
NAMED = (
    Nominee("ទេព សុវណ្ណារី", "Tep", "Sovannary", Sex.FEMALE, Role.SUPERVISOR, phone="012 700 801"),
    Nominee("ហេង វិច្ឆិកា", "Heng", "Vichheka", Sex.MALE, Role.MANAGER, employee_number="E-2041"),
    Nominee("", "Ros", "Chanthy", Sex.NOT_STATED, Role.SUPERVISOR),
)
MEMBERS = (Nominee("មាស សុភ័ក្រ", "Meas", "Sopheak", Sex.FEMALE, Role.UNION_LEADER),)
LIST = "Họ tên,Giới tính,Bộ phận\nChea Sreyleak,F,Sewing\nNuon Piseth,M,Cutting\n"
#: Runs that ended longer ago are closed where nothing about them is left to do.
OPEN_DAYS = 60


def write_invitations(today: date, *, trainer: models.Person, by) -> None:
    """Close the runs of long ago, and let the next run that the trainer leads wait for names."""
    for run in models.CourseRun.objects.filter(ends_on__lt=today - timedelta(days=OPEN_DAYS)):
        _close(run, by)
    led = models.CourseRun.objects.filter(run_trainers__person=trainer, starts_on__gt=today)
    run = led.order_by("starts_on", "pk").first()
    kinds = ((OrganizationKind.FACTORY, models.Channel.EMPLOYER, FACTORY_LINK, NAMED),
             (OrganizationKind.FEDERATION, models.Channel.UNION, UNION_LINK, MEMBERS))  # fmt: skip
    for kind, channel, link, people in kinds:
        organization = models.Organization.objects.filter(kind=kind, status="active").last()
        _invite(run, organization, channel, link, people, today, by)
    preview_participant_list(
        run, BytesIO(LIST.encode()), filename="list-2.csv", works_at_host=True, by=by
    )


def _close(run, by):
    try:
        close_run(run, by=by)
    except Refused:
        return


def _invite(run, organization, channel, link, people, today, by):
    terms = Terms(
        seats=5,
        deadline=max(today, run.starts_on - timedelta(days=2)),
        roles=(Role.SUPERVISOR, Role.UNION_LEADER),
        women_percent=60,
        message="Please send people who have not come before.",
        contact_name="Ms Dany",
    )
    invitation = invite_organization(run, organization, channel, terms, by=by).invitation
    models.Invitation.objects.filter(pk=invitation.pk).update(token_sha256=fingerprint(link))
    nominate_people(invitation, [(uuid4(), each) for each in people])
