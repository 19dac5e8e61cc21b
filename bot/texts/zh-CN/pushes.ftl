# News that reaches a worker. The first line says nothing that a stranger may not read.

-news = 【清薪】你反映的事有新消息，点开看。

push-no-details =
    { -news }

    { $number }：{ $status }。本人同意后，你才能看细节。

push-accepted-lead-unit =
    { -news }

    { $number }：{ $unit }接了，由它负责。接下来去核实、催办，有进展告诉你。

push-accepted-labour-inspection =
    { -news }

    { $number }：{ $unit }受理了，开始调查。

push-accepted-legal-aid =
    { -news }

    { $number }：{ $unit }同意给你法律援助，接下来会派人联系你。不收钱。

push-accepted-petition =
    { -news }

    { $number }：{ $unit }受理了你的信访，会书面答复你。

push-accepted-arbitration =
    { -news }

    { $number }：{ $unit }受理了你的仲裁申请。

push-accepted-payment-order =
    { -news }

    { $number }：{ $unit }受理了支付令申请。

push-accepted-court =
    { -news }

    { $number }：{ $unit }立案了。

push-accepted-police =
    { -news }

    { $number }：{ $unit }收下了材料，有结果会告诉你。

push-refused =
    { -news }

    { $number }：{ $unit }没有受理。
    原因：{ $ground }。{ $reason }
    还能找谁：{ $elsewhere }
    { $still }
    不同意的话，点“不同意”，会有人再看一遍。
    { $hotlines }
still-open = { $unit }那边还在办，没有停。
label-disagree = 不同意
label-find-legal-aid = 找法律援助

push-question =
    { -news }

    { $unit }问你（{ $number }）：
    { $words }
    直接回复这一条就行。

push-relay =
    { -news }

    { $unit }说（{ $number }）：
    { $words }
    要回话，直接回复这一条。

push-progress =
    { -news }

    { $number }，{ $unit }：
    { $words }

push-visit =
    { -news }

    { $number }：{ $unit }打算{ $day }去现场看。

push-promise =
    { -news }

    { $number }：{ $who }说{ $day }前给 { $sum }。
    这是对方说的，不等于钱到了。到那天我会问你。

push-promise-day =
    { -news }

    { $number }：今天是对方说给钱的日子。钱到了吗？

push-call-not-reached =
    { -news }

    { $number }：刚才打你电话没人接。方便的时候说一声，或者在这里留言。

push-call-dead-number =
    { -news }

    { $number }：你留的电话打不通。换个号码发给我，或者就在这里联系。

push-routed =
    { -news }

    { $number }：从{ $day }起，由{ $unit }负责。
    原因：{ $reason }
    { $contact }
    你不用再跑别的单位。有事在这里说，或者打 12345。
unit-contact = { $unit }电话：{ $phone }

push-handed-over =
    { -news }

    { $number }：材料已经送到{ $unit }（{ $day }）。期限照算。

push-transferred =
    { -news }

    { $number }：已转{ $recipient }，{ $day }，文号 { $document }。
    原因：干活的地方归那边管。那边没人理你，回来说一声，我们帮你问。

push-document =
    { -news }

    { $number }：{ $unit }发了文书：{ $kind }（{ $day }）。

push-is-it-paid =
    { -news }

    { $number }：{ $unit }说钱已经给了。
    { $reason }
    钱到你手里了吗？你点头才算完。

push-closed =
    { -news }

    { $number }：{ $unit }办完了，结果是：{ $outcome }。
    原因：{ $reason }
    { $still }
    不同意可以点“不同意”，也可以申请劳动仲裁或者打官司。仲裁一般要在离开单位 { $years } 年内申请。
    { $hotlines }

push-closed-paid =
    { -news }

    { $number }：办结了，结果是：{ $outcome }，以你说的为准。
    哪天发现钱不对，还在这里说。

push-facts-right =
    { -news }

    { $number }，工作人员看了你发的，记成下面这样，对不对：
    干活的地方：{ $site }
    谁欠的：{ $employer }
    欠多少：{ $amount }
    欠几个月：{ $months }
    几个人：{ $people }
    名字：{ $name }
    电话：{ $phone }
label-facts-yes = 对
label-facts-no = 不对，我来说

push-sharing-agreed =
    { -news }

    { $number }：本人同意了，你可以看细节了。发“到哪一步了”。
