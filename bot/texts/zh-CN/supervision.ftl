# Dual assignment and supervision (方案四（八）双交办督办).

help-dual = /dual 123 市级 文号 12-20 交办单位 —— 登记上级交办，信访、治欠同时交办
help-dualok = /dualok 123 确认收到交办
help-plan = /plan 123 甲方没拨款 打算怎么办 —— 记原因和办理方案，工人看不到
help-supervise = /supervise 123 理由 —— 提请区领导批准督办
help-supervised = /supervised 123 12-10 文号 —— 登记区领导书面批准的督办
help-answer = /answer 123 答复 —— 拟定给工人的答复，两家商定
help-report = /report 123 文号 —— 登记已报办结报告

item-dual-assignment = 上级交办，待确认
item-slow-case = 进度慢，看要不要提请督办
item-approve-supervision = 督办待区领导批准
item-supervised = 已督办，请抓紧
item-agree-answer = 答复待另一家同意
item-report-result = 待报办结报告

do-dualok = 确认收到
do-plan = 记方案
do-supervise = 提请督办
do-supyes = 批准督办
do-supno = 不批准
do-ansyes = 同意这个答复
do-ansno = 不同意

level-city = 市级
level-province = 省级
level-national = 国家级
label-no-date = 没有期限

ask-level = 哪一级交办的？
miss-level = 点一下级别。
ask-dual-due = 哪天前要办结？比如 12-20。
miss-dual-due = 打个日期，比如 12-20；没有就点“没有期限”。
ask-dual-number = 交办文号？没有就打“无”。
miss-dual-number = 打文号，没有就打“无”。
ask-dual-assigner = 哪个单位交办的？
miss-dual-assigner = 打交办单位的名称。
dual-assigned = { $number }：已同时交办区信访局、区治欠办，等两家确认。同一件，两家同时办，给工人一个答复。
dual-corrected = { $number }：交办信息已更正。
dual-confirmed-one = { $number }：已确认收到。还等{ $unit }确认。
dual-confirmed-both = { $number }：两家都确认了。
ask-cause = 查下来，欠薪的原因是什么？
miss-cause = 按一个原因，或者打上面的字。
cause-owner-unpaid = 甲方没拨款
cause-funds-short = 资金没到位
cause-illegal-subcontract = 违法分包、挂靠
cause-kept-by-subcontractor = 分包截留
cause-quantity-dispute = 工程量争议
cause-employer-fled = 老板跑了
cause-employer-closed = 单位关停、破产
cause-no-special-account = 没设专户
cause-other = 其他原因
ask-plan-text = 打算采取什么措施？工人看不到。
miss-plan-text = 写几句打算怎么办。
case-planned = { $number }：办理方案已记。
ask-supervise-reason = 为什么提请督办？
miss-supervise-reason = 写几句理由。
supervision-asked = { $number }：已提请区领导批准督办。批准了会告诉责任单位。
supervision-asked-paper = { $number }：已登记。领导小组还没有人在线，请打印督办单送批（/print），批了用 /supervised 登记。
ask-report-by = 督办要求哪天前反馈？比如 12-10。
miss-report-by = 打个日期，比如 12-10。
ask-order-number = 督办文号？
miss-order-number = 打文号。
supervision-ordered = { $number }：已批准督办，{ $unit }已收到。
supervision-denied = { $number }：没有批准督办，记下了。
ask-answer-text = 打算怎么答复工人？
miss-answer-text = 写下给工人的答复。
answer-proposed = { $number }：答复已发{ $unit }，同意了就定稿。
answer-agreed = { $number }：答复定稿了，办结时发给工人。
answer-not-agreed = { $number }：没有同意，请对方重新拟。
ask-report-number = 办结报告的文号？
miss-report-number = 打文号。
result-reported = { $number }：已登记报送，文号 { $document }。交办到此办完。
sheet-assignment = 交办单
sheet-supervision = 督办单
sheet-report = 办结报告

card-dual = 上级交办：{ $assigner }，文号 { $document }，{ $due }前办结。信访、治欠同时交办，请确认收到。
card-dual-no-date = 上级交办：{ $assigner }，文号 { $document }。信访、治欠同时交办，请确认收到。
card-slow =
    进度慢：
    { $grounds }
card-supervision-asked =
    提请批准督办：
    { $grounds }
    理由：{ $reason }
card-supervised =
    区领导批准督办，{ $by }前反馈：
    { $grounds }
card-supervised-no-date =
    区领导批准督办，请抓紧办：
    { $grounds }
card-answer-proposed = { $by }拟了答复，请看行不行：{ $words }
card-answer-agreed = 答复定稿了，办结时发给工人：{ $words }
card-answer-not-agreed = 另一家不同意这个答复，请重新拟：{ $words }
slow-quiet = · 几个工作日没有办理记录
slow-no-plan = · 期限过半，没有办理方案
slow-near = · 快到期限，还没办结
slow-overdue = · 已经过了交办期限

error-no-assignment = 这件不是上级交办的。先用 /dual 登记。
error-assignment-order = 办结期限早于交办日期，看看日期。
error-dual-confirmed = 本单位已经确认过了。
error-supervision-asked = 已经提请过，正等区领导批。
error-no-supervision-asked = 这件没有提请督办。
error-supervision-decided = 已经批过了。
error-leader-decides = 督办由区领导批准。书面批了的，用 /supervised 登记，要有文号。
error-one-answer = 这件是上级交办的，信访、治欠要给工人一个答复。先用 /answer 定稿，再办结。
error-no-answer-proposed = 现在没有等你同意的答复。
error-own-answer = 这个答复是本单位拟的，要另一家同意。
error-dual-reported = 这件已经报送过办结报告。
error-report-open = 还没办结，不能报办结报告。
