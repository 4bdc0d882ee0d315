"""The trainer asks, counts paper and looks; what people wrote is for staff alone."""

import pytest

from courses.actions.feedback import close_feedback, give_feedback, open_feedback
from courses.queries.feedback import form_for, round_of
from tests.courses.views.conftest import address, said
from tests.factories import CourseFactory

pytestmark = pytest.mark.django_db
SHEET = (5, 4, 3, None, 5)


def shown(client, run):
    return client.get(address("run_feedback", run)).content.decode()


def test_asking_shows_the_code_and_ending_shows_the_results(trainer, run):
    assert "Ask now" in shown(trainer, run)
    answer = trainer.post(address("open_feedback", run), follow=True)
    assert said(answer) == [
        "People can answer now. Show the code, pass a phone round, or give out paper."
    ]
    page = shown(trainer, run)
    assert "data:image/svg" in page
    assert "Results</h2>" not in page
    for ticket in "abcde":
        give_feedback(run.feedback, ticket=ticket, way="own", faces=SHEET, text="Too hot")
    assert "Results</h2>" not in shown(trainer, run), "not while people answer"
    trainer.post(address("close_feedback", run))
    page = shown(trainer, run)
    assert "On average <b>5.0</b> of 5; 5 of 5 said good or very good" in page
    assert "Fewer than five answered this question." in page
    assert "Too hot" not in page


def test_staff_read_what_people_wrote(client, staff_user, run):
    asked = open_feedback(run, by=None)
    for ticket in "abcde":
        give_feedback(asked, ticket=ticket, way="own", faces=SHEET, text="Too hot")
    close_feedback(asked, by=None)
    client.force_login(staff_user)
    assert "Too hot" in shown(client, run)


def test_paper_is_typed_in_and_corrected(trainer, run):
    open_feedback(run, by=None)
    paper = address("feedback_paper", run)
    wrong = trainer.post(paper, {"sheets": "1", "t-0-5": "2"}).content.decode()
    assert "A question has more faces than there are sheets. Count again." in wrong
    trainer.post(paper, {"sheets": "7", "t-0-5": "4", "t-0-4": "3"})
    assert 'value="4"' in trainer.get(paper).content.decode()
    assert "<b>7</b> sheets so far" in shown(trainer, run)

    many = trainer.post(paper, {"sheets": "1", "words": "Too hot\r\n\r\nLouder"}).text
    assert "There are more lines of words than sheets." in many and "Louder" in many
    long = trainer.post(paper, {"sheets": "1", "words": "a" * 501}).text
    assert "A line has more than 500 letters." in long
    for _twice in range(2):
        trainer.post(paper, {"sheets": "7", "words": "Too hot\r\n\r\nLouder"})
    assert sorted(run.feedback.tallies.get().texts) == ["Louder", "Too hot"]
    page = trainer.get(paper).text
    assert "2 texts from paper are kept." in page and "Louder" not in page


def test_before_anybody_is_asked_there_is_nothing_to_count(trainer, run):
    assert trainer.get(address("feedback_paper", run)).status_code == 404


def test_staff_change_the_questions_of_later_runs(client, staff_user, run):
    asked = open_feedback(run, by=None)
    client.force_login(staff_user)
    words = address("feedback_words", run)
    form = {f"s-{place}-{code}": f"{place} {code}?" for place in range(3) for code in ("en", "km")}
    form |= {"question_en": "And?", "question_km": "ហើយ?"}
    page = client.post(words, {**form, "s-2-km": ""}).content.decode()
    assert "A question needs both languages." in page
    page = client.post(words, {**form, "s-2-km": "", "s-2-en": ""}).content.decode()
    assert "Ask at least three questions." in page
    client.post(words, form)
    new = form_for(run.course)
    assert (new.course, [each["en"] for each in new.statements]) == (
        *(run.course, ["0 en?", "1 en?", "2 en?"]),
    )
    assert round_of(run).form == asked.form
    client.post(words, {**form, "for_all": "on"})
    assert form_for(CourseFactory()).version == 2


def test_a_trainer_does_not_change_the_questions(trainer, run):
    assert trainer.get(address("feedback_words", run)).status_code == 404
