"""Keeps the small pictures of a demo that was just told beside its story, to be shipped."""

from django.core.management.base import BaseCommand
from wagtail.images import get_image_model

from lms.demo.small_pictures import SMALL, keep_small


class Command(BaseCommand):
    help = "Keep the small pictures of a demo that was just told, after pictures were drawn again."

    def handle(self, *args, **options):
        keep_small(get_image_model().get_rendition_model().objects, SMALL)
