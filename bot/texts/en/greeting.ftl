# What a worker reads who is not (yet) in the middle of a case.

greeting =
    Hello, I am Qingxin. I write down unpaid wages, pass them to the unit in charge, and tell you when there is news. I am a program, not an officer.
    Which site (factory, shop), who owes, how much, how many people? Say it in your own words. Voice messages and photos are fine too.

not-understood =
    I did not understand. Is it about unpaid wages, or do you want to know how your case stands? Tap a button below, or say it in other words.

unknown-command =
    There is no such command. Just write it, for example “my boss has not paid me”, or send /status.

group-chat = Others can read along in a group. Please write to me alone, then I will note it for you.

empty-message = Your message is empty. Write a few words, or send a voice message.

say-it-in-words = Received, but I cannot read this. Please say it in a few words, or send a voice message.

unsupported-kind =
    I cannot open this kind of message. I can take text, voice, photos, videos, files and places. Please send one of these.

file-too-large = This file is too large for me (at most 20 MB). Please send it in parts, or as photos.

thanks = You are welcome. I will tell you here when there is news. You can send /status at any time.

abuse-first = Anybody would be upset without their money. To tell of unpaid wages press below or just write; I take it down.
abuse = Anybody would be upset without their money. What you say is written down. Let us finish the report, so that people can work on it.

out-of-scope = I cannot help with this; I only deal with unpaid wages. For other things you can call the city hotline 12345.

cancelled = Good, we leave this for now. Write whenever you like.

choose-language = 你想用哪种语言？ / Which language?
language-zh-cn = 中文
language-en = English
language-set = Good, English from now on.

no-case-yet =
    There is no case of yours in this chat yet. To report unpaid wages, just write. If you reported before and have a new phone, send /recover.

privacy =
    What you say is stored encrypted and used for your case only.
    Your boss will not be told that it was you, unless you agree. The unit that works on your case also sees your name and phone only if you agree. Labour inspection and the arrears office can see them, because they need them for the case.
    You need not give an ID number or a bank card. Give nobody a password or a code.
    To see, correct or delete what is stored about you, send /person, and somebody will help you.

what-next =
    First: it is settled which unit is responsible, and you are told whether the case is accepted. Second: they look into it and press for payment. Third: the money comes, and it is finished only when you say so.
    I tell you each step. If nobody answers by the date, call 12333 or 12345 and give your number.
    Labour arbitration has a time limit that runs from the day you leave the site (the employer). Do not wait; you can do both at once.

how-to-add-evidence =
    Send what you have. You can report without it too: an IOU, a contract, wage sheets, transfer records, attendance records, chats with the boss, photos from the site, words of fellow workers.
    Send photos, voice messages and files right here. I keep them as they are and add them to your case.

label-complain = I have not been paid
label-status = How does my case stand?
label-legal-aid = Free legal aid
label-privacy = Will my boss know?
label-how-evidence = How to add proof
label-unknown = I don't know
label-person = Talk to a person
label-text = { $text }
value-unknown = not known
nothing = none
