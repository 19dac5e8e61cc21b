# Codes at the gates of sites, and sites around a shared place.

site-scanned =
    This is the code at the gate of “{ $name }”, site code { $code }.
    If you worked here and were not paid, just say: who owes it, how much, how many people.

site-code-noted = Noted: the site is “{ $name }”, code { $code }. If it is another site, say which.

site-code-known = The site is already noted: “{ $name }”, code { $code }.

site-code-is = Code { $code } is “{ $name }”. Let us first finish what we are at.

site-code-unknown =
    Code { $code } is not in our ledger: perhaps it was copied wrong, perhaps the site is not entered yet. Never mind:
    say what the site is called, on which road it is, and who owes you; that works just as well.

site-code-other = Code { $code } is “{ $name }”, which is not the site noted before.

site-near = I have the place. These sites are nearby.

site-none-near = I have the place. Within a kilometre no site is entered.
