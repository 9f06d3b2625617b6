## dynamic: open-column-
## Columns of the list of services as a table.

open-column-id = Ідентифікатор
open-column-name = Послуга
open-column-summary = Коротко
open-column-organization = Організація
open-column-situations = Ситуації
open-column-help = Види допомоги
open-column-for-whom = Для кого
open-column-minimum-age = Вік від
open-column-maximum-age = Вік до
open-column-cost = Вартість
open-column-languages = Мови
open-column-places = Місця
open-column-addresses = Адреси
open-column-towns = Населені пункти
open-column-phones = Телефони
open-column-email = Електронна пошта
open-column-website = Сайт
open-column-status = Стан
open-column-verified = Перевірено
open-column-page = Сторінка

open-cost-free = безоплатно
open-cost-paid = платно
