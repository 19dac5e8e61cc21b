"""`qingxin …`: what each command prints, and how it refuses."""

import csv
import io
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import structlog

from bot.__main__ import EXAMPLES, command_line, main
from documents.case_table import harmless
from tests.database import KEY
from tests.documents.pages import codes_of

ROOT = Path(__file__).parents[2]
COMPLAINT = "我在锦绣二期干活，老板王建国欠我们12个人三个月工资，一共十六万八"
FILED = (COMPLAINT, "张建军", "13812345678", "#1")


@dataclass(frozen=True, kw_only=True)
class Ended:
    """What a command said, and with which exit code it ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, kw_only=True)
class Shell:
    """A folder in which commands are typed."""

    folder: Path
    patch: pytest.MonkeyPatch
    captured: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str, typed: str | bytes = "") -> Ended:
        """Call a command; ``typed`` is what is piped into it."""
        piped = typed if isinstance(typed, bytes) else typed.encode()
        self.patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped), encoding="utf-8"))
        self.captured.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        said = self.captured.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Ended(code=code, out=said.out, err=said.err)

    def chat(self, *lines: str, desk: str = "worker") -> str:
        """Write these lines into a chat; what came back."""
        ended = self("chat", "--as", desk, typed="".join(f"{line}\n" for line in lines))
        assert ended.code == 0, ended.err
        return ended.out

    @property
    def database(self) -> Path:
        """The file of the default database."""
        return self.folder / "var" / "qingxin.db"


@pytest.fixture
def qingxin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Shell]:
    """A shell in an empty folder, with a key of the tests."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QINGXIN_ENCRYPTION_KEYS", KEY)
    yield Shell(folder=tmp_path, patch=monkeypatch, captured=capsys)
    structlog.reset_defaults()


def _commands() -> Iterator[str]:
    app = command_line()
    for command in app.registered_commands:
        assert command.callback is not None
        yield command.name or command.callback.__name__
    for group in app.registered_groups:
        assert group.typer_instance is not None
        for command in group.typer_instance.registered_commands:
            yield f"{group.name} {command.name}"


def test_help_shows_every_command_with_an_example(qingxin: Shell) -> None:
    """Nobody has to guess what to type."""
    shown = qingxin("--help").out

    assert "db check" in set(_commands())
    for command in _commands():
        assert f"qingxin {command}" in shown
    assert all(line.strip() in shown for line in EXAMPLES.splitlines() if line != "\b")


def test_help_loads_nothing_heavy() -> None:
    """It answers in a tenth of a second because only the names of commands are loaded."""
    loaded = (
        "import sys\nfrom bot.__main__ import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True
    )

    modules = set(ran.stdout.rpartition("LOADED")[2].split())
    heavy = {"aiogram", "telegram", "sqlalchemy", "pydantic", "structlog", "pypinyin", "rich"}
    assert modules & heavy == set()


def test_a_complaint_through_a_pipe(qingxin: Shell) -> None:
    """Lines are answered one by one, up to the receipt; the next chat goes on from there."""
    shown = qingxin.chat(*FILED)

    assert "> 张建军" in shown
    assert "查询码" in shown
    assert "拟交南昌路街道办事处" in shown
    assert "JX" in qingxin.chat("到哪一步了")


def test_bytes_that_are_no_text_end_nothing(qingxin: Shell) -> None:
    """A line of noise is answered like any other."""
    ended = qingxin("chat", typed=b"\xff\xfe\x00\n" + "你好\n".encode())

    assert ended.code == 0
    assert ended.out.count(">") >= 2


def test_ctrl_c_ends_a_chat_quietly(tmp_path: Path) -> None:
    """No traceback, and nothing said at all."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "QINGXIN_ENCRYPTION_KEYS": KEY},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as chat:
        assert chat.stdin is not None
        assert chat.stdout is not None
        chat.stdin.write("你好\n")
        chat.stdin.flush()
        assert chat.stdout.readline() == "> 你好\n"
        chat.send_signal(signal.SIGINT)
        chat.wait(timeout=60)  # before its input is closed, which would end it in peace
        _, said = chat.communicate()

    assert (130, "") == (chat.returncode, said)


def test_an_invitation_works_once(qingxin: Shell) -> None:
    """The code is printed once, is nowhere in the database, and lets one officer in."""
    invited = qingxin("invite", "--unit", "ST-08", "--role", "handler")
    code = invited.out.strip()

    assert invited.code == 0
    assert [4, 4, 4] == [len(group) for group in code.split("-")]
    assert not set(code) & set("0O1IL2Z5S8BUVG")
    assert code.encode() not in qingxin.database.read_bytes()
    assert "ST-08-1" in qingxin.chat(code, desk="officer")
    assert "南昌路街道办事处" in qingxin.chat("/inbox", desk="officer")


def test_an_invitation_for_nobody(qingxin: Shell) -> None:
    """A unit that does not exist is one line and exit code 2."""
    refused = qingxin("invite", "--unit", "ST-99", "--role", "handler")

    assert refused.code == 2
    assert refused.out == ""
    assert refused.err.startswith("qingxin: no unit 'ST-99' in ")
    assert refused.err.count("\n") == 1


def test_looking_up_a_site(qingxin: Shell) -> None:
    """Vague words find the project and the unit; words that mean nothing find nothing."""
    assert "P132  锦绣涧河二期" in qingxin("projects", "search", "锦绣", "二期").out
    assert qingxin("projects", "search", "zzz").code == 1
    assert (
        "Lead:          南昌路街道办事处 (ST-08, chat)"
        in qingxin("routing", "explain", "锦绣二期").out
    )
    not_construction = qingxin("routing", "explain", "谷水的饭店", "--not-construction").out
    assert "NOT-CONSTRUCTION" in not_construction


def test_posters_for_the_gates(qingxin: Shell) -> None:
    """A page for each site at work, or for those that are named; each code leads to its site."""
    qingxin.patch.setenv("QINGXIN_WORKER_BOT_NAME", "@qingxin_bot")
    said = qingxin("site-posters", "gates.pdf", "--project", "P101", "--project", "P103")

    assert (0, "2 posters.") == (said.code, said.err.strip().splitlines()[-1])
    scanned = codes_of((qingxin.folder / "gates.pdf").read_bytes())
    assert [[f"https://t.me/qingxin_bot?start=site_P{n}"] for n in (101, 103)] == scanned
    assert "hotlines.toml has no number: 区治欠办投诉举报电话" in said.err
    assert qingxin("site-posters", "all.pdf").code == 0


@pytest.mark.parametrize(
    ("name", "arguments", "code", "line"),
    [
        ("", ["gates.pdf"], 2, "QINGXIN_WORKER_BOT_NAME is not set"),
        ("a b", ["gates.pdf"], 2, "QINGXIN_WORKER_BOT_NAME: Value error, a bot's user name"),
        ("qingxin_bot", ["x.pdf", "--project", "P1", "--project", "P101"], 1, "ledger: P1."),
        ("qingxin_bot", ["no/such/folder.pdf", "--project", "P101"], 2, "cannot be written"),
    ],
)
def test_no_poster_that_leads_nowhere(
    qingxin: Shell, name: str, arguments: list[str], code: int, line: str
) -> None:
    """Without the bot's name, for an unknown site, into no folder: one line, and no file."""
    qingxin.patch.setenv("QINGXIN_WORKER_BOT_NAME", name)
    said = qingxin("site-posters", *arguments)

    assert code == said.code
    assert line in said.err
    assert [] == [*qingxin.folder.glob("*.pdf")]


def test_understanding_texts(qingxin: Shell) -> None:
    """A line of JSON for each; a line that is none says so, and no database is made."""
    ended = qingxin("nlu", "parse", typed='{"text": "老板欠我两万八", "id": 7}\n\nnonsense\n')

    first, second = ended.out.splitlines()
    assert first.startswith('{"id": 7, "intent": "complaint"')
    assert '"amount": 28000' in first
    assert "error" in second
    assert not (qingxin.folder / "var").exists()


def test_how_well_texts_are_understood(qingxin: Shell) -> None:
    """The figures of an annotated file; a file that is not there is refused."""
    (qingxin.folder / "gold.jsonl").write_text(
        '{"text": "老板欠我两万八", "expect": {"amount": 28000, "months": 3}}\n', encoding="utf-8"
    )

    ended = qingxin("nlu", "evaluate", "gold.jsonl")
    assert ended.code == 0
    assert "amount        1.000  1.000  1.000" in ended.out
    assert "months        0.000  0.000  0.000" in ended.out
    assert qingxin("nlu", "evaluate", "nowhere.jsonl").code == 2


def _table(shown: str) -> list[dict[str, str]]:
    assert shown.startswith("\ufeff")
    assert "\r\n" in shown
    return list(csv.DictReader(io.StringIO(shown.removeprefix("\ufeff"), newline="")))


def test_cases_as_a_table(qingxin: Shell) -> None:
    """Without names nothing personal is in it; with names it is, and no cell is calculated."""
    qingxin.chat(*FILED)

    plain = qingxin("cases", "export").out
    (case,) = _table(plain)
    assert ("ST-08", "P132", "12", "168000") == (
        case["责任单位代码"],
        case["项目编号"],
        case["反映人数"],
        case["欠薪（元，最多）"],
    )
    for personal in ("张建军", "13812345678", "王建国", COMPLAINT):
        assert personal not in plain

    (named,) = _table(qingxin("cases", "export", "--with-names").out)
    assert ("张建军", "13812345678", COMPLAINT) == (named["姓名"], named["电话"], named["原话"])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("  +86", "'  +86"),
        ("＠SUM(1)", "'＠SUM(1)"),
        ("\t-1", "'\t-1"),
        ("欠我-200", "欠我-200"),
        ("", ""),
    ],
)
def test_cells_are_never_formulas(typed: str, shown: str) -> None:
    """What somebody typed is text for every spreadsheet program."""
    assert shown == harmless(typed)


def test_the_history_is_verified(qingxin: Shell) -> None:
    """Intact it says so; an altered column names the case, and the exit code tells."""
    qingxin.chat(*FILED)
    assert qingxin("audit", "verify").out == "The history of every case is intact.\n"

    with sqlite3.connect(qingxin.database) as database:
        number = database.execute("SELECT number FROM cases").fetchone()[0]
        database.execute("UPDATE events SET acting_unit = 'ST-01' WHERE seq = 2")
    database.close()

    found = qingxin("audit", "verify", number)
    assert found.code == 1
    assert found.out.startswith(f"{number}: event_altered: event 2")
    assert qingxin("audit", "verify", f"{number[:-1]}?").code == 2


def _receipt(shown: str) -> str:
    """The check code on the receipt."""
    found = re.search(r"核对码：([\d-]+)", shown)
    assert found is not None
    return found[1]


def test_a_receipt_is_verified(qingxin: Shell) -> None:
    """The right code fits; another was never given; a changed record does not fit any more."""
    code = _receipt(qingxin.chat(*FILED))
    with sqlite3.connect(qingxin.database) as database:
        number = database.execute("SELECT number FROM cases").fetchone()[0]
    database.close()
    assert f"The receipt {code} fits" in qingxin("audit", "verify", number, "--receipt", code).out
    assert "receipt_unknown" in qingxin("audit", "verify", number, "--receipt", "1" * 12).out
    assert qingxin("audit", "verify", "--receipt", code).code == 2

    with sqlite3.connect(qingxin.database) as database:
        database.execute(
            "UPDATE events SET facts = replace(facts, '168', '169') WHERE kind = 'filed'"
        )
    database.close()
    found = qingxin("audit", "verify", number, "--receipt", code)
    assert found.code == 1
    assert "event_altered" in found.out
    assert "receipt_altered" in found.out


def test_the_tables(qingxin: Shell) -> None:
    """They are built, and are what the code expects; a database that lacks some is told apart."""
    assert qingxin("db", "check").code == 0
    assert qingxin("db", "upgrade").code == 0
    assert qingxin("db", "check", "--configured").code == 0
    with sqlite3.connect(qingxin.database) as database:
        database.execute("DROP TABLE leaves")
    database.close()

    found = qingxin("db", "check", "--configured")
    assert found.code == 1
    assert "leaves" in found.out


def _newer_database(qingxin: Shell) -> None:
    qingxin("db", "upgrade")
    with sqlite3.connect(qingxin.database) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()


def _var_is_a_file(qingxin: Shell) -> None:
    (qingxin.folder / "var").write_text("")


def _no_district(qingxin: Shell) -> None:
    qingxin.patch.setenv("QINGXIN_DISTRICT", "/nowhere")


def _empty_district(qingxin: Shell) -> None:
    qingxin.patch.setenv("QINGXIN_DISTRICT", str(qingxin.folder))


def _bad_key(qingxin: Shell) -> None:
    qingxin.patch.setenv("QINGXIN_ENCRYPTION_KEYS", "short")


def _another_key(qingxin: Shell) -> None:
    qingxin.chat("你好")
    qingxin.patch.setenv("QINGXIN_ENCRYPTION_KEYS", KEY.replace("c", "d", 1))


def _latin_1(qingxin: Shell) -> None:
    (qingxin.folder / ".env").write_bytes(b"QINGXIN_EVIDENCE_URL=\xff\n")


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (_newer_database, "newer version"),
        (_var_is_a_file, "var"),
        (_no_district, "/nowhere: there is no such folder"),
        (_empty_district, "district.toml"),
        (_bad_key, "malformed"),
        (_another_key, "QINGXIN_ENCRYPTION_KEYS"),
        (_latin_1, "UTF-8"),
    ],
)
def test_what_is_wrong_is_one_line(qingxin: Shell, spoil: object, line: str) -> None:
    """Exit code 2, no traceback, and the line says where to look."""
    assert callable(spoil)
    spoil(qingxin)

    refused = qingxin("chat", typed="你好\n")

    assert refused.code == 2
    assert refused.out == ""
    assert refused.err.startswith("qingxin: ")
    assert line in refused.err
    assert refused.err.count("\n") == 1


def test_nothing_to_run(qingxin: Shell) -> None:
    """Without a token the line names both settings."""
    refused = qingxin("run")

    assert refused.code == 2
    assert refused.err == (
        "qingxin: nothing to run: set QINGXIN_WORKER_BOT_TOKEN or QINGXIN_OFFICER_BOT_TOKEN;"
        " without a token, try: qingxin chat\n"
    )
