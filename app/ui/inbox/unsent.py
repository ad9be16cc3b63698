"""What somebody began to write about submissions and has not decided yet: comments, and questions at fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.services.coordinating.triage import InboxLine


@dataclass
class Unsent:
    """By submission; it goes once the submission is decided about."""

    comments: dict[str, str] = field(default_factory=dict)
    questions: dict[str, dict[str, str]] = field(default_factory=dict)

    def comment(self, line: InboxLine) -> str:
        """What was begun as a comment."""
        return self.comments.get(line.id, "")

    def asked(self, line: InboxLine) -> Mapping[str, str]:
        """The questions as they are now: those begun, else those of the last decision."""
        return self.questions.get(line.id, dict(line.questions))

    def forget(self, line: InboxLine) -> None:
        """It was decided."""
        self.comments.pop(line.id, None)
        self.questions.pop(line.id, None)

    def state(self) -> dict[str, object]:
        """Plain values, as a page keeps them."""
        return {"comments": dict(self.comments), "questions": {id: dict(one) for id, one in self.questions.items()}}

    @classmethod
    def restored(cls, state: Mapping[str, object]) -> Unsent:
        """What `state` gave."""
        comments, questions = state.get("comments"), state.get("questions")
        return cls(
            {str(id): str(text) for id, text in comments.items()} if isinstance(comments, dict) else {},
            {str(id): dict(one) for id, one in questions.items()} if isinstance(questions, dict) else {},
        )
