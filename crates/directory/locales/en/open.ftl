## dynamic: open-column-
## Columns of the list of services as a table.

open-column-id = Identifier
open-column-name = Service
open-column-summary = In short
open-column-organization = Organization
open-column-situations = Situations
open-column-help = Kinds of help
open-column-for-whom = For whom
open-column-minimum-age = From age
open-column-maximum-age = To age
open-column-cost = Cost
open-column-languages = Languages
open-column-places = Places
open-column-addresses = Addresses
open-column-towns = Towns
open-column-phones = Phones
open-column-email = E-mail
open-column-website = Website
open-column-status = Status
open-column-verified = Last checked
open-column-page = Page

open-cost-free = free of charge
open-cost-paid = for a fee
