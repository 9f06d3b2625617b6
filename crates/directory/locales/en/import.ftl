### What an import says to whoever brings a directory in.
## dynamic: import-summary- import-severity- import-mend- import-row-

import-severity-error = error
import-severity-warning = warning
import-severity-note = note
import-summary-dry = This was a trial run: nothing was saved.
import-summary-counts = { $what }: new { $created }, changed { $changed }, unchanged { $unchanged }, left out { $skipped }
import-summary-problems = Errors: { $errors }. Warnings: { $warnings }. Notes: { $notes }.
import-summary-organization = Organizations
import-summary-program = Programs
import-summary-service = Services
import-summary-location = Places
import-summary-taxonomy = Vocabularies
import-summary-taxonomy-term = Terms
import-made-taxonomy = Terms of { $source }
import-refused-missing = There is nothing at { $file }.
import-refused-unknown = { $file } holds no HSDS data: neither tables, nor JSON, nor an archive of them.
import-refused-empty = Not a single record was found in { $file }.
import-refused-damaged = { $file } is damaged and cannot be read to its end. Nothing was imported.
import-refused-truncated = { $file } breaks off after line { $line }. Nothing was imported.
import-refused-too-large = { $file } is too large.
import-refused-bomb = { $file } unpacks to something improbably large and was not read.
import-refused-too-many-files = There are too many files in { $file }.
import-refused-header = The first line of { $file } cannot be read as names of columns.
import-refused-disk = There is no room for temporary files.
import-refused-address = This address cannot be used: { $url }. It must begin with http:// or https:// and carry no password.
import-refused-answer = { $url } answered { $status }.
import-refused-page = The answer of { $url } is not a page of HSDS.
import-refused-unreachable = { $url } could not be reached.
import-row-unreadable = The record is not valid JSON (near column { $column }).
import-row-too-long = The record is too long and was left out.
import-row-too-many-columns = The row has too many columns and was left out.
import-row-too-many-parts = The record has more than { $most } parts; the rest was left out.
import-row-longer-than-header = The row has more values than the table has columns.
import-row-unknown-kind = It is not clear what this record is: an organization, a service, a place or something else.
import-row-no-id = The record has no id and was left out: it could not be found again.
import-row-long-id = The id is too long; the record was left out.
import-row-no-name = The record has no name and was left out.
import-row-twice = A record with this id came before; this one was left out.
import-row-no-owner = The row does not say to what it belongs and was left out.
import-row-no-place = It does not say at which place the service is given.
import-row-no-organization = It does not say which organization is responsible; the record was left out.
import-row-part-alone = Such a record counts only together with the one it belongs to; it was left out.
import-rows-empty =
    { $count ->
        [one] { $count } row in which only ids are filled in was left out.
       *[other] { $count } rows in which only ids are filled in were left out.
    }
import-column-unknown =
    { $count ->
        [one] This column is not known; { $count } value was not imported.
       *[other] This column is not known; { $count } values were not imported.
    }
import-file-unknown = The file is not part of HSDS and was not read.
import-row-unknown-owner =
    The package has no { $kind ->
        [organization] organization
        [program] program
        [service] service
        [location] place
        [service_at_location] service at a place
        [contact] contact
        [phone] phone
        [taxonomy] vocabulary
        [taxonomy_term] term
       *[record] record
    } “{ $owner }”; the row was left out.
import-mend-trimmed = Spaces at the edges were removed.
import-mend-breaks = \n was made a line break.
import-mend-markup = HTML markup was made plain text.
import-mend-control = Invisible control characters were removed.
import-mend-letters = Spoilt letters were put right: { $value }
import-mend-encoding = The text is not UTF-8; it was read as { $page }.
import-mend-url = The web address was completed: { $value }
import-mend-url-lost = This is no web address and was left out: { $value }
import-mend-url-second = There is room for one web address only; left out: { $value }
import-mend-email-lost = This is no e-mail address and was left out: { $value }
import-mend-email-second = There is room for one e-mail address only; left out: { $value }
import-mend-number-lost = This is no number that fits here, left out: { $value }
import-mend-date-lost = This is no date that can be used, left out: { $value }
import-mend-date-guessed = It is not certain which is the day and which the month; read as month/day: { $value }
import-mend-time-lost = This is no time of day, left out: { $value }
import-mend-time-rest = Only the time was taken from: { $value }
import-mend-time-guessed = Taken for an hour of the afternoon: { $value }
import-mend-byday = Days of the week were put into the form of the standard: { $value }
import-mend-holiday-lost = The days of this exception are not known for any one year; it was left out.
import-mend-status-blank = No status was given; taken as in use.
import-mend-status = The status “{ $value }” was taken as “{ $status }”.
import-mend-choice-lost = The word is not one of those known here and was left out: { $value }
import-mend-type-words = The kind of number is not known and became part of the description: { $value }
import-mend-phone-lost = There is no number to dial here, left out: { $value }
import-mend-phone-long = More than a number is written here; the whole text became its description: { $value }
import-mend-phone-rest = What stood beside the number became its description: { $value }
import-mend-extension = The extension was parted from the number.
import-mend-point-lost = This is no point on the map, left out: { $value }
import-mend-country-blank = No country was given; taken as { $country }.
import-mend-country = The country “{ $value }” is not known; taken as { $country }.
import-mend-language-words = This names no single language and became part of the words about interpreters: { $value }
import-mend-name-long = The name is too long and was shortened: { $value }
import-mend-ages-swapped = The lowest age was above the highest; they were exchanged: { $value }
import-mend-circle = The broader record stands below this one; the tie was left out: { $value }
import-mend-parent-lost = The broader record is nowhere to be found: { $value }
import-mend-organization-made = The organization “{ $value }” is not in the source; one was made with the name of this service.
import-mend-owner-lost = The organization “{ $value }” is not in the source; the place belongs to nobody.
import-mend-program-lost = The program “{ $value }” is not in the source.
import-mend-term-lost = The term “{ $value }” is not in the source.
import-mend-unit-lost = The unit “{ $value }” is not in the source; the free places were left out.
import-mend-repeated = The same was said twice; once is enough.
