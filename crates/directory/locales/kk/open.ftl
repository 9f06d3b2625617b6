## dynamic: open-column-
## Columns of the list of services as a table.

open-column-id = Сәйкестендіргіш
open-column-name = Қызмет
open-column-summary = Қысқаша
open-column-organization = Ұйым
open-column-situations = Жағдайлар
open-column-help = Көмек түрлері
open-column-for-whom = Кімге арналған
open-column-minimum-age = Ең кіші жас
open-column-maximum-age = Ең үлкен жас
open-column-cost = Құны
open-column-languages = Тілдер
open-column-places = Орындар
open-column-addresses = Мекенжайлар
open-column-towns = Елді мекендер
open-column-phones = Телефондар
open-column-email = Электрондық пошта
open-column-website = Сайт
open-column-status = Күйі
open-column-verified = Тексерілген күні
open-column-page = Бет

open-cost-free = тегін
open-cost-paid = ақылы
