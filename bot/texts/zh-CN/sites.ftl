# Codes at the gates of sites, and sites around a shared place.

site-scanned =
    这是“{ $name }”门口的码，工地编号 { $code }。
    在这儿干活没拿到钱的，直接说：谁欠的、欠多少、几个人。

site-code-noted = 记下了，工地是“{ $name }”，编号 { $code }。不是这个工地，就说是哪个。

site-code-known = 工地已经记的是“{ $name }”，编号 { $code }。

site-code-is = 编号 { $code } 是“{ $name }”。我们先把眼下这件事说完。

site-code-unknown =
    编号 { $code } 我们的台账里没有，可能抄错了，也可能还没登记。不要紧，
    直接说工地叫什么、在哪条路、谁欠你的，一样能办。

site-code-other = 编号 { $code } 是“{ $name }”，和前面记的不是一个工地。

site-near = 位置收到了，附近有这些工地。

site-none-near = 位置收到了，一公里内没有登记过的工地。
