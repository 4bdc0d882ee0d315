"""The one way in which the adapters say that something must not be printed."""


class TypesettingError(Exception):
    """A text or picture that must not be printed.

    `code` is `malformed`, `missing_glyph`, `does_not_fit`, `no_picture` or `not_printed`.
    """

    def __init__(self, code: str, detail: str):
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
