### Импорт анықтамалықты жүктеушіге не айтады.
## dynamic: import-summary- import-severity- import-mend- import-row-

import-severity-error = қате
import-severity-warning = назар аударыңыз
import-severity-note = ескертпе
import-summary-dry = Бұл сынақ болды: ештеңе сақталған жоқ.
import-summary-counts = { $what }: жаңасы { $created }, өзгергені { $changed }, өзгермегені { $unchanged }, алынбағаны { $skipped }
import-summary-problems = Қате: { $errors }. Ескерту: { $warnings }. Ескертпе: { $notes }.
import-summary-organization = Ұйымдар
import-summary-program = Бағдарламалар
import-summary-service = Қызметтер
import-summary-location = Орындар
import-summary-taxonomy = Айдарлағыштар
import-summary-taxonomy-term = Айдарлар
import-made-taxonomy = «{ $source }» дереккөзінің айдарлары
import-refused-missing = { $file } мекенжайында ештеңе жоқ.
import-refused-unknown = { $file } ішінде HSDS деректері жоқ: кесте де, JSON да, олардың мұрағаты да табылмады.
import-refused-empty = { $file } ішінен бірде-бір жазба табылмады.
import-refused-damaged = { $file } файлы бүлінген, соңына дейін оқылмады. Ештеңе жүктелген жоқ.
import-refused-truncated = { $file } файлы { $line }-жолдан кейін үзіледі. Ештеңе жүктелген жоқ.
import-refused-too-large = { $file } тым үлкен.
import-refused-bomb = { $file } ашылғанда шамадан тыс үлкейеді, сондықтан оқылмады.
import-refused-too-many-files = { $file } ішінде файл тым көп.
import-refused-header = { $file } файлының бірінші жолы баған атауларына ұқсамайды.
import-refused-disk = Уақытша файлдарға орын жетпейді.
import-refused-address = Бұл мекенжай жарамайды: { $url }. Ол http:// немесе https:// деп басталып, құпиясөзсіз болуы керек.
import-refused-answer = { $url } мекенжайы { $status } деп жауап берді.
import-refused-page = { $url } жауабы HSDS бетіне ұқсамайды.
import-refused-unreachable = { $url } мекенжайымен байланысу мүмкін болмады.
import-row-unreadable = Жазба дұрыс JSON емес ({ $column }-таңба маңында).
import-row-too-long = Жазба тым ұзын, алынбады.
import-row-too-many-columns = Жолда баған тым көп, ол алынбады.
import-row-too-many-parts = Жазбада { $most } бөліктен көп, қалғаны алынбады.
import-row-longer-than-header = Жолдағы мәндер кесте бағандарынан көп.
import-row-unknown-kind = Бұл жазбаның не екені түсініксіз: ұйым ба, қызмет пе, орын ба, әлде басқа ма.
import-row-no-id = Жазбаның идентификаторы жоқ, сондықтан алынбады: оны қайта табу мүмкін болмас еді.
import-row-long-id = Идентификатор тым ұзын, жазба алынбады.
import-row-no-name = Жазбаның атауы жоқ, сондықтан алынбады.
import-row-twice = Мұндай идентификаторы бар жазба бұған дейін келген, бұл жолғысы алынбады.
import-row-no-owner = Жолда оның неге тиесілі екені көрсетілмеген, сондықтан алынбады.
import-row-no-place = Қызметтің қай жерде көрсетілетіні айтылмаған.
import-row-no-organization = Қай ұйым жауапты екені көрсетілмеген, жазба алынбады.
import-row-part-alone = Мұндай жазба өзі тиесілі жазбамен бірге ғана мағыналы, сондықтан алынбады.
import-rows-empty =
    { $count ->
        [one] Тек идентификаторлары толтырылған { $count } жол алынбады.
       *[other] Тек идентификаторлары толтырылған { $count } жол алынбады.
    }
import-column-unknown =
    { $count ->
        [one] Баған белгісіз, { $count } мән жүктелмеді.
       *[other] Баған белгісіз, { $count } мән жүктелмеді.
    }
import-file-unknown = Файл HSDS-ке жатпайды, ол оқылмады.
import-row-unknown-owner =
    Дереккөзде «{ $owner }» деген { $kind ->
        [organization] ұйым
        [program] бағдарлама
        [service] қызмет
        [location] орын
        [service_at_location] осы орындағы қызмет
        [contact] байланыс
        [phone] телефон
        [taxonomy] айдарлағыш
        [taxonomy_term] айдар
       *[record] жазба
    } жоқ, жол алынбады.
import-mend-trimmed = Шетіндегі бос орындар алынды.
import-mend-breaks = \n таңбалары жаңа жолға ауыстырылды.
import-mend-markup = HTML белгілеуі қарапайым мәтінге айналдырылды.
import-mend-control = Көрінбейтін басқару таңбалары алынды.
import-mend-letters = Бүлінген әріптер түзетілді: { $value }
import-mend-encoding = Мәтін UTF-8 емес, { $page } ретінде оқылды.
import-mend-url = Сайт мекенжайы толықтырылды: { $value }
import-mend-url-lost = Бұл сайт мекенжайы емес, алынбады: { $value }
import-mend-url-second = Тек бір мекенжайға орын бар, алынбады: { $value }
import-mend-email-lost = Бұл пошта мекенжайы емес, алынбады: { $value }
import-mend-email-second = Тек бір пошта мекенжайына орын бар, алынбады: { $value }
import-mend-number-lost = Бұл жарамды сан емес, алынбады: { $value }
import-mend-date-lost = Мұндай күнді пайдалану мүмкін емес, алынбады: { $value }
import-mend-date-guessed = Қайсысы күн, қайсысы ай екені анық емес; ай/күн деп оқылды: { $value }
import-mend-time-lost = Бұл тәулік уақыты емес, алынбады: { $value }
import-mend-time-rest = Мәтіннен тек уақыты алынды: { $value }
import-mend-time-guessed = Түстен кейінгі уақыт деп түсінілді: { $value }
import-mend-byday = Апта күндері стандартқа сай жазылды: { $value }
import-mend-holiday-lost = Бұл ерекше күндердің жылы көрсетілмеген, сондықтан алынбады.
import-mend-status-blank = Күйі көрсетілмеген, қолданыста деп саналды.
import-mend-status = «{ $value }» күйі «{ $status }» деп түсінілді.
import-mend-choice-lost = Мұнда ондай сөз белгісіз, алынбады: { $value }
import-mend-type-words = Нөмір түрі белгісіз, ол сипаттамаға қосылды: { $value }
import-mend-phone-lost = Мұнда теретін нөмір жоқ, алынбады: { $value }
import-mend-phone-long = Мұнда тек нөмір емес; бүкіл мәтін сипаттамаға көшті: { $value }
import-mend-phone-rest = Нөмір қасындағы мәтін сипаттамаға көшірілді: { $value }
import-mend-extension = Қосымша нөмір бөлек жазылды.
import-mend-point-lost = Бұл картадағы нүкте емес, алынбады: { $value }
import-mend-country-blank = Ел көрсетілмеген, { $country } деп саналды.
import-mend-country = «{ $value }» елі белгісіз, { $country } деп саналды.
import-mend-language-words = Бұл тіл атауы емес; аударма туралы мәліметке көшірілді: { $value }
import-mend-name-long = Атау тым ұзын, ол қысқартылды: { $value }
import-mend-ages-swapped = Ең кіші жас ең үлкенінен артық болған, орындары ауыстырылды: { $value }
import-mend-circle = Жоғарғы жазбаның өзі осыған бағынады, байланыс алынбады: { $value }
import-mend-parent-lost = Жоғарғы жазба табылмады: { $value }
import-mend-organization-made = «{ $value }» ұйымы дереккөзде жоқ; ол осы қызметтің атауымен құрылды.
import-mend-owner-lost = «{ $value }» ұйымы дереккөзде жоқ; орын иесіз қалды.
import-mend-program-lost = «{ $value }» бағдарламасы дереккөзде жоқ.
import-mend-term-lost = «{ $value }» айдары дереккөзде жоқ.
import-mend-unit-lost = «{ $value }» өлшемі дереккөзде жоқ; орын саны алынбады.
import-mend-repeated = Екі рет айтылған, бірі қалдырылды.
