"""What the tests of merging share: a person with two records, and who merges them."""

import pytest

from tests.factories import PersonFactory, UserFactory


@pytest.fixture
def user(db):
    return UserFactory()


@pytest.fixture
def both(db):
    """The person to keep, and her second record."""
    return PersonFactory(), PersonFactory(name_km="ចាន់ ស្រីម៉ុំ")
