# Officers, units and leaders: who may work here, who stands in, who is in charge.

help-staff = /staff 各单位有谁在岗；/staff 住建局 只看一个单位
help-unit = /unit 住建局 怎么联系；改：/unit 住建局 纸质，/unit 住建局 0379-…
help-invite = /invite 住建局 经办人 —— 发一次性邀请码
help-suspend = /suspend HOUS-2 原因 —— 停用，手上的案件马上交负责人
help-restore = /restore HOUS-2 恢复使用
help-move = /move HOUS-2 教体局 负责人 —— 调单位或换角色
help-leader = /leader 123 副组长 —— 定包案领导，也可以打工号
help-back = /back 提前回来上班（销假）

staff =
    { $scope }，在岗 { $n } 人：
    { $lines }
    { $empty }
staff-nobody =
    { $scope }还没有人登记。用 /invite 发邀请码。
    { $empty }
staff-unit = 【{ $unit }】
staff-line = · { $code } { $role }，{ $state }
staff-active = 在岗
staff-suspended = { $day }停用
staff-on-leave = 请假到{ $last }，{ $deputy } 代办
staff-on-leave-alone = 请假到{ $last }，还没人代办
staff-without = 还有 { $n } 个单位没人登记：{ $units }

ask-role = 让他做什么？
miss-role = 点一下：经办人、负责人……
invited =
    { $unit } · { $role } 的邀请码：
    { $code }
    只能用一次，{ $until }前有效。只显示这一次，交给本人后请删掉这条。
    本人把它发给办案端就登记好了。

ask-post = 哪个工号？比如 HOUS-2，用 /staff 能查到。
miss-post = 打工号，比如 HOUS-2。
ask-suspend-reason = 为什么停用？只记在人员记录里。
miss-suspend-reason = 写几个字。
suspended =
    { $post } 已停用，从现在起看不到任何案件。
    { $cases }
suspended-cases = 手上 { $n } 件已交出去，工人那边不断档。
restored = { $post } 已恢复。原来的案件留在现在的人手上，要还给他请用 /assign。
you-are-suspended = 你的工号停用了，手上的案件已交给同事。有疑问请问区治欠办。
you-are-restored = 你的工号恢复了，发 /inbox 看看。
moved = { $before } 现在是{ $unit } · { $role }，工号 { $post }。留在原单位的案件 { $n } 件，已交负责人。
you-are-moved = 你现在是{ $unit } · { $role }，工号 { $post }。原单位的案件 { $n } 件已交出去，不用再管。

officer-left =
    { $post } 不在岗了，手上 { $n } 件现在由你负责：
    { $cases }
    可以自己办，也可以用 /assign 另派。
officer-left-nobody =
    { $unit } 的 { $post } 不在岗了，那里没有负责人。{ $n } 件还没有经办人：
    { $cases }
    请和该单位联系，定一个人。

unit-card =
    { $unit }（{ $code }）
    方式：{ $mode }　在岗 { $n } 人
    { $phone }
    { $alone }
    { $changed }
mode-chat = 聊天里办
mode-phone = 打电话
mode-paper = 纸质送达
unit-phone = 电话：{ $phone }（已确认）
unit-no-phone = 电话：还没人确认，没填
unit-alone = 用聊天，但没人登记：案件先到治欠办。
unit-changed = 上次改动：{ $by }，{ $at }
unit-as-filed = 没改过，以区里的资料为准。

ask-leader = 谁包案？点一下，或者打工号。
miss-leader = 打职务（如“副组长”）或工号（如 LG-1）。
leader-set = { $number }：包案领导是{ $post }，已发给本人。
leader-set-on-paper = { $number }：包案领导是{ $post }。他不在聊天里，已列入治欠办待办：打印案件单送去。
card-leader = 包案领导：{ $post }
card-leader-set = 定了包案领导：{ $post }。
card-you-lead = 这件由你包案，请过问到办结。

will-you-be-deputy = { $officer } 从{ $first }到{ $last }请假，想请你（{ $deputy }）代办，手上 { $n } 件。行吗？
do-leave-yes = 行，我代办
do-leave-no = 不行
do-leave-take = 我来代办
you-are-deputy = 好，{ $officer } 从{ $first }到{ $last }请假，由你（{ $deputy }）代办。到时候案件、来话和提醒都发给你。
deputy-said-yes = { $deputy } 答应代办了（{ $first }到{ $last }）。
deputy-said-no = { $deputy } 说代办不了（{ $first }到{ $last }）。请另找一位：再发一次 /leave。
you-said-no = 知道了，已告诉 { $officer } 和负责人。
leave-open =
    { $officer } 从{ $first }到{ $last }请假，还没人答应代办。
    请定一个人，或者自己代办。没人代办的，他的案件这几天发给你。
deputy-begins = { $officer } 今天起请假，手上 { $n } 件由你代办，到{ $last }。都在这份交接单里。
no-deputy-any-more = { $officer } 的假（{ $first }到{ $last }）你不用再代办了。
back-with-sheet = 欢迎回来。{ $deputy } 代办的 { $n } 件交回给你，都在这份交回单里。
back-alone = 已销假。
leave-cancelled = 已取消{ $first }到{ $last }的假，也告诉了 { $deputy }。
not-away = 你没有在休的假，也没有要休的假。

error-no-such-post = 没有这个工号。用 /staff 看看。
error-own-post = 不能动自己的工号，请另一位督办来办。
error-last-in-office = { $unit }不能没人：这是最后一位。先邀请一位新的，再来停用或者调走。
error-last-supervisor = 这是最后一位督办，不能停用。先邀请一位新的。
error-only-supervisor = 这个角色只能由督办来定。
error-role-of-unit = 这个角色只能放在{ $unit }。
error-own-unit-only = 只能看本单位的人。
error-suspended-already = 这个工号已经停用了，没有重复做。
error-active-already = 这个工号在用，没有重复做。
error-moved-on = 这个人已经换了工号：{ $post }。
error-there-already = 他已经在那里做这个了，没有改动。
error-no-leader = 包案要领导来：督办，或者单位负责人。
error-case-closed = 这件已经办结了。
error-own-deputy = 不能请自己代办。
error-deputy-away = { $deputy } 那几天也请假，请换一位。
error-not-asked = 这个假没有请你代办。
error-leave-over = 这个假已经过了或者取消了。
