# Tracks, clocks, reminders (期限).

help-clocks = /clocks 123 —— 看全部期限和依据
help-track = /track 123 仲裁 受理 11-20 文号 —— 记仲裁、法院、信访等走到哪一步
help-extend = /extend 123 LI-5 情况复杂 —— 延长期限，要有法定理由
help-stop = /stop 123 AR-8 公告送达 —— 停表，这些天不算
help-resume = /resume 123 AR-8 —— 接着算
help-restart = /restart 123 AR-1 11-20 向对方主张权利 —— 重新计算、确认时效中断

ask-record = 记哪条线的？
miss-record = 按一条线，或者打上面的字。
ask-record-step = 走到哪一步了？
miss-record-step = 按一步，或者打上面的字。
ask-record-day = 哪天的？比如 11-20。
miss-record-day = 写日期，比如 11-20。
ask-clock = 哪个期限？打 /clocks 里的代号，比如 LI-5。
miss-clock = 打代号，比如 LI-5、AR-8。
ask-clock-ground = 什么理由？打法定理由，比如“情况复杂”。
miss-clock-ground = 打一个法定理由。

record-labour-inspection = 劳动监察
record-petition = 信访
record-arbitration = 仲裁
record-payment-order = 支付令
record-court = 法院
record-police = 公安
record-worker = 工人本人

step-complaint-received = 收到投诉
step-filed = 立案
step-objected = 提出异议
step-designated = 指定责任单位
step-granted = 同意给予法律援助
step-appointed = 指派律师
step-closed = 结束
step-withdrawn = 撤回
step-paid = 付清
step-accepted = 受理
step-not-accepted = 不予受理
step-application = 已申请
step-ordered = 责令支付
step-violation-ended = 违法行为终了
step-investigation-done = 调查终结
step-demand-notice-served = 催告书送达
step-remedy-period-end = 复议、诉讼期满
step-petition-received = 收到信访
step-forwarded-received = 收到转送
step-accepted-art31-6 = 按信访程序受理
step-reply-received = 处理意见送达
step-review-request = 请求复查
step-review-reply-received = 复查意见送达
step-recheck-request = 请求复核
step-recheck-reply-received = 复核意见送达
step-employment-end = 离开单位
step-mediated = 调解书送达
step-award-received = 裁决书送达
step-order-served = 支付令送达
step-debtor-objected = 对方提出异议
step-filing = 起诉
step-judged = 判决书送达
step-performance-due = 该付的日子到了
step-enforcement-applied = 申请强制执行
step-report-to-head = 报负责人
step-approved = 批准移送
step-not-approved = 不批准移送
step-police-received = 公安签收

clocks = { $number } 的期限：
    { $clocks }

    工人自己的期限：
    { $workers }
clock-entry = · { $duty }（{ $id }）：{ $date }
    { $who }　{ $start }
    依据：{ $basis }
    { $outer }
    { $extension }
    { $stop }
    { $interruption }
clock-date = { $date }前，最好 { $work_by } 前办{ $provisional }
clock-date-once = { $date }前{ $provisional }
clock-date-late = ⚠️ { $date }到期，已经过了{ $provisional }
clock-stands = 停表中，这些天不算
clock-no-start = 还不知道从哪天起
clock-worker = 工人
clock-unit = { $track }，{ $unit }
clock-start = 从 { $day } 起算
clock-start-assumed = 按最后欠薪月份，估计从 { $day } 起算
clock-outer = 另一个依据：{ $date }前（{ $id }，{ $basis }）{ $provisional }
clock-outer-stands = 另一个依据停表中（{ $id }，{ $basis }）
clock-extended-by = 已延长：{ $ground }，{ $by }，{ $day }
clock-stopped-by = 停表：{ $ground }，{ $by }，{ $day } 起
clock-ground = { $words }（{ $title }）
clock-interruption-open = 没有人确认中断；按没有中断的日子提醒。
clock-interrupted = 旁注：{ $by } 记了 { $day } 中断（{ $ground }），照此是 { $date }；提醒仍按没有中断的日子。
clock-name = { $duty }（{ $id }）
clock-grounds = { $clock } 可用的理由，打其中一个：
    { $grounds }

clock-moved-stop = { $number }：已停表。{ $told }
    { $clocks }
clock-moved-extend = { $number }：已延长。{ $told }
    { $clocks }
clock-moved-restart = { $number }：已记下。{ $told }
    { $clocks }
clock-interruption = { $number }：中断已记下，算不算由仲裁委认定，提醒还按早的日子。{ $told }
    { $clocks }
clock-moved-resume = { $number }：接着算了。{ $told }
    { $clocks }
step-recorded = { $number }：{ $track }，{ $step }，{ $day }，已记。{ $told }
    { $clocks }

extension-proposed = { $number }：延长要单位负责人批准，已请负责人定。
extension-rejected = { $number }：没有同意延长，期限不变。
card-extension = { $by } 提出延长 { $clock }。理由：{ $ground }。须负责人批准。
do-extend-yes = 同意延长
do-extend-no = 不同意
item-extension = 延长期限待批准

push-clock-extend =
    { -news }

    { $number }：{ $track }办理的期限延长到 { $date }{ $provisional }。
    理由：{ $ground }（{ $title }）。
push-clock-stop =
    { -news }

    { $number }：{ $track }的办理期限先停下来，这些天不算。
    理由：{ $ground }（{ $title }）。接着算的时候告诉你。
push-clock-restart =
    { -news }

    { $number }：{ $track }的办理期限重新计算，到 { $date }{ $provisional }。
    理由：{ $ground }（{ $title }）。
push-clock-resume =
    { -news }

    { $number }：{ $track }的办理期限接着算，到 { $date }{ $provisional }。
push-step =
    { -news }

    { $number }：{ $track }，{ $step }（{ $day }）。
    { $dates }
push-own-limit =
    【清薪】你反映的事有个日子快到了，点开看。

    ⏰ { $number }：你自己的期限还有 { $days } 天。
    { $what }
    { $assumed }
    { $interrupted }
    过了期限就难办了，别等。不会写申请，打 12348，免费帮你。
own-limit-assumed = 这是按你最后欠薪的月份估的；离开单位的日子不同，就不一样。
own-limit-interrupted = 有人记过时效中断，照那样是 { $date }；认不认由仲裁委定，还是按上面的日子办。

status-late-other = 有一个日子过了：{ $date }。打 12333 或者 12345 问，报上面的编号。
until = { $what }{ $provisional }
until-unverified = { $what }{ $provisional }（这条规定的条文还在核对）
duty-unverified = { $duty }（条文还在核对）
date-provisional = { $date }（放假安排还没公布，日子可能会变）
until-decide = 应当在{ $date }前作出处理。
until-forward = 应当在{ $date }前转给管的单位。
until-finish = 应当在{ $date }前办完。
until-review = 不服处理意见，你可以在{ $date }前请求复查。
until-review-reply = 应当在{ $date }前给你书面意见。
until-recheck = 不服复查意见，你可以在{ $date }前请求复核。
until-arbitrate = 你要申请劳动仲裁，一般在{ $date }前。
until-arbitration-answer = 仲裁委应当在{ $date }前决定受理不受理。
until-award = 仲裁委应当在{ $date }前裁决。
until-sue = 不服裁决，你要在{ $date }前起诉。
until-enforce = 对方不付，你要在{ $date }前申请强制执行。
until-order-answer = 法院应当在{ $date }前告诉你受理不受理支付令申请。
until-order-issue = 法院应当在{ $date }前发出支付令或者驳回。
until-order-pay = 对方应当在{ $date }前付钱，或者提出异议。
until-court-answer = 法院应当在{ $date }前决定立案不立案。
until-aid = 司法局应当在{ $date }前决定给不给法律援助。
until-lawyer = 应当在{ $date }前给你派律师。

digest = ☀️ { $day } 早上看一遍
    { $late }
    { $near }
    { $more }
    { $waiting }
digest-late = 超期：
    { $lines }
digest-near = 快到期：
    { $lines }
digest-more = 还有 { $n } 个：{ $numbers }
digest-rest = 接上一条：{ $numbers }
digest-line-elsewhere = · { $number } { $site }：{ $duty }，{ $due }到期，还没有结果。请问一下，把情况告诉工人。
item-late-clock = 超期了，该知道的人不在聊天里，请打电话
digest-working-days = { $days } 个工作日
digest-calendar-days = { $days } 天
digest-line = · { $number } { $site }：{ $duty }，最晚 { $due }，还有 { $span }
digest-line-late-1 = · { $number } { $site }：{ $duty }（{ $unit }），{ $due }到期，超过 { $span }。请今天定人办完，没人接的用 /assign。
digest-line-late-2 = · { $number } { $site }：{ $duty }（{ $unit }），{ $due }到期，超过 { $span }。请治欠办催办，该换单位的用 /route。
digest-line-late-3 = · { $number } { $site }：{ $duty }（{ $unit }），{ $due }到期，超过 { $span }，催办没有办结。请督办。

error-no-clock = 这件没有 { $clock } 这个期限。看 /clocks。
error-no-ground = 这个期限不能这么改：法律没有列这样的理由。
error-date-far = 这个日期差得太远，看看是不是打错了。
error-clock-stopped = 已经停表了。接着算用 /resume。
error-clock-runs = 这个期限没有停。
error-clock-extended = 已经延长过了，只能延长一次。
error-clock-over = 这个期限已经过了，不能再停、再延。
error-extension-waits = 已经有人提出延长，正等负责人批准。
error-head-extends = 延长由这个单位的负责人批准。
error-police-unit = 移送公安由治欠办或者劳动监察记。
error-step-twice = 这一步已经记过了。
error-no-such-unit = 本区名录里没有管这条线的单位。
