"""Slow work by id."""

from django_tasks import task

from certificates.actions.certificates import issue_certificates


@task()
def issue(completion_ids: list[int]) -> list[str]:
    """Issue the certificates of completions; returns their numbers, or the codes of refusals."""
    return [
        outcome.refusal.code if outcome.refusal else outcome.certificate.serial
        for outcome in issue_certificates(completion_ids, by=None)
    ]
