"""What is asked about the columns of a list, and what is remembered."""

import pytest

from courses.models import ColumnChoice, ImportBatch
from tests.courses.adapters.spreadsheets.files import xlsx
from tests.courses.rules import ugly_lists
from tests.courses.views.test_imports import looked_at, text, upload, url
from tests.factories import CourseRunFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(trainer_user):
    return CourseRunFactory(owner=trainer_user)


@pytest.fixture
def trainer(client, trainer_user):
    client.force_login(trainer_user)
    return client


def shirts():
    return xlsx({"A": [["Name", "Sex", "Họ"], ["Sok Dara", "M", "Sewing"]]})


def test_what_is_unsure_is_asked_and_remembered_for_the_host(trainer, run):
    response = upload(trainer, run, shirts())
    batch = ImportBatch.objects.get()
    assert response.headers["Location"] == url("import_columns", batch)
    page = trainer.get(url("import_columns", batch))
    assert "Please say what the column holds. For example: Sewing" in text(page)
    answer = {"column0": "name_latin", "column1": "sex", "column2": "section"}
    response = trainer.post(url("import_columns", batch), answer)
    assert response.headers["Location"] == url("import_preview", batch)
    page = text(trainer.get(url("import_preview", batch)))
    assert "Sewing" in page
    assert "Columns are not right?" in page
    next_list = xlsx({"B": [["Họ", "Name"], ["Cutting", "Chan Theary"]]})
    again = CourseRunFactory(owner=run.owner, host=run.host)
    assert (
        upload(trainer, again, next_list)
        .headers["Location"]
        .endswith(f"{again.imports.get().uuid}/")
    )
    assert again.imports.get().content["rows"][0]["section"] == "Cutting"
    elsewhere = CourseRunFactory(owner=run.owner)
    assert "columns" in upload(trainer, elsewhere, next_list).headers["Location"]


def test_a_column_in_an_old_font_is_explained_and_may_be_left_out(trainer, run):
    upload(trainer, run, ugly_lists.old_font_khmer())
    batch = ImportBatch.objects.get()
    page = trainer.get(url("import_preview", batch), follow=True)
    assert "This column is written with an old font, not in Khmer Unicode." in text(page)
    page = trainer.post(url("import_commit", batch), follow=True)
    assert "Say first what the columns of this list hold." in text(page)
    answer = {"column0": "number", "column1": "name_km", "column2": "name_latin"}
    page = trainer.post(url("import_columns", batch), answer)
    assert "not in Khmer Unicode" in text(page)
    trainer.post(url("import_columns", batch), answer | {"column1": "left_out"})
    trainer.post(url("import_commit", batch))
    assert [each.person.name for each in run.enrollments.all()] == ["Sok Dara", "Chan Theary"]


def test_headings_in_unknown_words_are_named_by_hand(trainer, run):
    rows = [["Họ tên", "Giới tính", "Tuổi"], ["Sok Dara", "F", "31 years"]]
    upload(trainer, run, xlsx({"A": rows}))
    batch = ImportBatch.objects.get()
    nobody = {f"column{number}": "left_out" for number in range(3)}
    page = trainer.post(url("import_columns", batch), nobody)
    assert "No heading was found." in text(page)
    same = nobody | {"column0": "name_latin", "column1": "name_latin"}
    page = trainer.post(url("import_columns", batch), same)
    assert "Two columns cannot both hold this: Latin name." in text(page)
    assert not ColumnChoice.objects.exists()
    trainer.post(url("import_columns", batch), nobody | {"column0": "name_latin", "column1": "sex"})
    trainer.post(url("import_commit", batch))
    assert run.enrollments.get().person.sex == "female"


def test_columns_of_an_added_list_are_settled(trainer, run):
    batch = looked_at(trainer, run, ugly_lists.tidy())
    trainer.post(url("import_commit", batch))
    response = trainer.get(url("import_columns", batch))
    assert response.headers["Location"] == url("import_preview", batch)
    offered = ImportBatch.objects.get().content["offered"]
    answer = {f"column{number}": column["kind"] for number, column in enumerate(offered)}
    page = trainer.post(url("import_columns", batch), answer)
    assert "The people of this list were added already." in text(page)
