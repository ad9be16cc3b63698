"""The list of places: countries, and regions and districts by OCHA's P-codes; how coarse a place must be to leave,
and where places lie on a map.

`load()` reads nothing yet. A code that is in no list is kept and shown, with the place its beginning names.
"""

from app.places.atlas import Atlas, Outline, atlas
from app.places.coarsening import SMALL_GROUP, coarsen, region
from app.places.gazetteer import Gazetteer, load
from app.places.listing import PlacesDamagedError
from app.places.pack import LOWEST, PlacePack
from app.places.place import COUNTRY, DISTRICT, REGION, Place, UnknownPlaceError

__all__ = [
    "COUNTRY",
    "DISTRICT",
    "LOWEST",
    "REGION",
    "SMALL_GROUP",
    "Atlas",
    "Gazetteer",
    "Outline",
    "Place",
    "PlacePack",
    "PlacesDamagedError",
    "UnknownPlaceError",
    "atlas",
    "coarsen",
    "load",
    "region",
]
