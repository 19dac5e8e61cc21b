# The menu of commands that a chat shows beside its input line.

menu-new = 说欠薪的事
menu-status = 到哪一步了
menu-receipt = 要回执，能打印
menu-evidence = 怎么补证据
menu-legal = 免费法律援助
menu-board = 工地没挂维权牌
menu-paid = 钱到了
menu-object = 不同意结果
menu-withdraw = 撤回
menu-recover = 换了手机，找回案件
menu-person = 找人工
menu-language = 换语言
menu-inbox = 手上的案件和待办
menu-today = 今天到期、该付、没回的
menu-case = 看一个案件
menu-accept = 接收（受理）
menu-progress = 记进展，工人看得到
menu-promise = 记对方答应付款
menu-doc = 记文书
menu-print = 打印案件单、转办单
menu-close = 办结
menu-help = 全部命令

menu-copy = 要自己的档案
