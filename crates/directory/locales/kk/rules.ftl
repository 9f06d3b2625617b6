### What the guide does not allow right now.

directory-refused-edited-meanwhile = Сіз өңдеп жатқанда бұл жазбаны басқа біреу сақтап қойды. Оны қайта ашып, өзгерісті қайталаңыз.
directory-refused-has-services = Бұл ұйымның әлі де қызметтері немесе бағдарламалары бар. Алдымен оларды жойыңыз немесе басқа ұйымға беріңіз.
directory-refused-report-empty = Не дұрыс емес екенін жазыңыз.
directory-refused-report-too-long = Мәтін тым ұзын: ең көбі 2000 таңба.

## dynamic: verb- kind-

verb-directory-import = Жазбаларды жүктеу
verb-directory-load_sample = Үлгіні жүктеу
verb-directory-load_taxonomy = Жағдайлар мен көмек түрлерін жүктеу
verb-directory-follow = Өзгерісті басқа жазбаларда көрсету
verb-directory-report_mistake = Қате туралы хабарлау
verb-directory-decide_report = Хабарлама бойынша шешім қабылдау
verb-directory-note_zero_result = Жауапсыз сұрақты жазу
kind-organization = Ұйым
kind-service = Қызмет
kind-location = Орын
kind-program = Бағдарлама
kind-taxonomy_term = Ұғым
kind-taxonomy = Сөздік
kind-service_at_location = Орындағы қызмет
kind-mistake_report = Қате туралы хабарлама
kind-zero_result = Жауапсыз сұрақ
