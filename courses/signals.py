"""Signals that other apps may listen to; each is sent after commit with `send_robust`."""

from django.dispatch import Signal

#: A person met every requirement of a run. Sent with `completion_id` (int).
#: Receivers must be idempotent: a correction of the register can send it again.
completion_met = Signal()
