office-desk-title = Рабочее место
office-desk-greeting = Здравствуйте, { $name }.
office-desk-roles = Ваши роли здесь:
office-desk-work = Что вы можете сделать
office-desk-nothing = Здесь у вас пока нет роли
office-desk-ask = Попросите координатора сообщества пригласить вас.
office-desk-places = Где у вас есть роли
office-desk-own = О вас
office-desk-account = Ваша учётная запись

office-audit-title = Журнал действий
office-audit-lead = Кто, что и когда сделал. Незаметно изменить или удалить здесь ничего нельзя. Содержание в журнал не попадает, только названия полей.
office-audit-fits = Последние записи сходятся.
office-audit-sealed = Опечатано до записи { $number }, { $at }.
office-audit-unsealed = Ни одна запись ещё не опечатана. Печати ставятся каждый час.
office-audit-damaged = Журнал подделан.
office-audit-what-to-do = Записям после этого места доверять нельзя. Сообщите администратору системы: резервная копия покажет, что там было.
office-audit-check-title = Проверка всего журнала
office-audit-whole = Журнал цел.
office-audit-walked = { $count ->
    [one] Прочитана { $count } запись от начала до конца, всё так, как было записано.
    [few] Прочитаны { $count } записи от начала до конца, всё так, как было записано.
    [many] Прочитано { $count } записей от начала до конца, всё так, как было записано.
   *[other] Прочитано { $count } записи от начала до конца, всё так, как было записано.
}
office-audit-how = Каждая запись содержит контрольную сумму себя самой и предыдущей записи. Каждый час последняя запись опечатывается ключом, который хранится вне базы данных.
office-audit-filter = Фильтр
office-audit-verb = Действие
office-audit-kind = С чем сделано
office-audit-any = Всё
office-audit-everything = Показать всё
office-audit-count = { $count ->
    [one] { $count } запись
    [few] { $count } записи
    [many] { $count } записей
   *[other] { $count } записи
}
office-audit-none = Таких записей нет
office-audit-number = № { $number }
office-audit-fields = Поля:
office-audit-house = Само Коло

office-damage-missing = Не хватает записи { $number }.
office-damage-changed = Запись { $number } изменили после того, как она была сделана.
office-damage-rewritten = Записи с { $from } по { $to } не совпадают с печатью: хотя бы одну из них переписали.
office-damage-seal = Печать записи { $number } поддельная.

office-jobs-title = Отложенные работы
office-jobs-lead = То, что Коло делает после ответа: письма, уведомления, работы по расписанию. Неудавшееся повторяется само, а после двенадцати попыток ждёт вас.
office-jobs-waiting = { $count ->
    [one] Ждёт { $count } работа
    [few] Ждут { $count } работы
    [many] Ждут { $count } работ
   *[other] Ждёт { $count } работы
}
office-jobs-dead = { $count ->
    [one] { $count } остановилась
    [few] { $count } остановились
    [many] { $count } остановились
   *[other] { $count } остановилось
}
office-jobs-none = Ничего не ждёт и ничего не остановилось
office-job-dead = остановилась
office-job-waiting = ждёт
office-job-running = выполняется
office-job-periodic = по расписанию
office-job-due = В следующий раз: { $at }
office-job-ended = Остановилась: { $at }
office-job-tries = { $count ->
    [one] { $count } попытка
    [few] { $count } попытки
    [many] { $count } попыток
   *[other] { $count } попытки
}
office-job-retry = Попробовать ещё раз
office-flash-retried = Работа возвращена в очередь.

office-may-audit = Читать журнал действий
office-may-run-jobs = Видеть отложенные работы и повторять остановившиеся

## Названия действий и записей в журнале; каждый модуль может дать свои, остальное показывается как есть
## dynamic: verb- kind-

verb-office-seal = Опечатывание журнала
verb-office-retry_job = Повтор работы
verb-office-set = Изменение настройки
verb-platform-found_community = Основание сообщества
kind-community = Сообщество
kind-job = Работа
kind-audit_chain = Журнал действий
