"""Keys, the lock, and sealing and opening of bytes; the only room with cryptography libraries."""
