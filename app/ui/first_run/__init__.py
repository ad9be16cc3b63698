"""First run: language, a workspace to work in, and its passphrase; mirrored from the very first window."""
