"""What the migrations share that make all tables at once; the underscore keeps it from being one."""

from django.db.migrations.operations.base import Operation


class CreateModels(Operation):
    """Create many models at once. One after the other, Django builds all models that have to do
    with them anew for each: that took five times as long."""

    reversible = True
    atomic = True

    def __init__(self, models):
        self.models = models

    def deconstruct(self):
        return (type(self).__name__, [self.models], {})

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return "Create the models"
