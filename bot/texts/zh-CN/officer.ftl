# What officers read.

officer-who-are-you = 这里只给办案人员用。请发一次性邀请码（由区治欠办发放）。反映欠薪请用工人端。
officer-code-wrong = 邀请码不对、用过了或者过期了。请向区治欠办要一个新的。
officer-enrolled = 登记好了：{ $unit } · { $role } · 工号 { $code }。发 /help 看能做什么。
officer-hint = 要发给工人或做备注，请回复那张案件卡。其他操作发 /help 看。
officer-unknown-command = 没有这个命令，发 /help 看有哪些。
officer-help =
    可用的命令：
    { $lines }
    案件编号可以只打后几位；少写的会接着问。发“取消”退出。

role-triage = 治欠办分办
role-handler = 经办人
role-head = 负责人
role-supervisor = 督办
role-legal-aid = 法律援助

help-inbox = /inbox 本单位手上的案件和待办
help-today = /today 今天到期的、答应今天付钱的、没回的
help-case = /case 123 看一个案件
help-verify = /verify 编号 核对码 —— 核对工人的回执
help-queues = /queues 谁的待办、多少件、等了几天
help-help = /help 这份说明
help-accept = /accept 123 接收（受理）
help-ask = /ask 123 请问工资表有吗 —— 问工人
help-reply = /reply 123 明天去现场 —— 发给工人
help-progress = /progress 123 已约谈总包 —— 记进展，工人看得到
help-note = /note 123 内部备注，工人看不到
help-call = /call 123 接通 —— 记电话（接通、没接、空号）
help-promise = /promise 123 王经理 5000 12-01 —— 记对方答应付款
help-visit = /visit 123 12-01 查工资表 —— 记去现场
help-doc = /doc 123 受理通知书 2026-11-20 文号 —— 记文书
help-print = /print 123 案件单 —— 打印（案件单、转办单）
help-close = /close 123 已付清 工资已发 —— 办结；说已付的要工人确认
help-object = /object 123 不归本单位 —— 提异议，交治欠办
help-recuse = /recuse 123 原因 —— 回避
help-new = /new 窗口、热线来的，替人登记
help-facts = /facts 123 金额、人数…… —— 听完语音填事实，工人核对
help-leave = /leave 12-01 12-05 —— 请假，指定代办人
help-route = /route 123 ST-03 原因 —— 指定责任单位
help-refuse = /refuse 123 —— 不予受理，要第二人确认
help-assign = /assign 123 —— 指定经办人

card =
    { $head }
    { $urgent }
    编号：{ $number }
    { $tracks }
    地方：{ $site }
    反映欠薪：{ $amount }　人数：{ $people }
    { $date }
card-track = { $kind }：{ $unit }，{ $status }
track-lead-unit = 牵头
track-labour-inspection = 劳动监察
track-legal-aid = 法律援助
track-petition = 信访
track-arbitration = 劳动仲裁
track-payment-order = 支付令
track-court = 法院
track-police = 公安
card-urgent = 【急】有人身安全或童工情况
card-date = 期限：{ $unit }应在{ $date }前{ $duty }（最好{ $work_by }前办）
card-date-once = 期限：{ $unit }应在{ $date }前{ $duty }

card-new = 新案件：拟由本单位牵头。请接收；不归本单位的，{ $object_by }前提异议。
card-new-final = 新案件：治欠办最后指定由本单位牵头，请接收。这件已有过两次异议，不能再提。
card-new-again = 新案件：治欠办指定由本单位牵头，请接收。本单位提过一次异议，不能再提。
card-new-inspection = 新案件：劳动监察并行办理，请决定是否受理。
card-nobody-there = 新案件拟交{ $lead }，但该单位还没有人在线登记。请联系，或改派。
card-designate = 新案件：定不了责任单位，请指定（/route）。
card-outside = 新案件：地方可能在区外。请先接住，联系好接收单位后用 /doc 记转办函，才算已转。
card-hand-over = 新案件：{ $lead }用纸质方式，请打印转办单送达（/print），期限从现在起算。
card-phone-unit = 新案件：{ $lead }用电话方式，请打电话告知，期限从现在起算。
card-accepted = 已接收。{ $told }
card-accepted-already = 这件已经接收过了，没有重复操作。
card-assigned-to-you = 这件指定给你经办。
card-case = 案件
card-message = 工人来话：{ $words }
card-evidence = 工人补了证据。
card-payment = 工人说{ $what }。
card-closed-paid = 工人点头了，案件办结：{ $outcome }。
card-not-paid = 工人说{ $what }。没有确认全部到账，案件保持在办。
card-person-asked = 工人想找人说话，请联系。
card-pressure = 工人说对方施压或要求撤案，请注意保护、核实。
card-boss-promised = 工人说对方答应了日子：{ $words }
card-legal-aid = 工人申请法律援助（{ $decide } 天内决定，同意后 { $appoint } 天内指派）。
card-list = 名单来了，一人一行，请逐人核实。
card-result-objected = 工人不同意结果，请复核。
card-withdrawn = 工人撤回了（30 天内可反悔）。
card-reopened = 工人要求接着办。
card-recused = { $by } 回避，请另派经办人。
card-unfinished = 工人没说完就停了。请打电话，或用 /facts 补事实。
card-objected = 收到异议：{ $ground }（{ $basis }），认为应由{ $better }负责。理由：{ $reason }。请用 /route 指定。
card-objected-last = 第二次异议：{ $ground }（{ $basis }），认为应由{ $better }负责。理由：{ $reason }。请用 /route 指定；这次指定是最后的，谁也不能再提异议。
card-refusal = { $by } 提出不予受理：{ $ground }。{ $reason }。须第二人确认，工人还不知道。
card-promise-day = 对方答应{ $day }前付 { $sum }，今天到期，已问工人。

do-accept = 接收
do-route = 指定单位
do-object = 不归我们
do-refuse = 不予受理
do-progress = 记进展
do-close = 办结
do-ask = 问工人
do-reply = 发给工人
do-case = 看详情
do-phone = 看电话
do-refuse-yes = 确认不受理
do-refuse-no = 不同意，继续办

duty-alarm =
    【紧急】{ $number }：{ $kind }。
    请马上联系处置；点“收到”后才会告诉工人已通知值班人。10 分钟没人点，转备班。
duty-alarm-where = 【紧急】{ $number } 所在地方：{ $where }
alarm-kind-danger = 有人身危险
alarm-kind-minor = 疑似童工
label-acknowledge = 收到，我来处理
label-show-case = 看案件
alarm-yours = 好，{ $number } 由你处置。工人已收到“已通知值班人”。

case-details =
    { $masked }
    { $people }
    被反映的单位或人：{ $employer }
    已报到账：{ $paid }　证据：{ $evidence } 份
    分办依据：{ $rule }
    { $assist }
    经过：
    { $history }
case-assist = 配合：{ $units }
phone-not-left = （没留电话）
case-masked = （工人没有同意具名，或本单位是业主：姓名已隐去）
person-line = { $role }：{ $name } { $phone }
party-worker = 工人
party-family = 家人代报
party-foreman = 班组长
party-representative = 代表
party-reporter = 举报人（保密）
party-entered_by = 登记人
history-line = { $at } { $unit } { $what }{ $sum }{ $said }
history-sum = （{ $sum }）
history-said = ：{ $words }
phone-shown =
    { $number } 的电话（已记录你查看）：
    { $people }
    打完请点一下结果：
phone-line = { $name } { $phone }
no-phone = { $number } 没有留电话，请在这里发消息。

daily-head =
    { $day }：共 { $cases } 件、{ $events } 条记录。当天的校验码：
    { $head }
    请留存。以后核对时，能看出记录有没有被人改过。

inbox =
    { $unit }，在办 { $cases } 件：
    { $lines }
    { $more }
    待办：
    { $items }
inbox-empty = { $unit }，手上没有案件，也没有待办。
inbox-line = { $number } { $status } { $site } { $date }
inbox-date = 【{ $date }】
inbox-more = ……还有 { $n } 件
item-line = · { $what } { $number }

item-new-case = 新案件待接收
item-listen-or-read = 语音、照片待听看（没交上来的用 /facts 补事实）
item-unfinished = 没说完的，请联系
item-call-or-print = 送不到，请打电话或打印
item-print-and-hand-over = 打印转办单送达
item-designate = 待指定责任单位
item-objected = 异议待指定
item-confirm-refusal = 不予受理待第二人确认
item-person-asked = 工人想找人
item-alarm = 紧急
item-legal-aid = 法律援助申请
item-result-objected = 工人不同意结果
item-transfer-out = 区外，待转
item-recused = 回避，待另派
item-broken-message = 有一条消息系统没处理成，请看日志
item-unread = 工人来话未回
item-lost-code = 忘了查询码，请打留的电话核对
item-withdrawn = 工人撤回了，看是不是自愿
item-unassigned = 还没有人接手，请接收或指定
item-unit-empty = 单位还没人在线登记，请联系
item-promise-due = 对方答应今天付钱，看到没到
item-closing-answer = 等工人确认钱到没到
item-person-left = 经办人离岗，待另派
item-leave-open = 请假没人代办，待定
item-leader-missing = 包案领导空缺，请另定
item-tell-leader = 送包案领导（打印案件单）
item-confirm-group = 像同一批，待确认
item-many-workers = 同一工地人多，请关注

today =
    { $day }
    到期或已过期：
    { $due }
    今天该付钱的：
    { $promised }
    没回的：
    { $unread }
today-empty = { $day }：今天没有到期的、该付钱的和没回的。
promise-line = · { $number }

ask-case = 哪个案件？打编号，或点一下。
miss-case = 没找到这个编号，再看看。
ask-objection = 为什么不归本单位？
miss-objection = 点一个理由。
objection-other-class = 项目类别不对
objection-other-industry = 行业部门不对
objection-other-place = 不在本辖区
objection-other-owner = 业主单位不对
ask-unit = 应由哪个单位负责？打单位代码或名称。
miss-unit = 没有这个单位，打全称或代码（如 ST-03）。
ask-object-reason = 依据和理由写几句。
miss-object-reason = 写几句理由。
objection-sent = { $number } 的异议已交治欠办，建议{ $better }。改派之前仍由本单位负责，期限照走。

ask-ground = 不予受理的理由？
miss-ground = 点一个理由。
ground-not-accepted-scope = 不属于劳动监察的范围
ground-not-accepted-time = 事情结束超过两年
ground-not-accepted-jurisdiction = 不归本区管
ground-not-accepted-in-other-procedure = 已经在仲裁或者打官司
elsewhere-not-accepted-scope = 可以申请劳动仲裁，或者直接起诉；先打 12348 免费问问。
elsewhere-not-accepted-time = 可以申请劳动仲裁或者起诉，时间算不算过由他们定；先打 12348 免费问问。
elsewhere-not-accepted-jurisdiction = 找干活地方的劳动监察，打 12333 能查到。
elsewhere-not-accepted-in-other-procedure = 接着走仲裁或者官司；要帮忙可以找法律援助。
ask-refuse-reason = 写清事实和依据，工人会看到。
miss-refuse-reason = 写几句事实和依据。
refusal-proposed = { $number }：已提出，等第二人确认。确认前工人照常等答复。
refusal-confirmed = { $number }：已确认不予受理，原因和其他途径写在通知里。{ $told }
refusal-rejected = { $number }：没有通过，继续办。

ask-officer = 指定给谁？
miss-officer = 点一下，或打工号。
assigned = { $number } 已指定给 { $officer }。

ask-question-text = 要问工人什么？
miss-question-text = 写下要问的话。
ask-reply-text = 要发给工人什么？
miss-reply-text = 写下要发的话。
sent-to-worker = { $number }：已记。{ $told }
ask-progress-text = 办了什么？工人会看到。
miss-progress-text = 写几句进展。
progress-recorded = { $number }：已记。{ $told }
ask-note-text = 备注什么？工人看不到。
miss-note-text = 写下备注。
note-kept = { $number }：已做内部备注。
ask-slip = 这句话怎么办？
miss-slip = 点一下：发给工人，还是只做备注。
slip-worker = 发给工人
slip-note = 只做备注

ask-call-result = 电话结果？
miss-call-result = 点一下结果。
call-reached = 接通
call-not-reached = 没接
call-dead-number = 空号停机
call-recorded = { $number }：已记（{ $result }）。

ask-promise-day = 答应哪天付？比如 12-01。
miss-promise-day = 打个日期，比如 12-01 或 2026-12-01。
ask-promise-sum = 答应付多少？
miss-promise-sum = 打个数，比如 5000。
ask-promise-who = 谁答应的？
miss-promise-who = 谁答应的？比如“项目经理”。
promise-recorded = { $number }：已记{ $day }前付 { $sum }，当天提醒你，也会问工人。{ $told }

ask-visit-day = 哪天去？
miss-visit-day = 打个日期，比如 12-01。
ask-visit-text = 去看什么？
miss-visit-text = 写几个字。
visit-recorded = { $number }：已记{ $day }去现场。{ $told }

ask-route-reason = 为什么交给它？工人会看到。
miss-route-reason = 写几句理由。
routed = { $number }：已交{ $unit }。{ $told }

ask-recuse-reason = 回避原因？
miss-recuse-reason = 写几个字。
recused = { $number }：已回避，等待另派，单位不变。

ask-doc-kind = 什么文书？
miss-doc-kind = 点一下种类。
doc-acceptance = 受理通知书
doc-order-to-pay = 限期支付（整改）文书
doc-transfer = 转办函
doc-reply = 答复意见书
doc-other = 其他文书
ask-doc-day = 文书日期？比如 2026-11-20。
miss-doc-day = 打个日期，比如 2026-11-20。
ask-doc-number = 文号？
miss-doc-number = 打文号。
ask-doc-recipient = 接收单位？
miss-doc-recipient = 打接收单位的名称。
document-recorded = { $number }：已记{ $kind }，文号 { $document }。{ $told }
transfer-recorded = { $number }：已转{ $recipient }。{ $told }

ask-sheet = 打印哪种？
miss-sheet = 点一下。
sheet-case = 案件单
sheet-transfer = 转办单
sheet-printed = { $number } 的打印件（已隐去个人信息）。
sheet-printed-in-full = { $number } 的打印件，含个人信息，只给接收单位，用后妥善保管。
do-handed = 已送达
handed-over = { $number }：已记送达{ $unit }。{ $told }

ask-outcome = 结果是什么？
miss-outcome = 点一下结果。
outcome-paid-full = 工资全部付清
outcome-paid-part = 付了一部分
outcome-instalment-agreement = 达成分期付款协议
outcome-paid-by-general-contractor = 总承包单位先行清偿
outcome-paid-by-owner = 建设单位先行垫付
outcome-paid-by-deposit = 用工资保证金支付
outcome-advanced-by-fund = 用应急周转金垫付
outcome-enforcement-applied = 已申请强制执行
outcome-police-transferred = 已移送公安机关
outcome-guided-arbitration = 引导申请劳动仲裁
outcome-guided-court = 引导向法院起诉
outcome-payment-order = 已申请支付令
outcome-transferred-other-place = 已转其他地方
outcome-withdrawn-by-worker = 工人撤回
outcome-facts-not-established = 反映的事实查不实
outcome-not-accepted-scope = 不受理：不属范围
outcome-not-accepted-time = 不受理：超过时间
outcome-not-accepted-jurisdiction = 不受理：不归本区
outcome-not-accepted-in-other-procedure = 不受理：已在其他程序
outcome-merged = 并入另一件
outcome-unconfirmed = 钱到没到没有确认（一直没等到回话）
ask-close-reason = 写清结果和理由，工人会看到。
miss-close-reason = 写几句结果和理由。
closed = { $number }：已办结（{ $outcome }）。{ $told }
closing-asked = { $number }：要问工人钱到没到。{ $told }工人点头才办结；不回话不算同意。

ask-receipt-words = 回执上的编号和核对码？
miss-receipt-words = 打编号和核对码，中间空一格。

ask-leave-first = 从哪天起？
miss-leave-first = 打个日期，比如 12-01。
ask-leave-last = 到哪天？
miss-leave-last = 打个日期，比如 12-05。
ask-deputy = 谁代办？
miss-deputy = 点一下，或打工号。
leave-recorded = 已记：{ $officer } 从{ $first }到{ $last }请假，手上 { $n } 件。已问 { $deputy } 愿不愿代办，他点了才算。

ask-source = 从哪儿来的？
miss-source = 点一下来源。
source-bot = 聊天
source-walk-in = 窗口来访
source-hotline-12345 = 12345 热线
source-hotline-12333 = 12333 热线
source-portal = 线索平台
source-police-110 = 110 联动
source-assigned-from-city = 市里交办
source-other = 其他
ask-new-facts = 把他说的照原话打下来：哪个工地、谁欠、多少钱、几个人、几个月。
miss-new-facts = 写下他说的话。
ask-source-number = 来源编号？没有就打“无”。
miss-source-number = 打编号，没有就打“无”。
ask-new-name = 他叫什么？不愿说就打“无”。
miss-new-name = 打名字，不愿说就打“无”。
ask-new-phone = 电话？没有就打“无”。
miss-new-phone = 打电话号码，没有就打“无”。
ask-new-consent = 他同意让办事单位看到他的名字和电话吗？
miss-new-consent = 点一下：同意，还是不同意。
yesno-yes = 同意
yesno-no = 不同意
case-entered =
    已登记 { $number }，查询码 { $code }（请抄给本人，别给他人）。
    地方：{ $site }
    反映欠薪：{ $amount }　人数：{ $people }
    现由：{ $unit }
ask-facts-text = 听（看）到的事实照实打：哪个工地、谁欠、多少钱、几个人、几个月。
miss-facts-text = 写下听到的事实。
facts-sent = { $number }：已记，要工人核对，他点头才算。{ $told }
told-worker = 已发给工人。
told-nobody = 工人不在聊天里，请打电话告诉他，已列入待办。
paper-added = { $number }：已存 { $n } 份材料。
paper-needs-card = 请回复案件卡再发文件，这样才知道放进哪个案件。

queues =
    { $scope }的待办队列，共 { $n } 件：
    { $lines }
queues-all = 全区
queues-empty = { $scope }的待办队列是空的。
queue-head = 【{ $queue }】{ $n } 件，最久 { $days } 天
queue-owner = 　{ $unit }：{ $n } 件，最久 { $days } 天
queue-owner-post = 　{ $unit } { $post }：{ $n } 件，最久 { $days } 天
queue-unroutable = 定不了单位
queue-unassigned = 没人接手
queue-objected = 有异议
queue-undelivered = 送不到
queue-unit-empty = 单位没人登记
queue-person-left = 经办人走了
queue-reminder =
    { $unit }还有 { $n } 件在等：
    { $items }
    { $more }
queue-reminder-head =
    请负责人过问：{ $unit }这 { $n } 件等了不止一天：
    { $items }
    { $more }
