"""Tables and files that other programs read: 3W with HXL tags, IATI, data packages. One entry is one row or element."""
