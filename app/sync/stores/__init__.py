"""Stores: places that hold files for others to fetch, behind one small protocol; the only room that reaches a network.

Whatever a store is, this program sees seven verbs and six plain errors. A store is never trusted: what is put is
read back, what is fetched is checked by its hash, and nothing half ever stands under its final name.
"""
