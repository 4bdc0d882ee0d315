"""Benchmarks: each module bench_<noun>.py measures, the runner collects; see `measure.py`."""
