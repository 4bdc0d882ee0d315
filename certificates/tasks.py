"""Slow work by id."""

from django_tasks import task

from certificates.actions.certificates import issue_certificate
from courses.exceptions import Refused
from courses.models import Completion


@task()
def issue(completion_id: int) -> str:
    """Issue the certificate of a completion; returns its number, or the code of the refusal."""
    completion = Completion.objects.get(pk=completion_id)
    try:
        return issue_certificate(completion, by=None).serial
    except Refused as refused:
        return refused.code
