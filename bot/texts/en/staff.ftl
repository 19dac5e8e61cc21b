# Officers, units and leaders: who may work here, who stands in, who is in charge.

help-staff = /staff who works where; /staff HOUS one unit only
help-unit = /unit HOUS how it is reached; to change it: /unit HOUS paper, /unit HOUS 0379-…
help-invite = /invite HOUS handler (a one-time code)
help-suspend = /suspend HOUS-2 reason (its cases go to the head at once)
help-restore = /restore HOUS-2 works again
help-move = /move HOUS-2 EDU head (another unit or another role)
help-leader = /leader 123 LG-1 the leader in charge of a case
help-back = /back you are back before your leave ends

staff =
    { $scope }, at work: { $n }
    { $lines }
    { $empty }
staff-nobody =
    { $scope }: nobody is enrolled yet. Send a code with /invite.
    { $empty }
staff-unit = [{ $unit }]
staff-line = · { $code } { $role }, { $state }
staff-active = at work
staff-suspended = suspended on { $day }
staff-on-leave = on leave until { $last }, { $deputy } stands in
staff-on-leave-alone = on leave until { $last }, nobody stands in yet
staff-without = Units where nobody is enrolled: { $n }: { $units }

ask-role = What may the officer do?
miss-role = Choose one: handler, head …
invited =
    Invitation code for { $unit } · { $role }:
    { $code }
    Good once, until { $until }. It is shown only now; delete this message once it is handed over.
    The officer sends it to the officers' chat.

ask-post = Which post? For example HOUS-2; /staff lists them.
miss-post = Type a post, for example HOUS-2.
ask-suspend-reason = Why? It is kept in the staff log only.
miss-suspend-reason = A few words, please.
suspended =
    { $post } is suspended and sees no case from now on.
    { $cases }
suspended-cases = Cases handed on: { $n }. The workers notice nothing.
restored = { $post } works again. Earlier cases stay where they are; use /assign to give them back.
you-are-suspended = Your post is suspended and your cases are with a colleague. Please ask the arrears office if you have questions.
you-are-restored = Your post works again. See /inbox.
moved = { $before } is now { $unit } · { $role }, post { $post }. Cases left with the head of the former unit: { $n }.
you-are-moved = You are now { $unit } · { $role }, post { $post }. Your { $n } cases of before are with others.

officer-left =
    { $post } is not here any more. These { $n } cases are yours now:
    { $cases }
    Work on them, or give them to somebody with /assign.
officer-left-nobody =
    { $post } of { $unit } is not here any more, and the unit has no head. These { $n } cases have no handler:
    { $cases }
    Please settle with the unit who gets them.

unit-card =
    { $unit } ({ $code })
    Works by: { $mode }. At work: { $n }
    { $phone }
    { $alone }
    { $changed }
mode-chat = chat
mode-phone = telephone
mode-paper = paper
unit-phone = Telephone: { $phone } (confirmed)
unit-no-phone = Telephone: nobody has confirmed one yet
unit-alone = Works by chat, but nobody is enrolled: cases go to the arrears office first.
unit-changed = Last change: { $by }, { $at }
unit-as-filed = As in the district's files; never changed.

ask-leader = Who is in charge? Choose, or type a post.
miss-leader = Type a post of the list or a code such as LG-1.
leader-set = { $number }: the leader in charge is { $post }, who has been told.
leader-set-on-paper = { $number }: the leader in charge is { $post }, who is in no chat. The arrears office has an item: print the case sheet and deliver it.
card-leader = Leader in charge: { $post }
card-leader-set = A leader is in charge now: { $post }.
card-you-lead = You are in charge of this case until it is closed.

will-you-be-deputy = { $officer } is on leave from { $first } to { $last } and asks you ({ $deputy }) to stand in. Cases: { $n }. Will you?
do-leave-yes = Yes, I will
do-leave-no = No, I cannot
do-leave-take = I will stand in
you-are-deputy = Good. You ({ $deputy }) stand in for { $officer } from { $first } to { $last }. Cases, messages and reminders will come to you.
deputy-said-yes = { $deputy } will stand in for you ({ $first } to { $last }).
deputy-said-no = { $deputy } cannot stand in ({ $first } to { $last }). Please ask somebody else with /leave.
you-said-no = Noted. { $officer } and the head know.
leave-open =
    { $officer } is on leave from { $first } to { $last }, and nobody has agreed to stand in.
    Please name somebody, or stand in yourself. Until then the cases come to you.
deputy-begins = { $officer } is on leave from today. You stand in for { $n } cases until { $last }. Everything is on this sheet.
no-deputy-any-more = You do not have to stand in for { $officer } any more ({ $first } to { $last }).
back-with-sheet = Welcome back. { $deputy } hands { $n } cases back to you; everything is on this sheet.
back-alone = Your leave has ended.
leave-cancelled = Your leave from { $first } to { $last } is cancelled; { $deputy } knows.
not-away = You are on no leave, and none is coming.

error-no-such-post = There is no such post. See /staff.
error-own-post = Nobody can change their own post. Please ask another supervisor.
error-last-in-office = Somebody has to sit at { $unit }: this is the last one. Invite another first, then suspend or move this one.
error-last-supervisor = This is the last supervisor. Invite another one first.
error-only-supervisor = Only a supervisor decides about this role.
error-role-of-unit = This role belongs to { $unit } only.
error-own-unit-only = You can see your own unit only.
error-suspended-already = This post is suspended already; nothing was changed.
error-active-already = This post works already; nothing was changed.
error-moved-on = This officer has another post now: { $post }.
error-there-already = The officer is there in this role already; nothing was changed.
error-no-leader = A leader in charge is a supervisor or the head of a unit.
error-case-closed = This case is closed.
error-own-deputy = You cannot stand in for yourself.
error-deputy-away = { $deputy } is away on these days, too. Please choose somebody else.
error-not-asked = You were not asked to stand in for this leave.
error-leave-over = This leave is over or was cancelled.
