"""The tables of the project ledger: projects, work on files, and each change."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
)

from storage.columns import metadata
from storage.columns import needed as _needed
from storage.columns import own_id as _id
from storage.columns import seq as _seq
from storage.types import Json, UtcDateTime

projects = Table(
    "projects",
    metadata,
    Column("code", Text, primary_key=True),
    _needed("name"),
    _needed("project_class"),
    _needed("sub_class"),
    _needed("industry"),
    _needed("industry_unit"),
    _needed("sub_district"),
    _needed("address"),
    _needed("owner"),
    _needed("owner_unit"),
    _needed("general_contractor"),
    Column("subcontractors", Json, nullable=False),
    Column("aliases", Json, nullable=False),
    Column("command_post", Boolean, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    _needed("investment_code"),
    _needed("funding_source"),
    Column("funding_in_place", Boolean),
    _needed("contract_permit_number"),
    Column("contract_price", BigInteger),  # fen
    Column("contract_labour_cost", BigInteger),  # fen
    Column("contract_labour_share", Integer),  # basis points
    Column("contract_cycle_months", Integer),
    Column("contract_payment_guarantee", Boolean),
    _needed("account_bank"),
    Column("account_opened_on", Date),
    Column("account_filed_on", Date),
    Column("deposit_form", Text),
    Column("deposit_amount", BigInteger),  # fen
    Column("deposit_expires_on", Date),
    Column("site_real_name", Boolean),
    Column("site_bank_pay", Boolean),
    Column("site_board_inspected_on", Date),
    Column("site_head_count", Integer),
    _needed("site_last_paid_month"),
    Column("started_on", Date),
    Column("finished_on", Date),
    Column("settled_on", Date),
    _needed("state"),
    Column("sample", Boolean, nullable=False),
    Column("guarded", LargeBinary),  # labour officer, account number; NULL: nothing known
)

ledger_jobs = Table(
    "ledger_jobs",
    metadata,
    _seq(),
    _id(),
    _needed("kind"),
    _needed("state"),
    Column("asked_at", UtcDateTime, nullable=False),
    _needed("asked_by"),  # an officer's code; "" from the command line
    _needed("unit"),
    _needed("sha256"),  # of the file as it came
    Column("sealed", LargeBinary, nullable=False),  # chat, file
    Column("skip_bad", Boolean, nullable=False),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("left_out", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("lease_until", UtcDateTime),
    Column("finished_at", UtcDateTime),
    Index(None, "state", "seq"),
)

project_changes = Table(
    "project_changes",
    metadata,
    _seq(),
    _needed("code"),
    Column("at", UtcDateTime, nullable=False),
    _needed("job_id"),
    Column("row", Integer, nullable=False),  # of the file
    Column("added", Boolean, nullable=False),
    Column("fields", Json, nullable=False),  # old and new value of what changed
    Column("guarded", LargeBinary),  # the same of what is sealed
    Index(None, "code", "seq"),
    Index(None, "job_id", "seq"),
)
