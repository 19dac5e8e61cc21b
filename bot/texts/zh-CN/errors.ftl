# What went wrong, kindly.

error-unexpected = 出了点问题，这一步没做成。已经记着的都在，过一会儿再试一次。
error-bad-value = 这个数不对，再看看。
error-not-found = 没有找到。
error-case-not-found = 没有找到这个案件，或者你看不到它。
error-not-allowed = 这一步你做不了。
error-already-done = 已经做过了，没有重复做。
error-already-acknowledged = 已经有人确认了。
error-configuration = 系统没有设置好。
error-number-shape = 编号不对，像 JX2026-0000123-7。
error-number-check = 编号对不上，可能打错了一个字。看着回执再打一遍。
error-move = 现在这个状态做不了这一步。
error-move-role = 这一步不由你的岗位来做。
error-role = 你的岗位做不了这一步。
error-not-your-case = 这件不在本单位手上。
error-designated = 已经两次异议，由治欠办指定为准。
error-refuse-unit = 只有劳动监察和治欠办能决定不受理。本单位请用 /object 提异议。
error-second-officer = 要由另一位有权限的人确认。
error-no-such-officer = 没有这个人，或者已经停用。
error-filed-already = 这件已经交上去了，不能再这样补。请用 /progress 或 /note。
error-masked = 工人没有同意让本单位看名字和电话。可以用 /ask 或 /reply 在这里联系。
error-leave-order = 日期不对：先写开始，再写结束，不能早于今天。
error-date-past = 这个日期已经过了。
error-date-future = 文书日期不能晚于今天。
