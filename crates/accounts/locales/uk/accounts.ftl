accounts-email = Електронна пошта
accounts-password = Пароль
accounts-new-password = Новий пароль
accounts-password-hint = Щонайменше 10 знаків. Кілька слів, які легко запам’ятати, кращі за набір значків.
accounts-password-optional = Можна лишити порожнім і щоразу входити за листом.
accounts-password-weak = Виберіть довший пароль: щонайменше { $least } різних знаків.
accounts-name = Ваше ім’я
accounts-name-hint = Так Коло звертатиметься до вас, так вас бачитимуть колеги.
accounts-lang = Мова сторінок
accounts-role = Роль
accounts-wrong = Адреса або пароль не підходить. Після кількох спроб вхід за паролем ненадовго закривається, але лист із посиланням працює.
accounts-sign-in-title = Вхід
accounts-sign-in-lead = Обліковий запис потрібен лише тим, хто веде путівник. Щоб знайти допомогу, входити не треба.
accounts-sign-in-button = Увійти
accounts-sign-in-letter = Краще надішліть лист із посиланням
accounts-letter-title = Вхід за листом
accounts-letter-lead = Ми надішлемо посилання на вашу пошту. Воно діє один раз, протягом пів години.
accounts-letter-button = Надіслати лист
accounts-letter-sent-title = Зазирніть у пошту
accounts-letter-sent = Якщо ця адреса має обліковий запис, лист уже в дорозі. Якщо за п’ять хвилин нічого не прийшло, подивіться в теці «Спам».
accounts-link-title = Лишився один крок
accounts-link-lead = Натисніть кнопку, і ви увійдете на цьому пристрої.
accounts-link-button = Увійти
accounts-link-letter-subject = Посилання для входу
accounts-link-letter =
    Вітаємо.

    Щоб увійти, відкрийте сторінку й натисніть кнопку:
    { $link }

    Посилання діє один раз, протягом пів години. Якщо ви його не просили, робити нічого не треба: ніхто не ввійшов.
accounts-account-title = Ваш обліковий запис
accounts-account-about = Про вас
accounts-account-save = Зберегти
accounts-account-password-title = Пароль
accounts-account-password-lead = Після зміни пароля на інших пристроях доведеться увійти знову.
accounts-account-password-button = Задати пароль
accounts-account-roles = Ваші ролі
accounts-account-everywhere = Увесь сервер
accounts-account-no-roles = У вас поки немає ролі. Зверніться до координатора громади.
accounts-sessions-title = Де ви увійшли
accounts-session-this = Цей пристрій
accounts-session-since = Від { $day }
accounts-session-seen = востаннє { $day }
accounts-session-end = Вийти там
accounts-sessions-end = Вийти всюди
accounts-invitation-title = Вас запрошують
accounts-invitation-lead = { $community } запрошує вас до участі. Ваша роль: { $role }.
accounts-invitation-button = Прийняти запрошення
accounts-invitation-letter-subject = { $community }: запрошення до Кола
accounts-invitation-letter =
    Вітаємо.

    { $community } запрошує вас допомагати вести путівник допомоги. Ваша роль: { $role }.

    Щоб погодитися, відкрийте сторінку:
    { $link }

    Запрошення діє { $days ->
        [one] { $days } день
        [few] { $days } дні
        [many] { $days } днів
       *[other] { $days } дня
    }.
accounts-people-title = Люди й ролі
accounts-people-lead = Хто що може робити в цій громаді.
accounts-people-none = Ролей поки ніхто не має. Запросіть першу людину нижче.
accounts-people-invited = Запрошені
accounts-people-until = до { $day }
accounts-people-withdraw = Забрати роль
accounts-people-you = це ви
accounts-invite-title = Запросити людину
accounts-invite-lang = Мова листа
accounts-invite-button = Надіслати запрошення
accounts-flash-signed-in = Ви увійшли.
accounts-flash-signed-out = Ви вийшли.
accounts-flash-saved = Збережено.
accounts-flash-password = Новий пароль задано. На інших пристроях ви вийшли.
accounts-flash-session-ended = На тому пристрої ви вийшли.
accounts-flash-welcome = Вітаємо. Ви увійшли.
accounts-flash-invited = Запрошення надіслано.
accounts-flash-withdrawn = Роль забрано.
accounts-refused-link = Це посилання вже використали, або воно застаріло. Попросіть новий лист.
accounts-refused-invitation = Це запрошення вже прийняли, відкликали, або воно застаріло. Попросіть нове.
accounts-refused-role = Цю роль ви дати не можете.
accounts-may-invite = Запрошувати людей і забирати ролі
accounts-may-see-names = Бачити імена людей у журналі дій

## Назви дій і записів у журналі
## dynamic: verb- kind-

verb-accounts-create_person = Створення облікового запису
verb-accounts-grant = Надання ролі
verb-accounts-withdraw = Вилучення ролі
verb-accounts-invite = Запрошення
verb-accounts-send_invitation = Надсилання запрошення
verb-accounts-accept_invitation = Прийняття запрошення
verb-accounts-make_link = Створення посилання для входу
verb-accounts-sign_in = Вхід
verb-accounts-return = Повернення
verb-accounts-wrong_password = Хибний пароль
verb-accounts-change_password = Зміна пароля
verb-accounts-rename = Зміна імені або мови
verb-accounts-sign_out = Вихід
verb-accounts-sign_out_everywhere = Вихід усюди
kind-person = Людина
kind-session = Сеанс
kind-invitation = Запрошення
