# What officers read.

officer-who-are-you = This is for officers only. Please send your one-time invitation code (from the arrears office). To report unpaid wages, use the workers' chat.
officer-code-wrong = This invitation code is wrong, used or out of date. Please ask the arrears office for a new one.
officer-enrolled = You are enrolled: { $unit } · { $role } · officer { $code }. Send /help to see what you can do.
officer-hint = To write to a worker or make a note, reply to the card of the case. For everything else see /help.
officer-unknown-command = There is no such command. See /help.
officer-help =
    Commands:
    { $lines }
    The last digits of a case number are enough. What is missing will be asked. Send “cancel” to stop.

role-triage = Arrears office, triage
role-handler = Handler
role-head = Head
role-supervisor = Supervisor
role-legal-aid = Legal aid

help-inbox = /inbox what your unit has to do
help-today = /today due today, payments promised for today, messages without an answer
help-case = /case 123 look at a case
help-verify = /verify NUMBER CODE: check a receipt
help-queues = /queues what waits, how much, for how long, whose
help-help = /help this list
help-accept = /accept 123 take it on (accept)
help-ask = /ask 123 Do you have a wage sheet? (asks the worker)
help-reply = /reply 123 We visit tomorrow (sent to the worker)
help-progress = /progress 123 Met the general contractor (the worker sees it)
help-note = /note 123 internal note, the worker does not see it
help-call = /call 123 reached (notes a call: reached, not reached, dead number)
help-promise = /promise 123 Manager Wang 5000 12-01 (a payment the other side promised)
help-visit = /visit 123 12-01 check the wage sheets (notes a visit)
help-doc = /doc 123 acceptance notice 2026-11-20 number (notes a document)
help-print = /print 123 case sheet (prints a case or transfer sheet)
help-close = /close 123 paid in full, wages sent (closes; where you say paid, the worker confirms)
help-object = /object 123 not ours (an objection, goes to the arrears office)
help-recuse = /recuse 123 reason (somebody else takes it)
help-new = /new enter a case for somebody at the desk or on a hotline
help-facts = /facts 123 sum, people … (what you heard; the worker checks it)
help-leave = /leave 12-01 12-05 your leave and your deputy
help-route = /route 123 ST-03 reason (designates the responsible unit)
help-refuse = /refuse 123 not accepted; a second officer confirms
help-assign = /assign 123 names the handler

card =
    { $head }
    { $urgent }
    Number: { $number }
    { $tracks }
    Place: { $site }
    Claimed: { $amount }  People: { $people }
    { $date }
card-track = { $kind }: { $unit }, { $status }
track-lead-unit = Lead
track-labour-inspection = Labour inspection
track-legal-aid = Legal aid
track-petition = Petition
track-arbitration = Arbitration
track-payment-order = Payment order
track-court = Court
track-police = Police
card-urgent = URGENT: danger to somebody, or a child at work
card-date = Due: { $unit }, { $duty }, by { $date } (better by { $work_by })
card-date-once = Due: { $unit }, { $duty }, by { $date }

card-new = New case: your unit is proposed as lead. Please accept; if it is not yours, object by { $object_by }.
card-new-final = New case: the arrears office has designated your unit as lead, for good. Please accept. After two objections there is no third.
card-new-again = New case: the arrears office has designated your unit as lead. Please accept. Your unit has objected once and cannot do so again.
card-new-inspection = New case: labour inspection works in parallel. Please decide whether to accept.
card-nobody-there = New case proposed for { $lead }, but nobody there is enrolled. Please contact them or route it elsewhere.
card-designate = New case: the responsible unit is not clear. Please designate (/route).
card-outside = New case: the place may be outside the district. Please hold it; once the receiving unit is reached, note the transfer letter with /doc. Only then is it passed on.
card-hand-over = New case: { $lead } works on paper. Please print the transfer sheet and hand it over (/print). The clock runs from now.
card-phone-unit = New case: { $lead } works by phone. Please call them. The clock runs from now.
card-accepted = Accepted. { $told }
card-accepted-already = This case was accepted before. Nothing was done twice.
card-assigned-to-you = This case is assigned to you.
card-case = Case
card-message = The worker writes: { $words }
card-evidence = The worker has added evidence.
card-payment = The worker says: { $what }.
card-closed-paid = The worker agrees, and the case is closed: { $outcome }.
card-not-paid = The worker says: { $what }. Full payment is not confirmed; the case stays open.
card-person-asked = The worker wants to talk to a person. Please get in touch.
card-pressure = The worker says that the other side presses or wants the case withdrawn. Please protect the worker and check.
card-boss-promised = The worker says that the other side named a date: { $words }
card-legal-aid = The worker asks for legal aid (decision within { $decide } days, a lawyer { $appoint } days after).
card-list = The team leader has added a list, one worker a line. Please check with each of them.
card-result-objected = The worker does not accept the result. Please look at it again.
card-withdrawn = The worker has withdrawn (and may come back within 30 days).
card-reopened = The worker wants to go on.
card-recused = { $by } steps aside. Please name another handler.
card-unfinished = The worker stopped half way. Please call, or add the facts with /facts.
card-objected = Objection: { $ground } ({ $basis }); { $better } should be responsible. Reasons: { $reason }. Please designate with /route.
card-objected-last = Second objection: { $ground } ({ $basis }); { $better } should be responsible. Reasons: { $reason }. Please designate with /route; this designation is final, nobody can object any more.
card-refusal = { $by } proposes not to accept: { $ground }. { $reason }. A second officer has to confirm; the worker does not know yet.
card-promise-day = The other side promised { $sum } by { $day }, which is today. The worker has been asked.

do-accept = Accept
do-route = Designate
do-object = Not ours
do-refuse = Do not accept
do-progress = Note progress
do-close = Close
do-ask = Ask the worker
do-reply = Write to the worker
do-case = Details
do-phone = Phone number
do-refuse-yes = Confirm the refusal
do-refuse-no = No, go on

duty-alarm =
    URGENT: { $number }: { $kind }.
    Please get in touch at once. Only after you tap “Received” is the worker told that somebody on duty knows. After 10 minutes without a tap it goes to the backup.
duty-alarm-where = URGENT: { $number }, place: { $where }
alarm-kind-danger = danger to somebody
alarm-kind-minor = perhaps a child at work
label-acknowledge = Received, I take care of it
label-show-case = Show the case
alarm-yours = Good, { $number } is with you. The worker has been told that somebody on duty knows.

case-details =
    { $masked }
    { $people }
    Unit or person complained of: { $employer }
    Received so far: { $paid }  Evidence: { $evidence }
    Routing rule: { $rule }
    { $assist }
    History:
    { $history }
case-assist = Assisting: { $units }
phone-not-left = (no phone left)
case-masked = (The worker has not agreed to be named, or your unit is the owner: names are hidden.)
person-line = { $role }: { $name } { $phone }
party-worker = Worker
party-family = Family, reporting for the worker
party-foreman = Team leader
party-representative = Representative
party-reporter = Informant (secret)
party-entered_by = Entered by
history-line = { $at } { $unit } { $what }{ $sum }{ $said }
history-sum =  ({ $sum })
history-said = : { $words }
phone-shown =
    Phone of { $number } (it is recorded that you looked):
    { $people }
    After the call, please tap its result:
phone-line = { $name } { $phone }
no-phone = { $number } has no phone number. Please write here.

daily-head =
    { $day }: { $cases } cases, { $events } records. Check code of the day:
    { $head }
    Please keep it. It shows later whether a record has been altered.

inbox =
    { $unit }, open cases: { $cases }
    { $lines }
    { $more }
    To do:
    { $items }
inbox-empty = { $unit }: no open cases, nothing to do.
inbox-line = { $number } { $status } { $site } { $date }
inbox-date = [{ $date }]
inbox-more = … and { $n } more
item-line = · { $what } { $number }

item-new-case = New case to accept
item-listen-or-read = Voice or photo to listen to or read (/facts)
item-unfinished = Unfinished report, please get in touch
item-call-or-print = Could not be delivered: please call or print
item-print-and-hand-over = Print the transfer sheet and hand it over
item-designate = Responsible unit to be designated
item-objected = Objection: unit to be designated
item-confirm-refusal = Refusal waits for a second officer
item-person-asked = Worker wants to talk to a person
item-alarm = Urgent
item-legal-aid = Legal aid asked for
item-result-objected = Worker does not accept the result
item-transfer-out = Outside the district, to be passed on
item-recused = Stepped aside, to be assigned anew
item-broken-message = A message could not be processed, see the log
item-unread = Worker's message without an answer
item-lost-code = Query code forgotten: call the phone number in the case to check
item-withdrawn = Withdrawn: was it of their own will?
item-unassigned = nobody works on it yet, please accept or assign
item-unit-empty = the unit has nobody enrolled, please contact it
item-promise-due = Somebody promised to pay today: has it come?
item-closing-answer = Waiting for the worker to say whether the money came
item-person-left = handler gone, to be given to somebody
item-leave-open = leave without a deputy
item-leader-missing = leader in charge missing, name another
item-tell-leader = tell the leader in charge (print the case sheet)
item-confirm-group = perhaps one group, to be confirmed
item-many-workers = many people of one site

today =
    { $day }
    Due or late:
    { $due }
    Payments promised for today:
    { $promised }
    Without an answer:
    { $unread }
today-empty = { $day }: nothing due, no promised payments, nothing unanswered.
promise-line = · { $number }

ask-case = Which case? Write its number, or tap one.
miss-case = No case with this number. Please look again.
ask-objection = Why is it not for your unit?
miss-objection = Tap a reason.
objection-other-class = Wrong class of project
objection-other-industry = Wrong industry department
objection-other-place = Not in our sub-district
objection-other-owner = Wrong owner
ask-unit = Which unit should be responsible? Write its code or name.
miss-unit = There is no such unit. Write the full name or the code (like ST-03).
ask-object-reason = Write the grounds and reasons in a few sentences.
miss-object-reason = Write the reasons in a few sentences.
objection-sent = The objection to { $number } is with the arrears office; proposed: { $better }. Until it is routed anew your unit stays responsible and the clock runs.

ask-ground = On what ground is it not accepted?
miss-ground = Tap a ground.
ground-not-accepted-scope = Outside the scope of labour inspection
ground-not-accepted-time = It ended more than two years ago
ground-not-accepted-jurisdiction = Another district is responsible
ground-not-accepted-in-other-procedure = Already in arbitration or in court
elsewhere-not-accepted-scope = You can apply for labour arbitration or go to court. Ask 12348 first; it is free.
elsewhere-not-accepted-time = You can apply for labour arbitration or go to court; they decide whether it is too late. Ask 12348 first; it is free.
elsewhere-not-accepted-jurisdiction = Go to the labour inspection of the place where you work. Call 12333 to find it.
elsewhere-not-accepted-in-other-procedure = Go on with the arbitration or the court case. Legal aid can help you.
ask-refuse-reason = Write down facts and grounds. The worker will see them.
miss-refuse-reason = Write the facts and grounds in a few sentences.
refusal-proposed = { $number }: proposed. A second officer has to confirm; until then the worker waits for an answer as before.
refusal-confirmed = { $number }: the refusal is confirmed; the notice gives the reason and where else to go. { $told }
refusal-rejected = { $number }: not confirmed, the case goes on.

ask-officer = Who shall handle it?
miss-officer = Tap one, or write the officer's code.
assigned = { $number } is assigned to { $officer }.

ask-question-text = What do you want to ask the worker?
miss-question-text = Write the question.
ask-reply-text = What do you want to tell the worker?
miss-reply-text = Write the message.
sent-to-worker = { $number }: noted. { $told }
ask-progress-text = What has been done? The worker will see it.
miss-progress-text = Write the progress in a few sentences.
progress-recorded = { $number }: noted. { $told }
ask-note-text = What is the note? The worker does not see it.
miss-note-text = Write the note.
note-kept = { $number }: noted internally.
ask-slip = What shall I do with this?
miss-slip = Tap one: send it to the worker, or keep it as a note.
slip-worker = Send to the worker
slip-note = Note only

ask-call-result = How did the call go?
miss-call-result = Tap the result.
call-reached = Reached
call-not-reached = Not reached
call-dead-number = Dead number
call-recorded = { $number }: noted ({ $result }).

ask-promise-day = Which day did they promise? For example 12-01.
miss-promise-day = Write a date, like 12-01 or 2026-12-01.
ask-promise-sum = How much did they promise?
miss-promise-sum = Write a number, like 5000.
ask-promise-who = Who promised it?
miss-promise-who = Who promised it? For example “the project manager”.
promise-recorded = { $number }: noted, { $sum } by { $day }. You will be reminded on that day, and the worker asked. { $told }

ask-visit-day = Which day will you visit?
miss-visit-day = Write a date, like 12-01.
ask-visit-text = What will you look at?
miss-visit-text = Write a few words.
visit-recorded = { $number }: visit on { $day } noted. { $told }

ask-route-reason = Why this unit? The worker will see it.
miss-route-reason = Write the reason in a few sentences.
routed = { $number }: { $unit } is responsible now. { $told }

ask-recuse-reason = Why do you step aside?
miss-recuse-reason = Write a few words.
recused = { $number }: you have stepped aside. Somebody else will be named; the unit stays the same.

ask-doc-kind = What kind of document?
miss-doc-kind = Tap the kind.
doc-acceptance = Acceptance notice
doc-order-to-pay = Order to pay (or correct) by a date
doc-transfer = Transfer letter
doc-reply = Written reply
doc-other = Other document
ask-doc-day = Date of the document? For example 2026-11-20.
miss-doc-day = Write a date, like 2026-11-20.
ask-doc-number = Document number?
miss-doc-number = Write the document number.
ask-doc-recipient = Receiving unit?
miss-doc-recipient = Write the name of the receiving unit.
document-recorded = { $number }: { $kind } noted, number { $document }. { $told }
transfer-recorded = { $number }: passed on to { $recipient }. { $told }

ask-sheet = Which sheet shall be printed?
miss-sheet = Tap one.
sheet-case = Case sheet
sheet-transfer = Transfer sheet
sheet-printed = The sheet for { $number } (personal data hidden).
sheet-printed-in-full = The printed sheet of { $number }, with personal data: for the receiving unit only.
do-handed = Handed over
handed-over = { $number }: handed over to { $unit }, noted. { $told }

ask-outcome = What is the result?
miss-outcome = Tap the result.
outcome-paid-full = wages paid in full
outcome-paid-part = a part paid
outcome-instalment-agreement = agreement to pay in instalments
outcome-paid-by-general-contractor = paid first by the general contractor
outcome-paid-by-owner = advanced by the owner of the project
outcome-paid-by-deposit = paid from the wage deposit
outcome-advanced-by-fund = advanced by the emergency fund
outcome-enforcement-applied = enforcement applied for
outcome-police-transferred = passed to the police
outcome-guided-arbitration = guided to labour arbitration
outcome-guided-court = guided to court
outcome-payment-order = payment order applied for
outcome-transferred-other-place = passed on to another place
outcome-withdrawn-by-worker = withdrawn by the worker
outcome-facts-not-established = the facts could not be established
outcome-not-accepted-scope = not accepted: out of scope
outcome-not-accepted-time = not accepted: too late
outcome-not-accepted-jurisdiction = not accepted: another district
outcome-not-accepted-in-other-procedure = not accepted: in another procedure
outcome-merged = merged with another case
outcome-unconfirmed = Nobody confirmed whether the money came (no answer)
ask-close-reason = Write down result and reasons. The worker will see them.
miss-close-reason = Write the result and reasons in a few sentences.
closed = { $number }: closed ({ $outcome }). { $told }
closing-asked = { $number }: has the money come? { $told } It closes when the worker says so; silence is not consent.

ask-receipt-words = The number and the check code on the receipt?
miss-receipt-words = Type the number and the check code, with a space between.

ask-leave-first = From which day?
miss-leave-first = Write a date, like 12-01.
ask-leave-last = To which day?
miss-leave-last = Write a date, like 12-05.
ask-deputy = Who stands in for you?
miss-deputy = Tap one, or write the officer's code.
leave-recorded = Noted: { $officer } is on leave from { $first } to { $last }, cases: { $n }. { $deputy } has been asked and has to agree.

ask-source = Where does it come from?
miss-source = Tap the source.
source-bot = Chat
source-walk-in = At the desk
source-hotline-12345 = Hotline 12345
source-hotline-12333 = Hotline 12333
source-portal = Portal
source-police-110 = Police 110
source-assigned-from-city = Assigned by the city
source-other = Other
ask-new-facts = Write down what was said, word for word: which site, who owes, how much, how many people, how many months.
miss-new-facts = Write down what was said.
ask-source-number = Number at the source? If there is none, write “none”.
miss-source-number = Write the number; if there is none, write “none”.
ask-new-name = What is the worker's name? If not told, write “none”.
miss-new-name = Write the name; if not told, write “none”.
ask-new-phone = Phone? If there is none, write “none”.
miss-new-phone = Write the phone number; if there is none, write “none”.
ask-new-consent = Does the worker agree that the units see name and phone?
miss-new-consent = Tap one: yes or no.
yesno-yes = Yes
yesno-no = No
case-entered =
    Entered: { $number }, query code { $code } (please write it down for the worker, and for nobody else).
    Place: { $site }
    Claimed: { $amount }  People: { $people }
    Now with: { $unit }
ask-facts-text = Write down what you heard (saw), as it is: which site, who owes, how much, how many people, how many months.
miss-facts-text = Write down what you heard.
told-worker = Sent to the worker.
told-nobody = The worker is in no chat: please call; it is on your list.
facts-sent = { $number }: noted, for the worker to check. It counts once the worker agrees. { $told }
paper-added = { $number }: papers kept: { $n }.
paper-needs-card = Please reply to the card of the case with your file, so that it lands in the right case.

queues =
    Queues of { $scope }, { $n } in all:
    { $lines }
queues-all = the whole district
queues-empty = The queues of { $scope } are empty.
queue-head = [{ $queue }] { $n }, the oldest { $days } days
queue-owner = - { $unit }: { $n }, the oldest { $days } days
queue-owner-post = - { $unit } { $post }: { $n }, the oldest { $days } days
queue-unroutable = no unit can be named
queue-unassigned = nobody has taken it up
queue-objected = objected
queue-undelivered = not delivered
queue-unit-empty = unit without officers
queue-person-left = who worked on it has left
queue-reminder =
    At { $unit }, { $n } wait:
    { $items }
    { $more }
queue-reminder-head =
    For the head: at { $unit }, these { $n } have waited more than a day:
    { $items }
    { $more }
