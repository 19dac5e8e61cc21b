# Many workers of one site: one card, yes or no, and commands over all of them.

help-group = /group 同一工地的案件；/group G3 看名单
help-ungroup = /ungroup 123 这件不是同一批，单独办

group-card =
    { $head }
    { $state }
    地方：{ $site }
    案件：{ $cases } 件，本单位还没接收 { $waiting } 件
    { $people }
    反映欠薪：{ $amount }
    最新一件：{ $latest }
    { $date }
group-same-site = 【{ $code }】同一工地 第{ $n }人
group-same-employer = 【{ $code }】同一单位 第{ $n }人
group-proposed = 系统看着像同一批，还没人确认。
group-confirmed = 已确认是同一批。每人一件，各办各的。
group-confirmed-but = 已确认是同一批；新来 { $n } 件还没确认。
group-one-case = 都在一件里。
group-people = 人数：{ $n } 人{ $matched }
group-people-between = 人数：至少 { $n } 人，最多 { $most } 人{ $matched }
group-matched = （名单和本人对上 { $n } 人，没有重复算）

do-group-yes = 是同一批
do-group-no = 不是
do-group-accept = 一起接收
do-group-route = 一起指定
do-group-reply = 给每人发一句
do-group-list = 看名单
do-group-latest = 看最新一件

group-list =
    { $code } { $site }
    { $state }
    { $people }
    反映欠薪：{ $amount }
    { $lines }
    { $matches }
group-line = · { $number } { $status } { $amount } { $n } 人{ $proposed }
group-line-proposed = （待确认）
group-match = 对上：{ $own } 的本人在 { $list } 的名单里。
group-match-differs = 对上：{ $own } 的本人在 { $list } 的名单里，钱数不一样，请核实。
groups =
    同一工地、同一单位的：
    { $lines }
    发 /group G1 这样看名单。
groups-none = 现在没有同一工地、同一单位的多件案件。
group-of-many = · { $code } { $site }，{ $people }，{ $state }

group-is-one = { $code }：{ $n } 件记为同一批。每人仍是自己的一件，互相看不到。可以一起接收、给每人发一句。
group-is-none = { $code }：{ $n } 件记为不是同一批，还是一件一件办。
taken-out = { $number } 已从 { $code } 里拿出来，单独办。
group-many =
    同一工地到了 { $at } 人，请关注。
    { $code } { $site }
    { $people }　案件：{ $cases } 件
    { $state }

batch-accept =
    先看一遍，还没写任何东西。
    { $code } { $site }：要接收 { $n } 件，每个工人都会收到通知。
    { $numbers }
    { $left }
batch-route =
    先看一遍，还没写任何东西。
    { $code } { $site }：{ $n } 件要交给{ $unit }，每个工人都会收到通知。
    理由：{ $words }
    { $numbers }
    { $left }
batch-reply =
    先看一遍，还没发。
    { $code } { $site }：要发给 { $n } 件的工人。每人单独收到，看不到别人：
    { $words }
    { $numbers }
    { $left }
batch-nothing =
    { $code } { $site }：没有可以办的。
    { $left }
batch-left = 不动 { $n } 件：{ $why }
batch-left-proposed = 还没确认是不是同一批
batch-left-elsewhere = 不在本单位
batch-left-closed = 已经办结
batch-left-moved = 刚改过责任单位，没有再动
batch-left-taken = 已经有人接收、在办
batch-left-there = 已经在那个单位
batch-left-out = 已经拿出这一批
batch-left-suspended = 经办人已停用
batch-left-cannot = 现在不能这样办，请单独看
do-batch-go = 确定，办 { $n } 件
do-batch-no = 不办
batch-going = 好，{ $n } 件一件一件在办，办完告诉你。
batch-dropped = 好，没有办，什么也没写。
batch-too-old = 预览过了两小时，情况可能变了。请再发一次命令，重新看一遍。
batch-no-notes = 备注要写在一件案件里。请先打开那件。
batch-accept-done =
    { $code }：接收了 { $n } 件。
    { $left }
batch-route-done =
    { $code }：交出去 { $n } 件。
    { $left }
batch-reply-done =
    { $code }：发给了 { $n } 件的工人。
    { $left }

error-group-not-found = 没有这个编号的同一批，或者不在本单位。发 /group 看看。
error-in-no-group = 这件不在哪一批里。
error-not-your-preview = 这是别人的预览。请自己发一次命令。
