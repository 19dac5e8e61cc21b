"""The command line. Each command loads what it needs only when it is called."""

import sys
from collections.abc import Sequence

import typer

from bot.commands import (
    audit,
    cases,
    database,
    ledger,
    look_up,
    officers,
    posters,
    rasa,
    stats,
    talk,
)
from casework.errors import ConfigurationError

EXAMPLES = """\b
Examples:
  qingxin demo                          a whole case, from the first message to the money
  qingxin chat                          write as a worker, in this terminal
  qingxin chat --as officer             the officers' side; the first message is an invitation
  echo 老板欠我两万八 | qingxin chat    the same through a pipe
  qingxin run                           start the bots whose tokens are set
  qingxin run --only clock              one part alone: worker, officer, delivery or clock
  qingxin invite --unit ST-08 --role handler      a one-time code for an officer
  qingxin projects search 锦绣二期      find a site in the ledger by vague words
  qingxin projects import ledger.xlsx --preview   what a spreadsheet would do, row by row
  qingxin projects import ledger.xlsx   bring it in, if every row is right
  qingxin projects export ledger.xlsx   the ledger as a spreadsheet that imports back
  qingxin site-posters gates.pdf        a page for every gate: code, hotlines, what to expect
  qingxin site-posters p1.pdf --project P001      for one project
  qingxin routing explain 锦绣二期      which unit is responsible, by which rule, and why no other
  qingxin routing explain 谷水的饭店 --not-construction
  qingxin cases export > cases.csv      every case as a table, without names
  qingxin cases table --by employer     cases by project, employer, class or unit, as text with tabs
  qingxin stats --period month --as-of 2026-10-31 --docx report.docx
                                        the figures of that month, as they were known then
  qingxin audit verify                  prove that nobody has changed the history
  qingxin db upgrade                    bring the database to the newest tables
  qingxin db check                      compare migrations and code
  qingxin nlu parse < messages.jsonl    what is understood of texts, as JSON lines
  qingxin nlu evaluate annotated.jsonl  how well, by kind of fact
  qingxin rasa actions                  the action server of a Rasa server, on loopback

\b
Settings are environment variables QINGXIN_…, or lines of a file .env here: see the README.
"""


def command_line() -> typer.Typer:
    """Every command."""
    app = _group("A conversational casework system for unpaid wages.", epilog=EXAMPLES)
    app.command()(talk.demo)
    app.command()(talk.chat)
    app.command()(talk.run)
    app.command()(officers.invite)
    app.command("site-posters")(posters.site_posters)
    app.command()(stats.stats)
    groups = {
        "projects": _group("The ledger of building projects."),
        "routing": _group("Who is responsible."),
        "cases": _group("Cases in files."),
        "audit": _group("The history under lock."),
        "db": _group("The database's tables."),
        "nlu": _group("What is understood of a text."),
        "rasa": _group("Beside a Rasa server."),
    }
    groups["projects"].command("search")(look_up.search_projects)
    groups["projects"].command("import")(ledger.import_projects)
    groups["projects"].command("export")(ledger.export_projects)
    groups["routing"].command("explain")(look_up.explain_route)
    groups["cases"].command("export")(cases.export)
    groups["cases"].command("table")(cases.table)
    groups["audit"].command("verify")(audit.verify)
    groups["db"].command("upgrade")(database.upgrade)
    groups["db"].command("check")(database.check)
    groups["nlu"].command("parse")(look_up.parse)
    groups["nlu"].command("evaluate")(look_up.evaluate)
    groups["rasa"].command("actions")(rasa.actions)
    for name, group in groups.items():
        app.add_typer(group, name=name)
    return app


def _group(explained: str, *, epilog: str | None = None) -> typer.Typer:
    group = typer.Typer(
        help=explained,
        epilog=epilog,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    group.callback()(_nothing)
    return group


def _nothing() -> None:
    """A group of one command stays a group."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve one command; what is not configured is one line and exit code 2."""
    try:
        command_line()(arguments, prog_name="qingxin")
    except ConfigurationError as error:
        typer.echo(f"qingxin: {error}", err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
