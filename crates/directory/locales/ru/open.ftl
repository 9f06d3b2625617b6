## dynamic: open-column-
## Columns of the list of services as a table.

open-column-id = Идентификатор
open-column-name = Услуга
open-column-summary = Коротко
open-column-organization = Организация
open-column-situations = Ситуации
open-column-help = Виды помощи
open-column-for-whom = Для кого
open-column-minimum-age = Возраст от
open-column-maximum-age = Возраст до
open-column-cost = Стоимость
open-column-languages = Языки
open-column-places = Места
open-column-addresses = Адреса
open-column-towns = Населённые пункты
open-column-phones = Телефоны
open-column-email = Электронная почта
open-column-website = Сайт
open-column-status = Состояние
open-column-verified = Проверено
open-column-page = Страница

open-cost-free = бесплатно
open-cost-paid = платно
