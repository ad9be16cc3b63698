"""Parts: what one organisation adds to the figures of a picture, and what the parts of all of them add up to.

A part holds numbers and codes. Only of activities that may count together with those of others it holds which they
are: everything else of them is added up already, and added up the same whatever others say.
"""

from app.domain.parts.adding import Together, together
from app.domain.parts.making import Tells, part_of
from app.domain.parts.part import Alone, Heard, Part, heard_together, summed
from app.domain.parts.splitting import split

__all__ = ["Alone", "Heard", "Part", "Tells", "Together", "heard_together", "part_of", "split", "summed", "together"]
