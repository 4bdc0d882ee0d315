from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation

from courses.actions.enrollment import enroll
from courses.actions.list_adding import SILENCE
from courses.actions.retention import enforce_retention
from courses.models import CourseRun, Enrollment, ImportBatch
from courses.rules.khmer import khmer_share
from tests.courses.adapters.spreadsheets.files import xlsx
from tests.courses.rules import ugly_lists
from tests.factories import CourseRunFactory, EnrollmentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(trainer_user):
    return CourseRunFactory(owner=trainer_user)


@pytest.fixture
def trainer(client, trainer_user):
    client.force_login(trainer_user)
    return client


def choose_url(run):
    return reverse("courses:import", kwargs={"uuid": run.uuid})


def url(name, batch):
    return reverse(f"courses:{name}", kwargs={"uuid": batch.run.uuid, "batch": batch.uuid})


def upload(client, run, data, name="list.xlsx", **kwargs):
    file = SimpleUploadedFile(name, data)
    return client.post(choose_url(run), {"file": file, "workplace": "host"} | kwargs)


def looked_at(client, run, data):
    upload(client, run, data)
    return ImportBatch.objects.get()


def text(response):
    return " ".join(response.content.decode().split())


def test_choosing_a_file_leads_to_a_look_at_it(trainer, run):
    response = upload(trainer, run, ugly_lists.khmer_with_logo_and_total())
    batch = ImportBatch.objects.get()
    assert response.headers["Location"] == url("import_preview", batch)
    page = text(trainer.get(response.headers["Location"]))
    assert "Add 3 people" in page
    assert "Nothing has changed yet." in page
    assert not Enrollment.objects.exists()


def test_problems_are_told_row_by_row(trainer, run):
    batch = looked_at(trainer, run, ugly_lists.repeated_people())
    page = text(trainer.get(url("import_preview", batch)))
    assert "<b>Row 3</b>" in page
    assert "This person stands in row 2 already." in page
    assert "Row 2 has the same employee number and another name." in page


def test_adding_and_adding_again(trainer, run):
    batch = looked_at(trainer, run, ugly_lists.tidy())
    for _ in range(2):
        response = trainer.post(url("import_commit", batch), follow=True)
        assert "The list was added" in text(response)
    assert run.enrollments.count() == 2
    assert "2 people were added." in text(trainer.post(url("import_commit", batch), follow=True))


def test_a_list_of_people_who_are_all_there_adds_nobody(trainer, run):
    first = looked_at(trainer, run, ugly_lists.tidy())
    trainer.post(url("import_commit", first))
    rows = [["Name", "Sex"], ["Sok Dara", "M"], ["Chan Theary", "F"]]
    upload(trainer, run, xlsx({"A": rows}))
    batch = ImportBatch.objects.latest("pk")
    page = text(trainer.get(url("import_preview", batch)))
    assert "there is nobody to add" in page
    assert "Nobody was added." in text(trainer.post(url("import_commit", batch), follow=True))
    assert run.enrollments.count() == 2


def test_a_list_put_aside_leads_back_to_choosing(trainer, run):
    batch = looked_at(trainer, run, ugly_lists.tidy())
    for name in ("import_discard", "import_discard", "import_commit"):
        response = trainer.post(url(name, batch), follow=True)
        assert response.redirect_chain[-1][0] == choose_url(run)
    assert "This list was put aside." in text(response)
    assert not run.enrollments.exists()


def test_full_runs_and_refused_rows_are_said(trainer, trainer_user):
    run = CourseRunFactory(owner=trainer_user, capacity=1)
    batch = looked_at(trainer, run, ugly_lists.tidy())
    assert "1 seat is free, so 1 of these people" in text(trainer.get(url("import_preview", batch)))
    batch.content["rows"][0] |= {"name_km": "\u200b"}
    batch.content["rows"][0] |= {"family_name_latin": "", "given_name_latin": ""}
    batch.save()
    EnrollmentFactory(run=run)
    page = text(trainer.post(url("import_commit", batch), follow=True))
    assert "Give a Khmer name or a Latin name." in page
    assert "1 person is on the waiting list" in page


def test_workplaces_are_shown_when_they_differ(trainer, run):
    upload(trainer, run, ugly_lists.semicolons(), name="list.csv", workplace="as_written")
    page = text(trainer.get(url("import_preview", ImportBatch.objects.get())))
    assert "សរសៃឈូក" in page


def test_long_lists_are_shown_in_part(trainer, run):
    rows = [["Name", "Sex"], *([f"Sok Dara{n}", "M"] for n in range(302))]
    batch = looked_at(trainer, run, xlsx({"A": rows}))
    assert "2 more people are not shown here." in text(trainer.get(url("import_preview", batch)))


@pytest.mark.parametrize("language", ["en", "km"])
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        ugly_lists.old_font_alone(),
        ugly_lists.no_heading(),
    ],
)
def test_what_is_no_list_gets_a_sentence(trainer, run, data, language):
    with translation.override(language):
        response = upload(trainer, run, data)
        (error,) = map(str, response.context["form"].non_field_errors())
    assert error in response.content.decode()
    assert (khmer_share(error) > 0.5) == (language == "km")
    assert not ImportBatch.objects.exists()


def test_an_empty_form_asks_for_its_answers(trainer, run):
    response = trainer.post(choose_url(run), {})
    assert response.context["form"].errors == {
        "file": ["Choose the file with the list."],
        "workplace": ["Say where these people work."],
    }


def test_buttons_followed_as_links_change_nothing(trainer, run):
    batch = looked_at(trainer, run, ugly_lists.tidy())
    for name in ("import_commit", "import_discard"):
        response = trainer.get(url(name, batch))
        assert response.headers["Location"] == url("import_preview", batch)
    batch.refresh_from_db()
    assert batch.status == "previewed"


def test_a_list_is_found_below_its_own_run_only(trainer, run, trainer_user):
    batch = looked_at(trainer, run, ugly_lists.tidy())
    other = CourseRunFactory(owner=trainer_user)
    address = reverse("courses:import_preview", kwargs={"uuid": other.uuid, "batch": batch.uuid})
    assert trainer.get(address).status_code == 404


def test_strangers_find_nothing(client, participant_user, staff_user, run, trainer_user):
    foreign = CourseRunFactory()
    client.force_login(participant_user)
    assert client.get(choose_url(run)).status_code == 404
    client.force_login(trainer_user)
    assert client.get(choose_url(foreign)).status_code == 404
    client.force_login(staff_user)
    assert client.get(choose_url(foreign)).status_code == 200


@pytest.mark.parametrize("count", [1, 30])
def test_a_preview_costs_the_same_for_one_row_and_for_thirty(
    trainer, run, django_assert_num_queries, count
):
    rows = [["Name", "Sex", "Emp. No."], *([f"Sok Dara{n}", "M", n] for n in range(count))]
    batch = looked_at(trainer, run, xlsx({"A": rows}))
    address = url("import_preview", batch)
    trainer.get(address)
    with django_assert_num_queries(14):
        trainer.get(address)


def long_list():
    return xlsx({"A": [["Name", "Sex"], *([f"Sok Dara{n}", "M"] for n in range(201))]})


def test_a_long_list_is_added_in_the_background(trainer, run, django_capture_on_commit_callbacks):
    batch = looked_at(trainer, run, long_list())
    with django_capture_on_commit_callbacks() as calls:
        for _ in range(2):
            response = trainer.post(url("import_commit", batch), follow=True)
            assert "The list waits for its turn." in text(response)
            assert response.headers["Refresh"] == "3"
    ImportBatch.objects.update(status="working", rows_done=120)
    assert "120 of 201 rows were looked at." in text(trainer.get(url("import_preview", batch)))
    for call in calls:
        call()
    page = trainer.get(url("import_preview", batch))
    assert "The list was added" in text(page)
    assert "Refresh" not in page.headers
    assert run.enrollments.count() == 201


def test_work_that_fell_silent_is_started_again(trainer, run, django_capture_on_commit_callbacks):
    batch = looked_at(trainer, run, long_list())
    trainer.post(url("import_commit", batch))
    ImportBatch.objects.update(started_at=timezone.now() - SILENCE)
    page = trainer.get(url("import_preview", batch))
    assert "Nothing was heard for two minutes." in text(page)
    assert "Refresh" not in page.headers
    with django_capture_on_commit_callbacks(execute=True):
        trainer.post(url("import_commit", batch))
    assert run.enrollments.count() == 201


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [("broken", "Adding these people broke off."), ("run_closed", "This run is closed.")],
)
def test_what_went_wrong_is_said_and_the_list_is_still_there(trainer, run, failure, sentence):
    batch = looked_at(trainer, run, ugly_lists.tidy())
    ImportBatch.objects.update(status="failed", failure=failure)
    page = text(trainer.get(url("import_preview", batch)))
    assert sentence in page
    assert "Add 2 people" in page


def test_a_list_is_taken_back_with_one_button_and_may_be_added_again(trainer, run):
    batch = looked_at(trainer, run, ugly_lists.tidy())
    trainer.post(url("import_commit", batch))
    assert url("import_undo", batch) in text(trainer.get(url("import_preview", batch)))
    enroll(CourseRunFactory(), run.enrollments.first().person, by=None)
    for _ in range(2):
        page = text(trainer.post(url("import_undo", batch), follow=True))
        assert "1 person who was new is gone again." in page
        assert "1 person is off the run and stays on record." in page
        assert "This person takes part in another run too." in page
    assert not run.enrollments.exists()
    upload(trainer, run, ugly_lists.tidy())
    again = ImportBatch.objects.first()
    assert (again.pk != batch.pk, again.status) == (True, "previewed")


def test_a_list_that_was_not_added_is_not_taken_back(trainer, run):
    batch = looked_at(trainer, run, ugly_lists.tidy())
    page = text(trainer.post(url("import_undo", batch), follow=True))
    assert "The people of this list were not added." in page


def test_a_list_that_was_kept_long_enough_tells_numbers_and_no_names(trainer, run):
    batch = looked_at(trainer, run, ugly_lists.tidy())
    trainer.post(url("import_commit", batch))
    name = batch.content["rows"][0]["name_km"].split()[-1]
    assert name in text(trainer.get(url("import_preview", batch)))
    day = timezone.localdate() - timedelta(days=400)
    CourseRun.objects.update(starts_on=day, ends_on=day)
    enforce_retention()
    page = text(trainer.get(url("import_preview", batch)))
    assert "The people of this list are no longer kept. The numbers stay." in page
    assert "Take the list back" not in page
    assert name not in page
    refused = text(trainer.post(url("import_undo", batch), follow=True))
    assert "so it cannot be taken back." in refused
    assert run.enrollments.enrolled().count() == 2


def test_a_list_that_was_taken_back_forgets_who_stayed(trainer, run):
    batch = looked_at(trainer, run, ugly_lists.tidy())
    trainer.post(url("import_commit", batch))
    stays = EnrollmentFactory(run=CourseRunFactory(), person=run.enrollments.first().person)
    trainer.post(url("import_undo", batch))
    assert stays.person.name_km in text(trainer.get(url("import_preview", batch)))
    day = timezone.localdate() - timedelta(days=400)
    CourseRun.objects.update(starts_on=day, ends_on=day)
    enforce_retention()
    page = text(trainer.get(url("import_preview", batch)))
    assert "The people of this list are no longer kept. The numbers stay." in page
    assert stays.person.name_km not in page
