"""What happens on the signals of `courses`, and who may handle certificates."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db.models.signals import post_migrate

from certificates.actions.designs import ensure_shipped_designs
from certificates.actions.erasing import erase_certificates
from certificates.actions.groups import allow_staff
from certificates.actions.merging import follow_person
from certificates.tasks import issue
from courses.signals import completions_met, people_merging, person_erasing


def issue_when_completed(sender, completion_ids, **kwargs):
    """A lost call is found by the command `catch_up_certificates`."""
    issue.enqueue(completion_ids)


def follow_merge(sender, kept, absorbed, folded, ledger, **kwargs):
    """Certificates go where their person goes, in the transaction of the merge."""
    follow_person(kept, absorbed, folded, ledger)


def follow_erasure(sender, people, **kwargs):
    """Certificates lose name and file with the person, in the transaction of the erasure."""
    erase_certificates(people)


def prepare_after_migrate(sender, apps=installed, **kwargs):
    """The groups need the permissions of both apps, whichever comes first in the settings; the
    shipped designs become rows. Nothing where the tables have just been taken away."""
    if sender.name == "certificates" and apps.is_installed("certificates"):
        create_permissions(installed.get_app_config("courses"), verbosity=0)
        create_permissions(sender, verbosity=0)
        allow_staff()
        ensure_shipped_designs()


def connect():
    """Called once when the app is ready."""
    completions_met.connect(issue_when_completed, dispatch_uid="certificates_issue")
    people_merging.connect(follow_merge, dispatch_uid="certificates_follow_merge")
    person_erasing.connect(follow_erasure, dispatch_uid="certificates_follow_erasure")
    post_migrate.connect(prepare_after_migrate, dispatch_uid="certificates_prepare")
