"""How the minutes of a meeting print it: the head, those there by groups or in rows, the items, what is to be done."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from tests.formats.meetings import Attendee, Meeting, Task, spoken

_GROUPS = (
    ("Present", "Apologies", "Absent", "In attendance", "Observers"),
    ("Members present", "Apologies for absence", "Absent", "Officers in attendance", "Observers"),
    ("PRESENT", "APOLOGIES", "ABSENT", "IN ATTENDANCE", "OBSERVERS"),
    ("Attendees", "Apologies received", "Members absent", "Also in attendance", "Observing"),
)
_CHAIRS = (("Chair", "Vice-Chair"), ("Chairman", "Vice-Chairman"), ("Chairperson", "Deputy Chair"), ("Chair", "Vice Chair"))


@dataclass(frozen=True)
class Item:
    """A numbered item of business."""

    title: str
    lines: tuple[str, ...]


class Minutes:
    """A meeting in one manner of printing, which a document keeps to."""

    def __init__(self, held: Meeting, rng: Random, *, inline: bool | None = None) -> None:
        self.held, self.rng = held, rng
        self.names = rng.choice(_GROUPS)
        self.chairs = dict(zip(("chair", "vice-chair"), rng.choice(_CHAIRS), strict=True))
        self.aside = rng.choice(("{n} ({t})", "{n} ({t})", "{n}, {t}", "{n} – {t}"))
        self.clerk = rng.choice(("Clerk", "Clerk", "Minutes", "Minute taker", "Clerk to the Council"))
        self.instead = rng.choice(("substitute for {s}", "substituting for {s}", "substitute for {s}"))
        self.inline = rng.random() < 0.5 if inline is None else inline
        self.colon = rng.choice((":", ":", ""))

    @property
    def head(self) -> list[str]:
        """The lines over a paper."""
        day, body = spoken(self.held.day), self.held.body
        return self.rng.choice(
            (
                [self.held.council, f"Minutes of the {body} held on {day} at 7.00 pm in the {self.held.venue}"],
                [self.held.council, body, f"Minutes of the meeting held on {day}", f"Venue: {self.held.venue}"],
                [body, f"{day}, 2.00 pm", self.held.venue, "MINUTES"],
            )
        )

    def beside(self, one: Attendee) -> str:
        """What stands beside a name in a list."""
        if one.part == "substitute":
            return self.instead.format(s=one.instead_of)
        return {"clerk": self.clerk}.get(one.part, self.chairs.get(one.part, one.post))

    def line(self, one: Attendee) -> str:
        """Somebody as a list names them."""
        title = self.beside(one)
        form = "{n} ({t})" if one.part == "substitute" or (title and self.aside == "{n}, {t}" and "," in title) else self.aside
        return form.format(n=one.printed, t=title) if title else one.printed

    def within(self, one: Attendee) -> str:
        """Somebody as running text names them, where a comma parts one from the next."""
        return f"{one.printed} ({title})" if (title := self.beside(one)) else one.printed

    def groups(self) -> list[tuple[str, list[Attendee]]]:
        """Those there and those not, by the names of their groups; no group is empty."""
        seated = ("chair", "vice-chair", "member", "substitute")
        found = (
            self.held.those(*seated),
            self.held.those("member", status="apologies"),
            self.held.those("member", status="absent"),
            self.held.those("officer", "clerk"),
            self.held.those("observer"),
        )
        return [(name, people) for name, people in zip(self.names, found, strict=True) if people]

    def role(self, one: Attendee) -> str:
        """What the column of roles says of somebody."""
        if one.part == "substitute":
            return f"Substitute for {one.instead_of}"
        return self.beside(one) or {"member": "Committee Member", "observer": "Observer"}[one.part]

    def status(self, one: Attendee) -> str:
        """What the column of attendance says of somebody."""
        stood_in = {other.instead_of for other in self.held.people}
        if one.status == "apologies":
            return self.rng.choice(
                ("Apologies, sent representative", "Apologies, substitute sent")
                if one.printed in stood_in
                else ("Apologies", "Apologies received")
            )
        if one.status == "absent":
            return "Absent"
        if one.part == "substitute":
            return self.rng.choice(("Present", "Present, as substitute"))
        return "Present" if one.part in ("chair", "vice-chair", "member") else "In attendance"

    def items(self) -> list[Item]:
        """The business of the meeting."""
        officers, day = self.held.those("officer"), self.held.day
        away = [one.short for one in self.held.those("member", status="apologies")]
        names = " and ".join(filter(None, (", ".join(away[:-1]), away[-1]))) if away else ""
        said = f"Apologies for absence were received from {names}." if away else "There were no apologies for absence."
        before, after = day - timedelta(days=28), day + timedelta(days=35)
        found = [
            Item("Apologies for absence", (said,)),
            Item("Declarations of interest", ("There were none.",)),
            Item(
                "Minutes of the last meeting",
                (
                    f"The minutes of the meeting held on {before.day} {before:%B} {before.year} were agreed as a correct record.",
                ),
            ),
        ]
        for at, topic in enumerate(self.held.topics):
            tasks = [task for number, task in enumerate(self.held.tasks) if number % 3 == at] if self.inline else []
            speaker = officers[at % len(officers)]
            lines = (
                f"{speaker.short} presented the report, which had been sent out with the agenda, and answered questions about the costs.",
                "RESOLVED: That the report be noted.",
                *map(self.task, tasks),
            )
            found.append(Item(topic, lines))
        return [*found, Item("Date of next meeting", (f"The next meeting will be held on {spoken(after)} at 7.00 pm.",))]

    @staticmethod
    def task(task: Task) -> str:
        """Something to be done, as a line below an item."""
        return f"Action: {task.owner.short} to {task.text} by {task.due}."

    def rows(self) -> list[tuple[str, str, str]]:
        """What is to be done, as the table at the end has it, under its header; nothing where the items say it."""
        if self.inline:
            return []
        heads = self.rng.choice(
            (("Action", "Owner", "Deadline"), ("Action", "By whom", "By when"), ("Action agreed", "Responsible", "Due date"))
        )
        return [heads, *((task.text[0].upper() + task.text[1:], task.owner.printed, task.due) for task in self.held.tasks)]
