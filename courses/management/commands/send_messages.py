"""Queue reminders, send what waits, and look after what is stuck; for every few minutes."""

from django.core.management.base import BaseCommand

from courses.actions.reminding import queue_reminders
from courses.actions.sending import put_away_useless, send_waiting, settle_stuck


class Command(BaseCommand):
    help = (
        "Queues the reminders that are due and sends every message that waits. What a killed worker"
        " left behind is taken up. Doing it twice, also at once, sends nothing twice."
    )

    def handle(self, **options):
        reminders, stuck, useless = queue_reminders(), settle_stuck(), put_away_useless()
        told = send_waiting()
        self.stdout.write(
            f"Reminders queued: {reminders}. Sent: {told['sent']}. To try again: {told['queued']}."
            f" Failed: {told['failed']}. May have been sent: {told['unsure'] + stuck['unsure']}."
            f" Taken up again: {stuck['queued']}. Not needed any more:"
            f" {useless + told['cancelled']}."
        )
