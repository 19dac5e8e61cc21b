# Rights boards at the gates of sites.

label-no-board = No rights board here
board-noted = That there is no rights board is noted too, and goes to the unit in charge together with the complaint.
board-reported =
    Noted. { $unit } has been asked to look, by { $due }. Nobody says that you said it. I tell you when they have looked.
    If wages are owed as well, just say who owes them and how much.
board-reported-already = You have told us already that “{ $site }” has no rights board; { $unit } has been asked to look. I tell you when they have.
push-board-there = You said that “{ $site }” has no rights board. On { $day } somebody looked: it is there, with everything on it. If that is not so, tell me again.
push-board-missing = You said that “{ $site }” has no rights board. On { $day } somebody looked: it is not complete, and has to be mended.
item-board-reported = A worker says there is no rights board: go and look
item-board-to-mend = Rights board incomplete: have it mended, look again
board-site-unknown = a site that is not in the ledger
board-site = { $name } ({ $code })
board-item-none = all there
board-item-board = no board, or nobody can see it
board-item-parties = 1 owner, general contractor and its office, subcontractors, industry department, labour officer
board-item-minimum-wage = 2 minimum wage
board-item-pay-day = 3 pay date
board-item-phones = 4 complaint lines of the industry department and of labour inspection
board-item-arbitration = 5 how to arbitrate
board-item-legal-aid = 6 how to get legal aid, 12348
board-item-deposit = 7 wage deposit
board-and = { $first }, { $other }
board-short-board = no board
board-short-parties = no parties
board-short-minimum-wage = no minimum wage
board-short-pay-day = no pay date
board-short-phones = no phones
board-short-arbitration = no arbitration
board-short-legal-aid = no legal aid
board-short-deposit = no deposit
board-photos-more = { $n } more, kept with { $site }.
ask-board-site = Which site? Its code or its name.
miss-board-site = No match. Write the site code or the whole name, for example: /board P12
ask-board-day = On which day?
miss-board-day = Write a date, for example 11-23, or tap “Today”.
board-today = Today
ask-board-missing =
    What is missing on the rights board? Numbers will do, for example: 1 3.
    1 owner, general contractor and its office, subcontractors, industry department, labour officer
    2 minimum wage
    3 pay date
    4 complaint lines of the industry department and of labour inspection
    5 how to arbitrate
    6 how to get legal aid, 12348
    7 wage deposit
miss-board-missing = Write numbers, for example: 1 3; or tap “All there” or “No board”.
board-all = All there
board-gone = No board
ask-board-photo = Send a photo of the board (or of the gate).
miss-board-photo = Send a photo; if there is none, tap “No photo”.
board-no-photo = No photo
board-recorded =
    Noted: { $site }, seen on { $day }.
    Missing:
    { $missing }
    { $unit } is asked to have it mended and to look again by { $due }.
board-all-there = Noted: { $site }, seen on { $day }, all there.
board-earlier = Noted: { $site }, seen on { $day }. Somebody has looked since, on { $later }; that look counts.
board-already = { $site }: the same has been noted already; it was not noted again.
board-to-mend =
    Rights board incomplete: { $site }, seen on { $day }.
    { $missing }
    Have the general contractor mend it, and look again by { $due }: /board.
board-reported-card = A worker says there is no rights board: { $site }. Please look by { $due }, then send /board{ $words }
boards =
    To look at, to have mended:
    { $items }
    Seen last:
    { $seen }
boards-empty = No rights board has been looked at yet, and no worker has reported one. After a visit send /board.
board-line = { $what }: { $site }, by { $due }{ $words }
board-said = . In their words: { $words }
board-seen = { $day } { $site } { $by }: { $missing }
board-photo-of = Photo of { $code }
board-photo = { $site }, photo of { $day }.
error-site-not-found = This site is not in the ledger.
error-board-day = That day has not come yet. Write the day of the visit.
error-board-photo = That photo is not among the last inspections.
help-board = /board SITE DAY WHAT IS MISSING: note an inspection of a rights board, e.g. 「/board P12 11-23 缺 2 3」
help-boards = /boards: rights boards to look at, and those seen last
