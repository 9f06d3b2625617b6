## dynamic: directory-cost-
## dynamic: directory-way-
## dynamic: directory-access-
## dynamic: directory-language-
## dynamic: directory-filter-

# Усюди
directory-sample = Приклад
directory-sample-help = Цей запис вигадано, щоб показати, як працює путівник. Будь ласка, не телефонуйте й не приходьте туди.
directory-paused = Тимчасово не працює
directory-services-title = Послуги
directory-services-all = Усі послуги
directory-services-count = { $count ->
    [one] { $count } послуга
    [few] { $count } послуги
    [many] { $count } послуг
   *[other] { $count } послуги
}
directory-organizations-title = Організації
directory-places-title = Місця
directory-hotlines-title = Гарячі лінії
directory-letters-title = Від А до Я
directory-saved-title = Збережене
directory-print = Надрукувати

# Пошук
directory-search-label = З чим вам потрібна допомога?
directory-search-placeholder = Своїми словами: юрист, ліки, житло…
directory-search-find = Знайти
directory-search-suggestions = Підказки
directory-suggest-service = Послуга
directory-suggest-organization = Організація
directory-suggest-place = Місце
directory-suggest-situation = Ситуація
directory-suggest-help = Вид допомоги

# Головна
directory-home-question = З чим вам потрібна допомога?
directory-home-lead = Допомога бібліотек, державних служб і місцевих організацій: де вона, коли приймають, скільки коштує і як звернутися.
directory-home-try = Часто шукають:
directory-home-try-1 = безкоштовний юрист
directory-home-try-2 = продукти
directory-home-try-3 = психолог
directory-home-try-4 = курси комп’ютера
directory-home-situations = Що відбувається
directory-home-situations-all = Усі ситуації та види допомоги
directory-home-kinds = За видом допомоги
directory-home-communities = Місцеві путівники
directory-home-changed = Нове й щойно перевірене
directory-home-changed-none = Останнім часом нічого не змінилося.
directory-home-numbers = Путівник у цифрах
directory-home-verified = Востаннє перевіряли
directory-home-urgent = Потрібно поговорити з кимось просто зараз?
directory-hotlines-all = Усі гарячі лінії

# Перша сторінка
directory-front-title = Путівники допомоги
directory-front-lead = Виберіть свою громаду або шукайте в усіх одразу.
directory-front-communities = Громади
directory-front-none = Тут ще немає жодного путівника
directory-front-none-help = Перший з’явиться, щойно додадуть громаду.

# Список послуг
directory-list-words = Послуги за словами «{ $words }»
directory-filters = Фільтри
directory-filters-show = Показати послуги
directory-filters-clear = Скинути все
directory-filter-situation = Ситуація
directory-filter-help = Вид допомоги
directory-filter-organization = Організація
directory-filter-city = Населений пункт
directory-filter-language = Мова спілкування
directory-filter-cost = Вартість
directory-filter-accessibility = Доступність
directory-filter-way = Як отримати
directory-filter-age = Вік людини
directory-filter-open = Коли
directory-filter-near = Поблизу
directory-filter-km = Як далеко
directory-filter-sort = Порядок
directory-open-any = Будь-коли
directory-open-now = Працює зараз
directory-open-today = Працює сьогодні
directory-open-on = Працює в такий день: { $day }
directory-near-any = Будь-де
directory-near-far = На будь-якій відстані
directory-near-km = { $km ->
    [one] Не далі ніж { $km } кілометр
    [few] Не далі ніж { $km } кілометри
    [many] Не далі ніж { $km } кілометрів
   *[other] Не далі ніж { $km } кілометра
}
directory-near-chip = { $place }: до { $km } км
directory-near-chip-point = Вибрана точка
directory-inside-chip = У цій частині карти
directory-sort-relevance = Спершу найвідповідніші
directory-sort-name = За назвою
directory-sort-distance = Спершу найближчі
directory-age-chip = { $age ->
    [0] Для немовляти
    [one] Вік: { $age } рік
    [few] Вік: { $age } роки
    [many] Вік: { $age } років
   *[other] Вік: { $age } року
}
directory-chips = Увімкнені фільтри
directory-chip-remove = Прибрати фільтр:
directory-view-list = Списком
directory-view-map = На карті
directory-view-print = Для друку
directory-map-caption = Точки мають ті самі числа, що й список.
directory-map-caption-places = Усі місця путівника, адресу яких можна назвати.
directory-download = Взяти список із собою:
directory-download-csv = таблиця CSV
directory-download-xlsx = таблиця Excel
directory-download-geojson = карта GeoJSON
directory-download-hsds = відкриті дані (HSDS)
directory-distance = { $km } км від вас
directory-distance-near = менш ніж 100 м від вас
directory-fact-free = безкоштовно
directory-fact-online = онлайн
directory-fact-phone = телефоном
directory-fact-hidden-place = адресу скажуть телефоном
directory-fact-without-speaking = можна звернутися без розмови
directory-fact-more-places = { $count ->
    [one] і ще { $count } місце
    [few] і ще { $count } місця
    [many] і ще { $count } місць
   *[other] і ще { $count } місця
}

# Нічого не знайшлося
directory-nothing = Нічого не знайшлося
directory-nothing-words = Нічого не знайшлося за словами «{ $words }»
directory-nothing-help = Це не означає, що допомоги немає. Спробуйте:
directory-nothing-all = усі послуги путівника
directory-nothing-hotlines = гарячі лінії: там порадять, куди звернутися
directory-nothing-without = те саме без фільтрів
directory-nothing-situations = вибрати ситуацію зі списку
directory-loosened = Точного збігу немає, ось найближче.
directory-loosened-corrected = Ми шукали «{ $words }».
directory-loosened-some-words = У цих записах є лише частина ваших слів.
directory-loosened-without = Без цієї умови: { $filter }.
directory-loosened-drop = Весь список без неї
directory-meant = Можливо, ви шукали

# Для друку
directory-print-back = Назад до списку
directory-print-made = надруковано
directory-print-service = Послуга
directory-print-where = Де
directory-print-phone = Телефон
directory-print-cut = Надруковано лише перші 200 послуг із { $count }. Щоб скоротити список, скористайтеся фільтрами.

# Послуга
directory-service-at-hand = Години, телефон і адреса
directory-service-online = Отримати онлайн
directory-service-by-phone = Цю допомогу можна отримати телефоном.
directory-service-alert = Зверніть увагу:
directory-service-paused = Зараз ця послуга не надається. Зателефонуйте, перш ніж іти.
directory-service-apply = Як звернутися
directory-service-facts = Що варто знати
directory-service-about = Про що ця послуга
directory-service-related = Схожа допомога поруч
directory-fact-eligibility = Для кого
directory-fact-ages = Вік
directory-fact-ages-from = від { $from }
directory-fact-ages-to = до { $to }
directory-fact-ages-between = від { $from } до { $to }
directory-fact-documents = Що взяти з собою
directory-fact-documents-none = Нічого не потрібно
directory-fact-cost = Вартість
directory-fact-languages = Мови
directory-fact-interpretation = Переклад
directory-fact-access = Доступність
directory-fact-transport = Як дістатися
directory-fact-wait = Скільки чекати
directory-fact-area = Кого обслуговують за місцем
directory-fact-capacity = Вільні місця
directory-fact-capacity-of = { $available } з { $maximum }
directory-fact-program = Частина програми
directory-fact-funding = Хто оплачує
directory-fact-accreditations = Ліцензії та акредитація
directory-fact-contact = До кого звертатися
directory-fact-links = Більше в інтернеті
directory-fact-parent = Належить до
directory-fact-year = Рік заснування
directory-cost-unknown = Вартість уточнюйте
directory-cost-free = Безкоштовно
directory-cost-paid = Платно
directory-cost-amount = { $amount } { $currency }
directory-way-in-person = Прийти
directory-way-phone = Подзвонити
directory-way-online = Онлайн
directory-way-sms = Написати SMS
directory-way-telegram = У Telegram
directory-way-viber = У Viber
directory-way-whatsapp = У WhatsApp
directory-way-chat = У чаті
directory-way-email = Електронною поштою
directory-way-video-sign = Жестовою мовою по відео
directory-ways-title = Звернутися, не розмовляючи і не слухаючи
directory-ways-help = Якщо ви не можете говорити або чути телефоном, напишіть чи поспілкуйтеся жестовою мовою по відео:
directory-ways-short = Без розмови:
directory-ways-sms = SMS на номер { $address }
directory-ways-telegram = Telegram
directory-ways-viber = Viber
directory-ways-whatsapp = WhatsApp
directory-ways-chat = Чат на сайті
directory-ways-email = Лист на { $address }
directory-ways-video-sign = Жестова мова по відео
directory-phone-text = текстові повідомлення
directory-phone-textphone = текстовий телефон
directory-phone-video = відеозв’язок
directory-phone-hotline = гаряча лінія
directory-phone-extension = додатковий { $number }

# Перевірка
directory-checked-on = Перевірено { $date }
directory-checked-old = Перевірено давно, { $date }
directory-checked-never = Ще не перевірено
directory-checked-old-warning = Це перевіряли давно, { $date }. Спершу зателефонуйте.
directory-checked-never-warning = Цей запис ще ніхто не перевіряв. Спершу зателефонуйте.
directory-changed-checked = Перевірено { $date }
directory-changed-edited = Змінено { $date }

# Години
directory-hours-title = Години роботи
directory-hours-today = сьогодні
directory-hours-closed = зачинено
directory-hours-changes = Зміни в розкладі
directory-hours-unknown = Години невідомі
directory-hours-unknown-help = Годин нам не повідомили. Це не означає, що зачинено: зателефонуйте і запитайте.
directory-hours-always = Цілодобово, щодня
directory-hours-always-short = Цілодобово
directory-hours-open = Працює до { $time }
directory-hours-soon = Скоро зачиняється, о { $time }
directory-hours-later = Відчиниться сьогодні о { $time }
directory-hours-tomorrow = Відчиниться завтра о { $time }
directory-hours-on = Відчиниться { $day ->
    [mo] в понеділок
    [tu] у вівторок
    [we] в середу
    [th] в четвер
    [fr] у п’ятницю
    [sa] в суботу
   *[su] в неділю
} о { $time }
directory-hours-date = Відчиниться { $date }
directory-hours-closed-now = Зараз зачинено
directory-hours-appointment = за попереднім записом
directory-hours-also = Також: { $dates }, { $times }
directory-hours-change-closed = { $date }: зачинено
directory-hours-change-open = { $date }: { $times }
directory-hours-change-days = { $from } – { $to }

# Місця
directory-places-lead = Де надають допомогу, коли там відчинено й наскільки зручно дістатися всередину.
directory-places-none = Місць поки немає
directory-place-confidential = Заради безпеки людей адресу кажуть лише телефоном.
directory-place-route-phone = Маршрут у телефоні
directory-place-route-map = На OpenStreetMap
directory-place-services = Допомога в цьому місці
directory-place-no-services = Тут поки немає жодної послуги.
directory-access-unknown = Нам ще не повідомили. Зателефонуйте і запитайте.
directory-access-step-free = Вхід без сходинок
directory-access-ramp = Пандус
directory-access-lift = Ліфт
directory-access-accessible-toilet = Доступна вбиральня
directory-access-parking = Паркування для людей з інвалідністю
directory-access-hearing-loop = Індукційна петля
directory-access-sign-language = Жестова мова
directory-access-tactile = Тактильні позначки й доріжки
directory-access-large-print = Великий шрифт

# Організації
directory-organizations-lead = Хто тут допомагає: бібліотеки, державні служби, благодійні організації, групи взаємодопомоги.
directory-organizations-none = Організацій поки немає
directory-organization-reach = Як зв’язатися з організацією
directory-organization-no-contact = Ні телефону, ні пошти ми ще не знаємо.
directory-organization-services = Яку допомогу надають
directory-organization-no-services = Тут поки немає жодної послуги.
directory-organization-more = Усі послуги цієї організації
directory-identifier-ua-edr = Код ЄДРПОУ
directory-identifier-ru-ogrn = ОГРН
directory-identifier-ru-inn = ІПН (ИНН)
directory-identifier-kz-bin = БІН (БСН)

# Ситуації та види допомоги
directory-situations-title = Ситуації
directory-terms-title = Ситуації та види допомоги
directory-terms-lead = Виберіть найближче до вас. Якщо вагаєтеся, вибирайте будь-що: кожна сторінка веде далі.
directory-term-hotlines = Зателефонуйте зараз
directory-term-narrower = Точніше
directory-term-none = Тут поки немає жодної послуги
directory-term-none-help = На гарячих лініях порадять, куди звернутися.
directory-term-broader = Саме про це поки немає записів. Ось допомога на ширшу тему: { $name }.
directory-term-all = Усі послуги на цю тему, з фільтрами
directory-term-more = Показати всі
directory-urgent-title = Вам загрожує небезпека просто зараз?
directory-urgent = Телефонуйте 112. Якщо говорити не можна, напишіть: біля кожного номера вказано, як це зробити.

# Гарячі лінії
directory-hotlines-lead = Телефонуйте, якщо не знаєте, з чого почати. Спершу йдуть лінії, що працюють цілодобово.
directory-hotlines-none = Гарячих ліній поки немає
directory-hotlines-none-help = Якщо вам загрожує небезпека, телефонуйте 112.

# Від А до Я
directory-letters-nav = Літери
directory-letters-none = Тут поки порожньо
directory-letters-organizations = { $count ->
    [one] { $count } організація
    [few] { $count } організації
    [many] { $count } організацій
   *[other] { $count } організації
}

# Збережене
directory-saved-lead = Цей список зберігається лише у вашому браузері. Обліковий запис не потрібен, і ніхто інший його не бачить.
directory-saved-noscript = Список зберігає скрипт у браузері, а скрипти тут вимкнено. Можна додати сторінки до закладок.
directory-saved-none = Поки нічого не збережено
directory-saved-none-help = На сторінці послуги натисніть «Зберегти», і вона чекатиме на вас тут.
directory-saved-remove = Прибрати
directory-share-title = Взяти з собою або передати іншому
directory-share-vcard = Контакт у телефон
directory-share-qr = QR-код
directory-share-qr-words = QR-код, що відкриває цю сторінку

# Тут щось не так
directory-report-link = Тут щось не так?
directory-report-title = Що тут не так?
directory-report-lead = Напишіть своїми словами: телефон не відповідає, інші години, зачинені двері. Реєструватися не треба.
directory-report-text = Що не так
directory-report-text-hint = Будь ласка, не пишіть про своє здоров’я чи родину: щоб виправити запис, це не потрібно.
directory-report-contact = Як вам відповісти
directory-report-contact-hint = Пошта або телефон, лише якщо хочете отримати відповідь.
directory-report-send = Надіслати
directory-report-back = Повернутися, не надсилаючи
directory-report-trap = Не заповнюйте це поле
directory-report-hurry = Натисніть «Надіслати» ще раз: так ми відрізняємо людей від машин
directory-thanks-title = Дякуємо
directory-thanks-lead = Ми отримали ваше повідомлення. Ті, хто веде путівник, перевірять запис, зазвичай за кілька днів.
directory-thanks-back = Назад на сторінку

# Запису немає
directory-gone-title = Цього запису в путівнику вже немає
directory-gone = Можливо, допомогу припинили або перенесли. Пошукайте, будь ласка, щось схоже.

# Мови спілкування
directory-language-ar = арабська
directory-language-az = азербайджанська
directory-language-ba = башкирська
directory-language-be = білоруська
directory-language-bg = болгарська
directory-language-crh = кримськотатарська
directory-language-cs = чеська
directory-language-cv = чуваська
directory-language-de = німецька
directory-language-en = англійська
directory-language-es = іспанська
directory-language-fa = перська
directory-language-fr = французька
directory-language-he = іврит
directory-language-hu = угорська
directory-language-hy = вірменська
directory-language-it = італійська
directory-language-ka = грузинська
directory-language-kca = хантийська
directory-language-kk = казахська
directory-language-ko = корейська
directory-language-ky = киргизька
directory-language-mn = монгольська
directory-language-mns = мансійська
directory-language-pl = польська
directory-language-ro = румунська
directory-language-rom = ромська
directory-language-ru = російська
directory-language-sgn = жестова
directory-language-tg = таджицька
directory-language-tk = туркменська
directory-language-tr = турецька
directory-language-tt = татарська
directory-language-ug = уйгурська
directory-language-uk = українська
directory-language-uz = узбецька
directory-language-vi = в’єтнамська
directory-language-zh = китайська
