"""The only room that knows SQL: records, operations, files received and decisions, in one encrypted file."""
