# After a closing was asked for, and after a case was closed.

push-is-it-paid-again =
    { "[Qingxin]" } Your complaint waits for a word from you. Open to read.

    { $number }: the office says that the money was paid, and you have not said whether it came.
    Do you have it? It only counts once you say so.
push-closed-unconfirmed =
    { "[Qingxin]" } There is news about your complaint. Open to read.

    { $number }: we have not heard from you, so it was closed as "not confirmed". That does not mean that you agreed.
    If the money has not come, press "Nothing came" or say so within { $days } days, and it goes on at once.
push-satisfied =
    { "[Qingxin]" } Your complaint was closed, and we have one question. Open to read.

    { $number }: are you satisfied with how it was handled?
label-satisfied-yes = Satisfied
label-satisfied-no = Not satisfied
satisfied-thanks = Noted, thank you ({ $number }).
ask-dissatisfied = Noted ({ $number }). What was not right?
satisfied-why-money = I do not have the money
satisfied-why-untrue = What was written is not true
satisfied-why-slow = It took too long
satisfied-why-manner = How I was treated
satisfied-why-other = Something else
dissatisfied-noted = Noted ({ $number }). { $unit } will look at it. If you do not have the money, say so at any time.

card-unconfirmed =
    The worker was asked on { $day } whether the money came, and twice again, without an answer.
    No answer is not consent. Call first; if nobody can be reached, decide whether to close it as not confirmed.
card-closed-unconfirmed = { $by } has decided: closed as not confirmed, counted apart; it goes on when the worker says that nothing came.
card-dissatisfied = The worker is not satisfied: { $why }
do-unconfirmed-close = Close as not confirmed
do-unconfirmed-wait = Wait
unconfirmed-waits = { $number }: the case stays open; you will be asked again on { $day }.

item-dissatisfied = The worker is not satisfied; see why
event-satisfaction = The worker's judgement

copy-of-file = This is the file of { $number }. Your name and phone are in it; do not show it around.
copy-not-yet = { $number } is not complete yet, so there is no file. Finish telling it first.
error-copy-of-another = This case is somebody else's; you get its file once that person agrees.

help-liable = /liable 123 who may have to pay by law, with the articles
liable-of-case =
    { $number }: who may have to pay by law
    Firm, as the worker said: { $employer }. Project: { $project }
    { $rows }
    This lists what is known and finds nothing; who owes how much is for the officer to establish.
liable-row = { $n } { $party }{ $firms }: { $duty }. { $title }{ $when }
liable-firms = { " " }({ $firms })
liable-finding = . To be found out: { $finding }
liable-employer = employer
liable-subcontractor = subcontractor
liable-general-contractor = general contractor
liable-owner = project owner
liable-giver = whoever gave out the works
liable-lender = the firm whose name was used
liable-user-unit = the unit that used the workers
liable-investor = investor
liable-successor = the unit that merges, divides or closes

sheet-result = Written result
error-no-result = This case is not closed yet; there is no result to print.
