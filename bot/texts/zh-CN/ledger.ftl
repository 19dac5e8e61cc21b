# The ledger of projects in the officers' chat (台账).

help-ledger = /ledger —— 要台账表格；改好的表格（.xlsx、.csv）直接发给我，就能导入
ledger-received = 表格收到了，正在看。看完告诉你，先不写进台账。
ledger-coming = 正在做台账表格，做好了发给你。
ledger-preview =
    看完了，{ $rows } 行都对：新项目 { $new } 个，台账里已有的 { $known } 个。
    { $ignored }
    还没写进台账。要导入，点下面的按钮。
ledger-preview-bad =
    看完了，共 { $rows } 行：{ $good } 行对，{ $bad } 行要改。
    { $problems }
    { $more }
    { $ignored }
    还没写进台账。附的表里标红了，改好再发一次。
ledger-more = 另有 { $n } 处，见附的表。
ledger-ignored = 这几列没用上：{ $columns }。
do-ledger-yes = 导入这 { $n } 行
do-ledger-skip = 只导入对的 { $n } 行
do-ledger-no = 不导入
ledger-writing = 正在写进台账，写完告诉你。
ledger-cancelled = 没有导入，台账没变。
ledger-written = 导入好了：新增 { $added } 个，更新 { $changed } 个，没变 { $unchanged } 个，没导入 { $left_out } 行。
ledger-unreadable = 这个表没法导入：{ $reason }
ledger-failed = 表格处理没成功，台账没有写完。再发一次；还不行，请找系统管理员。
ledger-file = 这是现在的台账。改了发回来就能导入；劳资专管员和账号不在里面。

help-project = /project 锦绣二期 —— 看一个工地：在办的案件、欠多少、到了多少、上次看牌子
help-employer = /employer 某某建筑 —— 看一个单位在各工地的案件
ask-site-name = 哪个工地？写名字或编号。
miss-site-name = 写工地的名字或编号，比如：/project 锦绣二期
ask-firm-name = 哪个单位？写名称里的几个字。
miss-firm-name = 写单位名称里的几个字，比如：/employer 某某建筑
site-card =
    🏗 { $name }（{ $code }）
    总包：{ $firm }
    案件：在办 { $open } 件，共 { $all } 件
    欠：{ $owed }（{ $unnamed } 件没说数）
    已到：{ $paid }
    { $board }
    { $alike }
    在办的（只列你能看的）：
    { $cases }
site-alike = 另有 { $n } 件，工人说的也是这个名字，还没对上台账（用 /site 对上）：{ $cases }
site-board-seen = 维权牌：{ $day }看过，{ $missing }
site-board-written = 维权牌：台账里写着{ $day }看过
site-board-never = 维权牌：还没有人看过
ledger-which =
    是哪一个？写编号再问一次。
    { $sites }
ledger-none = 台账里没找到这个工地。
site-line = · { $name }（{ $code }）
employer-card =
    🏢 { $name }：{ $where }
    { $sites }
    { $names }
    案件：在办 { $open } 件，共 { $all } 件（工人直接说是它的 { $said } 件）
    欠：{ $owed }（{ $unnamed } 件没说数）
    已到：{ $paid }
    { $board }
    在办的（只列你能看的）：
    { $cases }
employer-board = 维权牌：最近一次是{ $day }，在{ $name }
employer-sites = 台账里 { $n } 个工地
employer-no-sites = 台账里没有它的工地
employer-names = 工人的叫法：{ $names }
employer-none = 台账里没有叫“{ $name }”的单位。
ledger-no-firm = 没写
