"""Lets Django write a whole register to SQLite in one statement."""

import sqlite3

from django.db.backends.signals import connection_created

#: SQLite's own limit since 3.32; Django 5.2 still assumes 999, which cuts a bulk insert of 500
#: marks into ten statements.
MAX_PARAMETERS = 32_766


def raise_parameter_limit(sender, connection, **kwargs):
    if connection.vendor == "sqlite" and sqlite3.sqlite_version_info >= (3, 32):
        connection.features.max_query_params = MAX_PARAMETERS


def connect():
    connection_created.connect(raise_parameter_limit, dispatch_uid="lms_sqlite_parameters")
