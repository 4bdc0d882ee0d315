"""The public check of a certificate, by its code: what two cores answer in a second."""

from django.test import Client
from django.urls import reverse

from certificates.models import Certificate
from tests.benchmarks.bench_pages import visiting
from tests.benchmarks.measure import Figure, benchmark, median_cpu_ms

DATA = "demo story S"
CORES = 2


@benchmark("check_page_rps", "check_page_cpu_ms", needs="story")
def check_page():
    """The whole page in Khmer, name and all, from the request to the bytes. The counts of answers
    are written as they are on the site."""
    code = Certificate.objects.in_force().values_list("code", flat=True).order_by("pk")[0]
    address = reverse("certificates:verify", args=[code]).replace("/en/", "/km/")
    visit = visiting(Client(headers={"host": "localhost"}), address)
    for _ in range(3):
        visit()
    cpu = median_cpu_ms(visit, times=200)
    rps = CORES * 1000 / cpu
    yield Figure("check_page_rps", rps, "per s", DATA, bar=200, higher_is_better=True)
    yield Figure("check_page_cpu_ms", cpu, "ms", DATA)
