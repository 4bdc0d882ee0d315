"""The one way to say no."""


class Refused(Exception):
    """A request that the rules turn down.

    `sentence` is a whole, translatable sentence for people; `code` is for programs and tests.
    """

    def __init__(self, sentence, *, code):
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code

    def __str__(self):
        return str(self.sentence)
