"""The tables of the read model are told to analysts as they are."""

from courses.rules.facts import MAKING, STAGED, TABLES
from courses.rules.facts.making import age_band
from tests import house


def test_the_page_for_analysts_names_every_table_and_column():
    page = (house.ROOT / "docs/facts.md").read_text(encoding="utf-8")
    told = page.split("\n## ")[1:]

    assert [part.split("\n")[0] for part in told] == list(TABLES)
    for part, table in zip(told, TABLES.values(), strict=True):
        for column in table.columns:
            assert f"| `{column.name}` | {column.type} | {column.meaning} |" in part


def test_what_is_made_is_kept_and_what_is_staged_is_not():
    assert set(MAKING) < set(TABLES)
    assert not set(STAGED) & set(TABLES)


def test_bands_of_age_touch_and_do_not_overlap():
    found = [age_band(age) for age in (None, 0, 17, 18, 24, 25, 34, 35, 44, 45, 54, 55, 99)]

    assert found == [
        *(None, "under_18", "under_18", "18_24", "18_24", "25_34", "25_34"),
        *("35_44", "35_44", "45_54", "45_54", "55_over", "55_over"),
    ]
