"""Who may have to pay, with the articles: what is known of the case filled in, for its officers."""

from collections.abc import Mapping

from casework.deadlines import Certainty
from casework.liable import Link, chain
from casework.messages import Reply, Words
from casework.questions import text_words
from handlers.context import Context
from handlers.officer.show_case import ShowCase


async def show_liable(request: ShowCase, ctx: Context) -> Reply:
    """The chain in the order of the law; nothing of it is decided by the machine."""
    case = request.view.case
    project = await ctx.uow.ledger.get(case.project_code) if case.project_code else None
    links = chain(
        ctx.house.district.liable,
        employer=case.said.employer,
        project=project,
        is_site=project is not None or bool(case.said.site),
        today=ctx.today,
    )
    return Reply(
        key="liable-of-case",
        args={
            "number": case.number,
            "employer": text_words(case.said.employer),
            "project": text_words(project.name if project else ""),
            "rows": tuple(_line(n, link) for n, link in enumerate(links, start=1)),
        },
    )


def _line(number: int, link: Link) -> Words:
    row = link.row
    title: str | Words = row.title
    if row.status is not Certainty.READ:
        title = Words(key="duty-unverified", args={"duty": row.title})
    firms: Mapping[bool, str | Words] = {
        True: Words(key="liable-firms", args={"firms": "、".join(link.firms)}),
        False: "",
    }
    return Words(
        key="liable-row",
        args={
            "n": number,
            "party": Words(key=f"liable-{row.party.value.replace('_', '-')}"),
            "firms": firms[bool(link.firms)],
            "duty": row.duty,
            "title": title,
            "when": ""
            if link.known
            else Words(key="liable-finding", args={"finding": row.finding}),
        },
    )
