# After a closing was asked for, and after a case was closed.

push-is-it-paid-again =
    【清薪】你反映的事在等你一句话，点开看。

    { $number }：办事单位说钱已经给了，你还没说到没到。
    钱到你手里了吗？你点头才算到账。
push-closed-unconfirmed =
    【清薪】你反映的事有新消息，点开看。

    { $number }：一直没等到你的回话，先按“未确认到账”办结了，不算你同意。
    钱没到，{ $days } 天里随时点“没到”，或者说一声“没到”，马上接着办。
push-satisfied =
    【清薪】你反映的事办完了，想问你一句，点开看。

    { $number }：这件事办得，你满意吗？
label-satisfied-yes = 满意
label-satisfied-no = 不满意
satisfied-thanks = 记下了，谢谢你（{ $number }）。
ask-dissatisfied = 记下了（{ $number }）。是哪里不满意？
satisfied-why-money = 钱没到手
satisfied-why-untrue = 写的和事实不一样
satisfied-why-slow = 办得太慢
satisfied-why-manner = 态度不好
satisfied-why-other = 别的
dissatisfied-noted = 记下了（{ $number }），交给{ $unit }去看了。钱没到手，随时说一声“没到”。

card-unconfirmed =
    { $day }问过工人钱到没到，催了两次，一直没回话。
    不回话不算同意。先打电话问；真联系不上，再定要不要按“未确认”办结。
card-closed-unconfirmed = { $by } 定了：按“未确认”办结，单独统计；工人说一声“没到”就接着办。
card-dissatisfied = 工人对办理不满意：{ $why }
do-unconfirmed-close = 按未确认办结
do-unconfirmed-wait = 再等等
unconfirmed-waits = { $number }：案件保持在办，{ $day }再来问你。

item-dissatisfied = 工人对办理不满意，请看原因
event-satisfaction = 工人评价

copy-of-file = 这是 { $number } 的档案，里面有你的名字和电话，别随便给人看。
copy-not-yet = { $number } 还没说完，档案还没有。接着说完就有了。
error-copy-of-another = 这件是别人的，本人点头以后你才能要档案。

help-liable = /liable 123 看依法谁可能要付钱，带条文
liable-of-case =
    { $number } 依法可能要付钱的
    工人说的单位：{ $employer }　工程：{ $project }
    { $rows }
    按已知情况列的，不是认定；谁欠、欠多少，由承办人查清。
liable-row = { $n } { $party }{ $firms }：{ $duty }。{ $title }{ $when }
liable-firms = （{ $firms }）
liable-finding = 。要查清：{ $finding }
liable-employer = 用人单位
liable-subcontractor = 分包单位
liable-general-contractor = 总承包单位
liable-owner = 建设单位
liable-giver = 发包的单位
liable-lender = 被挂靠的单位
liable-user-unit = 用工单位
liable-investor = 出资人
liable-successor = 合并、分立、注销的单位

sheet-result = 结果单
error-no-result = 这件还没有办结，没有结果可以打印。
