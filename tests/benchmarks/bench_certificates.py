"""Certificates: a hundred of them, each a file of its own."""

import gc
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils import timezone

from certificates.actions.certificates import issue_certificates
from certificates.adapters.typesetting import render, shipped_sheet
from certificates.queries.facts import pictures, printed_facts, printed_sessions
from certificates.rules.sheets import fields_of
from courses.models import Completion
from courses.rules.spoken_codes import check_character
from lms.demo.issuer import write_settings
from tests.benchmarks.measure import Figure, benchmark, cpu_seconds, rolled_back
from tests.courses.adapters.printing.hard import NAMES
from tests.factories import EnrollmentFactory, PersonFactory, SessionFactory

COUNT = 100
DATA = f"{COUNT} files, design completion, logos and signatures"


@benchmark("certificates_100_cpu_s")
def certificates_100():
    """From the printed facts to the file on the disk; the first is cold."""
    with rolled_back(), TemporaryDirectory() as folder:
        issuer = write_settings()
        images = pictures(issuer)
        facts = [facts_of(completion, issuer) for completion in met_completions()]

        def write(fact):
            pdf = render(shipped_sheet("completion"), fact, images).pdf
            Path(folder, f"{fact['serial']}.pdf").write_bytes(pdf)

        used = cpu_of(write, facts)
    yield Figure("certificates_100_cpu_s", used, "s", DATA, bar=4, reference=28)


@benchmark("issue_100_cpu_s")
def issue_100():
    """From the completion to number, file, record and history, twenty in a transaction."""
    with rolled_back():
        write_settings()
        completions = met_completions()
        ids = [completion.pk for completion in completions]
        used = cpu_of(lambda _once: list(issue_certificates(ids, by=None)), [None])
    yield Figure("issue_100_cpu_s", used, "s", DATA)


def cpu_of(action: Callable[[object], object], things: Iterable[object]) -> float:
    gc.collect()
    start = cpu_seconds()
    for thing in things:
        action(thing)
    return cpu_seconds() - start


def facts_of(completion, issuer):
    number = f"{completion.pk:06d}"
    code = (number * 3).translate(str.maketrans("01", "ZY"))[:17]
    return printed_facts(
        completion,
        issuer,
        printed_sessions(completion.enrollment.run),
        kind="completion",
        fields=fields_of(shipped_sheet("completion")),
        serial=f"RWL-2026-{number}",
        code=code + check_character(code),
        issued_on=timezone.localdate(),
    )


def met_completions():
    """People of one run with different names."""
    run = SessionFactory(
        status="held",
        run__course__title_en="Trade Union Leadership: Negotiation and Dispute Resolution",
        run__course__title_km="ភាពជាអ្នកដឹកនាំសហជីព៖ ការចរចា និងការដោះស្រាយវិវាទ",
    ).run
    return [
        Completion.objects.create(
            enrollment=EnrollmentFactory(run=run, person=person(number)),
            is_met=True,
            met_on=run.ends_on,
            credited_minutes=180,
            planned_minutes=180,
        )
        for number in range(COUNT)
    ]


def person(number):
    tens, ones = divmod(number, 10)
    return PersonFactory(
        name_km=NAMES[number % len(NAMES)],
        family_name_latin="Chan",
        given_name_latin=f"Sreymom {'ABCDEFGHIJ'[tens]}{'abcdefghij'[ones]}",
    )
