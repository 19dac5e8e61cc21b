"""What the commands about a case's site and unit have to know."""

from casework.forms import Form
from casework.officer_questions import CASE, words_asked

ROUTING_FORMS = (Form(id="site", questions=(CASE, words_asked("site_words"))),)
