# Which unit: three questions after a complaint, what the table proposes, the site of the ledger.

ask-builder =
    At most three more questions, to find the right unit. If you do not know, tap “I don't know”.
    Who pays for this building?
miss-builder = Just tap one: the district, the city, a state company, or a private owner? If you do not know, tap “I don't know”.
builder-district = District, street, village
builder-city = The city
builder-soe = A state company
builder-private = A private owner or developer
ask-works = What is being built?
miss-works = Tap the one that is most like it. If none is, tap “I don't know”.
ask-street = On which road or in which sub-district is the site?
miss-street = Name a road, or what is beside it. If you do not know, tap or say “I don't know”.

unit-facts-proposed = Thank you, noted. From what you say it would go to { $unit }; the arrears office decides, and then you are told.
unit-facts-open = Thank you, noted. The arrears office decides which unit it is, and then you are told.

class-district = District project
class-city = City project
class-soe = State company's project
class-private = Private project
unit-facts = { $class }; { $industry }; { $street }

card-suggested =
    The worker answered: { $facts }.
    By the table { $lead } would lead, with: { $assist } ({ $source }). Please decide.
card-suggested-open = The worker answered: { $facts }. The table still names no unit, please designate (/route).
card-reroute =
    The facts have changed: { $facts }.
    By the table { $lead } would lead ({ $source }); { $holder } has it now.
    Please decide. Until then { $holder } goes on with it, and the limits run on.
do-unit-yes = Give it to { $unit }
do-unit-no = No change, { $unit } keeps it
unit-kept = { $number }: no change, { $unit } keeps it.
error-suggestion-old = { $number }: there is a newer suggestion, please see the newest card.

item-reroute = the facts have changed: another unit or not?
queue-reroute = facts have changed

help-site = /site 123 P012: note which site of the ledger it is
ask-site-words = Which site? Type the site code, or its name.
miss-site-words = Type the site code, for example P012.
site-which =
    { $number }: it may be one of these, please send it again with the code:
    { $lines }
site-candidate = · { $code } { $name }
site-none = { $number }: nothing in the ledger. Say it another way, or type the site code.
site-set =
    { $number }: the site is noted as “{ $name }”. { $next }
    { $told }
site-set-proposed = By the table { $unit } would lead; the arrears office has been asked.
site-set-stays = The unit stays: { $unit }.
site-set-already = { $number }: the site is “{ $name }” already.
error-site-not-now = This case is not filed yet, or it is over; its site cannot be changed.
push-site-set =
    { -news }

    { $number }: an officer has looked at the ledger; the site is noted as “{ $name }”.
    If that is wrong, just say so.
do-alias = Keep “{ $word }” as an alias
alias-saved = “{ $word }” is an alias of “{ $name }” now; whoever says it next is understood.
error-no-site = No site of the ledger is noted yet, use /site first.
