"""The parts of forms that this site draws with templates of its own look as Django draws them."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates, TemplatesSetting, get_default_renderer

FLAT = [("", "–"), (1, "One <b>"), (2_000, "Two & more"), (None, "None"), (True, "True")]
GROUPED = [("", "–"), ("North", [("n1", "Nearest"), ("n2", 'The "second"')]), ("South", [])]
ATTRS = {
    "id": "part",
    "class": "w",
    "required": True,
    "disabled": False,
    "data-x": '"<&',
    "n": 1000,
}
SEVERAL = (forms.CheckboxSelectMultiple, forms.SelectMultiple)
CHOOSING = (*SEVERAL, forms.RadioSelect, forms.Select)
WRITING = (
    *(forms.TextInput, forms.NumberInput, forms.HiddenInput, forms.DateInput, forms.CheckboxInput),
    *(forms.PasswordInput, forms.ClearableFileInput, forms.EmailInput),
)


class OwnOption(forms.CheckboxSelectMultiple):
    """Draws its options in another way."""

    option_template_name = "django/forms/widgets/select_option.html"


class OwnSelect(forms.Select):
    option_template_name = "django/forms/widgets/input_option.html"


def drawn(widget, value, attrs, renderer):
    return widget.render("name", value, attrs, renderer=renderer)


@pytest.mark.parametrize("attrs", [None, {}, ATTRS], ids=["none", "empty", "many"])
@pytest.mark.parametrize("choices", [FLAT, GROUPED, []], ids=["flat", "grouped", "empty"])
@pytest.mark.parametrize("kind", [*CHOOSING, OwnOption, OwnSelect])
def test_choices(kind, choices, attrs):
    for value in (None, "", 1, "2000", "n2", ["1", "n1"], True):
        ways = TemplatesSetting(), DjangoTemplates()
        ours, djangos = (drawn(kind(choices=choices), value, attrs, way) for way in ways)
        assert ours == djangos


@pytest.mark.parametrize("attrs", [None, {}, ATTRS], ids=["none", "empty", "many"])
@pytest.mark.parametrize("kind", WRITING)
def test_what_is_written(kind, attrs):
    for value in (None, "", 1_000, '"<&>', True, ["a", 2]):
        ways = TemplatesSetting(), DjangoTemplates()
        ours, djangos = (drawn(kind(), value, attrs, way) for way in ways)
        assert ours == djangos


def test_the_site_draws_with_them():
    assert isinstance(get_default_renderer(), TemplatesSetting)
    template = get_default_renderer().get_template("django/forms/widgets/multiple_input.html")
    assert "templates/django/forms" in template.origin.name
    assert "site-packages" not in template.origin.name
