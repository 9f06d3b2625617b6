## The frame of every page

shell-brand = Kolo
shell-tagline = Find help near you
shell-skip = Skip to content
shell-menu = Menu
shell-nav = Sections
shell-languages = Language
shell-look = Page appearance
shell-desk = Desk
shell-sign-in = Sign in
shell-sign-out = Sign out
shell-sign-out-name = Sign out ({ $name })
shell-home = Home
shell-crumbs = You are here
shell-search = Search
shell-search-label = What to look for
shell-search-placeholder = Lawyer, medicine, housing…
shell-search-suggestions = Suggestions
shell-sample-title = Sample.
shell-sample = Some entries here were made up for demonstration and are not real services. They are marked.
shell-foot-about = This guide is kept by libraries and their partners.
shell-foot-look = Easier reading
shell-foot-staff = For those who keep the guide
shell-permissions = Who may do what
shell-software = Runs on Kolo, free software for libraries.

## How pages look
## dynamic: preferences-scheme- preferences-size- preferences-spacing- preferences-images- preferences-motion-

preferences-title = Page appearance
preferences-lead = Your choice is remembered in this browser and works on every page.
preferences-back = Back to the page
preferences-chosen = chosen
preferences-sample = Aa
preferences-scheme = Colours
preferences-scheme-auto = As on the device
preferences-scheme-light = Light
preferences-scheme-dark = Dark
preferences-scheme-black-on-white = Black on white
preferences-scheme-white-on-black = White on black
preferences-scheme-blue = Blue on light blue
preferences-scheme-brown = Brown on beige
preferences-size = Size of letters
preferences-size-100 = 100%
preferences-size-125 = 125%
preferences-size-150 = 150%
preferences-size-200 = 200%
preferences-spacing = Space between letters and lines
preferences-spacing-normal = Normal
preferences-spacing-wide = Wider
preferences-spacing-wider = Widest
preferences-images = Pictures
preferences-images-on = Show
preferences-images-off = Replace with words
preferences-motion = Movement on the page
preferences-motion-on = Allow
preferences-motion-off = Turn off

## Forms

form-save = Save
form-cancel = Cancel
form-delete = Delete
form-apply = Show
form-optional = optional
form-choose = Choose from the list
form-choose-none = Not chosen
form-error = Error:
form-mistakes = { $count ->
    [one] Please check { $count } field
   *[other] Please check { $count } fields
}
form-needed = Fill in this field
form-too-long = { $limit ->
    [one] Shorten the text: there is room for { $limit } character
   *[other] Shorten the text: there is room for { $limit } characters
}
form-not-an-email = Write the whole address, for example library@example.org

## Long lists

pager-label = Pages of the list
pager-before = Previous
pager-after = Next
pager-where = Page { $page } of { $pages }

## Taking a page along

share-save = Save
share-saved = Saved
share-copy = Copy the address of this page
share-copied = Copied

## The map: words on its buttons, letters of its sides and units, each pair parted by a space

map-closer = Closer
map-farther = Farther
map-sides = N S E W
map-units = m km
map-many = places here

## Pages that say no, and what to do next
## dynamic: error-

error-home = To the home page
error-urgent = If you need help at once, call
error-not-found-title = There is no such page
error-not-found = It may have moved, or there is a slip in the address. Try to find what you need from the home page.
error-sign-in-title = Sign in first
error-sign-in = This page is for those who keep the guide. You do not need to sign in to look for help.
error-forbidden-title = This page is not open to you
error-forbidden = Your role does not give access here. If your work needs it, ask the coordinator of the community.
error-refused-title = This is not possible now
error-internal-title = Something broke on our side
error-internal = You did nothing wrong. What happened has been recorded. Please try again in a few minutes.
error-too-many = Too many requests came from your address. Wait a minute and try again.
error-too-slow = The server did not answer in time. Try again in a minute.
error-foreign-form = The request did not come from one of our pages, so we did not carry it out. Open the page you need and repeat the action.
error-form-expired = The page has expired: since then you signed in again or signed out. Go back, reload the page and send the form once more.
error-bad-form = What was sent does not look like a form or is too large. Go back and try again.
error-bad-query = There is something in this address that we do not understand. Start your search again from the home page.

## Who may do what
## dynamic: role- permission-

permissions-title = Who may do what
permissions-lead = The program draws this table from its own rules, so it is always true.
permissions-table = Actions and roles
permissions-what = Action
permissions-yes = yes
permissions-no = no
permission-public = Read public pages
permission-signed-in = Look after one’s own account
role-visitor = Visitor
role-member = Member of an organization
role-editor = Editor of an organization
role-volunteer = Volunteer
role-specialist = Specialist
role-juror = Juror
role-auditor = Auditor
role-coordinator = Coordinator of a community
role-operator = Operator of the instance

## Days
## dynamic: date-month- date-weekday-

date-day = { $day } { $month } { $year }
date-today = today
date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December
date-weekday-1 = Monday
date-weekday-2 = Tuesday
date-weekday-3 = Wednesday
date-weekday-4 = Thursday
date-weekday-5 = Friday
date-weekday-6 = Saturday
date-weekday-7 = Sunday
date-weekday-short-1 = Mon
date-weekday-short-2 = Tue
date-weekday-short-3 = Wed
date-weekday-short-4 = Thu
date-weekday-short-5 = Fri
date-weekday-short-6 = Sat
date-weekday-short-7 = Sun

## The style page
## dynamic: design-accent-

design-title = Parts of pages
design-lead = Everything pages are made of, in every colour scheme. For whoever writes a new page.
design-words = Words
design-sentence = Happiness is a porch, a warm meal and kind people nearby
design-letters = Letters: ґ Ґ є Є і І ї Ї, ә Ә ғ Ғ қ Қ ң Ң ө Ө ұ Ұ ү Ү һ Һ, ё Ё ъ ы э; figures 0123456789.
design-link = A link
design-schemes = Colour schemes
design-accents = Colours of communities
design-accent-clay = Clay
design-accent-river = River
design-accent-plum = Plum
design-accent-ochre = Ochre
design-tiles = Situations
design-list = List
design-entry-title = Free advice from a lawyer
design-entry-by = Regional library
design-entry-text = A lawyer explains which payments are due to you and helps to write an application.
design-filters = Filters
design-filter = Cost
design-facts = Facts
design-phone = Telephone
design-hours = Opening hours
design-open = Open until 18:00
design-closed = closed
design-tag = Free
design-empty = Nothing was found
design-meter = Readers at home
design-chart = Visitors by month
design-chart-table = The same figures as a table
design-form = Form
design-field = Name of the service
design-field-hint = As you would say it to a neighbour
design-field-wrong = E-mail
design-choice = First letter

community-refused-slug-taken = Another community has this name in addresses already. Choose another one.
community-refused-zone = There is no such time zone. Write it like Europe/Kyiv.
community-refused-nameless = Write the name in the main language.
community-refused-parent = The community above does not exist.
