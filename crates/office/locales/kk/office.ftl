office-desk-title = Жұмыс орны
office-desk-greeting = Қош келдіңіз, { $name }.
office-desk-roles = Мұндағы рөлдеріңіз:
office-desk-work = Не істей аласыз
office-desk-nothing = Мұнда сізде әзірге рөл жоқ
office-desk-ask = Қауымдастық үйлестірушісінен сізді шақыруын сұраңыз.
office-desk-places = Рөліңіз бар жерлер
office-desk-own = Өзіңіз туралы
office-desk-account = Есептік жазбаңыз

office-audit-title = Әрекеттер журналы
office-audit-lead = Кім, нені, қашан істеді. Мұнда ешнәрсені білдірмей өзгертуге не өшіруге болмайды. Журналға мазмұн емес, тек өрістердің атаулары жазылады.
office-audit-fits = Соңғы жазбалар бір-біріне сай келеді.
office-audit-sealed = { $number }-жазбаға дейін мөрленген, { $at }.
office-audit-unsealed = Әзірге бірде-бір жазба мөрленбеген. Мөр сағат сайын қойылады.
office-audit-damaged = Журнал бұрмаланған.
office-audit-what-to-do = Осы жерден кейінгі жазбаларға сенуге болмайды. Жүйе әкімшісіне хабарлаңыз: сақтық көшірме онда не жазылғанын көрсетеді.
office-audit-check-title = Бүкіл журналды тексеру
office-audit-whole = Журнал бүтін.
office-audit-walked = { $count ->
    [one] { $count } жазба басынан аяғына дейін оқылды, бәрі жазылған күйінде.
   *[other] { $count } жазба басынан аяғына дейін оқылды, бәрі жазылған күйінде.
}
office-audit-how = Әр жазбада өзінің және алдыңғы жазбаның бақылау қосындысы бар. Сағат сайын соңғы жазба дерекқордан тыс сақталатын кілтпен мөрленеді.
office-audit-filter = Сүзгі
office-audit-verb = Әрекет
office-audit-kind = Немен істелді
office-audit-any = Бәрі
office-audit-everything = Бәрін көрсету
office-audit-count = { $count ->
    [one] { $count } жазба
   *[other] { $count } жазба
}
office-audit-none = Мұндай жазбалар жоқ
office-audit-number = № { $number }
office-audit-fields = Өрістер:
office-audit-house = Колоның өзі

office-damage-missing = { $number }-жазба жоқ.
office-damage-changed = { $number }-жазба жазылғаннан кейін өзгертілген.
office-damage-rewritten = { $from }–{ $to } аралығындағы жазбалар мөріне сай емес: кемінде біреуі қайта жазылған.
office-damage-seal = { $number }-жазбаның мөрі жалған.

office-jobs-title = Кейінге қалдырылған жұмыстар
office-jobs-lead = Колоның жауаптан кейін істейтіні: хаттар, хабарламалар, кесте бойынша жұмыстар. Сәтсіз болғаны өздігінен қайталанады, он екі әрекеттен кейін сізді күтеді.
office-jobs-waiting = { $count ->
    [one] { $count } жұмыс күтіп тұр
   *[other] { $count } жұмыс күтіп тұр
}
office-jobs-dead = { $count ->
    [one] { $count } жұмыс тоқтап қалды
   *[other] { $count } жұмыс тоқтап қалды
}
office-jobs-none = Күтіп тұрған да, тоқтап қалған да жұмыс жоқ
office-job-dead = тоқтап қалды
office-job-waiting = күтіп тұр
office-job-running = орындалып жатыр
office-job-periodic = кесте бойынша
office-job-due = Келесі жолы: { $at }
office-job-ended = Тоқтап қалды: { $at }
office-job-tries = { $count ->
    [one] { $count } әрекет
   *[other] { $count } әрекет
}
office-job-retry = Қайта көру
office-flash-retried = Жұмыс кезекке қайтарылды.

office-may-audit = Әрекеттер журналын оқу
office-may-run-jobs = Кейінге қалдырылған жұмыстарды көру, тоқтап қалғанын қайталау

## Журналдағы әрекеттер мен жазбалардың атаулары; әр модуль өзінікін бере алады, қалғаны сол күйінде көрсетіледі
## dynamic: verb- kind-

verb-office-seal = Журналды мөрлеу
verb-office-retry_job = Жұмысты қайталау
verb-office-set = Баптауды өзгерту
verb-platform-found_community = Қауымдастық құру
kind-community = Қауымдастық
kind-job = Жұмыс
kind-audit_chain = Әрекеттер журналы
