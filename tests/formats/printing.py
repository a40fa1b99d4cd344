"""How a chart or a list prints a seat: the post and who is in it, in one line or several, either first."""

from random import Random

from tests.formats.orgs import Holder, Post

_MORE = ("", "Grade {n}", "{n}.0 FTE", "• Strategy\n• Contracts", "Budgets\nReviews", "ext. 40{n}")
_VACANT = ("Vacant", "(Vacant)", "VACANT", "Vacant post", "TBC", "To be appointed", "Vacancy")
_ACTING = ("{n} (Acting)", "{n} (Interim)", "{n} (acting)")


class Manner:
    """One manner of printing seats, which a document keeps to."""

    def __init__(self, rng: Random, *, order: str = "", upper: bool = False, more: bool = False) -> None:
        self.more = rng.choice(_MORE) if more else ""
        self.number = rng.randint(1, 9)
        self.order = order or rng.choice(("post", "post", "post", "name", "break", "dash", "wrapped"))
        self.vacant = rng.choice(_VACANT)
        self.acting = rng.choice((*_ACTING, "Acting {t}", "Interim {t}"))
        self.count = rng.choice(("{t} x {n}", "{t} (x{n})", "{n} x {t}", "{t} ({n} posts)"))
        self.upper = upper

    def title(self, post: Post, seat: Holder | None, counted: int = 1) -> str:
        """The title as printed above or beside who is in the seat."""
        title = post.title.upper() if self.upper else post.title
        if counted > 1:
            title = self.count.format(t=title, n=counted)
        if seat is not None and seat.acting and "{t}" in self.acting:
            title = self.acting.format(t=title)
        return title

    def name(self, seat: Holder | None) -> str:
        """Who is in the seat, as printed."""
        if seat is None:
            return self.vacant
        return self.acting.format(n=seat.printed) if seat.acting and "{n}" in self.acting else seat.printed

    def boxes(self, post: Post) -> list[str]:
        """The words of the boxes that a post has in a chart."""
        if not post.seats:
            return [self.title(post, None)]
        if len(post.seats) > 1 and not any(post.seats):
            return [self.title(post, None, len(post.seats))]
        more = f"\n{self.more.format(n=self.number)}" if self.more and self.order in ("post", "wrapped", "break") else ""
        return [self._box(post, seat) + more * (seat is not None) for seat in post.seats]

    def _box(self, post: Post, seat: Holder | None) -> str:
        title, name = self.title(post, seat), self.name(seat)
        if self.order == "name" and seat is not None:
            return f"{name}\n{title}"
        if self.order == "wrapped" and " " in title and len(title) > 18:
            cut = title.rfind(" ", 0, len(title) * 2 // 3)
            return f"{title[:cut]}\n{title[cut + 1 :]}\n{name}"
        return title + {"dash": " – ", "break": "\v"}.get(self.order, "\n") + name
