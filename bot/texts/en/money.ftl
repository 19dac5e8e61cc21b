# The money ledger of a case: payments, receipts, what is left.

status-owed = Owed: { $owed }. Nothing has arrived so far, by our notes. { $waiting }
status-money = Owed: { $owed }. Arrived: { $paid }. Still missing: { $left }. { $waiting }
status-waiting = The unit says that another { $sum } was paid; it counts once you say so or a bank receipt has been checked.

paid-absurd = That sum is very large. A few zeros too many? Say again how much came, for example "five thousand".
paid-too-much = You say that { $sum } came. With what came before, that is more than the { $owed } you named. Is it right?
paid-twice = { $sum } was written down once today already. Is this another payment?
label-sum-right = Yes, it came
label-sum-wrong = No, leave it out
sum-not-taken = All right, not written down ({ $number }). Tell me any time how much came.
paid-only-own = Only the worker whose money it is can say this. Let them say so in the chat.
payment-noted-sum = Noted ({ $number }): { $what }. By what you named, { $left } is still missing. The rest goes on; the case does not stop for this.
payment-noted-others = Noted ({ $number }): { $what }. For the money of others each worker has to say so, or a bank receipt has to be checked. The case goes on.
label-took-wrong = That sum was wrong
payment-taken-back = All right, the { $sum } no longer counts ({ $number }). Tell me any time how much came.
payment-got = Noted ({ $number }): { $paid } has come in all, { $left } is missing. The rest goes on.
ask-rest = Shall we go on asking for the rest of the money? ({ $number })
label-rest-go = Go on
label-rest-stop = No, close it
rest-goes-on = All right, { $number } goes on.
rest-given-up = { $number } is closed as "paid in part". The rest is still yours to claim; to go on, press the button.
label-got-yes = It came
label-got-no = It did not

push-payment-seen =
    Qingxin: there is news about what you told us. Open to read.

    { $number }: { $unit } says that { $sum } was paid on { $day } (by: { $payer }).
    Has the money reached you? It counts once you say so.

push-payment-confirmed =
    Qingxin: there is news about what you told us. Open to read.

    { $number }: two people compared the bank receipt; the { $sum } of { $day } counts as arrived.
    If it did not reach you, press "It did not" and it is put right at once.

push-payment-reversed =
    Qingxin: there is news about what you told us. Open to read.

    { $number }: the { $sum } of { $day } was written down by mistake and does not count. { $reason }
because = Reason: { $words }

card-payment-part = The worker says: { $what }. Owed { $owed }, missing { $left }. The case goes on: find out by when the rest comes, and note it with /promise.
card-payment-confirmed = The worker confirms: the { $sum } of { $day } came. Missing: { $left }.
card-payment-denied = The worker says that the { $sum } of { $day } ({ $payer }) did not come. Please check.
card-payment-taken-back = The worker says that the { $sum } named before was wrong; it is taken back.
card-rest-wanted = The worker wants the rest: owed { $owed }, arrived { $paid }, missing { $left }. The case goes on; note the next date with /promise.
card-check-receipt =
    { $by } wrote down: on { $day } { $payer } paid { $sum }, with a bank receipt.
    Compare the date, the sum and the payee. It counts once you say that it fits.
    { $used }
receipt-used-elsewhere = Mind: the same receipt proves { $n } other payments; look whether one list pays several people.
do-receipt-yes = It fits
do-receipt-no = It does not
receipt-confirmed = { $number }: the { $sum } of { $day } counts as arrived. { $told }
receipt-rejected = { $number }: the { $sum } of { $day } does not count; it is taken back. { $told }

pay-recorded =
    { $number }, line { $line }: on { $day } { $payer } paid { $sum } ({ $proof }).
    { $waits } { $told }
pay-recorded-earlier =
    { $number }, line { $line }: on { $day } { $payer } paid { $sum } ({ $proof }).
    Paid before the complaint: kept as a note, not taken off what is owed. To change what is owed, check with the worker. { $told }
pay-waits-for-worker = It counts once the worker says so.
pay-waits-for-second = It counts once the worker says so, or another officer has compared the receipt.
payment-reversed = { $number }: line { $line } is taken back; the line itself stays. { $told }

money-of-case =
    The money of { $number }
    Owed { $owed }, arrived { $paid }, missing { $left }
    { $waiting }
    { $unnamed }
    { $over }
    People:
    { $people }
    Payments:
    { $payments }
    { $next }
money-waiting = Not confirmed: { $sum }
money-unnamed = { $n } cannot say how much they are owed
money-over = { $sum } too much has come; please check
money-nobody = (no list yet)
money-nothing = (nothing has arrived yet)
money-person = { $n } { $name }: owed { $owed }, arrived { $paid }, missing { $left }, { $settled }
money-settled = all there
money-not-settled = not all there
money-payment = Line { $line }: { $day } { $payer } { $sum } ({ $proof }) { $whose } { $state }
money-whose = to no. { $n }
money-next = Next date named: { $day }, { $sum }
payment-waiting = not confirmed
payment-confirmed = confirmed
payment-denied = the worker says it did not come
payment-reversed-state = taken back
payment-earlier = before the complaint

payer-employer = the employer
payer-general-contractor = the general contractor
payer-owner = the owner
payer-deposit = the wage deposit
payer-fund = the emergency fund
payer-bank-payout = the bank, out of the wage account
payer-court = the court, by enforcement
payer-other = somebody else
payer-unknown = nobody named
proof-bank-receipt = bank receipt
proof-document = document
proof-seen = the officer was there
proof-word = said

ask-pay-sum = How much was paid?
miss-pay-sum = Type a number, for example 5000.
ask-pay-payer = Who paid?
miss-pay-payer = Press who paid.
ask-pay-day = On which day? For example 11-20.
miss-pay-day = Type a day, for example 11-20 or 2026-11-20.
ask-pay-proof = What does it rest on? Send a receipt in reply to the case's card first.
miss-pay-proof = Press one.
ask-pay-line = Which line is to be taken back? /money shows them.
miss-pay-line = Type the line's number, for example 2.
ask-reverse-reason = Why? The worker reads it.
miss-reverse-reason = Write a few words.

help-money = /money 123 – the money of a case: owed, arrived, missing
help-pay = /pay 123 5000 「总包」 11-20 「张三」 – note a payment you saw; it counts once confirmed
help-reverse = /reverse 123 2 reason – take line 2 back; the line stays

item-check-receipt = A bank receipt waits for a second officer
item-next-date = Part has come: find out by when the rest does
item-close-unconfirmed = The worker has not answered: shall it end as unconfirmed?

event-payment-recorded = Payment noted, not confirmed
event-payment-confirmed = Payment confirmed
event-payment-denied = The worker says it did not come
event-payment-reversed = Payment taken back

error-payment-future = A payment cannot be dated after today. For last year type the year, as 2025-12-20.
error-payment-sum = That sum cannot be: more than 0, and not absurdly large.
error-payment-worker = No such worker. Type a name or a number of the list ({ $n } in all, see /money).
error-payment-twice = Line { $line } is { $sum } of { $day } already. The same payment need not be noted again; if it is another one, add 「另一笔」 and send it again.
error-payment-too-much = Too much: owed { $owed }, arrived { $paid }, not confirmed { $waiting }. Anything beyond (such as added compensation) is not part of the wages; to change what is owed, check with the worker.
error-payment-line = There is no such line; { $n } in all, see /money.
error-payment-denied = { $number }: the worker says it did not come. Check first; the receipt alone does not count.
error-receipt-missing = { $number } has no receipt of yours yet. Send its photo in reply to the case's card, then note it again.
error-receipt-used = This receipt already proves a payment of this worker.
