"""What the commands about a site of the ledger, and about a firm, have to know."""

from casework.forms import Form
from casework.officer_questions import words_asked

LEDGER_FORMS = (
    Form(id="project", questions=(words_asked("site_name"),)),
    Form(id="employer", questions=(words_asked("firm_name"),)),
)
