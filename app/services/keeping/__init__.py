"""That nothing is lost: backups, recovery, the team's keys."""
