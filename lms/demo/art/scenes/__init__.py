"""The pictures: ``PICTURES`` tells for each course code which key is drawn by which function."""

from . import covers, digw, ess, oshc, tul

PICTURES = {"tul": tul.PICTURES, "oshc": oshc.PICTURES, "digw": digw.PICTURES, "ess": ess.PICTURES, **covers.PICTURES}
