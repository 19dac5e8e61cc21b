# The money ledger of a case: payments, receipts, what is left.

status-owed = 欠 { $owed }，还没有到账的记录。{ $waiting }
status-money = 欠 { $owed }，到了 { $paid }，还差 { $left }。{ $waiting }
status-waiting = 另有 { $sum }，办事单位说付了，等你点头或者核对回单才算。

paid-absurd = 这个数太大了，是不是多打了几个零？再说一遍到了多少，比如“五千”。
paid-too-much = 你说到了 { $sum }，加上以前的，比你说的欠款 { $owed } 还多。这个数对吗？
paid-twice = 今天已经记过一笔 { $sum } 了。是又到了一笔吗？
label-sum-right = 对，就是到了
label-sum-wrong = 不是，别记
sum-not-taken = 好，没有记（{ $number }）。到了多少，随时再说。
paid-only-own = 这笔钱要本人点头才行。让他自己在聊天里说一声。
payment-noted-sum = 记下了（{ $number }）：{ $what }。照你说的欠款，还差 { $left }。剩下的还在办，案子不会因为这个停。
payment-noted-others = 记下了（{ $number }）：{ $what }。别人的钱要本人点头，或者凭银行回单核对，才算数。案子还在办。
label-took-wrong = 这笔说错了
payment-taken-back = 好，{ $sum } 这一笔不算了（{ $number }）。到了多少，随时再说。
payment-got = 记下了（{ $number }）：一共到了 { $paid }，还差 { $left }。剩下的还在办。
ask-rest = 剩下的钱，还要我们接着催吗？（{ $number }）
label-rest-go = 接着催
label-rest-stop = 不用了，先办完
rest-goes-on = 好，{ $number } 接着办。
rest-given-up = { $number } 先办完了，记的是“付了一部分”。剩下的钱你还可以要；想接着办，点下面的按钮。
label-got-yes = 到了
label-got-no = 没到

push-payment-seen =
    【清薪】你反映的事有新消息，点开看。

    { $number }：{ $unit }说，{ $day }付了 { $sum }（付钱的：{ $payer }）。
    钱到你手里了吗？你点头才算。

push-payment-confirmed =
    【清薪】你反映的事有新消息，点开看。

    { $number }：{ $day }的 { $sum }，两个人对过银行回单，记成到账了。
    你没收到就点“没到”，马上改回来。

push-payment-reversed =
    【清薪】你反映的事有新消息，点开看。

    { $number }：{ $day }的 { $sum } 那一笔记错了，不算到账。{ $reason }
because = 原因：{ $words }

card-payment-part = 工人说{ $what }，欠 { $owed }，还差 { $left }。案件不停：问清剩下的哪天付，用 /promise 记。
card-payment-confirmed = 工人点头了：{ $day }的 { $sum } 到了，还差 { $left }。
card-payment-denied = 工人说没收到：{ $day }的 { $sum }（{ $payer }）。请核实。
card-payment-taken-back = 工人说前面报的 { $sum } 说错了，已冲回。
card-rest-wanted = 工人要剩下的钱：欠 { $owed }，到了 { $paid }，还差 { $left }。案件不停，问清下次哪天付，用 /promise 记。
card-check-receipt =
    { $by } 记了一笔：{ $day } { $payer } 付 { $sum }，附银行回单。
    请对照回单看日期、金额、收款人。你点了“对得上”才算到账。
    { $used }
receipt-used-elsewhere = 注意：同一份回单还证明了另外 { $n } 笔，看清楚是不是一张单子发给多个人。
do-receipt-yes = 对得上
do-receipt-no = 对不上
receipt-confirmed = { $number }：{ $day }的 { $sum } 记成到账了。{ $told }
receipt-rejected = { $number }：{ $day }的 { $sum } 不算到账，已冲回。{ $told }

pay-recorded =
    { $number } 第 { $line } 笔：{ $day } { $payer } 付 { $sum }（{ $proof }）。
    { $waits }{ $told }
pay-recorded-earlier =
    { $number } 第 { $line } 笔：{ $day } { $payer } 付 { $sum }（{ $proof }）。
    这是反映以前付的，只作记录，不冲欠款；欠多少要改，先和工人核对。{ $told }
pay-waits-for-worker = 工人点头才算到账。
pay-waits-for-second = 工人点头，或者另一个人对过回单，才算到账。
payment-reversed = { $number } 第 { $line } 笔已冲回，原来那一行还在。{ $told }

money-of-case =
    { $number } 的账
    欠 { $owed }，到了 { $paid }，还差 { $left }
    { $waiting }
    { $unnamed }
    { $over }
    每个人：
    { $people }
    每一笔：
    { $payments }
    { $next }
money-waiting = 没确认的：{ $sum }
money-unnamed = { $n } 个人说不清欠多少
money-over = 多到了 { $sum }，请核对
money-nobody = （还没有名单）
money-nothing = （还没有到账的记录）
money-person = { $n } { $name }：欠 { $owed }，到了 { $paid }，还差 { $left }，{ $settled }
money-settled = 已齐
money-not-settled = 没齐
money-payment = 第 { $line } 笔 { $day } { $payer } { $sum }（{ $proof }）{ $whose } { $state }
money-whose = 给第 { $n } 人
money-next = 下次说好的日子：{ $day }，{ $sum }
payment-waiting = 没确认
payment-confirmed = 已确认
payment-denied = 工人说没收到
payment-reversed-state = 已冲回
payment-earlier = 反映以前的

payer-employer = 用人单位
payer-general-contractor = 总承包单位
payer-owner = 建设单位
payer-deposit = 工资保证金
payer-fund = 应急周转金
payer-bank-payout = 银行代发（专户）
payer-court = 法院执行
payer-other = 其他人
payer-unknown = 没说是谁
proof-bank-receipt = 银行回单
proof-document = 文书凭证
proof-seen = 经办人在场
proof-word = 口头说的

ask-pay-sum = 付了多少？
miss-pay-sum = 打个数，比如 5000。
ask-pay-payer = 谁付的？
miss-pay-payer = 点一下谁付的。
ask-pay-day = 哪天付的？比如 11-20。
miss-pay-day = 打个日期，比如 11-20 或 2026-11-20。
ask-pay-proof = 凭什么记的？回单先回复案件卡发过来。
miss-pay-proof = 点一下凭据。
ask-pay-line = 冲回第几笔？/money 里有。
miss-pay-line = 打第几笔，比如 2。
ask-reverse-reason = 为什么冲回？工人会看到。
miss-reverse-reason = 写几个字。

help-money = /money 123 看这件的账：欠、到、差
help-pay = /pay 123 5000 总包 11-20 张三 —— 记看到的付款，要确认才算
help-reverse = /reverse 123 2 记重了 —— 冲回第 2 笔，原行保留

item-check-receipt = 银行回单待第二人核对
item-next-date = 到了一部分，问清剩下的哪天付
item-close-unconfirmed = 工人一直没回话，看要不要按“未确认”办结

event-payment-recorded = 记付款（待确认）
event-payment-confirmed = 付款确认
event-payment-denied = 工人说没收到
event-payment-reversed = 付款冲回

error-payment-future = 付款日期不能晚于今天。去年的请带上年份，比如 2025-12-20。
error-payment-sum = 金额不对：要大于 0，也不能大得离谱。
error-payment-worker = 没有对上是哪个工人。打名单上的名字或者第几人（一共 { $n } 人，见 /money）。
error-payment-twice = 第 { $line } 笔已经是 { $day } 付的 { $sum }。同一笔不用再记；真是另一笔，末尾写“另一笔”再发一次。
error-payment-too-much = 超过了：欠 { $owed }，到了 { $paid }，没确认的 { $waiting }。多付的（比如加付的赔偿金）不记在工资账上；欠多少要改，先和工人核对。
error-payment-line = 没有这一笔，一共 { $n } 笔，见 /money。
error-payment-denied = { $number }：工人说没收到，先核实，不能按回单算到账。
error-receipt-missing = { $number } 还没有你发的回单。先回复案件卡把回单照片发来，再记一次。
error-receipt-used = 这份回单已经记过这个人的一笔了。
