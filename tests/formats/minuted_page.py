"""Minutes as saved web pages: tables, lists, terms, bare divisions, with menus, banners and footers around them."""

from collections.abc import Callable, Sequence
from html import escape
from random import Random

from tests.formats.meetings import Meeting
from tests.formats.minuted import Minutes
from tests.formats.minuted_word import ticked

Written = Callable[[Minutes], str]
_MENU = "".join(
    f'<li><a href="#">{word}</a></li>' for word in ("Home", "Council tax", "Your councillors", "Committees", "Contact us")
)
_BANNER = '<div id="cookie-banner" role="dialog"><p>We use cookies to make this site work. <button>Accept</button> <a href="#">Read more</a></p></div>'
_FOOT = "<footer><ul><li>Accessibility</li><li>Privacy</li></ul><p>Council Offices, High Street. Tel 01632 960000</p></footer>"


def page(held: Meeting, rng: Random, there: Written, *, main: bool = True, entities: bool = False) -> bytes:
    """A page with the minutes of a meeting; ``main``: it says where its words begin. ``entities``: as Word saves it."""
    minutes = Minutes(held, rng)
    title, *lines = minutes.head
    body = f"<h1>{escape(title)}</h1>" + "".join(f"<p>{escape(line)}</p>" for line in lines) + there(minutes)
    for number, item in enumerate(minutes.items(), 1):
        body += f"<h3>{number}. {escape(item.title)}</h3>" + "".join(f"<p>{escape(line)}</p>" for line in item.lines)
    rows = minutes.rows()
    body += f"<h3>Actions</h3>{table(rows)}" if rows else ""
    held_in = f"<main>{body}</main>" if main else f'<div id="content" class="mgContent">{body}</div>'
    around = f"<header><nav><ul>{_MENU}</ul></nav></header>{_BANNER if rng.random() < 0.7 else ''}"
    whole = (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{escape(held.body)} | {escape(held.council)}</title>"
        f"<style>p {{ margin: 0 }}</style></head><body>{around}{held_in}{_FOOT}</body></html>"
    )
    words = whole.replace("</p>", "<o:p></o:p></p>\r\n").replace("<p>", '<p class="MsoNormal">') if entities else whole
    return (words.replace("<p></p>", "<p>&nbsp;</p>")).encode()


def table(rows: Sequence[Sequence[str]], marks: str = ' class="mgStatsTable"') -> str:
    """A table of data with a header."""
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{escape(words)}</td>" for words in line) + "</tr>" for line in rows[1:])
    return f"<table{marks}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


# The list of those there ---------------------------------------------------------------------------------------------------------


def attendance(minutes: Minutes) -> str:
    """The table that the pages of many councils have."""
    rows = [
        ("Attendee", "Role", "Attendance"),
        *((one.printed, minutes.role(one), minutes.status(one)) for one in minutes.held.people),
    ]
    return f"<h2>Attendance Details</h2>{table(rows)}"


def lists(minutes: Minutes) -> str:
    """Headings with lists under them."""
    return "".join(
        f"<h2>{name}</h2><ul>" + "".join(f"<li>{escape(minutes.line(one))}</li>" for one in people) + "</ul>"
        for name, people in minutes.groups()
    )


def linked(minutes: Minutes) -> str:
    """Lists of names that lead to pages, the role behind them in small print."""
    found = ""
    for name, people in minutes.groups():
        entries = ""
        for one in people:
            title = minutes.beside(one)
            small = f" <small>({escape(title)})</small>" if title else ""
            entries += f'<li><a href="#{one.key}">{escape(one.printed)}</a>{small}</li>\n'
        found += f"<p><strong>{name}{minutes.colon}</strong></p>\n<ul>\n{entries}</ul>\n"
    return found


def terms(minutes: Minutes) -> str:
    """A list of terms: the group, and those in it."""
    return (
        "<dl>"
        + "".join(
            f"<dt>{name}</dt>" + "".join(f"<dd>{escape(minutes.line(one))}</dd>" for one in people)
            for name, people in minutes.groups()
        )
        + "</dl>"
    )


def divisions(minutes: Minutes) -> str:
    """Divisions in divisions with line breaks."""
    return "".join(
        f'<div class="row"><div><div><span style="font-weight:bold">{name}{minutes.colon}</span></div><div>'
        + "<br>".join(escape(minutes.line(one)) for one in people)
        + "</div></div></div>"
        for name, people in minutes.groups()
    )


def breaks(minutes: Minutes) -> str:
    """One paragraph for each group, its name in bold before the first line break."""
    return "".join(
        f"<p><b>{name}{minutes.colon}</b><br/>" + "<br/>\n".join(escape(minutes.line(one)) for one in people) + "</p>"
        for name, people in minutes.groups()
    )


def in_line(minutes: Minutes) -> str:
    """A paragraph for each group, its names by commas."""
    return "".join(
        f"<p><strong>{name}:</strong> {escape(', '.join(map(minutes.within, people)))}.</p>"
        for name, people in minutes.groups()
    )


def arranged(minutes: Minutes) -> str:
    """A table that only arranges the page: the groups side by side in its cells."""
    cells = "".join(
        f'<td valign="top"><p><b>{name}</b></p>' + "".join(f"<p>{escape(minutes.line(one))}</p>" for one in people) + "</td>"
        for name, people in minutes.groups()
    )
    return f'<table width="100%" border="0" cellpadding="0"><tr>{cells}</tr></table>'


def framed(minutes: Minutes) -> str:
    """The table of those there in a cell of one that only arranges the page."""
    return f'<table border="0"><tr><td><p>Who was there</p></td><td>{attendance(minutes)}</td></tr></table>'


def labelled(minutes: Minutes) -> str:
    """A table of two columns: the group, those in it."""
    rows = "".join(
        f"<tr><th>{name}{minutes.colon}</th><td>" + "<br>".join(escape(minutes.line(one)) for one in people) + "</td></tr>"
        for name, people in minutes.groups()
    )
    return f"<table>{rows}</table>"


def ticks(minutes: Minutes) -> str:
    """A table with a mark in the column that says whether somebody came."""
    return table(ticked(minutes))


def sections(minutes: Minutes) -> str:
    """A table of name and role under rows that go over both."""
    rows = "<tr><th>Name</th><th>Role</th></tr>"
    for name, people in minutes.groups():
        rows += f'<tr><th colspan="2">{name}</th></tr>'
        rows += "".join(f"<tr><td>{escape(one.printed)}</td><td>{escape(minutes.role(one))}</td></tr>" for one in people)
    return f"<table>{rows}</table>"
