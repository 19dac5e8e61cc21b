# The ledger of projects in the officers' chat.

help-ledger = /ledger: the ledger as a spreadsheet; send one (.xlsx, .csv) to bring it in
ledger-received = I have the spreadsheet and am reading it. I will tell you; nothing is written yet.
ledger-coming = The ledger is being written as a spreadsheet; it comes when it is ready.
ledger-preview =
    All { $rows } rows are right: { $new } new projects, { $known } that the ledger has already.
    { $ignored }
    Nothing is written yet. To bring them in, press the button below.
ledger-preview-bad =
    { $rows } rows: { $good } right, { $bad } to be mended.
    { $problems }
    { $more }
    { $ignored }
    Nothing is written yet. In the file attached they are red; mend them and send it again.
ledger-more = { $n } more, see the file attached.
ledger-ignored = Columns that were not used: { $columns }.
do-ledger-yes = Bring { $n } rows in
do-ledger-skip = Only the { $n } right rows
do-ledger-no = Leave it
ledger-writing = Writing it into the ledger; I will tell you when it is done.
ledger-cancelled = Nothing was brought in; the ledger is as it was.
ledger-written = Done: { $added } added, { $changed } changed, { $unchanged } as before, { $left_out } rows left out.
ledger-unreadable = This spreadsheet cannot be brought in: { $reason }
ledger-failed = The spreadsheet could not be served to its end. Send it again; if that fails, ask who runs the system.
ledger-file = The ledger as it stands. Change it and send it back to bring it in; labour officers and account numbers are not in it.

help-project = /project 「锦绣二期」: a site with its open cases, what is owed, what came, its last inspection
help-employer = /employer 「某某建筑」: the cases at every site of a firm
ask-site-name = Which site? Its name or code.
miss-site-name = The name or code of a site, for example /project 「锦绣二期」
ask-firm-name = Which firm? Some letters of its name.
miss-firm-name = Some letters of a firm's name, for example /employer 「某某建筑」
site-card =
    🏗 { $name } ({ $code })
    General contractor: { $firm }
    Cases: { $open } open, { $all } in all
    Owed: { $owed } ({ $unnamed } cases without a sum)
    Arrived: { $paid }
    { $board }
    { $alike }
    Open (of those that you may see):
    { $cases }
site-alike = { $n } more, whose workers use this name too, are at no site of the ledger yet (put them there with /site): { $cases }
site-board-seen = Board: seen { $day }, { $missing }
site-board-written = Board: seen { $day } by the ledger
site-board-never = Board: nobody has looked yet
ledger-which =
    Which one? Ask again with its code.
    { $sites }
ledger-none = The ledger has no such site.
site-line = · { $name } ({ $code })
employer-card =
    🏢 { $name }: { $where }
    { $sites }
    { $names }
    Cases: { $open } open, { $all } in all ({ $said } in which a worker named it)
    Owed: { $owed } ({ $unnamed } cases without a sum)
    Arrived: { $paid }
    { $board }
    Open (of those that you may see):
    { $cases }
employer-board = Board: last seen { $day }, at { $name }
employer-sites = { $n } sites in the ledger
employer-no-sites = no site in the ledger
employer-names = Workers call it: { $names }
employer-none = The ledger has no firm like “{ $name }”.
ledger-no-firm = not given
