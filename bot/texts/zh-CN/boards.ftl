# Rights boards at the gates of sites.

label-no-board = 门口没挂维权牌
board-noted = 没挂维权牌这件事也记下了，交上去的时候一起转给该管的单位。
board-reported =
    记下了，已经请{ $unit }去看，期限是{ $due }。不会说是你说的。看过了我告诉你。
    要是工资也没给，直接说谁欠的、欠多少。
board-reported-already = “{ $site }”没挂维权牌，你说过了，已经请{ $unit }去看。看过了我告诉你。
push-board-there = 你说过“{ $site }”没挂维权牌。{ $day }有人去看过，牌子在，该写的都有。不是这样的，再告诉我。
push-board-missing = 你说过“{ $site }”没挂维权牌。{ $day }有人去看过，确实不全，已经要求补齐。
item-board-reported = 工人反映没挂维权牌，去看
item-board-to-mend = 维权牌缺项，督促补齐后再看
board-site-unknown = 工地不在台账里
board-site = { $name }（{ $code }）
board-item-none = 都齐
board-item-board = 没有挂牌，或者看不见
board-item-parties = 1 建设单位、总包和项目部、分包、行业主管部门、劳资专管员
board-item-minimum-wage = 2 最低工资标准
board-item-pay-day = 3 工资支付日期
board-item-phones = 4 行业主管部门和劳动监察的投诉电话
board-item-arbitration = 5 怎么申请仲裁
board-item-legal-aid = 6 怎么申请法律援助，12348
board-item-deposit = 7 工资保证金
board-and = { $first }、{ $other }
board-short-board = 没挂牌
board-short-parties = 缺单位信息
board-short-minimum-wage = 缺最低工资
board-short-pay-day = 缺发薪日
board-short-phones = 缺投诉电话
board-short-arbitration = 缺仲裁
board-short-legal-aid = 缺法律援助
board-short-deposit = 缺保证金
board-photos-more = 又收到 { $n } 张，一起记在{ $site }上了。
ask-board-site = 哪个工地？写编号、名字都行。
miss-board-site = 没对上。写工地编号，或者写全名字，比如：/board P12
ask-board-day = 哪天看的？
miss-board-day = 写日期，比如 11-23，或者点“今天”。
board-today = 今天
ask-board-missing =
    维权信息告示牌缺什么？写号码就行，比如：1 3。
    1 建设单位、总包和项目部、分包、行业主管部门、劳资专管员
    2 最低工资标准
    3 工资支付日期
    4 行业主管部门和劳动监察的投诉电话
    5 怎么申请仲裁
    6 怎么申请法律援助，12348
    7 工资保证金
miss-board-missing = 写号码，比如：1 3；都有就点“都齐了”，没有牌子就点“没挂牌”。
board-all = 都齐了
board-gone = 没挂牌
ask-board-photo = 发一张牌子（或者门口）的照片。
miss-board-photo = 发照片；没有就点“没有照片”。
board-no-photo = 没有照片
board-recorded =
    记下了：{ $site }，{ $day }看的。
    缺：
    { $missing }
    请{ $unit }督促补齐，{ $due }前再看一次。
board-all-there = 记下了：{ $site }，{ $day }看的，都齐。
board-earlier = 记下了：{ $site }，{ $day }看的。后来{ $later }还有人看过，要不要补以那次为准。
board-already = { $site }：刚才已经记过一样的，没有再记。
board-to-mend =
    维权牌缺项：{ $site }，{ $day }看的。
    { $missing }
    请督促总包补齐，{ $due }前再看一次，看完发 /board。
board-reported-card = 有工人反映没挂维权牌：{ $site }。请在{ $due }前去看，看完发 /board{ $words }
boards =
    要去看、要补齐的：
    { $items }
    最近看过的：
    { $seen }
boards-empty = 还没有看过维权牌，也没有工人反映。看完一个工地发 /board。
board-line = { $what }：{ $site }，{ $due }前{ $words }
board-said = {"。"}原话：{ $words }
board-seen = { $day } { $site } { $by }：{ $missing }
board-photo-of = { $code } 的照片
board-photo = { $site }，{ $day }的照片。
error-site-not-found = 台账里没有这个工地。
error-board-day = 日期还没到。写实际去看的那一天。
error-board-photo = 照片找不到了，可能不在最近看过的里面。
help-board = /board 工地 日期 缺什么　记一次维权牌检查，例：/board P12 11-23 缺 2 3
help-boards = /boards　要去看的维权牌，和最近看过的
