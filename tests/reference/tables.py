"""Rows of the database as they are."""


def rows(model, *columns):
    """All rows of a table, in order of their ids."""
    return model._base_manager.order_by("pk").values_list(*columns).iterator(chunk_size=20_000)
