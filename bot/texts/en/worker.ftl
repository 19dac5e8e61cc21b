# After filing: legal aid, payment, withdrawal, recovery, people, danger.

legal-aid =
    Migrant workers who ask for their wages can have free legal aid. Nobody checks how poor you are.
    A lawyer can advise you, write papers, and speak for you in mediation, arbitration and court. They must not take money from you.
    You are told within { $decide } days whether you get it; if so, a lawyer is named within { $appoint } days.
    { $places }
    { $hotlines }
legal-aid-place = { $name } { $phone } { $address }
phone-is = Phone { $phone }
address-is = Address { $address }
label-book-legal-aid = Ask for legal aid for me
legal-aid-booked = Asked for: { $unit } will see { $number }. I will tell you when they answer. It is free.
legal-aid-already = Legal aid has been asked for already for { $number }. I will tell you when they answer.

ask-paid-all = How much has come?
miss-paid-all = Tap one: all of it, a part of it, or nothing.
ask-paid-sum = How much has come?
miss-paid-sum = How much has come? Write a number, like “5000”.
label-paid-all = All of it
label-paid-part = A part of it
label-paid-none = Nothing
paid-all = all the money has come
paid-part = a part of the money has come
paid-none = no money has come
paid-sum = { $sum } has come
payment-noted-all = Noted ({ $number }): all the money has come. The officer will see it. If some is missing, write at any time.
payment-noted-part = Noted ({ $number }): { $what }. The rest is still being asked for; this does not stop the case.
payment-noted-none = Noted ({ $number }): no money has come. The case is not closed, and the officer will see it.

ask-object-why = What is wrong, in your view? Say it in a few sentences. I pass them on as they are.
miss-object-why = Say in a few sentences why you do not agree. I pass them on as they are.
objection-noted = I have noted that you do not agree ({ $number }). { $unit } will look at it. You can also apply for labour arbitration, go to court, or ask for legal aid.
objection-reopened = { $number } is open again. { $unit } will look at it. You can also apply for labour arbitration, go to court, or ask for legal aid.

ask-withdraw-why = If the money has not come, you need not withdraw. Did the boss tell you to?
miss-withdraw-why = Tap one. If the money has not come, you need not withdraw.
label-stay = I do not withdraw
label-forced = The boss told me to
label-own-will = I want to myself
ask-withdraw-sure = If you withdraw, nobody presses for this money any more. You can change your mind for 30 days. Do you really want to withdraw?
miss-withdraw-sure = Do you really want to withdraw? Tap one.
label-no-keep = Do not withdraw
label-yes-withdraw = Yes, withdraw
withdraw-not = Good, it stays, and { $number } goes on. If somebody pushes you to withdraw, tell me. If somebody threatens you, call 110.
withdraw-only-worker = Only the worker can withdraw { $number }.
withdraw-closed-already = { $number } is closed already; there is nothing to withdraw.
withdrawn = { $number } is withdrawn. To go on within 30 days, tap below, or send /object.
label-reopen = I want to go on
reopened = Good, { $number } goes on.
reopen-nothing = { $number } is still open; nothing has stopped.
reopen-too-late = { $number } was closed more than { $days } days ago and cannot simply be reopened. You can open a new one, linked to it; what you told before need not be told again.
label-new-linked = Open a new one

verify-how = To check a receipt, send me its number and check code, with a space between. Both stand on the receipt.
verify-wrong = That number and check code do not fit. Look at the receipt again; every digit counts.
verify-right =
    { $number }: checked, the receipt is genuine.
    Received: { $time }. Files at that time: { $files }.
    Entries so far: { $events }. Every one of them fits.
verify-altered = { $number }: what is recorded now does not fit this receipt; somebody may have changed it. Keep the receipt, call 12333 or 12345 and say that the receipt does not check out.

ask-case-number = What is the case number? It is on the receipt and looks like JX2026-0000123-7.
miss-case-number = This number is not right. On the receipt it looks like JX2026-0000123-7; every character has to fit.
ask-query-code = What is the query code of 6 digits on the receipt?
miss-query-code = The query code has 6 digits and is on the receipt. If you cannot find it, tap “Forgotten”.
label-lost-code = Forgotten
recover-wrong = Number and query code do not fit. Please look at the receipt again. If you have forgotten the code, send /recover and then tap “Forgotten”.
recover-locked = There were too many tries, so it is locked for now, against strangers. Send /person, and somebody calls the number you left to check.
recover-already = { $number } is in this chat already.
recovered = Found: { $number }. News will come here from now on.
lost-code-noted = All right. An officer will call the phone number in the case to check that it is you. Tell nobody a code.
push-recovered =
    Somebody has opened your case in another chat with its number and query code.
    If that was not you, send /person at once.

ask-list-rows = Send me everybody who has not been paid, one worker a line, name and sum, like “Zhang San 5000”. You can send it in parts.
miss-list-rows = One worker a line, name and sum, like “Zhang San 5000”.
ask-list-done = { $n ->
        [one] 1 person
       *[other] { $n } people
    } so far, { $sum } altogether. { $difference } Is there anybody else?
miss-list-done = { $n ->
        [one] 1 person
       *[other] { $n } people
    } so far, { $sum } altogether. { $difference } If that is all, tap “That is all”.
list-sum-differs = This does not fit the { $said } you told me before.
list-count-differs = You told me { $said } people before.
label-list-done = That is all
label-list-more = There are more
ask-list-project-money = Is there project money or material of your own in it? Wages and project money have to be kept apart.
miss-list-project-money = Is there project money in it? Tap one.
label-wages-only = No, all of it is wages
label-project-money-too = There is project money
list-filed = The list is noted ({ $number }): { $n } in all, { $sum } altogether. Wages go to each worker alone, and each worker has to agree.
list-filed-both = The list is noted ({ $number }): { $n } in all, { $sum } altogether. Project money is counted apart and goes its own way; it is not mixed with wages.

ask-what-for = What shall I do with this message?
miss-what-for = Tap one: for the officer, as proof, or a new case?
label-to-officer = Pass it to the officer
label-as-evidence = Keep it as proof
label-new-complaint = This is a new case
label-nothing = Nothing
message-passed-on = Passed on word for word ({ $number }). I will tell you when there is an answer.
message-kept = Noted ({ $number }). Somebody will read it in working hours.
noted-pressure = Noted ({ $number }). Whether to withdraw is yours to decide; if the money has not come, you need not. If somebody threatens you, call 110 at once.
noted-promised = Noted ({ $number }): the day the boss named. That is what he says; it does not mean that the money is there. If it does not come, tell me.

person-called =
    Good, I have left word. Somebody will contact you in working hours. To talk to somebody now, call:
    { $hotlines }

agree-only-worker = Only the worker can agree to this.
agreed-naming = Good, the unit that works on { $number } can see your name and phone now. The boss is not told unless you agree.
sharing-agreed = Good, whoever reported for you can see the details of { $number } now.
sharing-refused = Good, they are not shown. Only you can see the details of { $number }.
ask-sharing = Somebody else reported { $number } for you. May they see the details (sums, progress)?
label-share-yes = They may
label-share-no = They may not

alarm-danger =
    Your life comes first. The money is all written down.
    In danger, if somebody may be hurt, or if you do not want to live: call 110 now. If somebody is hurt: call 120. Both answer day and night.
    I am trying to reach whoever is on duty. Where are you? Just name the place.
alarm-minor =
    Nobody may hire a child under 16. The wages have to be paid all the same.
    In danger call 110 at once; if somebody is hurt, 120. Both answer day and night.
    I am trying to reach whoever is on duty. Where are you (where is the child)? Just name the place.
alarm-located = I have noted the place and sent it to the unit on duty. Go somewhere safe first. The money is written down; write again when you are safe.
alarm-acknowledged =
    The person on duty has been told and has seen it.
    If it is still urgent, do not wait. Call:
    { $hotlines }
ask-danger-where = Where are you now? Just name the place. If it is urgent, call 110 first.
miss-danger-where = Just name a place: which road, which site. If it is urgent, call 110 first.
