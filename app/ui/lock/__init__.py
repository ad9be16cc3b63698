"""The lock: a workspace is closed, and its passphrase opens it."""
