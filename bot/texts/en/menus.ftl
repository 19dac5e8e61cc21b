# The menu of commands that a chat shows beside its input line.

menu-new = Report unpaid wages
menu-status = How does my case stand?
menu-receipt = Receipt to print
menu-evidence = How to add proof
menu-legal = Free legal aid
menu-board = The site has no rights board
menu-paid = Money has arrived
menu-object = I do not accept the result
menu-withdraw = Withdraw
menu-recover = New phone: get my case back
menu-person = Talk to a person
menu-language = Change the language
menu-inbox = Cases and items on the table
menu-today = Due, promised and unanswered today
menu-case = Show a case
menu-accept = Accept
menu-progress = Progress, which the worker reads
menu-promise = Somebody promised to pay
menu-doc = Record a document
menu-print = Print a sheet
menu-close = Close
menu-help = All commands

menu-copy = A copy of your file
