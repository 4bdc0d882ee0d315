"""What factories of the demo story agreed on after their trainings, and what became of it."""

from datetime import date, timedelta
from random import Random
from uuid import uuid5

from courses.actions.factory_actions import keep_action_file
from courses.choices import ActionState
from courses.models import CourseRun, FactoryAction
from lms.demo.pages import CONTENT
from lms.demo.writer import NAMESPACE

SEED = 86
DONE, DROPPED = 0.62, 0.08
#: By course: what, and who is responsible.
PLANS = {
    "OSHC": (
        ("ទុកច្រកចេញទាំងអស់ឱ្យទំនេរ និងពិនិត្យរៀងរាល់ព្រឹក", "មន្ត្រីសុវត្ថិភាព"),
        ("Put guards on the sewing machines of two lines", "Chief mechanic"),
        ("ដាក់ទឹកផឹកនៅជិតខ្សែផលិតកម្មនីមួយៗ", "ប្រធានផ្នែករដ្ឋបាល"),
        ("Hold a fire drill on both shifts and write down the time", "Safety committee"),
        ("ជួសជុលកង្ហារដែលខូចមុនរដូវក្តៅ", "ជាងអគ្គិសនី"),
    ),
    "PICC": (
        ("ប្រជុំគណៈកម្មការរៀងរាល់ខែ និងបិទកំណត់ហេតុឱ្យគ្រប់គ្នាឃើញ", "លេខាគណៈកម្មការ"),
        ("Keep a list of complaints with the day of the answer", "Human resources"),
        ("ពន្យល់បញ្ជីបើកប្រាក់ឈ្នួលដល់ខ្សែផលិតកម្មទាំងអស់", "ប្រធានផ្នែកធនធានមនុស្ស"),
    ),
}
SEEN = (
    "Walked the floor with the committee; it is done on all lines.",
    "បានឃើញនៅកន្លែងធ្វើការ ហើយបានសួរកម្មករពីរនាក់។",
    "The list was shown, with entries of the last month.",
)
PICTURE = CONTENT / "oshc" / "02-step-4.png"


def write_actions(today: date, *, by) -> None:
    """Actions of runs that are over, one of them with a picture."""
    rng = Random(SEED)
    runs = CourseRun.objects.filter(course__code__in=PLANS, ends_on__lt=today)
    rows = [
        _action(run, number, today, rng, by)
        for run in runs.select_related("course", "host").order_by("pk")
        for number in range(len(PLANS[run.course.code]))
        if rng.random() < 0.8
    ]
    made = FactoryAction.objects.bulk_create(rows)
    done = [row for row in made if row.is_done]
    with PICTURE.open("rb") as file:
        keep_action_file(done[0], file, "After the visit", by=by)


def _action(run: CourseRun, number: int, today: date, rng: Random, by) -> FactoryAction:
    text, responsible = PLANS[run.course.code][number]
    row = FactoryAction(
        uuid=uuid5(NAMESPACE, f"action {run.uuid} {number}"),
        run=run,
        organization=run.host,
        sector=run.host.sector,
        province=run.host.province,
        text=text,
        responsible=responsible,
        agreed_on=run.ends_on,
        due_on=run.ends_on + timedelta(rng.choice((14, 30, 60, 90))),
        written_by=by,
    )
    seen_on = row.due_on + timedelta(rng.randint(-12, 12))
    chance = rng.random()
    if chance < DONE and row.agreed_on <= seen_on <= today:
        row.state, row.seen_on, row.closed_by = ActionState.DONE, seen_on, by
        row.seen_by, row.seen_note = "Adviser of the programme", rng.choice(SEEN)
    elif chance > 1 - DROPPED and row.due_on <= today:
        row.state, row.dropped_on, row.closed_by = ActionState.DROPPED, row.due_on, by
        row.dropped_reason = "The line was moved to another building."
    return row
