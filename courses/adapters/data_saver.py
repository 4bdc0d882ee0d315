"""How much a reader wants to load for a lesson: all, or what a cheap line bears."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

COOKIE, YEAR = "sala-save-data", 31_536_000
#: The header by which a phone sees that what it keeps is old.
VERSION = "X-Sala-Version"
FORMATS = ("avif", "webp")


@dataclass(frozen=True)
class Look:
    """How a lesson is drawn. `saves`: small pictures, sound and film as links. `keeps`: for a phone
    that takes it along, with small pictures in this format alone, sound to play, and films if it
    takes those too."""

    saves: bool = False
    keeps: str = ""
    has_films: bool = False

    @property
    def is_kept(self) -> bool:
        return bool(self.keeps)

    @property
    def is_small(self) -> bool:
        return self.saves or self.is_kept

    @property
    def links_sound(self) -> bool:
        return self.saves and not self.is_kept

    @property
    def links_film(self) -> bool:
        return self.is_small and not self.has_films

    @property
    def key(self) -> str:
        return f"{self.saves:d}{self.keeps}{self.has_films:d}"


def look_of(request: HttpRequest | None) -> Look:
    """What the address asks for, the switch says, or the browser (`Save-Data`)."""
    if request is None:
        return Look()
    if (keeps := request.GET.get("keep")) in FORMATS:
        return Look(keeps=keeps, has_films="films" in request.GET)
    told = request.COOKIES.get(COOKIE) or request.headers.get("Save-Data", "")
    return Look(saves=told in ("1", "on"))


def remember(response: HttpResponse, saves: bool) -> None:
    """Keep on the phone what its reader wants; a "no" is kept too, against `Save-Data`."""
    response.set_cookie(COOKIE, "1" if saves else "0", max_age=YEAR, samesite="Lax")


def version_of(page) -> str:
    """The same as long as a page was not published anew."""
    moment = page.last_published_at.timestamp() if page.last_published_at else 0
    return f"{page.latest_revision_id or 0}-{moment:.0f}"


def vary(response: HttpResponse) -> None:
    """Tell caches what the drawing of a lesson depends on."""
    patch_vary_headers(response, ["Cookie", "Save-Data"])
