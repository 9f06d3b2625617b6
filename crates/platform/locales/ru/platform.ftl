## The frame of every page

shell-brand = Коло
shell-tagline = Где найти помощь рядом
shell-skip = Перейти к содержанию
shell-menu = Меню
shell-nav = Разделы
shell-languages = Язык
shell-look = Вид страницы
shell-desk = Рабочее место
shell-sign-in = Войти
shell-sign-out = Выйти
shell-sign-out-name = Выйти ({ $name })
shell-home = Главная
shell-crumbs = Вы здесь
shell-search = Найти
shell-search-label = Что искать
shell-search-placeholder = Юрист, лекарства, жильё…
shell-search-suggestions = Подсказки
shell-sample-title = Пример.
shell-sample = Часть записей здесь придумана для показа, это не настоящие услуги. Такие записи отмечены.
shell-foot-about = Путеводитель ведут библиотеки и их партнёры.
shell-foot-look = Читать удобнее
shell-foot-staff = Для тех, кто ведёт путеводитель
shell-permissions = Кто что может делать
shell-software = Работает на свободной программе «Коло».

## How pages look
## dynamic: preferences-scheme- preferences-size- preferences-spacing- preferences-images- preferences-motion-

preferences-title = Вид страницы
preferences-lead = Выбор запоминается в этом браузере и действует на всех страницах.
preferences-back = Вернуться к странице
preferences-chosen = выбрано
preferences-sample = Аа
preferences-scheme = Цвета
preferences-scheme-auto = Как в устройстве
preferences-scheme-light = Светлые
preferences-scheme-dark = Тёмные
preferences-scheme-black-on-white = Чёрное на белом
preferences-scheme-white-on-black = Белое на чёрном
preferences-scheme-blue = Синее на голубом
preferences-scheme-brown = Коричневое на бежевом
preferences-size = Размер букв
preferences-size-100 = 100 %
preferences-size-125 = 125 %
preferences-size-150 = 150 %
preferences-size-200 = 200 %
preferences-spacing = Расстояние между буквами и строками
preferences-spacing-normal = Обычное
preferences-spacing-wide = Больше
preferences-spacing-wider = Самое большое
preferences-images = Изображения
preferences-images-on = Показывать
preferences-images-off = Заменить словами
preferences-motion = Движение на странице
preferences-motion-on = Разрешить
preferences-motion-off = Выключить

## Forms

form-save = Сохранить
form-cancel = Отменить
form-delete = Удалить
form-apply = Показать
form-optional = необязательно
form-choose = Выберите из списка
form-choose-none = Не выбрано
form-error = Ошибка:
form-mistakes = { $count ->
    [one] Проверьте, пожалуйста, { $count } поле
    [few] Проверьте, пожалуйста, { $count } поля
    [many] Проверьте, пожалуйста, { $count } полей
   *[other] Проверьте, пожалуйста, { $count } поля
}
form-needed = Заполните это поле
form-too-long = { $limit ->
    [one] Сократите текст: здесь помещается { $limit } знак
    [few] Сократите текст: здесь помещается { $limit } знака
    [many] Сократите текст: здесь помещается { $limit } знаков
   *[other] Сократите текст: здесь помещается { $limit } знака
}
form-not-an-email = Напишите адрес полностью, например library@example.org

## Long lists

pager-label = Страницы списка
pager-before = Назад
pager-after = Дальше
pager-where = Страница { $page } из { $pages }

## Taking a page along

share-save = Сохранить
share-saved = Сохранено
share-copy = Скопировать адрес страницы
share-copied = Скопировано

## The map: words on its buttons, letters of its sides and units, each pair parted by a space

map-closer = Ближе
map-farther = Дальше
map-sides = с.ш. ю.ш. в.д. з.д.
map-units = м км
map-many = мест здесь

## Pages that say no, and what to do next
## dynamic: error-

error-home = На главную страницу
error-urgent = Если помощь нужна немедленно, звоните
error-not-found-title = Такой страницы нет
error-not-found = Возможно, её перенесли или в адресе опечатка. Попробуйте найти нужное с главной страницы.
error-sign-in-title = Сначала войдите
error-sign-in = Эта страница для тех, кто ведёт путеводитель. Чтобы искать помощь, входить не нужно.
error-forbidden-title = Эта страница вам недоступна
error-forbidden = Ваша роль не даёт сюда доступа. Если он нужен для работы, попросите координатора сообщества.
error-refused-title = Сейчас это невозможно
error-internal-title = У нас что-то сломалось
error-internal = Вы ничего не сделали не так. Мы уже записали, что случилось. Попробуйте ещё раз через несколько минут.
error-too-many = С вашего адреса пришло слишком много запросов. Подождите минуту и попробуйте ещё раз.
error-too-slow = Сервер не успел ответить. Попробуйте ещё раз через минуту.
error-foreign-form = Запрос пришёл не с нашей страницы, поэтому мы его не выполнили. Откройте нужную страницу и повторите действие.
error-form-expired = Страница устарела: с тех пор вы вошли заново или вышли. Вернитесь назад, обновите страницу и отправьте форму ещё раз.
error-bad-form = Присланное не похоже на форму или слишком велико. Вернитесь назад и попробуйте ещё раз.
error-bad-query = В этом адресе есть то, чего мы не понимаем. Начните поиск заново с главной страницы.

## Who may do what
## dynamic: role- permission-

permissions-title = Кто что может делать
permissions-lead = Эту таблицу составляет сама программа из своих правил, поэтому она всегда верна.
permissions-table = Действия и роли
permissions-what = Действие
permissions-yes = да
permissions-no = нет
permission-public = Читать открытые страницы
permission-signed-in = Следить за своей учётной записью
role-visitor = Посетитель
role-member = Сотрудник организации
role-editor = Редактор организации
role-volunteer = Волонтёр
role-specialist = Специалист
role-juror = Член жюри
role-auditor = Ревизор
role-coordinator = Координатор сообщества
role-operator = Администратор системы

## Days
## dynamic: date-month- date-weekday-

date-day = { $day } { $month } { $year } года
date-today = сегодня
date-month-1 = января
date-month-2 = февраля
date-month-3 = марта
date-month-4 = апреля
date-month-5 = мая
date-month-6 = июня
date-month-7 = июля
date-month-8 = августа
date-month-9 = сентября
date-month-10 = октября
date-month-11 = ноября
date-month-12 = декабря
date-weekday-1 = понедельник
date-weekday-2 = вторник
date-weekday-3 = среда
date-weekday-4 = четверг
date-weekday-5 = пятница
date-weekday-6 = суббота
date-weekday-7 = воскресенье
date-weekday-short-1 = пн
date-weekday-short-2 = вт
date-weekday-short-3 = ср
date-weekday-short-4 = чт
date-weekday-short-5 = пт
date-weekday-short-6 = сб
date-weekday-short-7 = вс

## The style page
## dynamic: design-accent-

design-title = Составные части страниц
design-lead = Всё, из чего сложены страницы, в каждой цветовой схеме. Для тех, кто пишет новую страницу.
design-words = Слова
design-sentence = Счастье — это когда рядом есть крыльцо, ёлка и добрые люди
design-letters = Буквы: ґ Ґ є Є і І ї Ї, ә Ә ғ Ғ қ Қ ң Ң ө Ө ұ Ұ ү Ү һ Һ, ё Ё ъ ы э; цифры 0123456789.
design-link = Ссылка
design-schemes = Цветовые схемы
design-accents = Цвета сообществ
design-accent-clay = Глина
design-accent-river = Река
design-accent-plum = Слива
design-accent-ochre = Охра
design-tiles = Ситуации
design-list = Список
design-entry-title = Бесплатная консультация юриста
design-entry-by = Областная библиотека
design-entry-text = Юрист объяснит, какие выплаты вам положены, и поможет составить заявление.
design-filters = Фильтры
design-filter = Стоимость
design-facts = Сведения
design-phone = Телефон
design-hours = Часы приёма
design-open = Открыто до 18:00
design-closed = закрыто
design-tag = Бесплатно
design-empty = Ничего не нашлось
design-meter = Читателей на дому
design-chart = Посетители по месяцам
design-chart-table = Те же числа таблицей
design-form = Форма
design-field = Название услуги
design-field-hint = Так, как о ней сказали бы соседу
design-field-wrong = Электронная почта
design-choice = Первая буква

community-refused-slug-taken = Такое имя в адресе уже занято другой общиной. Выберите другое.
community-refused-zone = Такого часового пояса нет. Напишите, например, Asia/Yekaterinburg.
community-refused-nameless = Напишите название на основном языке.
community-refused-parent = Вышестоящей общины с таким именем нет.
