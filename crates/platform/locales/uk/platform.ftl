## The frame of every page

shell-brand = Коло
shell-tagline = Де знайти допомогу поруч
shell-skip = Перейти до змісту
shell-menu = Меню
shell-nav = Розділи
shell-languages = Мова
shell-look = Вигляд сторінки
shell-desk = Робоче місце
shell-sign-in = Увійти
shell-sign-out = Вийти
shell-sign-out-name = Вийти ({ $name })
shell-home = Головна
shell-crumbs = Ви тут
shell-search = Знайти
shell-search-label = Що шукати
shell-search-placeholder = Юрист, ліки, житло…
shell-search-suggestions = Підказки
shell-sample-title = Приклад.
shell-sample = Частина записів тут вигадана для показу й не є справжніми послугами. Такі записи позначено.
shell-foot-about = Путівник ведуть бібліотеки та їхні партнери.
shell-foot-look = Читати зручніше
shell-foot-staff = Для тих, хто веде путівник
shell-permissions = Хто що може робити
shell-software = Працює на вільній програмі «Коло».

## How pages look
## dynamic: preferences-scheme- preferences-size- preferences-spacing- preferences-images- preferences-motion-

preferences-title = Вигляд сторінки
preferences-lead = Вибір запам’ятовується в цьому браузері й діє на всіх сторінках.
preferences-back = Повернутися до сторінки
preferences-chosen = вибрано
preferences-sample = Аа
preferences-scheme = Кольори
preferences-scheme-auto = Як у пристрої
preferences-scheme-light = Світлі
preferences-scheme-dark = Темні
preferences-scheme-black-on-white = Чорне на білому
preferences-scheme-white-on-black = Біле на чорному
preferences-scheme-blue = Синє на блакитному
preferences-scheme-brown = Коричневе на бежевому
preferences-size = Розмір літер
preferences-size-100 = 100 %
preferences-size-125 = 125 %
preferences-size-150 = 150 %
preferences-size-200 = 200 %
preferences-spacing = Відстань між літерами й рядками
preferences-spacing-normal = Звичайна
preferences-spacing-wide = Більша
preferences-spacing-wider = Найбільша
preferences-images = Зображення
preferences-images-on = Показувати
preferences-images-off = Замінити словами
preferences-motion = Рух на сторінці
preferences-motion-on = Дозволити
preferences-motion-off = Вимкнути

## Forms

form-save = Зберегти
form-cancel = Скасувати
form-delete = Видалити
form-apply = Показати
form-optional = необов’язково
form-choose = Виберіть зі списку
form-choose-none = Не вибрано
form-error = Помилка:
form-mistakes = { $count ->
    [one] Перевірте, будь ласка, { $count } поле
    [few] Перевірте, будь ласка, { $count } поля
    [many] Перевірте, будь ласка, { $count } полів
   *[other] Перевірте, будь ласка, { $count } поля
}
form-needed = Заповніть це поле
form-too-long = { $limit ->
    [one] Скоротіть текст: тут вміщається { $limit } знак
    [few] Скоротіть текст: тут вміщаються { $limit } знаки
    [many] Скоротіть текст: тут вміщається { $limit } знаків
   *[other] Скоротіть текст: тут вміщається { $limit } знака
}
form-not-an-email = Напишіть адресу повністю, наприклад library@example.org

## Long lists

pager-label = Сторінки списку
pager-before = Назад
pager-after = Далі
pager-where = Сторінка { $page } з { $pages }

## Taking a page along

share-save = Зберегти
share-saved = Збережено
share-copy = Скопіювати адресу сторінки
share-copied = Скопійовано

## The map: words on its buttons, letters of its sides and units, each pair parted by a space

map-closer = Ближче
map-farther = Далі
map-sides = пн пд сх зх
map-units = м км
map-many = місць тут

## Pages that say no, and what to do next
## dynamic: error-

error-home = На головну сторінку
error-urgent = Якщо допомога потрібна негайно, телефонуйте
error-not-found-title = Такої сторінки немає
error-not-found = Можливо, її перенесли або в адресі є описка. Спробуйте знайти потрібне з головної сторінки.
error-sign-in-title = Спершу увійдіть
error-sign-in = Ця сторінка для тих, хто веде путівник. Щоб шукати допомогу, входити не треба.
error-forbidden-title = Ця сторінка вам недоступна
error-forbidden = Ваша роль не дає сюди доступу. Якщо він потрібен для роботи, попросіть координатора громади.
error-refused-title = Зараз це неможливо
error-internal-title = У нас щось зламалося
error-internal = Ви нічого не зробили не так. Ми вже записали, що сталося. Спробуйте ще раз за кілька хвилин.
error-too-many = З вашої адреси надійшло забагато запитів. Зачекайте хвилину й спробуйте ще раз.
error-too-slow = Сервер не встиг відповісти. Спробуйте ще раз за хвилину.
error-foreign-form = Запит надійшов не з нашої сторінки, тому ми його не виконали. Відкрийте потрібну сторінку й повторіть дію.
error-form-expired = Сторінка застаріла: відтоді ви увійшли знову або вийшли. Поверніться назад, оновіть сторінку й надішліть форму ще раз.
error-bad-form = Надіслане не схоже на форму або завелике. Поверніться назад і спробуйте ще раз.
error-bad-query = У цій адресі є щось, чого ми не розуміємо. Почніть пошук заново з головної сторінки.

## Who may do what
## dynamic: role- permission-

permissions-title = Хто що може робити
permissions-lead = Цю таблицю складає сама програма зі своїх правил, тож вона завжди правдива.
permissions-table = Дії та ролі
permissions-what = Дія
permissions-yes = так
permissions-no = ні
permission-public = Читати відкриті сторінки
permission-signed-in = Дбати про власний обліковий запис
role-visitor = Відвідувач
role-member = Працівник організації
role-editor = Редактор організації
role-volunteer = Волонтер
role-specialist = Фахівець
role-juror = Член журі
role-auditor = Ревізор
role-coordinator = Координатор громади
role-operator = Адміністратор системи

## Days
## dynamic: date-month- date-weekday-

date-day = { $day } { $month } { $year } року
date-today = сьогодні
date-month-1 = січня
date-month-2 = лютого
date-month-3 = березня
date-month-4 = квітня
date-month-5 = травня
date-month-6 = червня
date-month-7 = липня
date-month-8 = серпня
date-month-9 = вересня
date-month-10 = жовтня
date-month-11 = листопада
date-month-12 = грудня
date-weekday-1 = понеділок
date-weekday-2 = вівторок
date-weekday-3 = середа
date-weekday-4 = четвер
date-weekday-5 = п’ятниця
date-weekday-6 = субота
date-weekday-7 = неділя
date-weekday-short-1 = пн
date-weekday-short-2 = вт
date-weekday-short-3 = ср
date-weekday-short-4 = чт
date-weekday-short-5 = пт
date-weekday-short-6 = сб
date-weekday-short-7 = нд

## The style page
## dynamic: design-accent-

design-title = Складові сторінок
design-lead = Усе, з чого складено сторінки, у кожній схемі кольорів. Для тих, хто пише нову сторінку.
design-words = Слова
design-sentence = Щастя — це коли поруч є ґанок, їжа й добрі люди
design-letters = Літери: ґ Ґ є Є і І ї Ї, ә Ә ғ Ғ қ Қ ң Ң ө Ө ұ Ұ ү Ү һ Һ, ё Ё ъ ы э; цифри 0123456789.
design-link = Посилання
design-schemes = Схеми кольорів
design-accents = Кольори громад
design-accent-clay = Глина
design-accent-river = Річка
design-accent-plum = Слива
design-accent-ochre = Вохра
design-tiles = Ситуації
design-list = Список
design-entry-title = Безкоштовна консультація юриста
design-entry-by = Обласна бібліотека
design-entry-text = Юрист пояснить, які виплати вам належать, і допоможе скласти заяву.
design-filters = Фільтри
design-filter = Вартість
design-facts = Відомості
design-phone = Телефон
design-hours = Години прийому
design-open = Відчинено до 18:00
design-closed = зачинено
design-tag = Безкоштовно
design-empty = Нічого не знайшлося
design-meter = Читачів вдома
design-chart = Відвідувачі за місяцями
design-chart-table = Ті самі числа таблицею
design-form = Форма
design-field = Назва послуги
design-field-hint = Так, як про неї сказали б сусідові
design-field-wrong = Електронна пошта
design-choice = Перша літера

community-refused-slug-taken = Таку назву в адресі вже має інша громада. Виберіть іншу.
community-refused-zone = Такого часового поясу немає. Напишіть, наприклад, Europe/Kyiv.
community-refused-nameless = Напишіть назву основною мовою.
community-refused-parent = Вищої громади з такою назвою немає.
