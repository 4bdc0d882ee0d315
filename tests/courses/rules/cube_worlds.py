"""Cubes of made-up people, as small and as nasty as a draw gives them."""

from collections import Counter
from itertools import product

from courses.rules.suppression_cube import ALL, Axis, Cube, Table

NAMES = ("province", "sex", "sector", "topic")


def table_of(rows, axes, measure="participations", **more):
    """A table with all margins from rows, which are dicts of axis and value; every row counts once
    at every place that it belongs to, however many values it has on an axis."""
    counts = Counter()
    paths = [(axis.name, {value: path(axis, value) for value in axis.values}) for axis in axes]
    for row in rows:
        options = []
        for name, above in paths:
            told = row[name]
            values = told if isinstance(told, frozenset) else (told,)
            options.append({node for value in values for node in above[value]})
        counts.update(product(*options))
    return Table(measure, tuple(axes), dict(counts), **more)


def path(axis, value):
    found = [value]
    while found[-1] != ALL:
        found.append(axis.parents.get(found[-1], ALL))
    return found


def draw_axes(random):
    axes = [
        Axis(name, tuple(f"{name[0]}{n}" for n in range(random.randint(2, 4)))) for name in NAMES
    ]
    quarters = [f"y{year}q{n}" for year in range(2) for n in range(random.randint(1, 3))]
    parents = {quarter: quarter[:2] for quarter in quarters}
    axes.append(Axis("time", ("y0", "y1", *quarters), parents))
    return axes


def draw_rows(random, axes):
    """People of uneven places, so that most cells are small, some are large and some are empty."""
    values = {axis.name: leaves(axis) for axis in axes}
    weights = {name: [random.random() ** 3 + 0.01 for _ in values[name]] for name in values}
    return [
        {name: random.choices(values[name], weights[name])[0] for name in values}
        for _ in range(random.choice((5, 30, 120, 400)))
    ]


def leaves(axis):
    return [value for value in axis.values if value not in axis.parents.values()]


def draw_sensitive(random, axes):
    topic = next(axis for axis in axes if axis.name == "topic")
    return {("topic", topic.values[0]): 10} if random.random() < 0.4 else {}


def draw_cube(random):
    """A cube, with the axes, rows and picks that another publication of it needs."""
    axes = draw_axes(random)
    rows = draw_rows(random, axes)
    sensitive = draw_sensitive(random, axes)
    picks = [random.sample(axes, random.randint(1, 3)) for _ in range(random.randint(1, 3))]
    return Cube(tuple(table_of(rows, pick) for pick in picks), sensitive), (rows, picks, sensitive)


def corrected(random, story):
    """The same tables after a few rows were changed, added and taken away."""
    rows, picks, sensitive = story
    rows = [dict(row) for row in rows]
    for _ in range(random.randint(0, 4)):
        what = random.choice(("add", "drop", "change"))
        if what == "add":
            rows.append(dict(random.choice(rows)))
        elif what == "drop" and len(rows) > 1:
            rows.pop(random.randrange(len(rows)))
        else:
            name = random.choice(NAMES)
            random.choice(rows)[name] = random.choice(rows)[name]
    return Cube(tuple(table_of(rows, pick) for pick in picks), sensitive)


def draw_people(random):
    """People and participations side by side: a person may come in several quarters and topics, so
    people do not add up there and are never more than participations."""
    topics, sexes = ("a", "b", "c"), ("female", "male", "another")
    quarters = tuple(f"q{n}" for n in range(random.randint(2, 3)))
    people = [
        {
            "sex": random.choices(sexes, (6, 3, 1))[0],
            "topic": frozenset(random.sample(topics, random.choice((1, 1, 2)))),
            "quarter": frozenset(random.sample(quarters, random.choice((1, 1, 2)))),
        }
        for _ in range(random.choice((8, 40, 150)))
    ]
    parts = [
        {"sex": one["sex"], "quarter": quarter}
        for one in people
        for quarter in sorted(one["quarter"])
        for _ in range(random.choice((1, 1, 2)))
    ]
    sex = Axis("sex", sexes)
    loose = Axis("quarter", quarters, adds_up=False)
    tables = (
        table_of(people, (sex, loose), "people"),
        table_of(people, (sex, Axis("topic", topics, adds_up=False)), "people"),
        table_of(parts, (sex, Axis("quarter", quarters))),
    )
    return Cube(tables, at_most=(("people", "participations"),))


def yearly_cube(random):
    """Two years of quarters by province and sex, with provinces where hardly anybody is."""
    quarters = tuple(f"y{year}q{n}" for year in range(2) for n in range(4))
    time = Axis("time", ("y0", "y1", *quarters), {quarter: quarter[:2] for quarter in quarters})
    axes = (time, Axis("province", ("p0", "p1", "p2")), Axis("sex", ("female", "male")))
    rows = [
        {
            "time": random.choice(quarters),
            "province": random.choices(axes[1].values, (30, 10, 1))[0],
            "sex": random.choices(axes[2].values, (8, 2))[0],
        }
        for _ in range(400)
    ]
    return Cube((table_of(rows, axes),))


def quarterly_cube(random):
    """25 provinces by four sexes and twelve quarters, many places empty or small."""
    axes = (
        Axis("province", tuple(f"{n:02}" for n in range(1, 26))),
        Axis("sex", ("female", "male", "another", "unknown")),
        Axis("quarter", tuple(f"q{n}" for n in range(1, 13))),
    )
    weights = [[random.random() ** 2 for _ in axes[0].values], [70, 25, 1, 4], [1] * 12]
    rows = [
        {
            axis.name: random.choices(axis.values, weight)[0]
            for axis, weight in zip(axes, weights, strict=True)
        }
        for _ in range(9000)
    ]
    return Cube((table_of(rows, axes),))


def large_cube(random, corrections=0):
    """What a programme would publish: 25 provinces by sex and quarter, and sector, role and topic
    by sex and quarter, all linked; and the same after so many people turned out to work elsewhere.
    """
    provinces = tuple(f"{n:02}" for n in range(1, 26))
    quarters = tuple(f"{year}q{n}" for year in (2024, 2025, 2026) for n in range(1, 5))
    years = {quarter: quarter[:4] for quarter in quarters}
    axes = {
        "time": Axis("time", ("2024", "2025", "2026", *quarters), years),
        "province": Axis("province", provinces),
        "sex": Axis("sex", ("female", "male", "another", "unknown")),
        "sector": Axis("sector", ("garment", "footwear", "bags", "other")),
        "role": Axis("role", tuple(f"r{n}" for n in range(10))),
        "topic": Axis("topic", tuple(f"t{n}" for n in range(8))),
    }
    values = {name: leaves(axis) for name, axis in axes.items()}
    weights = {name: [1 / (n + 1) ** 1.5 for n in range(len(values[name]))] for name in axes}
    rows = [
        {name: random.choices(values[name], weights[name])[0] for name in axes} for _ in range(9000)
    ]
    for row in random.sample(rows, corrections):
        row["province"] = random.choice(provinces)
    picks = ("time province sex", "time sector sex", "time role sex", "time topic sex")
    tables = [table_of(rows, [axes[name] for name in pick.split()]) for pick in picks]
    return Cube(tuple(tables), {("topic", "t7"): 10})
