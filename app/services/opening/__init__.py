"""An open workspace: founding, unlocking, who the people and the organisation are, what was decided."""
