# Tracks, clocks, reminders.

help-clocks = /clocks 123 shows every limit with its source
help-track = /track 123 arbitration accepted 11-20 number: a step of arbitration, court, petition …
help-extend = /extend 123 LI-5 ground: a limit is extended on a ground of the law
help-stop = /stop 123 AR-8 ground: the days do not count
help-resume = /resume 123 AR-8: counting goes on
help-restart = /restart 123 AR-1 11-20 ground: counted anew; confirms an interruption

ask-record = A step of which procedure?
miss-record = Press one, or type its name.
ask-record-step = Which step?
miss-record-step = Press a step, or type its words.
ask-record-day = On which day? For example 11-20.
miss-record-day = Write the day, for example 11-20.
ask-clock = Which limit? Its id from /clocks, for example LI-5.
miss-clock = Type the id, for example LI-5 or AR-8.
ask-clock-ground = On which ground of the law?
miss-clock-ground = Type a ground of the law.

record-labour-inspection = Labour inspection
record-petition = Petition
record-arbitration = Arbitration
record-payment-order = Payment order
record-court = Court
record-police = Police
record-worker = The worker

step-complaint-received = Complaint received
step-filed = File opened
step-objected = Objected
step-designated = Unit designated
step-granted = Legal aid granted
step-appointed = Lawyer appointed
step-closed = Ended
step-withdrawn = Withdrawn
step-paid = Paid
step-accepted = Taken up
step-not-accepted = Not taken up
step-application = Applied for
step-ordered = Ordered to pay
step-violation-ended = Violation ended
step-investigation-done = Investigation done
step-demand-notice-served = Demand served
step-remedy-period-end = Time for remedies over
step-petition-received = Petition received
step-forwarded-received = Forwarded petition received
step-accepted-art31-6 = Taken up as a petition
step-reply-received = Opinion served
step-review-request = Review asked for
step-review-reply-received = Review opinion served
step-recheck-request = Re-check asked for
step-recheck-reply-received = Re-check opinion served
step-employment-end = Left the employer
step-mediated = Mediation served
step-award-received = Award served
step-order-served = Payment order served
step-debtor-objected = Debtor objected
step-filing = Sued
step-judged = Judgment served
step-performance-due = Day of payment passed
step-enforcement-applied = Enforcement applied for
step-report-to-head = Reported to the head
step-approved = Transfer approved
step-not-approved = Transfer not approved
step-police-received = Police have it

clocks = Limits of { $number }:
    { $clocks }

    The worker's own:
    { $workers }
clock-entry = · { $duty } ({ $id }): { $date }
    { $who }  { $start }
    Basis: { $basis }
    { $outer }
    { $extension }
    { $stop }
    { $interruption }
clock-date = by { $date }, better by { $work_by } { $provisional }
clock-date-once = by { $date } { $provisional }
clock-date-late = ⚠️ was due { $date }, late { $provisional }
clock-stands = stopped, these days do not count
clock-no-start = nobody has said when it begins
clock-worker = the worker
clock-unit = { $track }, { $unit }
clock-start = from { $day }
clock-start-assumed = from { $day }, guessed from the last month owed
clock-outer = Other source: by { $date } ({ $id }, { $basis }) { $provisional }
clock-outer-stands = The other basis stands still ({ $id }, { $basis })
clock-extended-by = Extended: { $ground }, { $by }, { $day }
clock-stopped-by = Stopped: { $ground }, { $by }, since { $day }
clock-ground = { $words } ({ $title })
clock-interruption-open = Nobody has confirmed an interruption; reminders follow the uninterrupted date.
clock-interrupted = Beside: { $by } noted an interruption on { $day } ({ $ground }), which would give { $date }; reminders follow the uninterrupted date.
clock-name = { $duty } ({ $id })
clock-grounds = Grounds for { $clock }, type one of them:
    { $grounds }

clock-moved-stop = { $number }: stopped. { $told }
    { $clocks }
clock-moved-extend = { $number }: extended. { $told }
    { $clocks }
clock-moved-restart = { $number }: written down. { $told }
    { $clocks }
clock-interruption = { $number }: the interruption is noted; the arbitration office decides whether it counts, reminders go by the earlier date. { $told }
    { $clocks }
clock-moved-resume = { $number }: counting again. { $told }
    { $clocks }
step-recorded = { $number }: { $track }, { $step }, { $day }, written down. { $told }
    { $clocks }

extension-proposed = { $number }: a head has to approve; the head has been asked.
extension-rejected = { $number }: not extended, the limit stays.
card-extension = { $by } proposes to extend { $clock }. Ground: { $ground }. A head has to approve.
do-extend-yes = Extend
do-extend-no = Do not
item-extension = Extension of a limit to be approved

push-clock-extend =
    { -news }

    { $number }: { $track } has until { $date } now { $provisional }.
    Why: { $ground } ({ $title }).
push-clock-stop =
    { -news }

    { $number }: the time of { $track } stands still; these days do not count.
    Why: { $ground } ({ $title }). You will hear when it goes on.
push-clock-restart =
    { -news }

    { $number }: the time of { $track } is counted anew, until { $date } { $provisional }.
    Why: { $ground } ({ $title }).
push-clock-resume =
    { -news }

    { $number }: the time of { $track } goes on, until { $date } { $provisional }.
push-step =
    { -news }

    { $number }: { $track }, { $step } ({ $day }).
    { $dates }
push-own-limit =
    Qingxin: a date in what you told us is near. Open to read.

    ⏰ { $number }: your own time limit ends in { $days } days.
    { $what }
    { $assumed }
    { $interrupted }
    Afterwards it gets hard. Do not wait; 12348 helps with the paper, free of charge.
own-limit-assumed = Guessed from the last month owed; the day you left the employer may give another date.
own-limit-interrupted = An interruption was noted, which would give { $date }; whether it counts is for the arbitrators. Keep to the date above.

status-late-other = A date is over: { $date }. Call 12333 or 12345 and give the number above.
until = { $what } { $provisional }
until-unverified = { $what } { $provisional } (this rule is still being checked)
duty-unverified = { $duty } (still being checked)
date-provisional = { $date } (holidays are not published yet, the day may change)
until-decide = A decision is due by { $date }.
until-forward = It should be forwarded to the competent unit by { $date }.
until-finish = It should be finished by { $date }.
until-review = You may ask for a review by { $date }.
until-review-reply = A written opinion is due by { $date }.
until-recheck = You may ask for a re-check by { $date }.
until-arbitrate = Apply for labour arbitration, as a rule by { $date }.
until-arbitration-answer = The arbitrators should say whether they take it up by { $date }.
until-award = The award is due by { $date }.
until-sue = If you disagree with the award, sue by { $date }.
until-enforce = If nobody pays, apply for enforcement by { $date }.
until-order-answer = The court should say whether it takes up the payment order by { $date }.
until-order-issue = The court should issue or reject the payment order by { $date }.
until-order-pay = The other side should pay or object by { $date }.
until-court-answer = The court should decide on filing by { $date }.
until-aid = Legal aid should be decided on by { $date }.
until-lawyer = You should have a lawyer by { $date }.

digest = ☀️ For this morning, { $day }
    { $late }
    { $near }
    { $more }
    { $waiting }
digest-late = Late:
    { $lines }
digest-near = Near:
    { $lines }
digest-more = { $n } more: { $numbers }
digest-rest = Continued: { $numbers }
digest-line-elsewhere = · { $number } { $site }: { $duty }, due { $due }; nothing has come. Please ask there and tell the worker.
item-late-clock = late, and who should know is in no chat: please call
digest-working-days = { $days } working days
digest-calendar-days = { $days } days
digest-line = · { $number } { $site }: { $duty }, by { $due }, { $span } left
digest-line-late-1 = · { $number } { $site }: { $duty } ({ $unit }), was due { $due }, { $span } late. Name somebody and have it done today; /assign if nobody has it.
digest-line-late-2 = · { $number } { $site }: { $duty } ({ $unit }), was due { $due }, { $span } late. Press the unit, or /route it elsewhere.
digest-line-late-3 = · { $number } { $site }: { $duty } ({ $unit }), was due { $due }, { $span } late, not done after being pressed. Please supervise.

error-no-clock = This case has no limit { $clock }. See /clocks.
error-no-ground = This limit cannot be moved like that: the law lists no such ground.
error-date-far = This day is far away; please look whether it is a slip.
error-clock-stopped = It is stopped already. /resume lets it go on.
error-clock-runs = It is not stopped.
error-clock-extended = It was extended already; once is all.
error-clock-over = This limit is over; it cannot be stopped or extended any more.
error-extension-waits = An extension has been proposed; it waits for the head.
error-head-extends = A head of that unit approves the extension.
error-police-unit = A transfer to the police is written down by the arrears office or labour inspection.
error-step-twice = This step is written down already.
error-no-such-unit = No unit of the district carries this procedure.
