# Statistics for supervisors (统计).

help-stats = /stats 月 10-31 —— 看那个月的数；不写就是本周
help-cases = /cases 工地 —— 案件汇总：在办几件、多少人、欠多少、到了多少；也可以写 用人单位、类别、责任单位
help-overdue = /overdue —— 看现在超期的
help-met = /met 123 11-20 —— 登记领导哪天接访过工人

ask-met-day = 领导哪天接访的？比如 11-20。
miss-met-day = 写日期，比如 11-20。
leader-met = { $number }：已记，领导 { $day } 接访过。
error-met-before = 这个日期比 { $number } 反映的日子还早，看看日期。
error-period-ahead = 那段时间还没到，没有数。

period-week = 周
period-month = 月
period-year = 年
period-day = 日

stats-period-day = { $first }
stats-period-week = { $first } 到 { $last } 这一周
stats-period-month = { $first } 到 { $last } 这个月
stats-period-year = { $first } 到 { $last } 这一年

stats = 📊 { $period }
    （统计到 { $as_of }）

    收到 { $received } 件（本期登记完成的；其中窗口、电话等录入 { $paper } 件）
    没说完 { $incomplete } 件（开了头还没登记完，不算在收到里）
    定了责任单位 { $routed } 件（本期收到、有人确认的）
    办结 { $closed } 件{ $median }
    没人确认到账就结束 { $unconfirmed } 件（另算，不算办结）
    重办 { $reopened } 件

    期限：按时 { $kept } 个，超期 { $late } 个（过了日期才办，或到期末还没办）
    { $units }

    现在还没拿到钱：{ $unpaid }
    本期追回 { $recovered }（工人或第二名工作人员确认到账的）
    { $sites }

    付款承诺：作出 { $made } 次，兑现 { $promises_kept } 次，落空 { $broken } 次（按承诺日算）
    在办的：领导接访过 { $met } 件，没有 { $not_met } 件
    办结的：工人满意 { $satisfied } 件，不满意 { $dissatisfied } 件（没回答的不算）

stats-median = ，中位 { $days } 天（从登记到办结）
stats-sum = { $sum }
stats-sums = { $low } 到 { $high }
stats-unpaid = { $people } 人，{ $money }（{ $cases } 件，其中 { $unnamed } 件说不出数；同一个人只算一次）
stats-unit = · { $unit }：按时 { $kept }，超期 { $late }；现在超期 { $now }，最长 { $days } 天
stats-site = · { $site }：{ $unpaid }，已过 { $days } 天，落空的承诺 { $broken } 次
stats-none = · 没有
stats-file = 📊 { $period }

do-stats-chart = 看图
do-stats-book = 下表格
do-stats-page = 一页报告
do-stats-before = 上一期
do-stats-week = 看周
do-stats-month = 看月
do-stats-year = 看年
do-stats-day = 看日

overdue-none = ✅ 现在没有超期的。
overdue = ⏰ { $day }，超期 { $n } 个：
    { $units }

    { $lines }
    { $more }
overdue-unit = · { $unit }：{ $n } 个
overdue-line = { $number }　{ $unit }
    { $title }，{ $due } 到期，超过 { $days } 天
overdue-more = 还有 { $n } 个，看表格。

ask-tally-by = 按什么汇总？
miss-tally-by = 选一个：工地、用人单位、类别、责任单位。
counted-project = 按工地
counted-employer = 按用人单位
counted-class = 按项目类别
counted-unit = 按责任单位
tally = 📋 案件{ $by }
    （统计到 { $as_of }；没登记完的不算）

    { $rows }
    { $more }
tally-line = · { $name }：在办 { $open } 件，共 { $all } 件；{ $people } 人没拿到钱；欠 { $owed }（{ $unnamed } 件没说数），已到 { $paid }
tally-more = 其余 { $n } 行件数更少，没有列出。
tally-not-known = 还不清楚
tally-as-said = { $words }（工人的叫法）
