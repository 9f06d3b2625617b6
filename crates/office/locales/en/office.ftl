office-desk-title = Desk
office-desk-greeting = Good to see you, { $name }.
office-desk-roles = Your roles here:
office-desk-work = What you can do
office-desk-nothing = You have no role here yet
office-desk-ask = Ask the coordinator of the community to invite you.
office-desk-places = Where you have roles
office-desk-own = About you
office-desk-account = Your account

office-audit-title = Audit log
office-audit-lead = Who did what, and when. Nothing here can be changed or deleted without it being noticed. Contents are never recorded, only the names of fields.
office-audit-fits = The latest entries fit together.
office-audit-sealed = Sealed up to entry { $number }, { $at }.
office-audit-unsealed = No entry is sealed yet. Seals are set every hour.
office-audit-damaged = The log was tampered with.
office-audit-what-to-do = Entries after this place cannot be relied on. Tell the operator of the instance: a backup shows what was written there.
office-audit-check-title = Check of the whole log
office-audit-whole = The log is whole.
office-audit-walked = { $count ->
    [one] { $count } entry was read from beginning to end; it is what was written.
   *[other] { $count } entries were read from beginning to end; all are what was written.
}
office-audit-how = Every entry carries a checksum of itself and of the one before it. Each hour the last one is sealed with a key that is kept outside the database.
office-audit-filter = Filter
office-audit-verb = Action
office-audit-kind = What it was done to
office-audit-any = Everything
office-audit-everything = Show everything
office-audit-count = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
office-audit-none = There are no such entries
office-audit-number = No. { $number }
office-audit-fields = Fields:
office-audit-house = Kolo itself

office-damage-missing = Entry { $number } is missing.
office-damage-changed = Entry { $number } was changed after it was written.
office-damage-rewritten = The entries from { $from } to { $to } do not match their seal: at least one of them was written anew.
office-damage-seal = The seal of entry { $number } is false.

office-jobs-title = Job board
office-jobs-lead = What Kolo does after the answer: letters, notices, work by the clock. What failed is tried again by itself; after twelve tries it waits for you.
office-jobs-waiting = { $count ->
    [one] { $count } job waits
   *[other] { $count } jobs wait
}
office-jobs-dead = { $count ->
    [one] { $count } gave up
   *[other] { $count } gave up
}
office-jobs-none = Nothing waits and nothing gave up
office-job-dead = gave up
office-job-waiting = waits
office-job-running = running
office-job-periodic = by the clock
office-job-due = Next: { $at }
office-job-ended = Gave up: { $at }
office-job-tries = { $count ->
    [one] { $count } try
   *[other] { $count } tries
}
office-job-retry = Try again
office-flash-retried = The job is back in the line.

office-may-audit = Read the audit log
office-may-run-jobs = See jobs and try again what gave up

## Names of acts and records in the audit log; each module may give its own, others are shown as they are
## dynamic: verb- kind-

verb-office-seal = Seal the audit log
verb-office-retry_job = Try a job again
verb-office-set = Change a setting
verb-platform-found_community = Found a community
kind-community = Community
kind-job = Job
kind-audit_chain = Audit log
