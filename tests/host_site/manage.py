"""Django's command line of the foreign site."""

import gc
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    # Looking for garbage that often takes a third of `migrate`.
    gc.set_threshold(50_000, 20, 50)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "host.settings")
    execute_from_command_line(sys.argv)
