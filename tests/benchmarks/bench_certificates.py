"""Certificates: a hundred of them, each a file of its own."""

import gc
import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils import timezone

from certificates.actions.certificates import issue_certificates
from certificates.actions.designs import read_drawing
from certificates.adapters.typesetting import render, shipped, shipped_sheet
from certificates.admin.design_verbs import drawn
from certificates.forms.designs import DesignForm
from certificates.queries.designs import SHIPPED
from certificates.queries.facts import pictures, printed_facts
from certificates.queries.printable import OfRun, printed_sessions
from certificates.rules.sheets import fields_of
from courses.models import Completion
from courses.rules.spoken_codes import check_character
from lms.demo.issuer import write_settings
from tests.benchmarks.measure import Figure, benchmark, cpu_seconds, median_cpu_ms, rolled_back
from tests.certificates.design_forms import sent
from tests.courses.adapters.printing.hard import NAMES
from tests.factories import EnrollmentFactory, PersonFactory, SessionFactory

COUNT = 100
THOUSAND = {
    "first_certificate_s": ("s", 0.4, "from completion to file and record, a process of its own"),
    "warm_certificate_ms": ("ms", 30, "processor, median of 20, each in a transaction of its own"),
    "issue_1000_plain_cpu_s": ("s", 20, "1,000 files with number, record and history"),
    "issue_1000_cpu_s": ("s", 40, "the same with credential and signed QR code"),
    "issue_1000_mb": ("MB", 300, "peak of that process"),
    "print_1000_s": ("s", 8, "one file of 1,000 pages, by the clock"),
    "print_1000_cpu_s": ("s", None, "the same, processor"),
}
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
        OfRun(completion, printed_sessions(completion.enrollment.run)),
        issuer,
        kind="completion",
        fields=fields_of(shipped_sheet("completion")),
        serial=f"RWL-2026-{number}",
        code=code + check_character(code),
        issued_on=timezone.localdate(),
    )


@benchmark(*THOUSAND)
def thousand():
    """In a process of its own, so that the first one is cold and the memory is that of issuing."""
    command = [sys.executable, "-m", "tests.benchmarks.thousand"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    for name, (unit, bar, data) in THOUSAND.items():
        yield Figure(name, told[name], unit, data, bar=bar)


@benchmark("design_preview_ms")
def design_preview():
    """From the form as the browser sends it to the page as a picture; the slowest design."""
    slowest = max(median_cpu_ms(preview_of(name), times=15) for name in shipped())
    yield Figure("design_preview_ms", slowest, "ms", "five designs, longest texts", bar=150)


def preview_of(name):
    sheet = shipped_sheet(name)
    data = sent("Design", sheet)

    def preview():
        form = DesignForm(data, sheet=sheet)
        assert form.is_valid(), form.errors
        drawn(read_drawing(form.sheet), SHIPPED[name], is_longest=True)

    return preview


def met_completions(count=COUNT):
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
        for number in range(count)
    ]


def person(number):
    tens, ones = divmod(number % 100, 10)
    third = NAMES[number // 100 % len(NAMES)] if number >= 100 else ""
    return PersonFactory(
        name_km=f"{NAMES[number % len(NAMES)]} {third}".strip(),
        family_name_latin="Chan",
        given_name_latin=f"Sreymom {'ABCDEFGHIJ'[tens]}{'abcdefghij'[ones]}",
    )
