"""Folds the words of every live course and lesson page, and all names of organizations, anew."""

from django.core.management.base import BaseCommand

from courses.actions import organization_keys, search_texts


class Command(BaseCommand):
    help = "Index pages and organizations for search. Doing it twice changes nothing."

    def handle(self, *args, **options):
        pages, organizations = search_texts.catch_up(), organization_keys.catch_up()
        self.stdout.write(f"{pages} pages and {organizations} organizations are indexed.")
