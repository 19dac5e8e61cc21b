# From the first message to the receipt.

first-answer =
    I have written it down. Your number is { $number }. Your boss will not be told that it was you, unless you agree.
    A few more questions. If you do not know, say “don't know”.

first-answer-urgent = The money matter is written down, your number is { $number }.

ask-place-kind = Where do you work?
miss-place-kind = Is it a building site, a factory, a shop, or somewhere else? Just tap one.
place-site = Building site
place-factory = Factory
place-shop = Shop
place-other = Somewhere else

ask-site = Which site? Its name, what people call it, the road, or what is next to it: anything helps.
miss-site = Where is the site? The name of a housing estate or of a crossing will do. If you do not know, say “don't know”.

ask-site-choice = Is it one of these? If not, tap “None of these”.
miss-site-choice = Tap one of these, or tap “None of these”.
label-none-of-these = None of these

ask-where = Which road or sub-district is it in? What is next to it helps too.
miss-where = Roughly where is it? A road, or “next to the hospital”. If you do not know, say “don't know”.

ask-employer = Who owes you? The boss, the team leader or the company: one of them is enough.
miss-employer = Who hired you, or who used to pay you? If you do not know, say “don't know”.

ask-amount = How much is owed altogether? A rough sum is fine.
miss-amount = How much is owed altogether? Write it in numbers, like “8000” or “28000”. If you are not sure, say “don't know”.

ask-headcount = How many people have not been paid? If it is only you, write “1”.
miss-headcount = How many people have not been paid? Write a number, like “1” or “12”.

ask-months = How many months have not been paid?
miss-months = How many months have not been paid? Write a number, like “3” or “2.5”. If you do not know, say “don't know”.

ask-worker-name = What is the worker's name? You may skip this.
miss-worker-name = Just the name, please. If you would rather not say, write “skip”.

ask-name = What is your name? You may skip this.
miss-name = Just your name, please. If you would rather not say, write “skip”.

ask-phone = Leave a phone number so that we can reach you. You may skip this: we can reach you here too.
miss-phone = A mobile number has 11 digits. Is one missing, or one too many? If it is right, send it again. If you would rather not, write “skip”.

ask-change = What should be changed?
miss-change = Tap what should be changed.
field-site = The site
field-employer = Who owes it
field-amount = How much
field-headcount = How many people
field-months = How many months
field-name = Name
field-phone = Phone
field-where = The place

ask-read-back =
    I will read it back. Is it right?
    Where you work: { $site }
    Who owes it: { $employer }
    How much: { $amount }
    How many months: { $months }
    How many people: { $people }
    Name: { $name }
    Phone: { $phone }
miss-read-back =
    If it is right, tap “Right, send it”. If something is wrong, just say what, or tap “Change something”.
label-file-it = Right, send it
label-change = Change something

value-not-left = not left
value-sum = { $sum }
value-sum-about = about { $sum }
value-sum-between = { $low } to { $high }
value-people = { $n }
value-people-about = about { $n }
value-people-between = { $low } to { $high }
value-months = { $n }
value-months-about = about { $n }
value-months-between = { $low } to { $high }

corrected = Good, I have changed it.
stale-button = This button is out of date. Please look at the newest message.
nothing-before = There is no question before this one.
restarted = Good, we start again. Your number stays the same.
complaint-paused =
    Good, we stop here for now. What you told me is kept, your number stays the same, and somebody will look at it on the next working day. Write whenever you want to go on.

pressure-in-draft =
    Whatever the boss says, you may go on reporting, and I write it down as before. If somebody threatens you, call 110 at once.
promise-in-draft = I have noted the day the boss named. That is what he says; it does not mean that the money is there. Let us finish the report.

receipt =
    Received. Keep this:
    Number: { $number }
    Query code: { $code } (for a new phone; give it to nobody)
    Time: { $time }
    Check code: { $proof }

    What is written down:
    Where you work: { $site }
    Who owes it: { $employer }
    How much: { $amount }
    How many months: { $months }
    How many people: { $people }

    Who handles it:
    { $unit }
    { $inspection } gets it too, as labour inspection.
    You should hear whether it is taken up by { $date }. { $provisional }
    Basis: { $basis }
    If nobody answers by then, call 12333 or 12345 and give your number.

    Your rights:
    You may also apply for labour arbitration. It is free. As a rule you have { $years ->
        [one] 1 year
       *[other] { $years } years
    } from the day you leave the employer. Do not wait.
    You may have free legal aid; nobody checks how poor you are.
    This chat is not the formal acceptance; you will be told of that.

    Phone:
    { $hotlines }

    Send proof here at any time: IOU, transfers, attendance, photos, voice.
    “receipt” brings it as a file.
    { $family }
receipt-file = The receipt of { $number }. Keep it; it can be printed.
    It records that you complained; whether that interrupts the time limit is for the arbitrators to say. Do not wait.
receipt-not-yet = { $number } is not finished yet; the receipt comes when it is. Just go on.
receipt-family = You reported for somebody in your family. Let them send /recover from their own phone and open the case with number and query code. You can see the details once they agree.
provisional = (The holiday calendar is not published yet: the date may change.)
basis = { $title }
basis-unverified = { $title } (the wording is still being checked)
hotline-line = { $number } { $name }. { $hours }

unit-proposed = Proposed: { $unit }. I will tell you when it is settled.
unit-settled = { $unit } is responsible.
unit-designates = { $unit } holds it for now and decides which unit is responsible. I will tell you.
unit-outside = The place may be outside { $district }. { $unit } holds it for now and passes it on once the other side has been reached. I will tell you.
label-may-name = The unit may see my name and phone

evidence-added = Received: { $n }. Kept as sent, in { $number }.
album-added = Received. All of them are kept as you sent them, in { $number }.
voice-will-be-heard =
    Somebody will listen to your voice message and send you what they heard, so that you can check it. A few written words make it faster.
edit-noted = I have noted your changed message too ({ $number }). The first one is kept as well.

ask-which-case = Which case do you mean?
miss-which-case = Tap the case you mean.

status-draft = not finished yet
status-received = received, waiting for an answer
status-need_more = waiting for more from you
status-accepted = accepted
status-not_accepted = not accepted
status-assigned = given to one officer
status-investigating = being looked into
status-mediating = being talked over with all sides
status-ordered_to_pay = the other side has been ordered to pay
status-paying = money is being paid
status-closed = closed

status-of-case =
    { $number }: { $status }.
    { $urgent }
    { $unit }
    { $inspection }
    { $paid }
    { $date }
status-inspection = Labour inspection: { $status }.
status-urgent = This case is marked urgent.
status-date = Next date: you should have an answer by { $date }.
status-late = An answer was due by { $date }. That day is over: call 12333 or 12345 and give the number above.
status-result = Result: { $outcome }.
status-unfinished = { $number }: not finished yet. Just go on; I write down whatever you tell me.
status-no-details = { $number }: { $status }. You can see the details once the worker agrees.

push-unfinished =
    You did not finish last time. Your number { $number } is kept.
    You can go on now. A voice message is fine too. Somebody will look at it on the next working day.

label-hands = Who has had it
hands =
    { $number }, who has had it:
    { $hands }
hand-now = · from { $since } until now: { $unit }. { $why }
hand-one-day = · { $since }: { $unit }. { $why }
hand-until = · { $since } to { $until }: { $unit }. { $why }
hand-first = It takes every complaint in at first.
hand-plan = By the district's plan it leads.
hand-designated = The arrears office decided so.
