"""Parts of addresses that are more than a word or a number."""

from django.urls import register_converter

from courses.choices import Moment


class MomentConverter:
    """Before or after the training, as tests have it."""

    regex = "|".join(Moment.values)

    def to_python(self, value):
        return Moment(value)

    def to_url(self, value):
        return str(value)


register_converter(MomentConverter, "test_moment")
