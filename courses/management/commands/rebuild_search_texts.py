"""Folds the words of every live course and lesson page for search anew."""

from django.core.management.base import BaseCommand

from courses.actions.search_texts import catch_up


class Command(BaseCommand):
    help = "Index every live course and lesson page for search. Doing it twice changes nothing."

    def handle(self, *args, **options):
        self.stdout.write(f"{catch_up()} pages are indexed.")
