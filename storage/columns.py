"""What every table is built from: the metadata and the columns that come again and again."""

from sqlalchemy import Column, ForeignKey, MetaData, Text

from storage.types import BigKey

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def seq() -> "Column[int]":
    """The number of a row, in the order in which rows were stored."""
    return Column("seq", BigKey, primary_key=True, autoincrement=True)


def own_id() -> "Column[str]":
    """The id by which the house knows a row."""
    return Column("id", Text, nullable=False, unique=True)


def of_case(*, nullable: bool = False) -> "Column[str]":
    """A reference to a case, checked at the commit."""
    key = ForeignKey("cases.id", deferrable=True, initially="DEFERRED")
    return Column("case_id", Text, key, nullable=nullable)


def of_person(name: str = "person_id", *, nullable: bool = False) -> "Column[str]":
    """A reference to a person, checked at the commit."""
    key = ForeignKey("persons.id", deferrable=True, initially="DEFERRED")
    return Column(name, Text, key, nullable=nullable)


def needed(name: str) -> "Column[str]":
    """A text that is never NULL."""
    return Column(name, Text, nullable=False)
