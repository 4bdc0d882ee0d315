"""Signals that other apps may listen to."""

from django.dispatch import Signal

#: People met every requirement of a run. Sent after commit with `send_robust`, with
#: `completion_ids` (list of int).
#: Receivers must be idempotent: a correction of the register can send it again.
completions_met = Signal()

#: Two records of one person become one. Sent inside the transaction with `send`, so that a receiver
#: that fails stops the merge: `kept` and `absorbed` (Person), `folded` (enrolment id to the id of
#: the one that it was merged into) and `ledger` (courses.actions.ledger.Ledger). What a receiver
#: writes through the ledger is put back when the merge is undone.
people_merging = Signal()

#: A participant list waits to be added in the background. Sent after commit with `send_robust`,
#: with `batch_id` and `user_id` (int). Receivers must be idempotent: it is sent again for a list of
#: which nothing was heard for a while.
list_queued = Signal()

#: A person is erased for ever. Sent inside the transaction with `send`, so that a receiver that
#: fails stops the erasure, and before anything is emptied: `people` (ids of the record and of those
#: that were merged into it) and `login` (the user, or None). A receiver takes away what it holds
#: about them.
person_erasing = Signal()

#: Messages wait to be sent. Sent after commit with `send_robust`, with `ids` (of those that may
#: leave now). A lost call does no harm: the command `send_messages` finds what waits.
messages_queued = Signal()

#: Much changed since the facts behind the figures were made, and somebody wants to see them.
facts_behind = Signal()
