"""Free legal aid: who may have it, where to ask, how fast (FY Art 31(5), 42(3), 43)."""

from casework.messages import Arg, Button, Reply, Words
from handlers.context import Context
from handlers.worker.give_receipt import hotline_lines


def legal_aid_days(ctx: Context) -> dict[str, Arg]:
    """In how many days it is decided, and somebody appointed (FY Art 43)."""
    statutes = ctx.house.statutes
    return {"decide": statutes["LA-1"].n, "appoint": statutes["LA-2"].n}


def ask_legal_aid(ctx: Context, *, has_case: bool) -> Reply:
    """Contacts as the district has confirmed them; a number nobody confirmed is not shown."""
    places = tuple(
        Words(
            key="legal-aid-place",
            args={
                "name": c.name,
                "phone": Words(key="phone-is", args={"phone": c.phone}) if c.phone else "",
                "address": Words(key="address-is", args={"address": c.address})
                if c.address
                else "",
            },
        )
        for c in ctx.house.district.legal_aid
    )
    book = (Button(label=Words(key="label-book-legal-aid"), data="w:book"),)
    return Reply(
        key="legal-aid",
        args={
            **legal_aid_days(ctx),
            "places": places,
            "hotlines": hotline_lines(ctx.house.district, "12348"),
        },
        buttons=(book,) if has_case else (),
    )
