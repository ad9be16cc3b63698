"""Somebody's table on its way into the records: file, table, columns, values, check, done."""
