"""Make and send the reports that are due; for every day."""

from django.core.management.base import BaseCommand

from courses.actions.facts import refresh_facts
from courses.actions.report_deliveries import send_due_reports
from courses.admin.report_mail import files_of_delivery


class Command(BaseCommand):
    help = (
        "Freezes every report that a schedule asks for, and sends it to its mailbox or into its"
        " folder. What was missed is caught up. Doing it twice, also at once, sends nothing twice."
    )

    def handle(self, **options):
        refresh_facts()
        told = send_due_reports(files_of_delivery)
        self.stdout.write(
            f"Reports sent: {told['sent']}. To try again: {told['waiting']}."
            f" Not sent: {told['failed']}. May have been sent: {told['unsure']}."
        )
