"""A process of its own that issues and prints a thousand certificates, and says what it took.

Usage: python -m tests.benchmarks.thousand; writes one JSON object. Everything is rolled back.
"""

import json
import os
import resource
import statistics
import time

os.environ["DJANGO_SETTINGS_MODULE"] = "lms.settings"

import django

django.setup()

from django.urls import get_resolver  # noqa: E402

from certificates.actions.certificates import issue_certificates  # noqa: E402
from certificates.models import Certificate  # noqa: E402
from certificates.queries.printing import printed_again  # noqa: E402
from lms.demo.issuer import write_settings  # noqa: E402
from tests.benchmarks.bench_certificates import met_completions  # noqa: E402
from tests.benchmarks.measure import cpu_seconds, rolled_back  # noqa: E402

COUNT, WARM = 1000, 20


def seconds_of(action, clock=time.perf_counter):
    start = clock()
    action()
    return clock() - start


def figures():
    """Seconds of the first, processor time of later ones and of a thousand, and their memory."""
    get_resolver().url_patterns  # noqa: B018 - a server has read its addresses when it starts
    write_settings()
    ids = [each.pk for each in met_completions(1 + WARM + COUNT)]
    first = seconds_of(lambda: list(issue_certificates(ids[:1], by=None)))
    later = [
        seconds_of(lambda one=one: list(issue_certificates([one], by=None)), time.process_time)
        for one in ids[1 : 1 + WARM]
    ]
    start = cpu_seconds()
    issued = [each.certificate for each in issue_certificates(ids[1 + WARM :], by=None)]
    used = cpu_seconds() - start
    assert len(set(Certificate.objects.values_list("serial", flat=True))) == len(ids)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    printing = seconds_of(lambda: printed_again(issued))
    return {
        "first_certificate_s": first,
        "warm_certificate_ms": 1000 * statistics.median(later),
        "issue_1000_plain_cpu_s": used,
        "issue_1000_mb": memory,
        "print_1000_s": printing,
    }


if __name__ == "__main__":
    with rolled_back():
        print(json.dumps(figures()))
