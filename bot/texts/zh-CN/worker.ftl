# After filing: legal aid, payment, withdrawal, recovery, people, danger.

legal-aid =
    农民工讨工资，可以要免费的法律援助，不查家里困难不困难。
    律师可以帮你：咨询、写材料、调解、仲裁、打官司。办的人不许收你的钱。
    申请后 { $decide } 天内答复行不行，行的话 { $appoint } 天内派人。
    { $places }
    { $hotlines }
legal-aid-place = { $name } { $phone } { $address }
phone-is = 电话 { $phone }
address-is = 地址 { $address }
label-book-legal-aid = 帮我申请法律援助
legal-aid-booked = 帮你报上去了：{ $unit }会看到 { $number }，有答复我告诉你。不收钱。
legal-aid-already = { $number } 已经申请过法律援助了，有答复我告诉你。

ask-paid-all = 钱到了多少？
miss-paid-all = 点一下：全到了、到了一部分，还是没到。
ask-paid-sum = 到了多少钱？
miss-paid-sum = 到了多少？说个数，比如“五千”。
label-paid-all = 全到了
label-paid-part = 到了一部分
label-paid-none = 没到
paid-all = 钱全到了
paid-part = 到了一部分
paid-none = 没到
paid-sum = 到了 { $sum }
payment-noted-all = 记下了（{ $number }）：钱全到了。经办人会看到。如果少了，随时说。
payment-noted-part = 记下了（{ $number }）：{ $what }。剩下的还在办，案子不会因为这个停。
payment-noted-none = 记下了（{ $number }）：钱没到。案子不会关，经办人会看到。

ask-object-why = 哪里不对，你怎么想的？说几句，我原话转过去。
miss-object-why = 说几句你为什么不同意，我原话转过去。
objection-noted = 你不同意的话记下了（{ $number }），{ $unit }会看。你还可以申请劳动仲裁、打官司，或者找法律援助。
objection-reopened = { $number } 重新开了，{ $unit }会看。你还可以申请劳动仲裁、打官司，或者找法律援助。

ask-withdraw-why = 钱没到账可以不撤。是老板让你撤的吗？
miss-withdraw-why = 点一下。钱没到账可以不撤。
label-stay = 不撤了
label-forced = 老板让我撤的
label-own-will = 我自己要撤
ask-withdraw-sure = 撤了，就没人接着催这笔钱。30 天内可以反悔。确定要撤吗？
miss-withdraw-sure = 确定要撤吗？点一下。
label-no-keep = 不撤
label-yes-withdraw = 确定撤
withdraw-not = 好，不撤，{ $number } 照常办。有人逼你撤，可以告诉我；有人威胁你，打 110。
withdraw-only-worker = { $number } 只有本人能撤。
withdraw-closed-already = { $number } 已经办结了，不用撤。
withdrawn = { $number } 撤了。30 天内想接着办，点下面的按钮。
label-reopen = 我要接着办
reopened = 好，{ $number } 接着办。
reopen-nothing = { $number } 还在办，没有停。
reopen-too-late = 过了 { $days } 天，{ $number } 不能直接重开。可以开一件新的，和它连在一起，前面说过的不用从头说。
label-new-linked = 开新的，接着办

verify-how = 想核对回执，把编号和核对码发给我，中间空一格。两样都在回执上。
verify-wrong = 编号和核对码对不上。再看看回执，一个数都不能错。
verify-right =
    { $number }：核对过了，回执是真的。
    收到时间：{ $time }。当时的文件：{ $files } 份。
    这件事到现在 { $events } 条记录，条条都对得上。
verify-altered = { $number }：现在的记录和这份回执对不上，可能被人改过。回执留好，打 12333 或者 12345 说“回执核对不上”。

ask-case-number = 案件编号是多少？在回执上，像 JX2026-0000123-7。
miss-case-number = 编号不对，看看回执，像 JX2026-0000123-7，一个字都不能错。
ask-query-code = 回执上的 6 位查询码是多少？
miss-query-code = 查询码是 6 位数字，在回执上。找不到就点“忘了”。
label-lost-code = 忘了
recover-wrong = 编号和查询码对不上。再看看回执；忘了查询码，发“找回案件”，再点“忘了”。
recover-locked = 试错太多次，先锁上了，免得别人乱试。说“人工”，会有人打你留的电话核对。
recover-already = { $number } 本来就在这个聊天里。
recovered = 找回来了：{ $number }。以后有消息也发到这里。
lost-code-noted = 知道了。工作人员会打案件里留的电话跟你核对。别把验证码告诉任何人。
push-recovered =
    有人用编号和查询码，在另一个聊天里打开了你的案件。
    不是你的话，马上说“人工”。

ask-list-rows = 被欠的人，一人一行发给我：名字 钱数。比如“张三 5000”。可以分几次发。
miss-list-rows = 一人一行，名字和钱数，比如“张三 5000”。
ask-list-done = 记了 { $n } 个人，一共 { $sum }。{ $difference }还有吗？
miss-list-done = 记了 { $n } 个人，一共 { $sum }。{ $difference }没有了就点“就这些”。
list-sum-differs = 和你前面说的 { $said } 对不上。
list-count-differs = 和你前面说的 { $said } 个人对不上。
label-list-done = 就这些
label-list-more = 还有
ask-list-project-money = 这里面有没有你自己的工程款、材料费？工资和工程款要分开。
miss-list-project-money = 有没有工程款？点一下。
label-wages-only = 没有，都是工资
label-project-money-too = 有工程款
list-filed = 名单记下了（{ $number }）：{ $n } 个人，一共 { $sum }。工资只发给本人，每个人要自己点头。
list-filed-both = 名单记下了（{ $number }）：{ $n } 个人，一共 { $sum }。工程款另外算，走工程款的路子，不和工资混在一起。

ask-what-for = 这句话怎么办？
miss-what-for = 点一下：给经办人、当证据，还是新的一件？
label-to-officer = 转给经办人
label-as-evidence = 当证据留着
label-new-complaint = 这是新的一件
label-nothing = 不用管
message-passed-on = 转过去了（{ $number }），原话没改。有回话我告诉你。
message-kept = 记下了（{ $number }），上班了有人看。
noted-pressure = 记下了（{ $number }）。撤不撤你自己定，钱没到账可以不撤。有人威胁你，马上打 110。
noted-promised = 记下了（{ $number }）：老板说的日子。那是他说的，不等于钱到了。没到就告诉我。

person-called =
    好，已经留话，上班了有人找你。现在就想找人，打：
    { $hotlines }

agree-only-worker = 这个要本人点头才行。
agreed-naming = 好，办 { $number } 的单位能看到你的名字和电话了。老板那边，不经你同意不说。
sharing-agreed = 好，替你反映的人能看到 { $number } 的细节了。
sharing-refused = 好，不给看。{ $number } 只有你自己能看到细节。
ask-sharing = { $number } 是别人替你反映的。让不让他看细节（钱数、进展）？
label-share-yes = 让他看
label-share-no = 不让

alarm-danger =
    先顾命，钱的事我都记着。
    有危险、要伤人、不想活了：马上打 110；受伤了打 120。都是 24 小时有人接。
    我正在找值班的人。你现在在哪儿？说个地方就行。
alarm-minor =
    不满 16 岁，谁也不许招去干活，工资照样要给。
    有危险马上打 110，受伤打 120，24 小时有人接。
    我正在找值班的人。你（孩子）现在在哪儿？说个地方就行。
alarm-located = 地方记下了，已经发给值班的单位。你先到安全的地方去。钱的事我都记着，等安全了再发消息接着说。
alarm-acknowledged =
    已通知值班人，他看到了。
    还是急的话，别等，直接打：
    { $hotlines }
ask-danger-where = 你现在在哪儿？说个地方就行。急的话先打 110。
miss-danger-where = 说个地方就行：哪条路、哪个工地。急的话先打 110。
