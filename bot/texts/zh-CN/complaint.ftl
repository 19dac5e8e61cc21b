# From the first message to the receipt.

first-answer =
    我先记下了，编号 { $number }。不会告诉老板是你说的，除非你同意。
    再问几句，不知道就说不知道。

first-answer-urgent = 钱的事已记下，编号 { $number }。

ask-place-kind = 你是在哪儿干活？
miss-place-kind = 是在工地、厂里、店里，还是别的地方？点一下就行。
place-site = 工地
place-factory = 厂里
place-shop = 店里
place-other = 别的

ask-site = 哪个工地？说名字、小名、路名，或者旁边有什么，都行。
miss-site = 工地在哪儿？比如“某某小区二期”“某某路口那个工地”。不知道就说不知道。

ask-site-choice = 是下面哪一个？都不是就点“都不是”。
miss-site-choice = 点下面一个；都不是就点“都不是”。
label-none-of-these = 都不是

ask-where = 那地方在哪条路、哪个街道？旁边有什么也行。
miss-where = 大概在哪儿？比如“某某路”“某某医院旁边”。不知道就说不知道。

ask-employer = 谁欠的？老板、带班的、公司，说一个就行。
miss-employer = 谁叫你去干活的，或者谁给你发工资？不知道就说不知道。

ask-amount = 一共欠多少钱？说大概数也行。
miss-amount = 欠的钱一共多少？比如“八千”“两万八”“三万左右”。说不准就说不知道。

ask-headcount = 被欠的一共几个人？就你一个就说“1个”。
miss-headcount = 几个人被欠？说个数字，比如“1个”“12个”。

ask-months = 欠了几个月的？
miss-months = 欠了几个月？比如“3个月”“两个半月”。不知道就说不知道。

ask-worker-name = 他叫什么名字？可以跳过。
miss-worker-name = 他的名字，几个字就行；不想说就说“跳过”。

ask-name = 怎么称呼你？可以跳过。
miss-name = 你的名字，几个字就行；不想说就说“跳过”。

ask-phone = 留个电话，方便找你。可以跳过，在这里也能找到你。
miss-phone = 手机号是 11 位，你看看是不是少了或者多了？没错就再发一遍；不想留就说“跳过”。

ask-change = 哪一项要改？
miss-change = 点一下要改的那一项。
field-site = 工地
field-employer = 谁欠的
field-amount = 多少钱
field-headcount = 几个人
field-months = 几个月
field-name = 名字
field-phone = 电话
field-where = 地方

ask-read-back =
    我念一遍，你看对不对：
    干活的地方：{ $site }
    谁欠的：{ $employer }
    欠多少：{ $amount }
    欠几个月：{ $months }
    几个人：{ $people }
    名字：{ $name }
    电话：{ $phone }
miss-read-back =
    对的话点“对，交上去”；哪里不对，直接说，或者点“要改”。
label-file-it = 对，交上去
label-change = 要改

value-not-left = 没留
value-sum = { $sum }
value-sum-about = 大约 { $sum }
value-sum-between = { $low } 到 { $high }
value-people = { $n } 人
value-people-about = 大约 { $n } 人
value-people-between = { $low } 到 { $high } 人
value-months = { $n } 个月
value-months-about = 大约 { $n } 个月
value-months-between = { $low } 到 { $high } 个月

corrected = 好，改过来了。
stale-button = 这个按钮过期了，看最新的那一条。
nothing-before = 前面没有问题了。
restarted = 好，从头来。编号不变。
complaint-paused =
    好，先停在这儿。已经说的都记着，编号不变，上班了会有人看。想接着说，随时发消息。

pressure-in-draft =
    老板这么说，你也可以接着反映，我照常记。有人威胁你的安全，马上打 110。
promise-in-draft = 老板答应的日子我记下了。那是他说的，不等于钱到了。我们接着把事情记完。

receipt =
    收到了，已经交上去。这是你的回执，留好：
    编号：{ $number }
    查询码：{ $code }（换手机找回案件要用，别给别人）
    时间：{ $time }
    核对码：{ $proof }（用来查记录有没有被人改过）

    记下的：
    干活的地方：{ $site }
    谁欠的：{ $employer }
    欠多少：{ $amount }
    欠几个月：{ $months }
    几个人：{ $people }

    谁来办：
    { $unit }
    { $inspection }同时收到，劳动监察照样要管。
    { $date }以前，应当答复你受理不受理。{ $provisional }
    依据：{ $basis }
    到时候没人答复，打 12333 或者 12345 问，报上面的编号。

    你的权利：
    你可以同时申请劳动仲裁，不收费。一般要在离开单位 { $years } 年内申请，别等。
    你可以要免费的法律援助，农民工讨工资不查家里困难不困难。
    这里的聊天不等于正式受理；受理了会告诉你。

    电话：
    { $hotlines }

    证据随时发到这里：欠条、转账、考勤、照片、语音都行。
    想要能存、能打印的回执，发“回执”两个字。
    { $family }
receipt-file = { $number } 的回执，存好，能打印。
    这是你反映过的记录；是否中断时效由仲裁委认定，别等。
receipt-not-yet = { $number } 还没说完，说完了才有回执。接着说就行。
receipt-family = 你是替家里人反映的。让本人在自己手机上给我发“找回案件”，用编号和查询码打开。他点头以后，你才能看细节。
provisional = （放假安排还没公布，日子可能会变）
basis = { $title }
basis-unverified = { $title }（条文还在核对）
hotline-line = { $number } { $name }。{ $hours }

unit-proposed = 拟交{ $unit }，定了告诉你。
unit-settled = { $unit }负责。
unit-designates = { $unit }先管着，由它定哪个单位负责，定了告诉你。
unit-outside = 地方可能不在{ $district }。{ $unit }先管着，联系好那边再转，转了告诉你。
label-may-name = 让办事单位看我的名字电话

evidence-added = 收到 { $n } 份，原样存好了，记在 { $number } 里。
album-added = 收到，一张不少都原样存好了，记在 { $number } 里。
voice-will-be-heard =
    语音会有人听，听完把内容发给你核对。你也可以打几个字，办得快些。
edit-noted = 你改的那条我也记下了（{ $number }），原来的也留着。

ask-which-case = 说的是哪一件？
miss-which-case = 点一下是哪一件。

status-draft = 还没说完
status-received = 已收到，等答复
status-need_more = 等你补充
status-accepted = 已受理
status-not_accepted = 不受理
status-assigned = 已指定专人
status-investigating = 正在查
status-mediating = 正在协调
status-ordered_to_pay = 已责令对方付钱
status-paying = 正在付钱
status-closed = 已办结

status-of-case =
    { $number }：{ $status }。
    { $urgent }
    { $unit }
    { $inspection }
    { $paid }
    { $date }
status-inspection = 劳动监察那边：{ $status }。
status-urgent = 这件事标了急。
status-date = 下一个日子：{ $date }前应当答复你。
status-late = 应当在{ $date }前答复你，已经过了。打 12333 或者 12345 问，报上面的编号。
status-result = 结果：{ $outcome }。
status-unfinished = { $number }：还没说完。接着说就行，说多少记多少。
status-no-details = { $number }：{ $status }。本人同意后，你才能看细节。

push-unfinished =
    你上次没说完，编号 { $number } 还留着。
    现在接着说就行；不想打字，发语音也行。上班了会有人看。

label-hands = 谁办过
hands =
    { $number }，谁办过：
    { $hands }
hand-now = · { $since }起，到现在：{ $unit }。{ $why }
hand-one-day = · { $since }：{ $unit }。{ $why }
hand-until = · { $since }到{ $until }：{ $unit }。{ $why }
hand-first = 先由它接着。
hand-plan = 按区里的分工，该由它牵头。
hand-designated = 治欠办定的。
