"""Make the addresses under which people open their certificates, and note that they did."""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from certificates import conf
from certificates.models import Certificate, PaperLink
from certificates.queries.facts import check_url
from certificates.queries.links import fingerprint, mark_of, token_of, usable_link
from certificates.rules.personal_data import PAPER_LINK
from courses.actions.announcing import NewPaper, announce_certificates
from courses.actions.retention import Enforcer
from courses.models import Enrollment


@transaction.atomic(savepoint=False)
def tell_of(papers: Iterable[tuple[Certificate, Enrollment]]) -> None:
    """Tell people of their new certificates, by an enrolment of each, with an address to open it
    where that is news."""
    news = [_news(*each) for each in papers]
    news = [each for each in news if each[1].is_news()]
    links = make_links([certificate for certificate, _paper in news])
    announce_certificates(
        replace(paper, paper=mark_of(link), until=timezone.localdate(link.expires_at))
        for (_certificate, paper), link in zip(news, links, strict=True)
    )


def _news(certificate: Certificate, enrollment: Enrollment) -> tuple[Certificate, NewPaper]:
    facts = certificate.facts
    is_yearly = certificate.year is not None
    titles = {code: facts[f"course_{code}"] for code in ("en", "km")} if is_yearly else {}
    paper = NewPaper(enrollment, certificate.serial, check_url(certificate.code), titles=titles)
    return certificate, paper


def make_links(certificates: Iterable[Certificate]) -> list[PaperLink]:
    """An address for each, in their order."""
    ends = timezone.now() + timedelta(days=conf.get("CERTIFICATES_LINK_DAYS"))
    links = []
    for certificate in certificates:
        key = uuid.uuid4()
        sha256 = fingerprint(token_of(key))
        links.append(
            PaperLink(uuid=key, certificate=certificate, token_sha256=sha256, expires_at=ends)
        )
    return PaperLink.objects.bulk_create(links)


@transaction.atomic
def open_link(token: str) -> PaperLink | None:
    """What the token opens, with the time noted; None for every other token, and for what is over,
    or erased."""
    link = usable_link(fingerprint(token))
    if link:
        PaperLink.objects.filter(pk=link.pk).update(last_used_at=timezone.now())
    return link


@transaction.atomic
def _drop(ids: list[int]) -> None:
    PaperLink.objects.filter(pk__in=ids).delete()


def links_that_ended() -> list[Enforcer]:
    """Hook `courses_retention`: links go when they open nothing any more."""
    return [Enforcer(PAPER_LINK, lambda now: PaperLink.objects.filter(expires_at__lte=now), _drop)]
