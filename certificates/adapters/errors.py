"""The one way in which the adapters say that something must not be printed."""


class TypesettingError(Exception):
    """A certificate that must not be printed; `code` is one of `HoldReason`."""

    def __init__(self, code: str, detail: str):
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
