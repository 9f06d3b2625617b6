accounts-email = Электрондық пошта
accounts-password = Құпиясөз
accounts-new-password = Жаңа құпиясөз
accounts-password-hint = Кемінде 10 таңба. Есте қалатын бірнеше сөз ұзын таңбалар тізбегінен жақсы.
accounts-password-optional = Бос қалдырып, әр жолы хат арқылы кіруге болады.
accounts-password-weak = Ұзағырақ құпиясөз таңдаңыз: кемінде { $least } түрлі таңба.
accounts-name = Атыңыз
accounts-name-hint = Коло сізге осылай сөйлейді, әріптестеріңіз де осы атты көреді.
accounts-lang = Беттердің тілі
accounts-role = Рөл
accounts-wrong = Мекенжай не құпиясөз дұрыс емес. Бірнеше әрекеттен кейін құпиясөзбен кіру біраз уақытқа жабылады, бірақ сілтемесі бар хат жұмыс істейді.
accounts-sign-in-title = Кіру
accounts-sign-in-lead = Есептік жазба тек анықтамалықты жүргізетіндерге керек. Көмек іздеу үшін кірудің қажеті жоқ.
accounts-sign-in-button = Кіру
accounts-sign-in-letter = Одан да сілтемесі бар хат жіберіңіз
accounts-letter-title = Хат арқылы кіру
accounts-letter-lead = Поштаңызға сілтеме жібереміз. Ол бір рет, жарты сағат ішінде жұмыс істейді.
accounts-letter-button = Хат жіберу
accounts-letter-sent-title = Поштаңызды қараңыз
accounts-letter-sent = Бұл мекенжайдың есептік жазбасы болса, хат жолда. Бес минут ішінде келмесе, «Спам» қалтасын қараңыз.
accounts-link-title = Бір қадам қалды
accounts-link-lead = Түймені бассаңыз, осы құрылғыда кіресіз.
accounts-link-button = Кіру
accounts-link-letter-subject = Кіру сілтемесі
accounts-link-letter =
    Сәлеметсіз бе.

    Кіру үшін бетті ашып, түймені басыңыз:
    { $link }

    Сілтеме бір рет, жарты сағат ішінде жұмыс істейді. Оны сұрамаған болсаңыз, ештеңе істеудің қажеті жоқ: ешкім кірген жоқ.
accounts-account-title = Есептік жазбаңыз
accounts-account-about = Өзіңіз туралы
accounts-account-save = Сақтау
accounts-account-password-title = Құпиясөз
accounts-account-password-lead = Құпиясөзді ауыстырсаңыз, басқа құрылғыларда қайта кіру керек болады.
accounts-account-password-button = Құпиясөз қою
accounts-account-roles = Рөлдеріңіз
accounts-account-everywhere = Бүкіл сервер
accounts-account-no-roles = Сізде әзірге рөл жоқ. Қауымның үйлестірушісіне хабарласыңыз.
accounts-sessions-title = Қай жерде кіргенсіз
accounts-session-this = Осы құрылғы
accounts-session-since = Басталуы: { $day }
accounts-session-seen = соңғы рет { $day }
accounts-session-end = Сол жерден шығу
accounts-sessions-end = Барлық жерден шығу
accounts-invitation-title = Сізді шақырады
accounts-invitation-lead = { $community } сізді қатысуға шақырады. Рөліңіз: { $role }.
accounts-invitation-button = Шақыруды қабылдау
accounts-invitation-letter-subject = { $community }: Колоға шақыру
accounts-invitation-letter =
    Сәлеметсіз бе.

    { $community } көмек анықтамалығын жүргізуге көмектесуіңізді сұрайды. Рөліңіз: { $role }.

    Келіссеңіз, мына бетті ашыңыз:
    { $link }

    Шақыру { $days ->
        [one] { $days } күн
       *[other] { $days } күн
    } жарамды.
accounts-people-title = Адамдар мен рөлдер
accounts-people-lead = Бұл қауымда кім не істей алады.
accounts-people-none = Мұнда әзірге ешкімнің рөлі жоқ. Алғашқы адамды төменде шақырыңыз.
accounts-people-invited = Шақырылғандар
accounts-people-until = мерзімі: { $day }
accounts-people-withdraw = Рөлді алу
accounts-people-you = бұл сіз
accounts-invite-title = Адам шақыру
accounts-invite-lang = Хаттың тілі
accounts-invite-button = Шақыру жіберу
accounts-flash-signed-in = Сіз кірдіңіз.
accounts-flash-signed-out = Сіз шықтыңыз.
accounts-flash-saved = Сақталды.
accounts-flash-password = Жаңа құпиясөз қойылды. Басқа құрылғылардан шықтыңыз.
accounts-flash-session-ended = Сол құрылғыдан шықтыңыз.
accounts-flash-welcome = Қош келдіңіз. Сіз кірдіңіз.
accounts-flash-invited = Шақыру жіберілді.
accounts-flash-withdrawn = Рөл алынды.
accounts-refused-link = Бұл сілтеме пайдаланылған не ескірген. Жаңа хат сұраңыз.
accounts-refused-invitation = Бұл шақыру қабылданған, кері алынған не ескірген. Жаңасын сұраңыз.
accounts-refused-role = Бұл рөлді бере алмайсыз.
accounts-may-invite = Адам шақыру және рөлді алу
accounts-may-see-names = Әрекеттер журналынан адамдардың атын көру

## Журналдағы әрекеттер мен жазбалардың атаулары
## dynamic: verb- kind-

verb-accounts-create_person = Есептік жазба жасау
verb-accounts-grant = Рөл беру
verb-accounts-withdraw = Рөлді алу
verb-accounts-invite = Адам шақыру
verb-accounts-send_invitation = Шақыру жіберу
verb-accounts-accept_invitation = Шақыруды қабылдау
verb-accounts-make_link = Кіру сілтемесін жасау
verb-accounts-sign_in = Кіру
verb-accounts-return = Қайта келу
verb-accounts-wrong_password = Қате құпиясөз
verb-accounts-change_password = Құпиясөзді ауыстыру
verb-accounts-rename = Атты не тілді өзгерту
verb-accounts-sign_out = Шығу
verb-accounts-sign_out_everywhere = Барлық жерден шығу
kind-person = Адам
kind-session = Сеанс
kind-invitation = Шақыру
