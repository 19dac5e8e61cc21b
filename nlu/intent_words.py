"""Words that belong together: what a sentence is about, whatever word it uses.

The trained model sees these classes beside the letters, alone and in pairs, so that what it learned
from 「喝农药」 it also knows of 「吃老鼠药」. A word may stand in several classes. None is longer than
``LONGEST``; of two words that begin together the longer one counts.
"""

import re
from collections.abc import Iterator, Mapping

LONGEST = 5

_LETTERS = re.compile(r"[a-z]+")

_WORDS: Mapping[str, str] = {
    # who
    "self": "我 俺 咱 本人 老子 我们 俺们 咱们 大家 大伙 俺几个 我几个 i we me us my our",
    "they": "他 她 他们 她们 对方 人家 那人 这人 那家 they he she them his their",
    "boss": "老板 老板娘 包工头 包工的 工头 带工的 厂长 厂里 厂子 厂方 店长 店里 店主 经理 公司 单位 项目部 总包 分包 甲方 乙方 中介 劳务公司 派遣公司 劳务队 施工队 掌柜 东家 主家 雇主 户主 老总 会计 财务 主管 站长 站点 船主 船老大 车主 车队 园主 矿上 校长 园长 院长 领班 带班 班长 工地 厂家 业主 承包 开发商 boss company employer foreman factory restaurant",
    "office": "你们 恁 恁们 劳动局 政府 监察 领导 同志 大队 人社 局里 部门 工作人员 信访 街道办 you officer",
    "kin": "老婆 媳妇 老公 丈夫 男人 爱人 爸 爹 妈 娘 父亲 母亲 儿子 女儿 闺女 孩子 娃 哥 弟 姐 妹 叔 舅 姑 婆婆 公公 岳父 岳母 老人 父母 爹娘 对象 家人 家里 全家 爷爷 奶奶 侄子 外甥 husband wife father mother son daughter brother sister",
    "mate": "工友 老乡 同事 工人 民工 农民工 兄弟 弟兄 班组 老汉 老头 朋友 邻居 师傅 员工 workers coworker friend",
    # work and its wages
    "worked": "干活 干了 干完 干满 干到 干的 活干 活儿 做工 打工 上班 上了 务工 出力 卖力 完工 施工 离职 辞职 辞工 自离 开除 辞退 做完 做了 干 忙活 打零工 临时工 小时工 日结 月结 实习 试工 试用 加班 夜班 入职 收工 worked job",
    "trade": "木工 瓦工 电焊 焊工 钢筋 抹灰 粉刷 刷墙 砌墙 贴砖 瓷砖 架子工 外墙 防水 水电 装修 保温 塔吊 挖机 铲车 开车 司机 保安 保洁 环卫 服务员 洗碗 后厨 厨师 厨子 配菜 护工 护士 保姆 月嫂 家政 快递 外卖 搬运 装卸 卸货 卸车 流水线 车间 电子厂 服装厂 砖厂 砖窑 养殖场 果园 摘 种树 绿化 拆除 拆模 混凝土 打灰 隧道 修路 铺路 安装 油漆 小工 大工 学徒 收银 导购 教练 代课 老师 幼师 主播 客服 群演 看门 看大门 理发 分拣 喂 缝纫",
    "wage": "工资 工钱 薪 薪水 薪资 血汗钱 辛苦钱 劳务费 人工费 报酬 加班费 提成 底薪 课时费 生活费 薪酬 奖金 计件 工费 力气钱 开支 饷 半月钱 干活钱 wages salary pay",
    "money": "钱 款 账 帐 块钱 元 尾款 余款 现金 一分 一毛 分文 子儿 钢镚 money",
    "not_given": "没给 不给 没发 不发 没结 不结 未付 没付 不付 未给 未发 未结 没拿到 没拿着 没见 没到手 没到账 没着落 没影 没音 没信 没下文 没兑现 不兑现 要不来 要不到 要不回 讨不回 要不出 拿不到 领不到 没领 没开 不开 没算 不算 不认 拒付 不肯 落空 白干 白忙 空手 打水漂 泡汤 黄了 没人给 没有给 没有发 没有结 没还 分文未 一分没 一毛没 没清 没有着落 not paid unpaid",
    "owe": "欠 拖欠 拖 拖着 压着 压了 押着 押了 扣 克扣 赖 赖账 耍赖 差我 差俺 还差 剩 吞 黑了 昧 坑 骗 少给 少发 少算 乱扣 抵 欠薪 owe owes",
    "absent": "跑了 跑路 失联 失踪 关机 停机 拉黑 躲着 躲起来 不接 不回 联系不上 找不到 找不着 没影 不见了 消失 溜了 卷钱 卷款 倒闭 关门 关了 转让 停业 破产 撤场 换人 搬空 蒸发 ran away",
    "delay": "下个月 下月 再等 等等 过几天 过两天 推 推来推 推脱 推拖 一推再推 拖到 没钱 周转 没拨款 没回款 没打钱 没验收 验收 审计 迟迟 一直 至今 到现在 半年 大半年 总说 老说 还是 借口 扯皮 踢",
    "claim": "讨 讨薪 讨要 要钱 要账 要工资 催 催要 维权 投诉 举报 反映 求助 恳请 请求 追讨 索要 complaint",
    "count": "个月 天 年 个人 人 万 千 百 0",
    # payments and promises
    "got": "收到 到账 到手 打过来 打过 打给 转给 转了 转过 结清 给清 付清 拿到 拿着 拿回 领到 领了 要回来 给了 发了 结了 付了 还了 补发 补上 清了 到了 来了 进账 兑现了 received paid got",
    "promise": "答应 承诺 保证 说好 约好 讲好 写了保证 保证书 宽限 松口 许 promised",
    "when": "月底 年底 年前 过年 下周 下礼拜 明天 后天 号 周一 周五 星期 初十 十五 国庆 中秋 八月十五 腊月 节前 年后 之前 验收完 friday monday next",
    # debts and matters that are no wages
    "home": "房东 租房 房租 租金 租客 押一付三 二房东 公寓 物业 物业费 小区 业委会 楼盘 购房 买房 首付 定金 交房 房产证 房贷 车位 暖气 停水 停电 水费 电费 燃气 漏水 维修基金 邻居 楼上 landlord",
    "land": "征地 征收 拆迁 补偿 占地 占了 地款 宅基地 流转 安置费 过渡费 青苗 土地 村委会 村里 分红 耕地 承包地",
    "goods": "货款 材料 材料款 供货 供应 供了 供的 建材 水泥款 沙石 租赁费 台班 运费 菜钱 饭钱 粮款 工程款 进度款 质保金 保证金 投标 合同款 豆腐 送货 送菜 卖 收购 我公司 我们公司 客户 客商",
    "subsidy": "补贴 补助 津贴 低保 养老金 退休 退休金 高龄 优抚 奖学金 助学金 五保 救助 残疾 退伍 退役 丧葬 养老",
    "insure": "社保 医保 五险 公积金 保险 工伤 失业金 失业 生育 报销 理赔 认定 鉴定 养老保险",
    "buyer": "退款 退钱 退货 退费 不退 商家 卖家 网购 网上买 直播 充值 会员 年卡 健身卡 办卡 健身房 驾校 培训 学费 报名费 旅行社 订金 装修公司 加盟 预付 4s店 买的 二手",
    "loan": "借 借钱 借给 借条 贷款 网贷 信用卡 逾期 担保 利息 投资 理财 合伙 入股 本金 集资 股票 彩礼 离婚 抚养 赡养 诈骗 刷单 被骗",
    "town": "噪音 扰民 扬尘 路灯 垃圾 公交 停车 红绿灯 违建 堵车 下水道 污染 学校 入学 学区 户口 身份证 驾照 医院 挂号 地铁 违章 占道 食品",
    "rule": "标准 规定 合法 违法 政策 几天 几倍 怎么算 怎么计算 多少钱 产假 年假 婚假 病假 三倍 双倍 最低 平均 高温 劳动合同 裁员 辞退补偿 赔偿 离职证明 试用期 调岗 职称 编制 待遇 涨工资 建议 希望 咨询",
    "seek": "招 招聘 招工 找工作 找活 找个活 求职 有活 介绍活 哪里招 想找 推荐 考证",
    "chat": "天气 笑话 故事 电影 吃啥 几点 股票 彩票 唱歌 作文 你是谁 你叫 测试 发错 点错 哈哈 无聊 weather joke",
    "fine": "按时 从不欠 不拖欠 不欠 正常发 准时 都发了 结清了 待遇好",
    # danger
    "die": "死 自杀 自尽 想死 去死 寻死 死了 不想活 不活 活不 活够 没活 轻生 想不开 短见 绝路 死路 了断 解脱 上吊 吊死 跳楼 跳河 跳桥 跳下去 跳下 往下跳 割腕 喝药 吃药 服毒 撞死 卧轨 烧炭 一了百了 走极端 同归于尽 拼命 拼了 尸 收尸 骨灰 遗书 遗言 后事 一条命 这条命 这命 命 人命 绝食 不在了 结束 崩溃 抑郁 活着 suicide die kill jump",
    "hyperbole": "急死 累死 气死 热死 冷死 饿死了 烦死 愁死 笑死 忙死 困死 吓死 羡慕死 难受死 冻死了 要命 要死 玩命 卖命 死活 死心 死猪 死缠 打死不 打死也 死的心 拼死 死不认 死不承认 死赖 该死 死机 死板 救命钱 活活 累死累活 急疯",
    "means": "农药 敌敌畏 百草枯 老鼠药 安眠药 毒药 药 汽油 柴油 煤气 煤气罐 液化气 打火机 炸药 雷管 绳子 刀片 炭 瓶 罐",
    "height": "楼顶 顶楼 天台 塔吊 吊车 广告牌 高楼 窗台 窗户 楼边 楼上 阳台 桥 桥上 河边 河堤 河里 江边 水库 铁轨 铁路 烟囱 架子 脚手架 栏杆 悬崖 roof",
    "jump": "跳 爬 爬上 站在 坐在 跨 翻 往下 上去 下去 点火 点着 点了 烧 浇 泼 炸 吊 挂 抱着 拎着 拧开 打开",
    "farewell": "照顾 照看 托付 拜托 对不起 对不住 来世 来生 下辈子 永别 别找我 走了 先走 最后一 过了今 今晚 牵挂 留恋 盼头 没意思 没意义 拖累 没脸 撑不 扛不 熬不 顶不住 活着 这世上 这辈子 告别 goodbye",
    "hit": "打 打了 打人 打伤 打断 打死 挨打 被打 殴打 揍 踢 踹 扇 砍 捅 砸 撞 撞我 推倒 掐 围殴 动手 拳 耳光 追 抓 按在 摁 拖走 弄死 弄残 整死 做掉 灭口 灭 收拾 卸 活埋 埋了 埋在 烫 抽 架在 beat hit",
    "weapon": "刀 菜刀 砍刀 棍 棍子 钢管 铁锹 铁棍 斧 斧子 枪 砖头 皮带 橡胶棍 狗 狼狗 放狗 车撞 开车 knife",
    "thug": "社会上 黑社会 纹身 打手 混混 一帮人 一群人 一车人 几十号人 五六个 十几个 不明身份 堵 堵门 围住 围着 叫人 找人 带人 派人 恐吓 威胁 扬言 放话",
    "confine": "关 关着 关在 关起来 锁 锁着 反锁 锁门 扣着 扣住 扣下 押着 押在 不让走 不让出 不许走 不准走 不让离开 不让回 出不去 出不来 走不了 逃 逃出 控制 限制 自由 看着 看得紧 没收 绑 绑架 拘禁 软禁 传销 黑窑 境外 locked",
    "hurt": "血 流血 骨折 断了 腿 胳膊 手腕 头 脸 肋骨 伤 受伤 住院 抢救 缝 昏迷 昏 晕 晕倒 叫不醒 喊不应 没气 呼吸 心跳 疼 发烧 不省人事 120 救命 救护车 急救 残 bleeding hospital",
    "accident": "塌 塌了 塌方 倒了 掉下 摔下 坠 坠落 触电 电倒 电打 漏电 压着 压住 埋 被埋 砸 砸伤 爆炸 着火 火 中毒 泄漏 透水 中暑 绞 轧 夹 淹 断绳",
    "hunger": "没吃 饿 饿晕 饿了 断粮 没饭 没水 没有吃的 一口东西 几天没 三天没 两天没 冻",
    "now": "现在 正在 马上 刚才 快来 快点 赶紧 快 今天 今晚 昨晚 明天 就 已经 救 来人 派人 报警 110 now help",
    "revenge": "杀 杀了 捅死 弄死 烧了 烧死 点了他 炸了 血债 偿命 拼 一起死 谁也别想 够本 下毒 大不了 出人命 见血 见阎王 抵命 陪葬",
    "child": "岁 童工 未成年 十三 十四 十五 小孩 小娃",
    "past": "前年 去年 以前 那年 上回 曾经 早先",
    # insults
    "insult": "憨怂 怂 怂货 瓜怂 疯狗 蛀虫 寄生虫 喝血 吸血 浆糊 脑瓜 脑袋 脑壳 屁话 屁用 球用 鸟人 鸟玩意 操蛋 扯淡 恶心 呸 淦 耍老子 老子 老不死 犊子 崽子 枪毙 绝户 下地狱 禽兽 无赖 欠抽 光吃 喂狗 crap garbage useless dumb damn wtf 傻 傻逼 傻子 煞笔 蠢 笨 猪 狗 狗日 狗官 狗屁 狗娘 狗东西 王八 龟孙 鳖 鳖孙 孙子 畜生 牲口 杂种 混蛋 混账 人渣 废物 饭桶 垃圾 滚 滚蛋 爬 放屁 屁 操 草 艹 日 肏 尻 妈的 他妈 他妈的 你妈 恁妈 恁娘 尼玛 他娘 娘的 奶奶的 你奶奶 大爷的 你大爷 祖宗 先人 你妹 逼 贱 婊子 不要脸 无耻 缺德 丧良心 没良心 黑心 狼心狗肺 不得好死 断子绝孙 死全家 全家死 遭雷劈 天打雷劈 挨千刀 天杀的 神经病 有病 脑子 脑残 智障 弱智 白痴 骗子 强盗 土匪 流氓 走狗 汉奸 败类 渣滓 吸血鬼 不是人 不是东西 什么东西 什么玩意 啥玩意 玩意儿 破机器 破玩意 信球 孬孙 赖孙 憨货 二百五 锤子 鸡巴 狗嘴 臭嘴 闭嘴 瞎眼 眼瞎 狗眼 吃屎 sb cnm nmsl tmd fuck shit idiot stupid bastard bitch",
    # a person wanted
    "human": "人工 真人 活人 客服 工作人员 值班 值班员 接线员 负责人 管事的 领导 局长 科长 主任 办案的 经办人 承办人 来个人 找个人 叫个人 换个人 有人 有没有人 人呢 懂的人 human person someone agent operator staff officer",
    "call": "电话 打电话 回电话 回个话 接电话 打过来 打给我 通话 语音 视频通话 联系我 联系方式 加微信 号码 热线 call phone",
    "talk": "说话 跟人说 当面 面谈 面对面 沟通 说说 聊 讲讲 跟你说 说不清 说不明白 讲不明白 talk speak",
    "machine": "机器 机器人 自动回复 自动 ai 电脑 robot bot",
    "cannot_type": "不识字 不认字 不认识字 没文化 不会打字 打字 看不懂 看不清 眼花 老花 不会用 不会弄 弄不来 文盲 听不懂 方言",
    "where": "在哪 哪里 地址 窗口 上门 现场 过去 直接去 几楼 上班吗 几点上班 哪条路 where",
    # giving up
    "withdraw": "撤 撤诉 撤案 撤回 撤销 撤掉 撤了 撤消 销案 销了 销掉 消案 注销 收回 作废 终止 结案 删了 删掉 withdraw drop",
    "give_up": "不告 不告了 不追究 不追了 不投诉 不举报 不查了 不要了 不想告 别查了 别管了 不用管 不用查 不用处理 不用办 别办了 放弃 算了 罢了 拉倒 认了 认栽 认倒霉 不计较 不弄了 不闹了 不用你们 不麻烦 不想继续 不再 停 停了 后悔 到此为止",
    "settled": "谈好 谈妥 谈成 说好了 商量好 和解 私了 协商 达成一致 解决了 处理好 了了 办完了 误会 搞错 道歉",
    "case": "案子 案件 投诉 举报 登记 申请 单子 编号 案号 那个事 这个事 我的事 case",
    "before": "才给 才发 才肯 再给 不撤 先撤 撤了再 撤了才 逼 逼我 强迫 让我 叫我 要我 要求我 催我 求我 劝我 不让 不许 不准",
    "threat": "威胁 吓唬 恐吓 报复 收拾 等着 走着瞧 后果 试试 一分别想 别想 开除 穿小鞋 起诉我 告我 抓我 敲诈 诽谤 threaten",
    # questions and what is done to a case
    "ask": "吗 么 咋 怎么 怎样 如何 啥 什么 哪 谁 多少 几 能不能 可以 可不可以 行不行 中不中 没有 不 ? how what when can",
    "status": "进展 进度 结果 消息 信儿 动静 回音 下文 办到 处理得 查到 查得 咋样 怎么样 受理 立案 哪一步 办了没 联系没 没人联系 没信 状态 眉目 status update progress",
    "how_long": "多久 多长时间 几天 多少天 啥时候 什么时候 何时 几个月 几个工作日 多会儿 接下来 下一步 然后 流程 之后 后续 准备啥 要带 带啥 how long next",
    "secret": "瞒着 瞒 走漏 漏 捅 传出去 声张 惊动 通气 透气 外人 看得见 看得到 看到 露脸 出面 不敢 怕 饭碗 真名 假名 hide identity find 保密 匿名 不留名 实名 透露 泄露 泄漏 暴露 知道是我 隐私 别告诉 别说是我 晓得是我 个人信息 报复 露面 名字 姓名 secret anonymous",
    "law": "法庭 诉讼 法官 官司 状师 讼师 强制 执行 判决 开庭 查封 冻结 懂法 attorney arbitration file 律师 法律 援助 法援 仲裁 起诉 打官司 法院 告他 诉状 立案 强制执行 支付令 lawyer court sue legal",
    "object": "不服 不认 不认可 不同意 不接受 不满意 不公 不公平 不合理 异议 复查 复议 申诉 重新查 糊弄 敷衍 推诿 偏袒 凭啥 凭什么 没解决 不属实 胡说 unfair disagree",
    "proof": "凭据 凭证 单据 底 语音 工服 工装 胸牌 人证 作证 证人 截屏 附件 打卡 签到 花名册 工天 工服 video recording screenshot statement contract proof witness 欠条 条子 证据 照片 图片 录音 录像 视频 聊天记录 截图 流水 工资条 工资表 考勤 记工本 出勤 打卡记录 合同 协议 收据 证明 材料 凭证 本子 结算单 单子 工牌 人证 photo evidence",
    "send": "发给 发你 发过去 发上来 发哪 传 上传 拍 拍给 交 补 补充 提交 提供 给你看 怎么发 咋发 找到了 我这有 留着 upload send",
    "wrong": "错了 说错 写错 打错 填错 弄错 搞错 记错 报错 不对 更正 纠正 改 改成 改一下 修改 应该是 应为 不是 wrong mistake",
    "lost": "换手机 换号 换了 手机丢 丢了 忘了 忘记 找不到 停机 掉水里 新手机 换卡 查询码 六位 之前报 以前报 上次 登记过 报过 找回 恢复 绑定 登录 lost new forgot",
    "for": "替 帮 代 给我爸 给我妈 替我 帮我爸 代我 受托 委托 家属 我是他 不会用 不会弄 for",
    "thank": "谢 谢谢 感谢 多谢 辛苦 麻烦 费心 感激 thanks thank",
    "greet": "你好 您好 恁好 在吗 在不在 有人吗 喂 早上好 hello hi",
    "speak": "英语 英文 中文 汉语 普通话 语言 english chinese language",
    # answers and steps of the conversation
    "go_back": "返回 退回 退到 退 回退 后退 倒退 倒回 倒回去 退回去 回去 回到 往回 往前翻 往上翻 翻回 跳回 撤销上 撤回上 back previous undo return",
    "before_this": "上一 上一个 上一步 上一题 上一项 上一条 上一页 上个 上题 上面 前面 前一 前一个 前头 前边 刚才 刚刚 刚问 最前 last prior",
    "step": "步 题 问题 项 页 条 这题 那题 这项 一栏 这栏 这个 那个 question step form one",
    "over_again": "重来 重新 重填 重头 重写 重录 重做 重置 重启 从头 打头 再来 一遍 一回 清空 清零 清掉 清除 归零 推翻 推倒 不算 不算数 起头 从第一 从最开始 从一开始 起一份 restart over again reset scratch beginning start clear redo",
    "leave_off": "取消 退出 停止 停下 停吧 结束 关掉 关闭 打住 拉倒 算了 不弄 不填 不报 不登 不登记 不搞 不整 不办 不写 不说了 不聊 不申请 不想填 不想弄 不想报 懒得 先不 先别 先停 先放 先搁 先到 先这样 改天 改日 回头 下回 下次 以后 考虑 想想 太麻烦 太啰嗦 中止 终止 cancel quit exit stop abort later mind forget",
    "fill_in": "填 写 登记 填写 录 表 答 回答 说 讲 登 报 搞 弄 fill form answer",
    "pass_over": "跳过 跳 略过 略 下一个 下一题 下一项 下一步 下一条 下一 下个 空着 留空 空白 往下 往后 继续 接着 后面 下面 别的 不填 不写 不回答 不答 不想说 不方便 不便 不愿 保密 不留 不用填 过吧 过了 skip next pass blank move",
    "know_not": "不知道 不清楚 不晓得 知不道 不太清楚 不了解 不懂 不明白 不详 不知 不记得 不确定 不敢 不认识 忘 忘了 忘记 记不 记不清 记不得 记不住 记不准 想不起 想不起来 没印象 说不清 说不准 说不上 说不好 说不来 讲不清 弄不清 弄不明 搞不清 搞不懂 闹不清 拿不准 吃不准 没数 没记 没问 没问过 没打听 没留意 没注意 没留心 没在意 没听说 没算 没统计 没谱 没把握 难说 不好说 叫不上 谁知道 哪知道 鬼知道 哪记得 unsure unknown idea clue forgot remember know sure",
    "yes": "对 是 好 行 中 嗯 恩 昂 成 妥 管 可以 确认 确定 没错 同意 愿意 就这样 就是 提交 交吧 交上去 没问题 没毛病 没意见 正确 无误 属实 当然 必须 肯定 好的 好嘞 行嘞 是的 对的 不用改 就这 这样 yes yeah yep sure right correct ok agree confirm submit",
    "no": "不 没 没有 不是 不对 不行 不中 不用 不要 不愿意 不同意 不需要 别 甭 哪有 从来 压根 根本 不会 不能 没签 没签过 没合同 没电话 没收到 还没 没这 错了 no not never none nope",
    "wish": "想 要 能 请 让 帮 麻烦 给我 need want can please",
    "only": "只 才 就 光 刚 先 已经 终于 总算",
}  # fmt: skip


def _classes() -> Iterator[tuple[str, str]]:
    for name, words in _WORDS.items():
        for word in words.split():
            yield word, name


def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, name in _classes():
        found[word] = (*found.get(word, ()), name)
    return found


WORDS: Mapping[str, tuple[str, ...]] = _by_word()
"""Each word and the classes it belongs to."""


def classes(text: str) -> list[str]:
    """The classes of a lower-case text in their order; a class may come several times."""
    found: list[str] = []
    at = 0
    while at < len(text):
        word = _LETTERS.match(text, at)
        end = word.end() if word else _longest(text, at)
        found.extend(WORDS.get(text[at:end], ()))
        at = max(end, at + 1)
    return found


def _longest(text: str, at: int) -> int:
    for size in range(LONGEST, 0, -1):
        if text[at : at + size] in WORDS:
            return at + size
    return at
