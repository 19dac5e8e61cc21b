# What went wrong, kindly.

error-unexpected = Something went wrong and this step was not done. What was noted before is kept. Please try again in a while.
error-bad-value = This value is not right. Please look at it again.
error-not-found = Nothing was found.
error-case-not-found = There is no such case, or it is not yours to see.
error-not-allowed = You cannot do this step.
error-already-done = This was done before. Nothing was done twice.
error-already-acknowledged = Somebody has acknowledged it already.
error-configuration = The system is not set up properly.
error-number-shape = This is not a case number. One looks like JX2026-0000123-7.
error-number-check = This number does not fit. Perhaps one character is wrong: please copy it from the receipt again.
error-move = This step cannot be done in the present state.
error-move-role = This step is not for your post.
error-role = Your post cannot do this step.
error-not-your-case = This case is not with your unit.
error-designated = There have been two objections. What the arrears office designates stands.
error-refuse-unit = Only labour inspection and the arrears office can refuse a case. Please object with /object.
error-second-officer = Another officer with that right has to confirm.
error-no-such-officer = There is no such officer, or the post is suspended.
error-filed-already = This case has been handed in and cannot be completed like this. Please use /progress or /note.
error-masked = The worker has not agreed that your unit sees name and phone. You can write here with /ask or /reply.
error-leave-order = The dates do not fit: first the start, then the end, not before today.
error-date-past = This date has passed.
error-date-future = A document cannot be dated later than today.
