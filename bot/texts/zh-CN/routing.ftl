# Which unit: three questions after a complaint, what the table proposes, the site of the ledger.

ask-builder =
    再问最多三句，好定归哪个单位管。不知道就点“不知道”。
    这工程是谁出钱盖的？
miss-builder = 点一下就行：区里、市里、国企，还是私人老板？不知道就点“不知道”。
builder-district = 区里、街道、村里
builder-city = 市里
builder-soe = 国企、央企
builder-private = 私人老板、开发商
ask-works = 盖的是什么？
miss-works = 点下面最像的一个。都不像就点“不知道”。
ask-street = 工地在哪条路、哪个街道？
miss-street = 说条路名，或者旁边有什么。不知道就点“不知道”，或者说不知道。

unit-facts-proposed = 谢谢，记下了。按你说的，拟交{ $unit }；治欠办定了就告诉你。
unit-facts-open = 谢谢，记下了。归哪个单位，由治欠办来定，定了就告诉你。

class-district = 区属项目
class-city = 市属项目
class-soe = 国企项目
class-private = 社会项目
unit-facts = { $class }；{ $industry }；{ $street }

card-suggested =
    工人答了：{ $facts }。
    按表拟由{ $lead }牵头，配合：{ $assist }（{ $source }）。请定。
card-suggested-open = 工人答了：{ $facts }。按表还是定不了，请指定（/route）。
card-reroute =
    情况有变：{ $facts }。
    按表应由{ $lead }牵头（{ $source }），现在由{ $holder }办。
    改不改请定；没定之前，{ $holder }照办，期限照走。
do-unit-yes = 就交{ $unit }
do-unit-no = 不改，仍由{ $unit }办
unit-kept = { $number }：不改，仍由{ $unit }办。
error-suggestion-old = { $number }：这条建议已经换了新的，请看最新的一张卡。

item-reroute = 情况有变，改不改单位请定
queue-reroute = 情况有变

help-site = /site 123 P012 —— 记上是台账里哪个工地
ask-site-words = 哪个工地？打工地编号，或说名字。
miss-site-words = 打工地编号，比如 P012。
site-which =
    { $number }：像是下面这些，请用编号再发一遍：
    { $lines }
site-candidate = · { $code } { $name }
site-none = { $number }：台账里没找到。换个说法，或者打工地编号。
site-set =
    { $number }：工地记为“{ $name }”。{ $next }
    { $told }
site-set-proposed = 按表应由{ $unit }牵头，已提请治欠办定。
site-set-stays = 责任单位不变：{ $unit }。
site-set-already = { $number }：工地本来就是“{ $name }”。
error-site-not-now = 这件还没交上来，或者已经办结，不能改工地。
push-site-set =
    { -news }

    { $number }：办案的人查过台账，工地记为“{ $name }”。
    不对的话，直接说一声。
do-alias = 把“{ $word }”存成别名
alias-saved = “{ $word }”已存成“{ $name }”的别名，下次这么说就找得到。
error-no-site = 还没记是台账里哪个工地，先用 /site。
