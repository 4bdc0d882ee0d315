"""How much a reader wants to load for a lesson: all, or what a cheap line bears."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

COOKIE, YEAR = "sala-save-data", 31_536_000


@dataclass(frozen=True)
class Look:
    """How a lesson is drawn. `saves`: small pictures, sound and film as links. `is_kept`: for a
    phone that keeps it, with small pictures, sound to play, and nothing of any reader."""

    saves: bool = False
    is_kept: bool = False

    @property
    def is_small(self) -> bool:
        return self.saves or self.is_kept

    @property
    def links_sound(self) -> bool:
        return self.saves and not self.is_kept

    @property
    def links_film(self) -> bool:
        return self.is_small

    @property
    def key(self) -> str:
        return f"{self.saves:d}{self.is_kept:d}"


def look_of(request: HttpRequest | None) -> Look:
    """What the address asks for, the switch says, or the browser (`Save-Data`)."""
    if request is None:
        return Look()
    if request.GET.get("keep") == "1":
        return Look(is_kept=True)
    told = request.COOKIES.get(COOKIE) or request.headers.get("Save-Data", "")
    return Look(saves=told in ("1", "on"))


def remember(response: HttpResponse, saves: bool) -> None:
    """Keep on the phone what its reader wants; a "no" is kept too, against `Save-Data`."""
    response.set_cookie(COOKIE, "1" if saves else "0", max_age=YEAR, samesite="Lax")


def vary(response: HttpResponse) -> None:
    """Tell caches what the drawing of a lesson depends on."""
    patch_vary_headers(response, ["Cookie", "Save-Data"])
