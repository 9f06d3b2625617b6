## dynamic: directory-cost-
## dynamic: directory-way-
## dynamic: directory-access-
## dynamic: directory-language-
## dynamic: directory-filter-

# Везде
directory-sample = Пример
directory-sample-help = Эта запись придумана, чтобы показать, как работает путеводитель. Пожалуйста, не звоните и не приходите туда.
directory-paused = Временно не работает
directory-services-title = Услуги
directory-services-all = Все услуги
directory-services-count = { $count ->
    [one] { $count } услуга
    [few] { $count } услуги
    [many] { $count } услуг
   *[other] { $count } услуги
}
directory-organizations-title = Организации
directory-places-title = Места
directory-hotlines-title = Горячие линии
directory-letters-title = От А до Я
directory-saved-title = Сохранённое
directory-print = Напечатать

# Поиск
directory-search-label = С чем вам нужна помощь?
directory-search-placeholder = Своими словами: юрист, лекарства, жильё…
directory-search-find = Найти
directory-search-suggestions = Подсказки
directory-suggest-service = Услуга
directory-suggest-organization = Организация
directory-suggest-place = Место
directory-suggest-situation = Ситуация
directory-suggest-help = Вид помощи

# Главная
directory-home-question = С чем вам нужна помощь?
directory-home-lead = Помощь библиотек, государственных служб и местных организаций: где она, когда принимают, сколько стоит и как обратиться.
directory-home-try = Часто ищут:
directory-home-try-1 = бесплатный юрист
directory-home-try-2 = продукты
directory-home-try-3 = психолог
directory-home-try-4 = компьютерные курсы
directory-home-situations = Что происходит
directory-home-situations-all = Все ситуации и виды помощи
directory-home-kinds = По виду помощи
directory-home-communities = Местные путеводители
directory-home-changed = Новое и недавно проверенное
directory-home-changed-none = В последнее время ничего не менялось.
directory-home-numbers = Путеводитель в цифрах
directory-home-verified = Последняя проверка
directory-home-urgent = Нужно поговорить с кем-то прямо сейчас?
directory-hotlines-all = Все горячие линии

# Первая страница
directory-front-title = Путеводители помощи
directory-front-lead = Выберите своё сообщество или ищите во всех сразу.
directory-front-communities = Сообщества
directory-front-none = Здесь пока нет ни одного путеводителя
directory-front-none-help = Первый появится, как только добавят сообщество.

# Список услуг
directory-list-words = Услуги по словам «{ $words }»
directory-filters = Фильтры
directory-filters-show = Показать услуги
directory-filters-clear = Сбросить всё
directory-filter-situation = Ситуация
directory-filter-help = Вид помощи
directory-filter-organization = Организация
directory-filter-city = Населённый пункт
directory-filter-language = Язык общения
directory-filter-cost = Стоимость
directory-filter-accessibility = Доступность
directory-filter-way = Как получить
directory-filter-age = Возраст человека
directory-filter-open = Когда
directory-filter-near = Рядом
directory-filter-km = Как далеко
directory-filter-sort = Порядок
directory-open-any = В любое время
directory-open-now = Работает сейчас
directory-open-today = Работает сегодня
directory-open-on = Работает в такой день: { $day }
directory-near-any = Где угодно
directory-near-far = На любом расстоянии
directory-near-km = { $km ->
    [one] Не дальше { $km } километра
    [few] Не дальше { $km } километров
    [many] Не дальше { $km } километров
   *[other] Не дальше { $km } километра
}
directory-near-chip = { $place }: до { $km } км
directory-near-chip-point = Выбранная точка
directory-inside-chip = В этой части карты
directory-sort-relevance = Сначала самые подходящие
directory-sort-name = По названию
directory-sort-distance = Сначала ближайшие
directory-age-chip = { $age ->
    [0] Для младенца
    [one] Возраст: { $age } год
    [few] Возраст: { $age } года
    [many] Возраст: { $age } лет
   *[other] Возраст: { $age } года
}
directory-chips = Включённые фильтры
directory-chip-remove = Убрать фильтр:
directory-view-list = Списком
directory-view-map = На карте
directory-view-print = Для печати
directory-map-caption = У точек те же номера, что в списке.
directory-map-caption-places = Все места путеводителя, адрес которых можно назвать.
directory-download = Взять список с собой:
directory-download-csv = таблица CSV
directory-download-xlsx = таблица Excel
directory-download-geojson = карта GeoJSON
directory-download-hsds = открытые данные (HSDS)
directory-distance = { $km } км от вас
directory-distance-near = меньше 100 м от вас
directory-fact-free = бесплатно
directory-fact-online = онлайн
directory-fact-phone = по телефону
directory-fact-hidden-place = адрес скажут по телефону
directory-fact-without-speaking = можно обратиться без разговора
directory-fact-more-places = { $count ->
    [one] и ещё { $count } место
    [few] и ещё { $count } места
    [many] и ещё { $count } мест
   *[other] и ещё { $count } места
}

# Ничего не нашлось
directory-nothing = Ничего не нашлось
directory-nothing-words = Ничего не нашлось по словам «{ $words }»
directory-nothing-help = Это не значит, что помощи нет. Попробуйте:
directory-nothing-all = все услуги путеводителя
directory-nothing-hotlines = горячие линии: там посоветуют, куда обратиться
directory-nothing-without = то же без фильтров
directory-nothing-situations = выбрать ситуацию из списка
directory-loosened = Точного совпадения нет, вот самое близкое.
directory-loosened-corrected = Мы искали «{ $words }».
directory-loosened-some-words = В этих записях есть только часть ваших слов.
directory-loosened-without = Без этого условия: { $filter }.
directory-loosened-drop = Весь список без него
directory-meant = Возможно, вы искали

# Для печати
directory-print-back = Назад к списку
directory-print-made = напечатано
directory-print-service = Услуга
directory-print-where = Где
directory-print-phone = Телефон
directory-print-cut = Напечатаны только первые 200 услуг из { $count }. Чтобы сократить список, воспользуйтесь фильтрами.

# Услуга
directory-service-at-hand = Часы, телефон и адрес
directory-service-online = Получить онлайн
directory-service-by-phone = Эту помощь можно получить по телефону.
directory-service-alert = Обратите внимание:
directory-service-paused = Сейчас эта услуга не оказывается. Позвоните, прежде чем идти.
directory-service-apply = Как обратиться
directory-service-facts = Что важно знать
directory-service-about = О чём эта услуга
directory-service-related = Похожая помощь рядом
directory-fact-eligibility = Для кого
directory-fact-ages = Возраст
directory-fact-ages-from = от { $from }
directory-fact-ages-to = до { $to }
directory-fact-ages-between = от { $from } до { $to }
directory-fact-documents = Что взять с собой
directory-fact-documents-none = Ничего не нужно
directory-fact-cost = Стоимость
directory-fact-languages = Языки
directory-fact-interpretation = Перевод
directory-fact-access = Доступность
directory-fact-transport = Как добраться
directory-fact-wait = Сколько ждать
directory-fact-area = Где живут те, кому помогают
directory-fact-capacity = Свободные места
directory-fact-capacity-of = { $available } из { $maximum }
directory-fact-program = Часть программы
directory-fact-funding = Кто оплачивает
directory-fact-accreditations = Лицензии и аккредитация
directory-fact-contact = К кому обращаться
directory-fact-links = Подробнее в интернете
directory-fact-parent = Входит в
directory-fact-year = Год основания
directory-cost-unknown = Стоимость уточняйте
directory-cost-free = Бесплатно
directory-cost-paid = Платно
directory-cost-amount = { $amount } { $currency }
directory-way-in-person = Прийти
directory-way-phone = Позвонить
directory-way-online = Онлайн
directory-way-sms = Написать СМС
directory-way-telegram = В Telegram
directory-way-viber = В Viber
directory-way-whatsapp = В WhatsApp
directory-way-chat = В чате
directory-way-email = По электронной почте
directory-way-video-sign = На жестовом языке по видео
directory-ways-title = Обратиться, не говоря и не слушая
directory-ways-help = Если вы не можете говорить или слышать по телефону, напишите или пообщайтесь на жестовом языке по видео:
directory-ways-short = Без разговора:
directory-ways-sms = СМС на номер { $address }
directory-ways-telegram = Telegram
directory-ways-viber = Viber
directory-ways-whatsapp = WhatsApp
directory-ways-chat = Чат на сайте
directory-ways-email = Письмо на { $address }
directory-ways-video-sign = Жестовый язык по видео
directory-phone-text = текстовые сообщения
directory-phone-textphone = текстовый телефон
directory-phone-video = видеосвязь
directory-phone-hotline = горячая линия
directory-phone-extension = добавочный { $number }

# Проверка
directory-checked-on = Проверено { $date }
directory-checked-old = Проверено давно, { $date }
directory-checked-never = Ещё не проверено
directory-checked-old-warning = Это проверяли давно, { $date }. Сначала позвоните.
directory-checked-never-warning = Эту запись ещё никто не проверял. Сначала позвоните.
directory-changed-checked = Проверено { $date }
directory-changed-edited = Изменено { $date }

# Часы
directory-hours-title = Часы работы
directory-hours-today = сегодня
directory-hours-closed = закрыто
directory-hours-changes = Изменения в расписании
directory-hours-unknown = Часы неизвестны
directory-hours-unknown-help = Часов нам не сообщили. Это не значит, что закрыто: позвоните и спросите.
directory-hours-always = Круглосуточно, каждый день
directory-hours-always-short = Круглосуточно
directory-hours-open = Работает до { $time }
directory-hours-soon = Скоро закроется, в { $time }
directory-hours-later = Откроется сегодня в { $time }
directory-hours-tomorrow = Откроется завтра в { $time }
directory-hours-on = Откроется { $day ->
    [mo] в понедельник
    [tu] во вторник
    [we] в среду
    [th] в четверг
    [fr] в пятницу
    [sa] в субботу
   *[su] в воскресенье
} в { $time }
directory-hours-date = Откроется { $date }
directory-hours-closed-now = Сейчас закрыто
directory-hours-appointment = по предварительной записи
directory-hours-also = Также: { $dates }, { $times }
directory-hours-change-closed = { $date }: закрыто
directory-hours-change-open = { $date }: { $times }
directory-hours-change-days = { $from } – { $to }

# Места
directory-places-lead = Где оказывают помощь, когда там открыто и насколько удобно попасть внутрь.
directory-places-none = Мест пока нет
directory-place-confidential = Ради безопасности людей адрес сообщают только по телефону.
directory-place-route-phone = Маршрут в телефоне
directory-place-route-map = На OpenStreetMap
directory-place-services = Помощь в этом месте
directory-place-no-services = Здесь пока нет ни одной услуги.
directory-access-unknown = Нам ещё не сообщили. Позвоните и спросите.
directory-access-step-free = Вход без ступеней
directory-access-ramp = Пандус
directory-access-lift = Лифт
directory-access-accessible-toilet = Доступный туалет
directory-access-parking = Парковка для людей с инвалидностью
directory-access-hearing-loop = Индукционная петля
directory-access-sign-language = Жестовый язык
directory-access-tactile = Тактильные указатели и дорожки
directory-access-large-print = Крупный шрифт

# Организации
directory-organizations-lead = Кто здесь помогает: библиотеки, государственные службы, благотворительные организации, группы взаимопомощи.
directory-organizations-none = Организаций пока нет
directory-organization-reach = Как связаться с организацией
directory-organization-no-contact = Ни телефона, ни почты мы пока не знаем.
directory-organization-services = Какую помощь оказывают
directory-organization-no-services = Здесь пока нет ни одной услуги.
directory-organization-more = Все услуги этой организации
directory-identifier-ua-edr = Код ЕГРПОУ
directory-identifier-ru-ogrn = ОГРН
directory-identifier-ru-inn = ИНН
directory-identifier-kz-bin = БИН

# Ситуации и виды помощи
directory-situations-title = Ситуации
directory-terms-title = Ситуации и виды помощи
directory-terms-lead = Выберите самое близкое к вам. Если сомневаетесь, выбирайте любое: каждая страница ведёт дальше.
directory-term-hotlines = Позвоните сейчас
directory-term-narrower = Точнее
directory-term-none = Здесь пока нет ни одной услуги
directory-term-none-help = На горячих линиях посоветуют, куда обратиться.
directory-term-broader = Именно об этом записей пока нет. Вот помощь по более широкой теме: { $name }.
directory-term-all = Все услуги по этой теме, с фильтрами
directory-term-more = Показать все
directory-urgent-title = Вам грозит опасность прямо сейчас?
directory-urgent = Звоните 112. Если говорить нельзя, напишите: рядом с каждым номером указано, как это сделать.

# Горячие линии
directory-hotlines-lead = Звоните, если не знаете, с чего начать. Сначала идут линии, которые работают круглосуточно.
directory-hotlines-none = Горячих линий пока нет
directory-hotlines-none-help = Если вам грозит опасность, звоните 112.

# От А до Я
directory-letters-nav = Буквы
directory-letters-none = Здесь пока пусто
directory-letters-organizations = { $count ->
    [one] { $count } организация
    [few] { $count } организации
    [many] { $count } организаций
   *[other] { $count } организации
}

# Сохранённое
directory-saved-lead = Этот список хранится только в вашем браузере. Регистрироваться не нужно, и никто другой его не видит.
directory-saved-noscript = Список хранит скрипт в браузере, а скрипты здесь отключены. Можно добавить страницы в закладки.
directory-saved-none = Пока ничего не сохранено
directory-saved-none-help = На странице услуги нажмите «Сохранить», и она будет ждать вас здесь.
directory-saved-remove = Убрать
directory-share-title = Взять с собой или передать другому
directory-share-vcard = Контакт в телефон
directory-share-qr = QR-код
directory-share-qr-words = QR-код, который открывает эту страницу

# Здесь что-то не так
directory-report-link = Здесь что-то не так?
directory-report-title = Что здесь не так?
directory-report-lead = Напишите своими словами: телефон не отвечает, другие часы, закрытая дверь. Регистрироваться не нужно.
directory-report-text = Что не так
directory-report-text-hint = Пожалуйста, не пишите о своём здоровье или семье: чтобы исправить запись, это не нужно.
directory-report-contact = Как вам ответить
directory-report-contact-hint = Почта или телефон, только если хотите получить ответ.
directory-report-send = Отправить
directory-report-back = Вернуться, не отправляя
directory-report-trap = Не заполняйте это поле
directory-report-hurry = Нажмите «Отправить» ещё раз: так мы отличаем людей от машин
directory-thanks-title = Спасибо
directory-thanks-lead = Мы получили ваше сообщение. Те, кто ведёт путеводитель, проверят запись, обычно за несколько дней.
directory-thanks-back = Назад на страницу

# Записи нет
directory-gone-title = Этой записи в путеводителе больше нет
directory-gone = Возможно, помощь прекратили или перенесли. Поищите, пожалуйста, что-нибудь похожее.

# Языки общения
directory-language-ar = арабский
directory-language-az = азербайджанский
directory-language-ba = башкирский
directory-language-be = белорусский
directory-language-bg = болгарский
directory-language-crh = крымскотатарский
directory-language-cs = чешский
directory-language-cv = чувашский
directory-language-de = немецкий
directory-language-en = английский
directory-language-es = испанский
directory-language-fa = персидский
directory-language-fr = французский
directory-language-he = иврит
directory-language-hu = венгерский
directory-language-hy = армянский
directory-language-it = итальянский
directory-language-ka = грузинский
directory-language-kca = хантыйский
directory-language-kk = казахский
directory-language-ko = корейский
directory-language-ky = киргизский
directory-language-mn = монгольский
directory-language-mns = мансийский
directory-language-pl = польский
directory-language-ro = румынский
directory-language-rom = цыганский
directory-language-ru = русский
directory-language-sgn = жестовый
directory-language-tg = таджикский
directory-language-tk = туркменский
directory-language-tr = турецкий
directory-language-tt = татарский
directory-language-ug = уйгурский
directory-language-uk = украинский
directory-language-uz = узбекский
directory-language-vi = вьетнамский
directory-language-zh = китайский
