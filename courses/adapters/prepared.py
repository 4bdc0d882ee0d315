"""Queries whose SQL is written once per process, because building it costs more than asking it."""

from collections.abc import Callable

from django.db import connections, router
from django.db.models import Expression, Model, QuerySet


class Asked(Expression):
    """The place of a value that is known only when the query is asked."""

    def __init__(self, place: int):
        super().__init__()
        self.place = place

    def as_sql(self, compiler, connection):
        return "%s", [self]


class Prepared:
    """A query asked at every visit. `make` takes a place for each value and gives `values_list(…)`;
    a call takes the values, numbers and words, and gives the rows as tuples."""

    def __init__(self, model: type[Model], make: Callable[..., QuerySet]):
        self.model = model
        self.make = make
        self.written: dict[str, tuple] = {}

    def __call__(self, *values) -> list[tuple]:
        using = router.db_for_read(self.model)
        if using not in self.written:
            self.written[using] = self._write(len(values), using)
        sql, params, converters = self.written[using]
        connection = connections[using]
        with connection.cursor() as cursor:
            cursor.execute(sql, [_filled(each, values) for each in params])
            rows = cursor.fetchall()
        return [_converted(row, converters, connection) for row in rows]

    def _write(self, count: int, using: str) -> tuple:
        query = self.make(*map(Asked, range(count))).using(using).query
        compiler = query.get_compiler(using)
        sql, params = compiler.as_sql()
        return sql, params, compiler.get_converters([column for column, *_ in compiler.select])


def _filled(param, values):
    return values[param.place] if isinstance(param, Asked) else param


def _converted(row: tuple, converters: dict, connection) -> tuple:
    """The row in Python's types, as Django's own compiler reads it."""
    row = list(row)
    for place, (functions, expression) in converters.items():
        for function in functions:
            row[place] = function(row[place], expression, connection)
    return tuple(row)
