"""The catalogues are complete, keep every placeholder and are compiled as they stand."""

import re

import pytest

from lms.tools import messages
from tests import house

PLACEHOLDER = re.compile(r"%\(\w+\)[sdif]|%[sdif%]|\{\w*\}")
TAG = re.compile(r"</?\w+")

pytestmark = pytest.mark.parametrize("app", messages.CATALOGUES)


def as_tuple(words):
    return (words,) if isinstance(words, str) else tuple(words)


def said(catalogue):
    """Context and words to translate of every message."""
    return {(message.context, message.id) for message in catalogue if message.id}


def test_the_catalogue_holds_exactly_the_words_of_the_sources(app):
    fresh, stored = said(messages.fresh_catalogue(app)), said(messages.stored_catalogue(app))
    house.expect_none([f"missing: {words}" for _, words in fresh - stored])
    house.expect_none([f"stale: {words}" for _, words in stored - fresh])


def test_everything_is_translated_and_nothing_is_a_guess(app):
    waiting = [
        message.id
        for message in messages.stored_catalogue(app)
        if message.id and not messages.is_complete(message)
    ]
    house.expect_none(waiting)


def test_translations_keep_placeholders_and_tags(app):
    def marks(words):
        return sorted(PLACEHOLDER.findall(words)), sorted(TAG.findall(words))

    different = [
        (message.id, words)
        for message in messages.stored_catalogue(app)
        if message.id
        for words in as_tuple(message.string)
        if words and marks(words) != marks(as_tuple(message.id)[-1])
    ]
    house.expect_none(different)


def test_the_compiled_catalogue_is_fresh(app):
    def translations(catalogue):
        return {
            (message.context, as_tuple(message.id)[0]): as_tuple(message.string)
            for message in catalogue
            if message.id and messages.is_complete(message)
        }

    stored = translations(messages.stored_catalogue(app))
    assert translations(messages.compiled_catalogue(app)) == stored


def test_words_that_apps_share_are_translated_alike(app):
    """A running site puts the catalogues together: one app's words would win everywhere."""
    ours = messages.stored_catalogue(app)
    different = [
        message.id
        for other in messages.CATALOGUES
        if other != app and messages.language_of(other) == messages.language_of(app)
        for message in messages.stored_catalogue(other)
        if message.id
        and (twin := ours.get(message.id, message.context))
        and twin.string != message.string
    ]
    house.expect_none(different)
