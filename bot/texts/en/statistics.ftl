# Statistics for supervisors.

help-stats = /stats month 10-31 shows that month; without more, this week
help-cases = /cases 「工地」: cases by site (or 「用人单位」 by employer, 「类别」 by class, 「责任单位」 by unit): open, people, owed, arrived
help-overdue = /overdue shows what is late now
help-met = /met 123 11-20 notes the day on which a leader met the workers

ask-met-day = On which day did the leader meet them? For example 11-20.
miss-met-day = Write the day, for example 11-20.
leader-met = { $number }: noted, a leader met the workers on { $day }.
error-met-before = That day is before { $number } began; check it.
error-period-ahead = That time has not come yet; there are no figures.

period-week = Week
period-month = Month
period-year = Year
period-day = Day

stats-period-day = { $first }
stats-period-week = The week { $first } to { $last }
stats-period-month = The month { $first } to { $last }
stats-period-year = The year { $first } to { $last }

stats = 📊 { $period }
    (as of { $as_of })

    Received { $received } (filed in the period; { $paper } of them entered at a desk or telephone)
    Incomplete { $incomplete } (begun, not filed; not among the received)
    Unit confirmed { $routed } (of those received, by a person)
    Closed { $closed }{ $median }
    Ended unconfirmed { $unconfirmed } (counted apart, not among the closed)
    Reopened { $reopened }

    Limits: kept { $kept }, late { $late } (met after the date, or not met by the period's end)
    { $units }

    Not paid yet: { $unpaid }
    Recovered in the period { $recovered } (confirmed by the worker or a second officer)
    { $sites }

    Promises: made { $made }, kept { $promises_kept }, broken { $broken } (by the day promised)
    Open cases: a leader met the workers in { $met }, not in { $not_met }
    Closed cases: { $satisfied } satisfied, { $dissatisfied } not (no answer is not counted)

stats-median = , median { $days } days (from filing to closing)
stats-sum = { $sum }
stats-sums = { $low } to { $high }
stats-unpaid = { $people } workers, { $money } ({ $cases } cases, { $unnamed } of them without a sum; one worker counts once)
stats-unit = · { $unit }: kept { $kept }, late { $late }; late now { $now }, longest { $days } days
stats-site = · { $site }: { $unpaid }, { $days } days, broken promises { $broken }
stats-none = · none
stats-file = 📊 { $period }

do-stats-chart = Picture
do-stats-book = Table
do-stats-page = One page
do-stats-before = Before
do-stats-week = Week
do-stats-month = Month
do-stats-year = Year
do-stats-day = Day

overdue-none = ✅ Nothing is late now.
overdue = ⏰ { $day }, { $n } late:
    { $units }

    { $lines }
    { $more }
overdue-unit = · { $unit }: { $n }
overdue-line = { $number }  { $unit }
    { $title }, due { $due }, { $days } days late
overdue-more = { $n } more: see the table.

ask-tally-by = Counted by what?
miss-tally-by = One of: 「工地」 (site), 「用人单位」 (employer), 「类别」 (class), 「责任单位」 (unit).
counted-project = by site
counted-employer = by employer
counted-class = by class of project
counted-unit = by responsible unit
tally = 📋 Cases { $by }
    (as of { $as_of }; without those not filed yet)

    { $rows }
    { $more }
tally-line = · { $name }: { $open } open of { $all }; { $people } people without their money; owed { $owed } ({ $unnamed } cases without a sum), arrived { $paid }
tally-more = { $n } more rows, with fewer cases, are not shown.
tally-not-known = not known yet
tally-as-said = { $words } (a worker's words)
