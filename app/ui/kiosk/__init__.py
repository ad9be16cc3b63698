"""The kiosk: people answer a few questions themselves, on the whole screen, each in their own language."""
