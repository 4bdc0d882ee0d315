"""The views of a chooser, each held to the rows that the user may see."""

from django.forms import CharField, TextInput
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic import chooser


class WordsForm(BaseFilterForm):
    """The search field of a chooser; the view knows how to search."""

    q = CharField(
        label=_("Search"),
        required=False,
        max_length=150,
        widget=TextInput(attrs={"placeholder": _("Search")}),
    )

    def filter(self, objects):
        words = self.cleaned_data["q"].strip()
        if words:
            self.is_searching, self.search_query = True, words
        return super().filter(objects)


class ScopedRows:
    """Every way to a row starts from the rows of the user."""

    viewset = None

    def get_object_list(self):
        return self.viewset.rows(self.request.user)

    def get_object(self, pk):
        return self.get_object_list().get(pk=pk)

    def get_objects(self, pks):
        return self.get_object_list().filter(pk__in=pks)


class ScopedListing(ScopedRows):
    filter_form_class = WordsForm

    def filter_object_list(self, objects):
        objects = super().filter_object_list(objects)
        if self.filter_form.is_searching:
            words = self.filter_form.search_query
            objects = self.viewset.search_for(self.request.user, objects, words)
        return objects

    def can_create(self):
        return False


class ScopedChooseView(ScopedListing, chooser.ChooseView):
    pass


class ScopedResultsView(ScopedListing, chooser.ChooseResultsView):
    pass


class ScopedChosenView(ScopedRows, chooser.ChosenView):
    pass


class ScopedChosenMultipleView(ScopedRows, chooser.ChosenMultipleView):
    pass
