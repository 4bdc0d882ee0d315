"""Tags, filters and the components that the screens are made of."""

from datetime import UTC, date, datetime, time

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import escape

from courses.templatetags import courses as tags

TUESDAY = date(2026, 12, 1)


def render(source, **context):
    return Template("{% load courses %}" + source).render(Context(context)).strip()


def component(name, **context):
    return " ".join(render_to_string(f"courses/components/{name}.html", context).split())


def test_an_icon_points_into_the_sprite_and_is_silent():
    assert render('{% icon "late" %}') == (
        '<svg class="sala-icon" aria-hidden="true">'
        '<use href="/static/courses/icons.svg#late"/></svg>'
    )
    assert 'href="/static/courses/khmer.svg#km"' in render('{% icon "km" %}')


def test_a_drawing_has_a_description():
    assert 'role="img" aria-label="A &lt;b&gt;"' in render(
        '{% drawing "pic-osh" label %}', label="A <b>"
    )


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("ចាន់ ស្រីមុំ", "ចាន់ <b>ស្រីមុំ</b>"),
        ("ម៉ារីយ៉ាំ", "<b>ម៉ារីយ៉ាំ</b>"),
        ("<i> x", "&lt;i&gt; <b>x</b>"),
        ("", ""),
        (None, ""),
    ],
)
def test_the_given_name_is_bold(name, shown):
    assert render("{{ name|khmer_name }}", name=name) == shown


@pytest.mark.parametrize(
    ("expression", "english", "khmer"),
    [
        ("day|sala_date", "Tuesday 1 December 2026", "ថ្ងៃអង្គារ ទី១ ខែធ្នូ ឆ្នាំ២០២៦"),
        ("day|sala_date_plain", "Tuesday 1 December", "ថ្ងៃអង្គារ ទី១ ខែធ្នូ"),
        ("day|sala_day", "1 Dec", "១ ធ្នូ"),
        ("day|sala_weekday", "Tuesday", "ថ្ងៃអង្គារ"),
        ("day|sala_weekday_short", "Tue", "អង្គារ"),
        ("day|sala_month", "December", "ធ្នូ"),
        ("day|sala_month_short", "Dec", "ធ្នូ"),
        ("day|sala_month_year", "December 2026", "ខែធ្នូ ឆ្នាំ២០២៦"),
        ("moment|sala_time", "06:30", "០៦:៣០"),
        ("moment|sala_day", "1 Dec", "១ ធ្នូ"),
        ("start|sala_time_range:end", "08:00–11:00", "០៨:០០–១១:០០"),
        ("days|sala_dates", "Monday 30 November and Tuesday 1 December", None),
        ("day|sala_span:day", "1 December 2026", "១ ធ្នូ ២០២៦"),
        ("1234|sala_number", "1,234", "១.២៣៤"),
        ("2.5|sala_number:1", "2.5", "២,៥"),
        ("half|sala_percent", "50\u00a0%", "៥០\u00a0%"),
        ("'R1'|sala_digits", "R1", "R១"),
        ("720|sala_hours", "12 hours", "១២\u00a0ម៉ោង"),
        ("6|sala_minutes", "6\u00a0min", "៦\u00a0នាទី"),
        ("48000|sala_filesize", "48\u00a0kB", "៤៨\u00a0kB"),
    ],
)
def test_filters_follow_the_language_and_the_time_zone(expression, english, khmer):
    late_in_utc = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    facts = {
        "day": TUESDAY,
        "moment": late_in_utc,
        "days": [date(2026, 11, 30), late_in_utc],
        "start": time(8),
        "end": time(11),
        "half": 0.5,
    }
    with translation.override("en"):
        assert render("{{ " + expression + " }}", **facts) == english
    with translation.override("km"):
        assert khmer is None or render("{{ " + expression + " }}", **facts) == khmer


def test_nothing_is_said_about_nothing():
    names = ["number", "percent", "hours", "minutes", "filesize", "date", "time", "day"]
    source = "".join("{{ nothing|sala_" + name + " }}" for name in names)
    source += "{{ nothing|sala_time_range:nothing }}{{ nothing|sala_span:nothing }}"
    assert render(source, nothing=None) == ""


def test_a_page_address_keeps_the_rest_of_the_question(rf):
    request = rf.get("/list/?q=heat&page=2")
    assert tags.page_address(request, 3) == "?q=heat&page=3"
    assert tags.page_address(request, 4, "past") == "?q=heat&page=2&past=4"


def menu_of(rf, user, perms=()):
    request = rf.get("/en/accounts/login/")
    request.user = user
    with translation.override("en"):
        return tags.menu({"request": request, "perms": perms})


@pytest.mark.django_db
def test_a_visitor_is_offered_to_sign_in(rf):
    places = menu_of(rf, AnonymousUser())
    assert places[-1] == {
        "text": "Sign in",
        "url": "/en/accounts/login/",
        "is_main": False,
        "is_here": True,
    }
    assert not {"Today", "Office", "Sign out"} & {place["text"] for place in places}


@pytest.mark.django_db
def test_staff_find_the_office(rf, staff_user):
    words = [place["text"] for place in menu_of(rf, staff_user, {"courses.view_person"})]
    assert words[-3:] == ["Office", "Password and security", "Sign out"]


def test_a_menu_leaves_out_what_the_site_does_not_have():
    assert tags.address("nowhere:at_all") == ""


def test_templates_without_a_request_have_no_language_links():
    assert render("{% language_links as links %}{{ links }}") == "[]"


def test_the_languages_of_this_place_are_offered(rf):
    with translation.override("en"):
        links = tags.language_links({"request": rf.get("/en/accounts/login/")})
    assert [link.name for link in links] == ["English", "ភាសាខ្មែរ"]


def test_the_programme_has_a_name(settings):
    settings.WAGTAIL_SITE_NAME = "Rumduol Programme"
    assert tags.site_name() == "Rumduol Programme"


class Answers(forms.Form):
    name = forms.CharField(help_text="As you say it", widget=forms.TextInput({"placeholder": "x"}))
    sex = forms.ChoiceField(choices=[("f", "Woman"), ("m", "Man")], widget=forms.RadioSelect)
    shared = forms.BooleanField(label="Others use this phone", required=False)
    note = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        if self.cleaned_data.get("name") == "full":
            raise forms.ValidationError("This session is full.")


def test_the_error_summary_links_to_each_field():
    form = Answers({})
    html = component("error_summary", form=form)
    assert "Please look at 2 answers" in html
    assert '<a href="#id_name">Name</a>' in html
    assert '<a href="#id_sex">Sex</a>' in html
    assert "Everything else is kept." in html


def test_one_error_is_one_answer():
    assert "Please look at one answer" in component("error_summary", form=Answers({"sex": "f"}))


def test_a_refusal_is_said_in_the_summary():
    html = component("error_summary", form=Answers({"name": "full", "sex": "f"}))
    assert "That did not work" in html
    assert "<li>This session is full.</li>" in html


def test_a_form_without_errors_has_no_summary():
    assert "role" not in component("error_summary", form=Answers())


def test_a_field_has_a_label_a_hint_and_its_error():
    html = component("field", field=Answers({})["name"])
    assert '<label for="id_name">Name</label>' in html
    assert '<div class="sala-hint" id="id_name_helptext">As you say it</div>' in html
    assert '<div id="id_name_error"><p class="sala-err">' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html


def test_choices_are_a_group_that_an_error_can_link_to():
    html = component("field", field=Answers({})["sex"])
    assert '<fieldset class="sala-field sala-bad" id="id_sex"' in html
    assert '<label for="id_sex_0"><input type="radio" name="sex" value="f"' in html


def test_a_tick_box_is_inside_its_label():
    html = component("field", field=Answers()["shared"])
    assert '<label class="sala-check" for="id_shared"><input type="checkbox"' in html


def test_a_hidden_field_stays_hidden():
    assert component("field", field=Answers()["note"]).endswith(
        '<input type="hidden" name="note" id="id_note">'
    )


def test_every_field_of_a_form_is_shown():
    html = component("fields", form=Answers())
    assert [f'name="{name}"' in html for name in Answers.base_fields] == [True] * 4


def test_a_placeholder_can_be_taken_away():
    assert "placeholder" not in str(tags.without_placeholder(Answers()["name"]))


@pytest.mark.parametrize(
    ("state", "css", "shape", "word"),
    [
        ("present", "here", "here", "Here"),
        ("late", "late", "late", "Late"),
        ("left_early", "left", "left", "Left early"),
        ("excused", "excused", "excused", "Excused"),
        ("absent", "absent", "absent", "Absent"),
        ("both", "both", "two", "Two marks"),
        ("", "none", "unmarked", "Mark"),
    ],
)
def test_a_mark_is_a_word_a_shape_and_a_colour(state, css, shape, word):
    html = component("mark", state=state, who="Sreymom")
    assert f'class="sala-mark sala-{css}"' in html
    assert f"icons.svg#{shape}" in html
    assert '<span class="sala-vh">Sreymom: </span>' in html
    assert f"<span>{word}</span>" in html


def test_a_person_has_both_names():
    person = {"name_km": "ចាន់ ស្រីមុំ", "name_latin": "Chan Sreymom"}
    html = component("person_name", person=person, role="Line leader")
    assert '<span lang="km">ចាន់ <b>ស្រីមុំ</b></span>' in html
    assert '<span lang="en">Chan Sreymom</span>' in html


def test_a_person_without_khmer_name_is_shown_once():
    html = component("person_name", person={"name_km": "", "name_latin": "Maryam"})
    assert html.count("Maryam") == 1


def test_pages_are_counted_in_words(rf):
    page = Paginator(range(30), 10).page(2)
    html = component("pagination", page=page, request=rf.get("/?q=a"))
    assert "Page 2 of 3" in html
    assert escape("?q=a&page=1") in html
    assert escape("?q=a&page=3") in html


def test_a_table_repeats_its_heads_for_phones():
    html = component(
        "stack",
        heads=["Role", "Women", "Men"],
        rows=[{"name": "Workers", "cells": ["6", "3"]}],
        total={"name": "All", "cells": ["6", "3"]},
    )
    assert html.count('data-l="Women">6</td>') == 2
    assert html.count('data-l="Men">3</td>') == 2
