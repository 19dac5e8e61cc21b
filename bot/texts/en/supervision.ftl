# Dual assignment and supervision (clause 4(8) of the plan).

help-dual = /dual 123 city NUMBER 12-20 ASSIGNER: assigned from above; petition bureau and arrears office both get it
help-dualok = /dualok 123: confirm the assignment
help-plan = /plan 123 owner-unpaid what will be done; the worker does not see it
help-supervise = /supervise 123 reason: ask a district leader to order supervision
help-supervised = /supervised 123 12-10 NUMBER: enter an order approved on paper
help-answer = /answer 123 text: propose the one answer to the worker
help-report = /report 123 NUMBER: the report went up

item-dual-assignment = Assigned from above, to be confirmed
item-slow-case = Slow; ask for supervision?
item-approve-supervision = Supervision waits for a leader
item-supervised = Under supervision
item-agree-answer = An answer waits for your agreement
item-report-result = Report to be sent

do-dualok = Confirm
do-plan = Plan
do-supervise = Ask for supervision
do-supyes = Approve
do-supno = Do not approve
do-ansyes = Agree to this answer
do-ansno = Do not agree

level-city = City
level-province = Province
level-national = National
label-no-date = No limit given

ask-level = Which level assigned it?
miss-level = Choose the level.
ask-dual-due = By when has it to be closed? Like 12-20.
miss-dual-due = Type a date like 12-20, or choose “No limit given”.
ask-dual-number = Number of the paper? Type - for none.
miss-dual-number = Type the number, or -.
ask-dual-assigner = Which office assigned it?
miss-dual-assigner = Type the office's name.
dual-assigned = { $number }: given to the petition bureau and the arrears office; both have to confirm. One case, worked on by both, one answer.
dual-corrected = { $number }: corrected.
dual-confirmed-one = { $number }: confirmed. { $unit } has still to confirm.
dual-confirmed-both = { $number }: both have confirmed.
ask-cause = What is behind the arrears?
miss-cause = Press a cause, or type its words.
cause-owner-unpaid = Owner has not paid
cause-funds-short = Funds not in place
cause-illegal-subcontract = Illegal subcontract
cause-kept-by-subcontractor = Kept by subcontractor
cause-quantity-dispute = Dispute over quantities
cause-employer-fled = Employer fled
cause-employer-closed = Employer closed, insolvent
cause-no-special-account = No special account
cause-other = Another cause
ask-plan-text = What will be done? The worker does not see it.
miss-plan-text = Write a few words on what will be done.
case-planned = { $number }: the plan is written down.
ask-supervise-reason = Why supervision?
miss-supervise-reason = Write the reason.
supervision-asked = { $number }: put before the district leaders.
supervision-asked-paper = { $number }: written down. No leader is in the chat: print the sheet (/print), and enter the approval with /supervised.
ask-report-by = By when is an answer wanted? Like 12-10.
miss-report-by = Type a date like 12-10.
ask-order-number = Number of the order?
miss-order-number = Type the number.
supervision-ordered = { $number }: supervision is ordered; { $unit } has it.
supervision-denied = { $number }: not approved; written down.
ask-answer-text = What will the worker be told?
miss-answer-text = Write the answer.
answer-proposed = { $number }: sent to { $unit } for agreement.
answer-agreed = { $number }: settled; the worker gets it when the case is closed.
answer-not-agreed = { $number }: not agreed; a new one is wanted.
ask-report-number = Number of the report?
miss-report-number = Type the number.
result-reported = { $number }: reported as { $document }. The assignment is done.
sheet-assignment = Assignment sheet
sheet-supervision = Supervision sheet
sheet-report = Report of the result

card-dual = Assigned from above by { $assigner }, number { $document }, to be closed by { $due }. Both units: please confirm.
card-dual-no-date = Assigned from above by { $assigner }, number { $document }. Both units: please confirm.
card-slow =
    Slow:
    { $grounds }
card-supervision-asked =
    Supervision is asked for:
    { $grounds }
    Reason: { $reason }
card-supervised =
    A district leader ordered supervision; answer by { $by }:
    { $grounds }
card-supervised-no-date =
    A district leader ordered supervision:
    { $grounds }
card-answer-proposed = { $by } proposes this answer: { $words }
card-answer-agreed = The answer is settled; the worker gets it when the case is closed: { $words }
card-answer-not-agreed = The other unit does not agree to this answer: { $words }
slow-quiet = · nothing done for some working days
slow-no-plan = · half of the time is gone without a plan
slow-near = · the limit is near
slow-overdue = · the limit is over

error-no-assignment = This case was not assigned from above. Enter it with /dual first.
error-assignment-order = The limit is before the day of the assignment; look at the date.
error-dual-confirmed = Your unit has confirmed already.
error-supervision-asked = Asked for already; it waits for a leader.
error-no-supervision-asked = Nobody has asked for supervision of this case.
error-supervision-decided = Decided already.
error-leader-decides = A district leader decides on supervision. Enter an approval on paper with /supervised and its number.
error-one-answer = This case was assigned from above: the worker gets one answer. Settle it with /answer, then close.
error-no-answer-proposed = No answer waits for your agreement.
error-own-answer = Your own unit proposed this answer; the other one has to agree.
error-dual-reported = The result was reported already.
error-report-open = Not closed yet, so there is nothing to report.
