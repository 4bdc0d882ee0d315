"""A process of its own that issues and prints a thousand certificates, and says what it took.

Usage: python -m tests.benchmarks.thousand; writes one JSON object. Everything is rolled back.
"""

import json
import os
import resource
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["DJANGO_SETTINGS_MODULE"] = "lms.settings"

import django

django.setup()

from django.test import override_settings  # noqa: E402
from django.urls import get_resolver  # noqa: E402
from django.utils import timezone  # noqa: E402

from certificates.actions.certificates import issue_certificates  # noqa: E402
from certificates.adapters.keys import make_key  # noqa: E402
from certificates.models import Certificate, Credential  # noqa: E402
from certificates.queries.printing import printed_again  # noqa: E402
from lms.demo.issuer import write_settings  # noqa: E402
from tests.benchmarks.bench_certificates import met_completions  # noqa: E402
from tests.benchmarks.measure import cpu_seconds, rolled_back  # noqa: E402

COUNT, WARM = 1000, 20


def seconds_of(action, clock=time.perf_counter):
    start = clock()
    action()
    return clock() - start


def serials():
    return Certificate.objects.values_list("serial", flat=True)


def figures():
    """Seconds of the first, processor time of later ones and of a thousand, and their memory."""
    get_resolver().url_patterns  # noqa: B018 - a server has read its addresses when it starts
    write_settings()
    before = set(serials())
    ids = [each.pk for each in met_completions(1 + WARM + COUNT)]
    first = seconds_of(lambda: list(issue_certificates(ids[:1], by=None)))
    later = [
        seconds_of(lambda one=one: list(issue_certificates([one], by=None)), time.process_time)
        for one in ids[1 : 1 + WARM]
    ]
    issued, plain = issued_of(ids[1 + WARM :])
    assert len(set(serials()) - before) == len(ids)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with TemporaryDirectory() as folder, override_settings(CERTIFICATES_KEYS=folder):
        make_key(Path(folder), timezone.localdate())
        more = [each.pk for each in met_completions(COUNT)]
        signed, with_credential = issued_of(more)
        assert Credential.objects.filter(certificate__in=signed).count() == COUNT
    start = cpu_seconds()
    printing = seconds_of(lambda: printed_again(issued))
    return {
        "first_certificate_s": first,
        "warm_certificate_ms": 1000 * statistics.median(later),
        "issue_1000_plain_cpu_s": plain,
        "issue_1000_cpu_s": with_credential,
        "issue_1000_mb": memory,
        "print_1000_s": printing,
        "print_1000_cpu_s": cpu_seconds() - start,
    }


def issued_of(ids):
    """The certificates of these completions, and the processor time that they took."""
    start = cpu_seconds()
    issued = [each.certificate for each in issue_certificates(ids, by=None)]
    return issued, cpu_seconds() - start


if __name__ == "__main__":
    with rolled_back():
        print(json.dumps(figures()))
