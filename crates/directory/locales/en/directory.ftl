## dynamic: directory-cost-
## dynamic: directory-way-
## dynamic: directory-access-
## dynamic: directory-language-
## dynamic: directory-filter-

# Everywhere
directory-sample = Sample
directory-sample-help = This entry was invented to show how the guide works. Please do not call or go there.
directory-paused = Closed for now
directory-services-title = Services
directory-services-all = All services
directory-services-count = { $count ->
    [one] { $count } service
   *[other] { $count } services
}
directory-organizations-title = Organizations
directory-places-title = Places
directory-hotlines-title = Hotlines
directory-letters-title = A to Z
directory-saved-title = Saved
directory-print = Print

# Search
directory-search-label = What do you need help with?
directory-search-placeholder = In your own words: a lawyer, medicine, somewhere to stay…
directory-search-find = Find
directory-search-suggestions = Suggestions
directory-suggest-service = Service
directory-suggest-organization = Organization
directory-suggest-place = Place
directory-suggest-situation = Situation
directory-suggest-help = Kind of help

# Home
directory-home-question = What do you need help with?
directory-home-lead = Help from libraries, public services and local organizations: where it is, when it is open, what it costs and how to ask for it.
directory-home-try = People often look for:
directory-home-try-1 = free lawyer
directory-home-try-2 = food parcel
directory-home-try-3 = psychologist
directory-home-try-4 = computer lessons
directory-home-situations = What is happening
directory-home-situations-all = All situations and kinds of help
directory-home-kinds = By kind of help
directory-home-communities = Local guides
directory-home-changed = Recently added or checked
directory-home-changed-none = Nothing has changed lately.
directory-home-numbers = This guide in numbers
directory-home-verified = Last checked
directory-home-urgent = Need somebody to talk to right now?
directory-hotlines-all = All hotlines

# The front page of an instance
directory-front-title = Guides to help
directory-front-lead = Choose your community, or search in all of them at once.
directory-front-communities = Communities
directory-front-none = There is no guide here yet
directory-front-none-help = The first one appears as soon as a community is added.

# A list of services
directory-list-words = Services for “{ $words }”
directory-filters = Filters
directory-filters-show = Show services
directory-filters-clear = Clear all
directory-filter-situation = Situation
directory-filter-help = Kind of help
directory-filter-organization = Organization
directory-filter-city = Town
directory-filter-language = Language spoken
directory-filter-cost = Cost
directory-filter-accessibility = Accessibility
directory-filter-way = How to get it
directory-filter-age = Age of the person
directory-filter-open = When
directory-filter-near = Near
directory-filter-km = How far
directory-filter-sort = Order
directory-open-any = Any time
directory-open-now = Open now
directory-open-today = Open today
directory-open-on = Open on: { $day }
directory-near-any = Anywhere
directory-near-far = Any distance
directory-near-km = { $km ->
    [one] { $km } kilometre at most
   *[other] { $km } kilometres at most
}
directory-near-chip = Near { $place }: { $km } km at most
directory-near-chip-point = the chosen point
directory-inside-chip = In this part of the map
directory-sort-relevance = Best match first
directory-sort-name = By name
directory-sort-distance = Nearest first
directory-age-chip = { $age ->
    [0] For a newborn
    [one] For the age of { $age }
   *[other] For the age of { $age }
}
directory-chips = Filters in use
directory-chip-remove = Remove filter:
directory-view-list = List
directory-view-map = Map
directory-view-print = For printing
directory-map-caption = The points have the same numbers as the list.
directory-map-caption-places = Every place of this guide whose address may be told.
directory-download = Take this list along:
directory-download-csv = CSV table
directory-download-xlsx = Excel table
directory-download-geojson = GeoJSON map data
directory-download-hsds = open data (HSDS)
directory-distance = { $km } km away
directory-distance-near = less than 100 m away
directory-fact-free = free of charge
directory-fact-online = online
directory-fact-phone = by phone
directory-fact-hidden-place = address told by phone
directory-fact-without-speaking = can be reached without speaking
directory-fact-more-places = { $count ->
    [one] and { $count } more place
   *[other] and { $count } more places
}

# When nothing fits
directory-nothing = Nothing was found
directory-nothing-words = Nothing was found for “{ $words }”
directory-nothing-help = This does not mean there is no help. Try:
directory-nothing-all = all services of this guide
directory-nothing-hotlines = hotlines: they advise on where to turn
directory-nothing-without = the same without filters
directory-nothing-situations = choosing a situation from the list
directory-loosened = Nothing fits exactly, so here is what comes close.
directory-loosened-corrected = We looked for “{ $words }”.
directory-loosened-some-words = These entries have only some of your words.
directory-loosened-without = Left out: { $filter }.
directory-loosened-drop = See the whole list without it
directory-meant = Did you mean

# For printing
directory-print-back = Back to the list
directory-print-made = printed on
directory-print-service = Service
directory-print-where = Where
directory-print-phone = Telephone
directory-print-cut = Only the first 200 of { $count } services are printed. Use filters to make the list shorter.

# A service
directory-service-at-hand = Opening hours, telephone and address
directory-service-online = Get it online
directory-service-by-phone = You can get this help by phone.
directory-service-alert = Please note:
directory-service-paused = This service is closed for now. Please call before you go.
directory-service-apply = How to ask for help
directory-service-facts = Good to know
directory-service-about = What it is about
directory-service-related = Similar help nearby
directory-fact-eligibility = Who it is for
directory-fact-ages = Age
directory-fact-ages-from = from { $from }
directory-fact-ages-to = up to { $to }
directory-fact-ages-between = { $from } to { $to }
directory-fact-documents = What to bring
directory-fact-documents-none = Nothing is needed
directory-fact-cost = Cost
directory-fact-languages = Languages
directory-fact-interpretation = Interpreting
directory-fact-access = Accessibility
directory-fact-transport = How to get there
directory-fact-wait = How long to wait
directory-fact-area = Where people are served
directory-fact-capacity = Free places
directory-fact-capacity-of = { $available } of { $maximum }
directory-fact-program = Part of the programme
directory-fact-funding = Who pays for it
directory-fact-accreditations = Licences and accreditation
directory-fact-contact = Whom to ask
directory-fact-links = More on the web
directory-fact-parent = Part of
directory-fact-year = Founded in
directory-cost-unknown = Please ask about the cost
directory-cost-free = Free of charge
directory-cost-paid = For a fee
directory-cost-amount = { $amount } { $currency }
directory-way-in-person = Come in person
directory-way-phone = By phone
directory-way-online = Online
directory-way-sms = By text message
directory-way-telegram = By Telegram
directory-way-viber = By Viber
directory-way-whatsapp = By WhatsApp
directory-way-chat = By chat
directory-way-email = By e-mail
directory-way-video-sign = Sign language by video
directory-ways-title = Reach them without speaking or hearing
directory-ways-help = If you cannot speak or hear on the phone, write or use sign language by video:
directory-ways-short = Without speaking:
directory-ways-sms = Text message (SMS) to { $address }
directory-ways-telegram = Telegram
directory-ways-viber = Viber
directory-ways-whatsapp = WhatsApp
directory-ways-chat = Chat on the website
directory-ways-email = E-mail { $address }
directory-ways-video-sign = Sign language by video
directory-phone-text = text messages
directory-phone-textphone = textphone
directory-phone-video = video call
directory-phone-hotline = hotline
directory-phone-extension = extension { $number }

# Checked
directory-checked-on = Checked on { $date }
directory-checked-old = Checked long ago, on { $date }
directory-checked-never = Not checked yet
directory-checked-old-warning = This was checked long ago, on { $date }. Please call first.
directory-checked-never-warning = Nobody has checked this entry yet. Please call first.
directory-changed-checked = Checked on { $date }
directory-changed-edited = Changed on { $date }

# Hours
directory-hours-title = Hours
directory-hours-today = today
directory-hours-closed = closed
directory-hours-changes = Different hours
directory-hours-unknown = Hours unknown
directory-hours-unknown-help = Nobody has told us the hours. That does not mean it is closed: please call and ask.
directory-hours-always = Open around the clock, every day
directory-hours-always-short = Around the clock
directory-hours-open = Open until { $time }
directory-hours-soon = Closes soon, at { $time }
directory-hours-later = Closed, opens today at { $time }
directory-hours-tomorrow = Closed, opens tomorrow at { $time }
directory-hours-on = Closed, opens on { $day ->
    [mo] Monday
    [tu] Tuesday
    [we] Wednesday
    [th] Thursday
    [fr] Friday
    [sa] Saturday
   *[su] Sunday
} at { $time }
directory-hours-date = Closed until { $date }
directory-hours-closed-now = Closed now
directory-hours-appointment = by appointment
directory-hours-also = Also: { $dates }, { $times }
directory-hours-change-closed = { $date }: closed
directory-hours-change-open = { $date }: { $times }
directory-hours-change-days = { $from } – { $to }

# Places
directory-places-lead = Where help is given, with hours and how accessible it is.
directory-places-none = No places yet
directory-place-confidential = To keep people safe, the address is told by phone only.
directory-place-route-phone = Route on your phone
directory-place-route-map = On OpenStreetMap
directory-place-services = Help given here
directory-place-no-services = No services are listed at this place yet.
directory-access-unknown = Nobody has told us yet. Please call and ask.
directory-access-step-free = No steps at the entrance
directory-access-ramp = Ramp
directory-access-lift = Lift
directory-access-accessible-toilet = Accessible toilet
directory-access-parking = Parking for people with disabilities
directory-access-hearing-loop = Hearing loop
directory-access-sign-language = Sign language
directory-access-tactile = Tactile signs and paths
directory-access-large-print = Large print

# Organizations
directory-organizations-lead = Who helps here: libraries, public services, charities, self-help groups.
directory-organizations-none = No organizations yet
directory-organization-reach = How to reach the organization
directory-organization-no-contact = No telephone or e-mail is known yet.
directory-organization-services = What help they give
directory-organization-no-services = No services are listed yet.
directory-organization-more = All services of this organization
directory-identifier-ua-edr = EDRPOU code
directory-identifier-ru-ogrn = OGRN number
directory-identifier-ru-inn = INN number
directory-identifier-kz-bin = BIN number

# Situations and kinds of help
directory-situations-title = Situations
directory-terms-title = Situations and kinds of help
directory-terms-lead = Choose what is closest to you. If you are not sure, choose anything: every page leads on.
directory-term-hotlines = Call now
directory-term-narrower = More exactly
directory-term-none = No services are listed here yet
directory-term-none-help = The hotlines will advise you on where to turn.
directory-term-broader = Nothing is listed for exactly this yet. Here is help on the wider topic: { $name }.
directory-term-all = All services on this topic, with filters
directory-term-more = All of them
directory-urgent-title = In danger right now?
directory-urgent = Call 112. If you cannot speak, send a message: ways to do so are shown beside each number.

# Hotlines
directory-hotlines-lead = Call if you do not know where to begin. Lines that answer around the clock come first.
directory-hotlines-none = No hotlines yet
directory-hotlines-none-help = In danger, call 112.

# A to Z
directory-letters-nav = Letters
directory-letters-none = Nothing here yet
directory-letters-organizations = { $count ->
    [one] { $count } organization
   *[other] { $count } organizations
}

# Saved and shared
directory-saved-lead = This list is kept only in this browser. No account is needed and nobody else sees it.
directory-saved-noscript = The list is kept by a script in your browser, and scripts are switched off here. You can bookmark pages instead.
directory-saved-none = Nothing saved yet
directory-saved-none-help = On the page of a service, press “Save”. It will be waiting for you here.
directory-saved-remove = Remove
directory-share-title = Take it along or pass it on
directory-share-vcard = Contact card for the phone
directory-share-qr = QR code
directory-share-qr-words = QR code that opens this page

# Something is wrong here
directory-report-link = Something is wrong here?
directory-report-title = What is wrong here?
directory-report-lead = Tell us in your own words: a telephone that does not answer, other hours, a closed door. No account is needed.
directory-report-text = What is wrong
directory-report-text-hint = Please write nothing about your health or your family: it is not needed to correct the entry.
directory-report-contact = How can we reach you
directory-report-contact-hint = An e-mail or a telephone, only if you would like an answer.
directory-report-send = Send
directory-report-back = Back without sending
directory-report-trap = Leave this field empty
directory-report-hurry = Please press “Send” once more: this is how we tell people from machines
directory-thanks-title = Thank you
directory-thanks-lead = We have your message. The people who keep this guide will check the entry, usually within a few days.
directory-thanks-back = Back to the page

# Gone
directory-gone-title = This entry is no longer in the guide
directory-gone = The help may have ended or moved elsewhere. Please look for something similar.

# Languages spoken
directory-language-ar = Arabic
directory-language-az = Azerbaijani
directory-language-ba = Bashkir
directory-language-be = Belarusian
directory-language-bg = Bulgarian
directory-language-crh = Crimean Tatar
directory-language-cs = Czech
directory-language-cv = Chuvash
directory-language-de = German
directory-language-en = English
directory-language-es = Spanish
directory-language-fa = Persian
directory-language-fr = French
directory-language-he = Hebrew
directory-language-hu = Hungarian
directory-language-hy = Armenian
directory-language-it = Italian
directory-language-ka = Georgian
directory-language-kca = Khanty
directory-language-kk = Kazakh
directory-language-ko = Korean
directory-language-ky = Kyrgyz
directory-language-mn = Mongolian
directory-language-mns = Mansi
directory-language-pl = Polish
directory-language-ro = Romanian
directory-language-rom = Romani
directory-language-ru = Russian
directory-language-sgn = Sign language
directory-language-tg = Tajik
directory-language-tk = Turkmen
directory-language-tr = Turkish
directory-language-tt = Tatar
directory-language-ug = Uyghur
directory-language-uk = Ukrainian
directory-language-uz = Uzbek
directory-language-vi = Vietnamese
directory-language-zh = Chinese
