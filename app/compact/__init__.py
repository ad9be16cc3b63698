"""The reference pack of the Compact: objectives, actions and principles, and finding them by everyday words."""
