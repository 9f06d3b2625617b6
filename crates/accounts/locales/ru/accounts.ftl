accounts-email = Электронная почта
accounts-password = Пароль
accounts-new-password = Новый пароль
accounts-password-hint = Не короче 10 знаков. Несколько слов, которые легко запомнить, лучше набора значков.
accounts-password-optional = Можно оставить пустым и каждый раз входить по письму.
accounts-password-weak = Выберите пароль подлиннее: не меньше { $least } разных знаков.
accounts-name = Ваше имя
accounts-name-hint = Так Коло будет к вам обращаться, так вас увидят коллеги.
accounts-lang = Язык страниц
accounts-role = Роль
accounts-wrong = Адрес или пароль не подходит. После нескольких попыток вход по паролю ненадолго закрывается, но письмо со ссылкой работает.
accounts-sign-in-title = Вход
accounts-sign-in-lead = Учётная запись нужна только тем, кто ведёт путеводитель. Чтобы найти помощь, входить не надо.
accounts-sign-in-button = Войти
accounts-sign-in-letter = Лучше пришлите письмо со ссылкой
accounts-letter-title = Вход по письму
accounts-letter-lead = Мы пришлём ссылку на вашу почту. Она работает один раз, в течение получаса.
accounts-letter-button = Прислать письмо
accounts-letter-sent-title = Загляните в почту
accounts-letter-sent = Если у этого адреса есть учётная запись, письмо уже в пути. Если за пять минут ничего не пришло, посмотрите в папке «Спам».
accounts-link-title = Остался один шаг
accounts-link-lead = Нажмите кнопку, и вы войдёте на этом устройстве.
accounts-link-button = Войти
accounts-link-letter-subject = Ссылка для входа
accounts-link-letter =
    Здравствуйте.

    Чтобы войти, откройте страницу и нажмите кнопку:
    { $link }

    Ссылка работает один раз, в течение получаса. Если вы её не просили, ничего делать не нужно: никто не вошёл.
accounts-account-title = Ваша учётная запись
accounts-account-about = О вас
accounts-account-save = Сохранить
accounts-account-password-title = Пароль
accounts-account-password-lead = После смены пароля на остальных устройствах придётся войти заново.
accounts-account-password-button = Задать пароль
accounts-account-roles = Ваши роли
accounts-account-everywhere = Весь сервер
accounts-account-no-roles = У вас пока нет роли. Обратитесь к координатору общины.
accounts-sessions-title = Где вы вошли
accounts-session-this = Это устройство
accounts-session-since = С { $day }
accounts-session-seen = последний раз { $day }
accounts-session-end = Выйти там
accounts-sessions-end = Выйти везде
accounts-invitation-title = Вас приглашают
accounts-invitation-lead = { $community } приглашает вас к участию. Ваша роль: { $role }.
accounts-invitation-button = Принять приглашение
accounts-invitation-letter-subject = { $community }: приглашение в Коло
accounts-invitation-letter =
    Здравствуйте.

    { $community } приглашает вас помогать вести путеводитель по помощи. Ваша роль: { $role }.

    Чтобы согласиться, откройте страницу:
    { $link }

    Приглашение действует { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }.
accounts-people-title = Люди и роли
accounts-people-lead = Кто что может делать в этой общине.
accounts-people-none = Ролей пока ни у кого нет. Пригласите первого человека ниже.
accounts-people-invited = Приглашены
accounts-people-until = до { $day }
accounts-people-withdraw = Снять роль
accounts-people-you = это вы
accounts-invite-title = Пригласить человека
accounts-invite-lang = Язык письма
accounts-invite-button = Отправить приглашение
accounts-flash-signed-in = Вы вошли.
accounts-flash-signed-out = Вы вышли.
accounts-flash-saved = Сохранено.
accounts-flash-password = Новый пароль задан. На остальных устройствах вы вышли.
accounts-flash-session-ended = На том устройстве вы вышли.
accounts-flash-welcome = Добро пожаловать. Вы вошли.
accounts-flash-invited = Приглашение отправлено.
accounts-flash-withdrawn = Роль снята.
accounts-refused-link = Эту ссылку уже использовали, или она устарела. Попросите новое письмо.
accounts-refused-invitation = Это приглашение уже приняли, отозвали, или оно устарело. Попросите новое.
accounts-refused-role = Эту роль вы дать не можете.
accounts-may-invite = Приглашать людей и снимать роли
accounts-may-see-names = Видеть имена людей в журнале действий

## Названия действий и записей в журнале
## dynamic: verb- kind-

verb-accounts-create_person = Создание учётной записи
verb-accounts-grant = Выдача роли
verb-accounts-withdraw = Отзыв роли
verb-accounts-invite = Приглашение
verb-accounts-send_invitation = Отправка приглашения
verb-accounts-accept_invitation = Принятие приглашения
verb-accounts-make_link = Создание ссылки для входа
verb-accounts-sign_in = Вход
verb-accounts-return = Возвращение
verb-accounts-wrong_password = Неверный пароль
verb-accounts-change_password = Смена пароля
verb-accounts-rename = Смена имени или языка
verb-accounts-sign_out = Выход
verb-accounts-sign_out_everywhere = Выход везде
kind-person = Человек
kind-session = Сеанс
kind-invitation = Приглашение
