## dynamic: directory-cost-
## dynamic: directory-way-
## dynamic: directory-access-
## dynamic: directory-language-
## dynamic: directory-filter-

# Барлық жерде
directory-sample = Үлгі
directory-sample-help = Бұл жазба анықтамалықтың қалай жұмыс істейтінін көрсету үшін ойдан құрастырылған. Өтінеміз, ол жерге қоңырау шалмаңыз және бармаңыз.
directory-paused = Уақытша жұмыс істемейді
directory-services-title = Қызметтер
directory-services-all = Барлық қызметтер
directory-services-count = { $count ->
    [one] { $count } қызмет
   *[other] { $count } қызмет
}
directory-organizations-title = Ұйымдар
directory-places-title = Орындар
directory-hotlines-title = Сенім телефондары
directory-letters-title = А-дан Я-ға дейін
directory-saved-title = Сақталғандар
directory-print = Басып шығару

# Іздеу
directory-search-label = Сізге қандай көмек керек?
directory-search-placeholder = Өз сөзіңізбен: заңгер, дәрі, баспана…
directory-search-find = Іздеу
directory-search-suggestions = Ұсыныстар
directory-suggest-service = Қызмет
directory-suggest-organization = Ұйым
directory-suggest-place = Орын
directory-suggest-situation = Жағдай
directory-suggest-help = Көмек түрі

# Басты бет
directory-home-question = Сізге қандай көмек керек?
directory-home-lead = Кітапханалардың, мемлекеттік мекемелердің және жергілікті ұйымдардың көмегі: қайда, қашан қабылдайды, құны қанша және қалай жүгінуге болады.
directory-home-try = Жиі іздейді:
directory-home-try-1 = тегін заңгер
directory-home-try-2 = азық-түлік
directory-home-try-3 = психолог
directory-home-try-4 = компьютер курсы
directory-home-situations = Не болып жатыр
directory-home-situations-all = Барлық жағдайлар мен көмек түрлері
directory-home-kinds = Көмек түрі бойынша
directory-home-communities = Жергілікті анықтамалықтар
directory-home-changed = Жаңа және жақында тексерілген
directory-home-changed-none = Соңғы кезде ештеңе өзгерген жоқ.
directory-home-numbers = Анықтамалық цифрлармен
directory-home-verified = Соңғы тексеру
directory-home-urgent = Дәл қазір біреумен сөйлесу керек пе?
directory-hotlines-all = Барлық сенім телефондары

# Алғашқы бет
directory-front-title = Көмек анықтамалықтары
directory-front-lead = Өз қауымыңызды таңдаңыз немесе бәрінен бірден іздеңіз.
directory-front-communities = Қауымдар
directory-front-none = Мұнда әзірге бірде-бір анықтамалық жоқ
directory-front-none-help = Қауым қосылған бойда алғашқысы пайда болады.

# Қызметтер тізімі
directory-list-words = «{ $words }» бойынша қызметтер
directory-filters = Сүзгілер
directory-filters-show = Қызметтерді көрсету
directory-filters-clear = Бәрін алып тастау
directory-filter-situation = Жағдай
directory-filter-help = Көмек түрі
directory-filter-organization = Ұйым
directory-filter-city = Елді мекен
directory-filter-language = Сөйлесу тілі
directory-filter-cost = Құны
directory-filter-accessibility = Қолжетімділік
directory-filter-way = Қалай алуға болады
directory-filter-age = Адамның жасы
directory-filter-open = Қашан
directory-filter-near = Маңында
directory-filter-km = Қашықтығы
directory-filter-sort = Реті
directory-open-any = Кез келген уақытта
directory-open-now = Қазір ашық
directory-open-today = Бүгін ашық
directory-open-on = Мына күні ашық: { $day }
directory-near-any = Кез келген жерде
directory-near-far = Кез келген қашықтықта
directory-near-km = { $km ->
    [one] { $km } километрден аспайды
   *[other] { $km } километрден аспайды
}
directory-near-chip = { $place }: { $km } км-ге дейін
directory-near-chip-point = Таңдалған нүкте
directory-inside-chip = Картаның осы бөлігінде
directory-sort-relevance = Алдымен ең сәйкестері
directory-sort-name = Атауы бойынша
directory-sort-distance = Алдымен жақындары
directory-age-chip = { $age ->
    [0] Нәрестеге
    [one] Жасы: { $age }
   *[other] Жасы: { $age }
}
directory-chips = Қосулы сүзгілер
directory-chip-remove = Сүзгіні алып тастау:
directory-view-list = Тізім
directory-view-map = Картада
directory-view-print = Басып шығаруға
directory-map-caption = Нүктелердің нөмірлері тізімдегідей.
directory-map-caption-places = Анықтамалықтағы мекенжайын айтуға болатын барлық орындар.
directory-download = Тізімді жүктеп алу:
directory-download-csv = CSV кестесі
directory-download-xlsx = Excel кестесі
directory-download-geojson = GeoJSON картасы
directory-download-hsds = ашық деректер (HSDS)
directory-distance = сізден { $km } км
directory-distance-near = сізден 100 м-ден жақын
directory-fact-free = тегін
directory-fact-online = онлайн
directory-fact-phone = телефон арқылы
directory-fact-hidden-place = мекенжайын телефонмен айтады
directory-fact-without-speaking = сөйлеспей-ақ жүгінуге болады
directory-fact-more-places = { $count ->
    [one] және тағы { $count } орын
   *[other] және тағы { $count } орын
}

# Ештеңе табылмады
directory-nothing = Ештеңе табылмады
directory-nothing-words = «{ $words }» бойынша ештеңе табылмады
directory-nothing-help = Бұл көмек жоқ деген сөз емес. Мынаны байқап көріңіз:
directory-nothing-all = анықтамалықтағы барлық қызметтер
directory-nothing-hotlines = сенім телефондары: қайда жүгіну керегін айтады
directory-nothing-without = сүзгісіз дәл осыны іздеу
directory-nothing-situations = тізімнен жағдайды таңдау
directory-loosened = Дәл сәйкесі жоқ, міне, ең жақындары.
directory-loosened-corrected = Біз «{ $words }» деп іздедік.
directory-loosened-some-words = Бұл жазбаларда сөздеріңіздің бір бөлігі ғана бар.
directory-loosened-without = Ескерілмеген шарт: { $filter }.
directory-loosened-drop = Онсыз толық тізімді көру
directory-meant = Мүмкін, мынаны іздеген шығарсыз:

# Басып шығаруға
directory-print-back = Тізімге қайту
directory-print-made = басып шығарылған күні
directory-print-service = Қызмет
directory-print-where = Қайда
directory-print-phone = Телефон
directory-print-cut = { $count } қызметтің алғашқы 200-і ғана басып шығарылды. Тізімді қысқарту үшін сүзгілерді пайдаланыңыз.

# Қызмет
directory-service-at-hand = Уақыты, телефоны және мекенжайы
directory-service-online = Онлайн алу
directory-service-by-phone = Бұл көмекті телефон арқылы алуға болады.
directory-service-alert = Назар аударыңыз:
directory-service-paused = Қазір бұл қызмет көрсетілмейді. Бармас бұрын қоңырау шалыңыз.
directory-service-apply = Қалай жүгінуге болады
directory-service-facts = Білген жөн
directory-service-about = Бұл қызмет не туралы
directory-service-related = Жақын жердегі ұқсас көмек
directory-fact-eligibility = Кімге арналған
directory-fact-ages = Жасы
directory-fact-ages-from = { $from } жастан бастап
directory-fact-ages-to = { $to } жасқа дейін
directory-fact-ages-between = { $from } жастан { $to } жасқа дейін
directory-fact-documents = Не алып келу керек
directory-fact-documents-none = Ештеңе керек емес
directory-fact-cost = Құны
directory-fact-languages = Тілдер
directory-fact-interpretation = Аударма
directory-fact-access = Қолжетімділік
directory-fact-transport = Қалай жетуге болады
directory-fact-wait = Қанша күту керек
directory-fact-area = Қай жердің тұрғындарына
directory-fact-capacity = Бос орындар
directory-fact-capacity-of = { $maximum } орыннан { $available }
directory-fact-program = Бағдарлама аясында
directory-fact-funding = Кім төлейді
directory-fact-accreditations = Лицензиялар мен аккредиттеу
directory-fact-contact = Кімге жүгіну керек
directory-fact-links = Интернетте толығырақ
directory-fact-parent = Кімнің құрамында
directory-fact-year = Құрылған жылы
directory-cost-unknown = Құнын сұрап біліңіз
directory-cost-free = Тегін
directory-cost-paid = Ақылы
directory-cost-amount = { $amount } { $currency }
directory-way-in-person = Келіп
directory-way-phone = Телефонмен
directory-way-online = Онлайн
directory-way-sms = SMS арқылы
directory-way-telegram = Telegram арқылы
directory-way-viber = Viber арқылы
directory-way-whatsapp = WhatsApp арқылы
directory-way-chat = Чат арқылы
directory-way-email = Электрондық поштамен
directory-way-video-sign = Ымдау тілінде, бейнебайланыспен
directory-ways-title = Сөйлеспей және естімей-ақ жүгіну
directory-ways-help = Телефонмен сөйлесе немесе ести алмасаңыз, жазыңыз немесе бейнебайланыспен ымдау тілінде сөйлесіңіз:
directory-ways-short = Сөйлеспей:
directory-ways-sms = { $address } нөміріне SMS
directory-ways-telegram = Telegram
directory-ways-viber = Viber
directory-ways-whatsapp = WhatsApp
directory-ways-chat = Сайттағы чат
directory-ways-email = { $address } мекенжайына хат
directory-ways-video-sign = Бейнебайланыс арқылы ымдау тілі
directory-phone-text = мәтіндік хабарлама
directory-phone-textphone = мәтіндік телефон
directory-phone-video = бейнебайланыс
directory-phone-hotline = сенім телефоны
directory-phone-extension = ішкі нөмірі { $number }

# Тексеру
directory-checked-on = Тексерілген күні: { $date }
directory-checked-old = Тексерілгеніне көп болды: { $date }
directory-checked-never = Әлі тексерілмеген
directory-checked-old-warning = Бұл жазба тексерілгеніне көп болды: { $date }. Алдымен қоңырау шалыңыз.
directory-checked-never-warning = Бұл жазбаны әлі ешкім тексерген жоқ. Алдымен қоңырау шалыңыз.
directory-changed-checked = Тексерілген күні: { $date }
directory-changed-edited = Өзгертілген күні: { $date }

# Жұмыс уақыты
directory-hours-title = Жұмыс уақыты
directory-hours-today = бүгін
directory-hours-closed = жабық
directory-hours-changes = Кестедегі өзгерістер
directory-hours-unknown = Уақыты белгісіз
directory-hours-unknown-help = Бізге жұмыс уақытын айтқан жоқ. Бұл жабық деген сөз емес: қоңырау шалып сұраңыз.
directory-hours-always = Күн сайын тәулік бойы
directory-hours-always-short = Тәулік бойы
directory-hours-open = Қазір ашық, жабылуы: { $time }
directory-hours-soon = Жақында жабылады: { $time }
directory-hours-later = Ашылуы: бүгін, { $time }
directory-hours-tomorrow = Ашылуы: ертең, { $time }
directory-hours-on = Ашылуы: { $day ->
    [mo] дүйсенбі
    [tu] сейсенбі
    [we] сәрсенбі
    [th] бейсенбі
    [fr] жұма
    [sa] сенбі
   *[su] жексенбі
}, { $time }
directory-hours-date = Ашылуы: { $date }
directory-hours-closed-now = Қазір жабық
directory-hours-appointment = алдын ала жазылу арқылы
directory-hours-also = Сондай-ақ: { $dates }, { $times }
directory-hours-change-closed = { $date }: жабық
directory-hours-change-open = { $date }: { $times }
directory-hours-change-days = { $from } – { $to }

# Орындар
directory-places-lead = Көмек көрсетілетін жерлер, олардың жұмыс уақыты және кіруге қаншалықты қолайлы екені.
directory-places-none = Әзірге орындар жоқ
directory-place-confidential = Адамдардың қауіпсіздігі үшін мекенжай тек телефон арқылы айтылады.
directory-place-route-phone = Телефондағы бағыт
directory-place-route-map = OpenStreetMap картасында
directory-place-services = Осы жердегі көмек
directory-place-no-services = Мұнда әзірге бірде-бір қызмет жоқ.
directory-access-unknown = Бізге әлі айтқан жоқ. Қоңырау шалып сұраңыз.
directory-access-step-free = Баспалдақсыз кіреберіс
directory-access-ramp = Пандус
directory-access-lift = Лифт
directory-access-accessible-toilet = Қолжетімді дәретхана
directory-access-parking = Мүгедектігі бар адамдарға арналған тұрақ
directory-access-hearing-loop = Индукциялық контур
directory-access-sign-language = Ымдау тілі
directory-access-tactile = Тактильді белгілер мен жолдар
directory-access-large-print = Ірі қаріп

# Ұйымдар
directory-organizations-lead = Мұнда кім көмектеседі: кітапханалар, мемлекеттік мекемелер, қайырымдылық ұйымдары, өзара көмек топтары.
directory-organizations-none = Әзірге ұйымдар жоқ
directory-organization-reach = Ұйыммен қалай байланысуға болады
directory-organization-no-contact = Телефоны да, поштасы да бізге әзірге белгісіз.
directory-organization-services = Қандай көмек көрсетеді
directory-organization-no-services = Мұнда әзірге бірде-бір қызмет жоқ.
directory-organization-more = Осы ұйымның барлық қызметтері
directory-identifier-ua-edr = ЕДРПОУ коды
directory-identifier-ru-ogrn = ОГРН
directory-identifier-ru-inn = ИНН
directory-identifier-kz-bin = БСН

# Жағдайлар мен көмек түрлері
directory-situations-title = Жағдайлар
directory-terms-title = Жағдайлар мен көмек түрлері
directory-terms-lead = Өзіңізге ең жақынын таңдаңыз. Нақты білмесеңіз, кез келгенін таңдаңыз: әр бет әрі қарай бағыт береді.
directory-term-hotlines = Қазір қоңырау шалыңыз
directory-term-narrower = Нақтырақ
directory-term-none = Мұнда әзірге бірде-бір қызмет жоқ
directory-term-none-help = Сенім телефондары қайда жүгіну керегін айтады.
directory-term-broader = Дәл осы туралы әзірге жазба жоқ. Кеңірек тақырыптағы көмек: { $name }.
directory-term-all = Осы тақырыптағы барлық қызметтер, сүзгілермен
directory-term-more = Бәрін көрсету
directory-urgent-title = Дәл қазір қауіп төніп тұр ма?
directory-urgent = 112 нөміріне қоңырау шалыңыз. Сөйлесу мүмкін болмаса, жазыңыз: қалай жазуға болатыны әр нөмірдің жанында көрсетілген.

# Сенім телефондары
directory-hotlines-lead = Неден бастарыңызды білмесеңіз, қоңырау шалыңыз. Алдымен тәулік бойы жұмыс істейтін желілер тұр.
directory-hotlines-none = Әзірге сенім телефондары жоқ
directory-hotlines-none-help = Қауіп төнсе, 112 нөміріне қоңырау шалыңыз.

# А-дан Я-ға дейін
directory-letters-nav = Әріптер
directory-letters-none = Мұнда әзірге ештеңе жоқ
directory-letters-organizations = { $count ->
    [one] { $count } ұйым
   *[other] { $count } ұйым
}

# Сақталғандар
directory-saved-lead = Бұл тізім тек осы браузерде сақталады. Тіркелудің қажеті жоқ, оны басқа ешкім көрмейді.
directory-saved-noscript = Тізімді браузердегі скрипт сақтайды, ал мұнда скрипттер өшірулі. Беттерді бетбелгіге қосуға болады.
directory-saved-none = Әзірге ештеңе сақталмаған
directory-saved-none-help = Қызмет бетінде «Сақтау» түймесін басыңыз, сонда ол осында тұрады.
directory-saved-remove = Алып тастау
directory-share-title = Өзіңізбен алу немесе басқаға жіберу
directory-share-vcard = Телефонға контакт
directory-share-qr = QR-код
directory-share-qr-words = Осы бетті ашатын QR-код

# Мұнда қате бар
directory-report-link = Мұнда бірдеңе дұрыс емес пе?
directory-report-title = Мұнда не дұрыс емес?
directory-report-lead = Өз сөзіңізбен жазыңыз: телефон жауап бермейді, уақыты басқа, есігі жабық. Тіркелудің қажеті жоқ.
directory-report-text = Не дұрыс емес
directory-report-text-hint = Өтінеміз, денсаулығыңыз бен отбасыңыз туралы жазбаңыз: жазбаны түзету үшін бұл қажет емес.
directory-report-contact = Сізге қалай жауап береміз
directory-report-contact-hint = Пошта немесе телефон, тек жауап алғыңыз келсе.
directory-report-send = Жіберу
directory-report-back = Жібермей қайту
directory-report-trap = Бұл жолды толтырмаңыз
directory-report-hurry = «Жіберу» түймесін тағы бір рет басыңыз: адамды машинадан осылай ажыратамыз
directory-thanks-title = Рақмет
directory-thanks-lead = Хабарыңызды алдық. Анықтамалықты жүргізетін адамдар жазбаны әдетте бірнеше күнде тексереді.
directory-thanks-back = Бетке қайту

# Жазба жоқ
directory-gone-title = Бұл жазба енді анықтамалықта жоқ
directory-gone = Мүмкін, көмек тоқтатылған немесе басқа жерге көшкен. Өтінеміз, ұқсасын іздеп көріңіз.

# Сөйлесу тілдері
directory-language-ar = араб
directory-language-az = әзербайжан
directory-language-ba = башқұрт
directory-language-be = беларусь
directory-language-bg = болгар
directory-language-crh = қырым татар
directory-language-cs = чех
directory-language-cv = чуваш
directory-language-de = неміс
directory-language-en = ағылшын
directory-language-es = испан
directory-language-fa = парсы
directory-language-fr = француз
directory-language-he = иврит
directory-language-hu = мажар
directory-language-hy = армян
directory-language-it = итальян
directory-language-ka = грузин
directory-language-kca = ханты
directory-language-kk = қазақ
directory-language-ko = корей
directory-language-ky = қырғыз
directory-language-mn = моңғол
directory-language-mns = манси
directory-language-pl = поляк
directory-language-ro = румын
directory-language-rom = сыған
directory-language-ru = орыс
directory-language-sgn = ымдау
directory-language-tg = тәжік
directory-language-tk = түрікмен
directory-language-tr = түрік
directory-language-tt = татар
directory-language-ug = ұйғыр
directory-language-uk = украин
directory-language-uz = өзбек
directory-language-vi = вьетнам
directory-language-zh = қытай
