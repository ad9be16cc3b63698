"""A foreign table on its way in: opened once, decided on, every row checked before it is kept."""
