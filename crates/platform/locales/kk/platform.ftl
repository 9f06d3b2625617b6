## The frame of every page

shell-brand = Коло
shell-tagline = Жақын жерден көмек табыңыз
shell-skip = Мазмұнға өту
shell-menu = Мәзір
shell-nav = Бөлімдер
shell-languages = Тіл
shell-look = Беттің көрінісі
shell-desk = Жұмыс орны
shell-sign-in = Кіру
shell-sign-out = Шығу
shell-sign-out-name = Шығу ({ $name })
shell-home = Басты бет
shell-crumbs = Сіз осындасыз
shell-search = Іздеу
shell-search-label = Не іздейсіз
shell-search-placeholder = Заңгер, дәрі, баспана…
shell-search-suggestions = Ұсыныстар
shell-sample-title = Үлгі.
shell-sample = Мұндағы жазбалардың бір бөлігі нақты қызмет емес, көрсету үшін ойдан құралған. Ондай жазбалар белгіленген.
shell-foot-about = Анықтамалықты кітапханалар мен олардың серіктестері жүргізеді.
shell-foot-look = Оқуға ыңғайлы
shell-foot-staff = Анықтамалықты жүргізушілерге
shell-permissions = Кім не істей алады
shell-software = «Коло» еркін бағдарламасымен жұмыс істейді.

## How pages look
## dynamic: preferences-scheme- preferences-size- preferences-spacing- preferences-images- preferences-motion-

preferences-title = Беттің көрінісі
preferences-lead = Таңдауыңыз осы браузерде сақталып, барлық бетте қолданылады.
preferences-back = Бетке оралу
preferences-chosen = таңдалды
preferences-sample = Аа
preferences-scheme = Түстер
preferences-scheme-auto = Құрылғыдағыдай
preferences-scheme-light = Ашық
preferences-scheme-dark = Қараңғы
preferences-scheme-black-on-white = Ақта қара
preferences-scheme-white-on-black = Қарада ақ
preferences-scheme-blue = Көгілдірде көк
preferences-scheme-brown = Бозғылтта қоңыр
preferences-size = Әріп өлшемі
preferences-size-100 = 100 %
preferences-size-125 = 125 %
preferences-size-150 = 150 %
preferences-size-200 = 200 %
preferences-spacing = Әріптер мен жолдардың арасы
preferences-spacing-normal = Әдеттегідей
preferences-spacing-wide = Кеңірек
preferences-spacing-wider = Ең кең
preferences-images = Суреттер
preferences-images-on = Көрсету
preferences-images-off = Сөзбен ауыстыру
preferences-motion = Беттегі қозғалыс
preferences-motion-on = Рұқсат ету
preferences-motion-off = Өшіру

## Forms

form-save = Сақтау
form-cancel = Бас тарту
form-delete = Жою
form-apply = Көрсету
form-optional = міндетті емес
form-choose = Тізімнен таңдаңыз
form-choose-none = Таңдалмаған
form-error = Қате:
form-mistakes = { $count ->
    [one] { $count } өрісті тексеріп шығыңыз
   *[other] { $count } өрісті тексеріп шығыңыз
}
form-needed = Бұл өрісті толтырыңыз
form-too-long = { $limit ->
    [one] Мәтінді қысқартыңыз: мұнда { $limit } таңба сыяды
   *[other] Мәтінді қысқартыңыз: мұнда { $limit } таңба сыяды
}
form-not-an-email = Мекенжайды толық жазыңыз, мысалы library@example.org

## Long lists

pager-label = Тізім беттері
pager-before = Алдыңғы
pager-after = Келесі
pager-where = { $pages } беттің { $page }-беті

## Taking a page along

share-save = Сақтау
share-saved = Сақталды
share-copy = Беттің мекенжайын көшіру
share-copied = Көшірілді

## The map: words on its buttons, letters of its sides and units, each pair parted by a space

map-closer = Жақындату
map-farther = Алыстату
map-sides = с.е. о.е. ш.б. б.б.
map-units = м км
map-many = орын осында

## Pages that say no, and what to do next
## dynamic: error-

error-home = Басты бетке
error-urgent = Шұғыл көмек керек болса, қоңырау шалыңыз:
error-not-found-title = Мұндай бет жоқ
error-not-found = Бет көшірілген немесе мекенжайда қате болуы мүмкін. Керегіңізді басты беттен іздеп көріңіз.
error-sign-in-title = Алдымен кіріңіз
error-sign-in = Бұл бет анықтамалықты жүргізушілерге арналған. Көмек іздеу үшін кірудің қажеті жоқ.
error-forbidden-title = Бұл бет сізге қолжетімсіз
error-forbidden = Рөліңіз бұл жерге кіруге рұқсат бермейді. Жұмысқа қажет болса, қауымдастық үйлестірушісінен сұраңыз.
error-refused-title = Қазір бұл мүмкін емес
error-internal-title = Бізде бірдеңе бұзылды
error-internal = Сіз қате жасаған жоқсыз. Не болғаны жазып алынды. Бірнеше минуттан кейін қайталап көріңіз.
error-too-many = Сіздің мекенжайыңыздан тым көп сұрау келді. Бір минут күтіп, қайталап көріңіз.
error-too-slow = Сервер жауап беріп үлгермеді. Бір минуттан кейін қайталап көріңіз.
error-foreign-form = Сұрау біздің беттен келмегендіктен орындалмады. Керек бетті ашып, әрекетті қайталаңыз.
error-form-expired = Бет ескірді: содан бері сіз қайта кірдіңіз немесе шықтыңыз. Артқа оралып, бетті жаңартыңыз да, форманы қайта жіберіңіз.
error-bad-form = Жіберілген дерек формаға ұқсамайды немесе тым үлкен. Артқа оралып, қайталап көріңіз.
error-bad-query = Бұл мекенжайда бізге түсініксіз нәрсе бар. Іздеуді басты беттен қайта бастаңыз.

## Who may do what
## dynamic: role- permission-

permissions-title = Кім не істей алады
permissions-lead = Бұл кестені бағдарламаның өзі ережелерінен құрады, сондықтан ол әрқашан дұрыс.
permissions-table = Әрекеттер мен рөлдер
permissions-what = Әрекет
permissions-yes = иә
permissions-no = жоқ
permission-public = Ашық беттерді оқу
permission-signed-in = Өз тіркелгісін жүргізу
role-visitor = Келуші
role-member = Ұйым қызметкері
role-editor = Ұйым редакторы
role-volunteer = Ерікті
role-specialist = Маман
role-juror = Қазылар алқасының мүшесі
role-auditor = Тексеруші
role-coordinator = Қауымдастық үйлестірушісі
role-operator = Жүйе әкімшісі

## Days
## dynamic: date-month- date-weekday-

date-day = { $year } жылғы { $day } { $month }
date-today = бүгін
date-month-1 = қаңтар
date-month-2 = ақпан
date-month-3 = наурыз
date-month-4 = сәуір
date-month-5 = мамыр
date-month-6 = маусым
date-month-7 = шілде
date-month-8 = тамыз
date-month-9 = қыркүйек
date-month-10 = қазан
date-month-11 = қараша
date-month-12 = желтоқсан
date-weekday-1 = дүйсенбі
date-weekday-2 = сейсенбі
date-weekday-3 = сәрсенбі
date-weekday-4 = бейсенбі
date-weekday-5 = жұма
date-weekday-6 = сенбі
date-weekday-7 = жексенбі
date-weekday-short-1 = дс
date-weekday-short-2 = сс
date-weekday-short-3 = ср
date-weekday-short-4 = бс
date-weekday-short-5 = жм
date-weekday-short-6 = сб
date-weekday-short-7 = жс

## The style page
## dynamic: design-accent-

design-title = Беттердің бөлшектері
design-lead = Беттер неден құралғаны әр түс нұсқасында. Жаңа бет жазатындарға арналған.
design-words = Сөздер
design-sentence = Үйдің жанында ән, күлкі және жақсы көңіл болса, бақыт сол
design-letters = Әріптер: ґ Ґ є Є і І ї Ї, ә Ә ғ Ғ қ Қ ң Ң ө Ө ұ Ұ ү Ү һ Һ, ё Ё ъ ы э; цифрлар 0123456789.
design-link = Сілтеме
design-schemes = Түс нұсқалары
design-accents = Қауымдастық түстері
design-accent-clay = Саз
design-accent-river = Өзен
design-accent-plum = Қара өрік
design-accent-ochre = Жоса
design-tiles = Жағдайлар
design-list = Тізім
design-entry-title = Заңгердің тегін кеңесі
design-entry-by = Облыстық кітапхана
design-entry-text = Заңгер сізге қандай төлемдер тиесілі екенін түсіндіріп, өтініш жазуға көмектеседі.
design-filters = Сүзгілер
design-filter = Құны
design-facts = Мәліметтер
design-phone = Телефон
design-hours = Қабылдау сағаттары
design-open = 18:00-ге дейін ашық
design-closed = жабық
design-tag = Тегін
design-empty = Ештеңе табылмады
design-meter = Үйдегі оқырмандар
design-chart = Айлар бойынша келушілер
design-chart-table = Сол сандар кестемен
design-form = Форма
design-field = Қызмет атауы
design-field-hint = Көршіге айтатындай етіп жазыңыз
design-field-wrong = Электрондық пошта
design-choice = Бірінші әріп

community-refused-slug-taken = Мекенжайдағы бұл атауды басқа қауым алған. Басқасын таңдаңыз.
community-refused-zone = Мұндай уақыт белдеуі жоқ. Мысалы, Asia/Almaty деп жазыңыз.
community-refused-nameless = Атауын негізгі тілде жазыңыз.
community-refused-parent = Жоғары тұрған мұндай қауым жоқ.
