# News that reaches a worker. The first line says nothing that a stranger may not read.

-news = [Qingxin] There is news for you. Please open.

push-no-details =
    { -news }

    { $number }: { $status }. You can see the details once the worker agrees.

push-accepted-lead-unit =
    { -news }

    { $number }: { $unit } has taken it on and is responsible. Next it checks the facts and presses for payment. I will tell you how it goes.

push-accepted-labour-inspection =
    { -news }

    { $number }: { $unit } has accepted the case and begins to look into it.

push-accepted-legal-aid =
    { -news }

    { $number }: { $unit } agrees to give you legal aid and will have somebody contact you. It is free.

push-accepted-petition =
    { -news }

    { $number }: { $unit } has taken up your petition and will answer in writing.

push-accepted-arbitration =
    { -news }

    { $number }: { $unit } has taken up your application for arbitration.

push-accepted-payment-order =
    { -news }

    { $number }: { $unit } has taken up the application for a payment order.

push-accepted-court =
    { -news }

    { $number }: { $unit } has filed your suit.

push-accepted-police =
    { -news }

    { $number }: { $unit } has taken the papers in. You will hear what comes of it.

push-refused =
    { -news }

    { $number }: { $unit } has not accepted the case.
    Reason: { $ground }. { $reason }
    Where else you can go: { $elsewhere }
    { $still }
    If you do not agree, tap “I do not agree”, and somebody looks at it again.
    { $hotlines }
still-open = { $unit } still works on it. That has not stopped.
label-disagree = I do not agree
label-find-legal-aid = Find legal aid

push-question =
    { -news }

    { $unit } asks you ({ $number }):
    { $words }
    Just reply to this message.

push-relay =
    { -news }

    { $unit } says ({ $number }):
    { $words }
    To answer, reply to this message.

push-progress =
    { -news }

    { $number }, { $unit }:
    { $words }

push-visit =
    { -news }

    { $number }: { $unit } plans to visit the site on { $day }.

push-promise =
    { -news }

    { $number }: { $who } says they will pay { $sum } by { $day }.
    That is what the other side says; it does not mean that the money is there. I will ask you on that day.

push-promise-day =
    { -news }

    { $number }: today is the day on which the other side said they would pay. Has the money come?

push-call-not-reached =
    { -news }

    { $number }: we called you and nobody answered. Tell us when it suits you, or leave a message here.

push-call-dead-number =
    { -news }

    { $number }: the phone number you left does not work. Send another one, or let us write here.

push-routed =
    { -news }

    { $number }: { $unit } is now responsible, from { $day } on.
    Reason: { $reason }
    { $contact }
    You need not go to another unit. Write here, or call 12345.
unit-contact = Telephone of { $unit }: { $phone }

push-transferred =
    { -news }

    { $number }: passed on to { $recipient } on { $day }, document { $document }.
    Reason: the place where you work belongs to them. If nobody there answers you, tell us, and we ask again.

push-handed-over =
    { -news }

    { $number }: the papers have been handed to { $unit } ({ $day }). The dates stay the same.

push-document =
    { -news }

    { $number }: { $unit } has issued a document: { $kind } ({ $day }).

push-is-it-paid =
    { -news }

    { $number }: { $unit } says that the money has been paid.
    { $reason }
    Do you have it? It is finished only when you say so.

push-closed =
    { -news }

    { $number }: { $unit } has finished. Result: { $outcome }.
    Reason: { $reason }
    { $still }
    If you do not agree, tap “I do not agree”. You can also apply for labour arbitration or go to court. For arbitration you have, as a rule, { $years ->
        [one] 1 year
       *[other] { $years } years
    } from the day you leave the employer.
    { $hotlines }

push-closed-paid =
    { -news }

    { $number }: closed. Result: { $outcome }, on your word.
    If the money turns out to be wrong one day, write here.

push-facts-right =
    { -news }

    { $number }: an officer has listened to (looked at) what you sent and wrote down this. Is it right?
    Where you work: { $site }
    Who owes it: { $employer }
    How much: { $amount }
    How many months: { $months }
    How many people: { $people }
    Name: { $name }
    Phone: { $phone }
label-facts-yes = Right
label-facts-no = Not right, I will say it

push-sharing-agreed =
    { -news }

    { $number }: the worker has agreed. You can see the details now: send /status.
