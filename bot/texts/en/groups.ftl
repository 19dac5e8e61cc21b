# Many workers of one site: one card, yes or no, and commands over all of them.

help-group = /group cases of one site; /group G3 one list
help-ungroup = /ungroup 123 this one does not belong to the others

group-card =
    { $head }
    { $state }
    Place: { $site }
    Cases: { $cases }, of which your unit has not accepted { $waiting }
    { $people }
    Wages claimed: { $amount }
    Newest: { $latest }
    { $date }
group-same-site = [{ $code }] One site, worker no. { $n }
group-same-employer = [{ $code }] One employer, worker no. { $n }
group-proposed = They look like one group. Nobody has confirmed it yet.
group-confirmed = Confirmed as one group. Each worker keeps an own case.
group-confirmed-but = Confirmed as one group; new and not confirmed: { $n }.
group-one-case = All in one case.
group-people = People: { $n }{ $matched }
group-people-between = People: at least { $n }, at most { $most }{ $matched }
group-matched = { " " }(on a list and complained themselves: { $n }, counted once)

do-group-yes = One group
do-group-no = No
do-group-accept = Accept all
do-group-route = Route all
do-group-reply = Write to each
do-group-list = Show the list
do-group-latest = Show the newest

group-list =
    { $code } { $site }
    { $state }
    { $people }
    Wages claimed: { $amount }
    { $lines }
    { $matches }
group-line = · { $number } { $status } { $amount } people: { $n }{ $proposed }
group-line-proposed = { " " }(to be confirmed)
group-match = Matched: the worker of { $own } is on the list of { $list }.
group-match-differs = Matched: the worker of { $own } is on the list of { $list } with another sum. Please check.
groups =
    Of one site or one employer:
    { $lines }
    /group G1 shows a list.
groups-none = There are no several cases of one site or employer now.
group-of-many = · { $code } { $site }, { $people }, { $state }

group-is-one = { $code }: { $n } cases are one group now. Each worker keeps an own case and sees no other. You can accept all, or write to each.
group-is-none = { $code }: { $n } cases are no group. Each is worked on alone.
taken-out = { $number } was taken out of { $code } and is worked on alone.
group-many =
    One site has reached { $at } people.
    { $code } { $site }
    { $people }, cases: { $cases }
    { $state }

batch-accept =
    A preview. Nothing has been written yet.
    { $code } { $site }: { $n } cases to accept; each worker is told.
    { $numbers }
    { $left }
batch-route =
    A preview. Nothing has been written yet.
    { $code } { $site }: { $n } cases go to { $unit }; each worker is told.
    Reason: { $words }
    { $numbers }
    { $left }
batch-reply =
    A preview. Nothing has been sent yet.
    { $code } { $site }: to the workers of { $n } cases. Each gets it alone and sees no other:
    { $words }
    { $numbers }
    { $left }
batch-nothing =
    { $code } { $site }: there is nothing to do.
    { $left }
batch-left = Left alone, { $n }: { $why }
batch-left-proposed = nobody has confirmed that they belong together
batch-left-elsewhere = not with your unit
batch-left-closed = closed already
batch-left-moved = moved to another unit since the preview
batch-left-taken = accepted and worked on already
batch-left-there = with that unit already
batch-left-out = taken out of the group
batch-left-suspended = the officer was suspended
batch-left-cannot = not possible now, please look at it alone
do-batch-go = Yes, { $n } cases
do-batch-no = No
batch-going = Good. { $n } cases are being worked through; you are told when it is done.
batch-dropped = Good. Nothing was done and nothing was written.
batch-too-old = The preview is two hours old, and things may have changed. Please send the command again.
batch-no-notes = A note belongs to a case. Please open that case first.
batch-accept-done =
    { $code }: accepted { $n }.
    { $left }
batch-route-done =
    { $code }: routed { $n }.
    { $left }
batch-reply-done =
    { $code }: written to the workers of { $n } cases.
    { $left }

error-group-not-found = There is no such group, or it is not with your unit. /group lists them.
error-in-no-group = This case is in no group.
error-not-your-preview = This is somebody else's preview. Please send the command yourself.
