office-desk-title = Робоче місце
office-desk-greeting = Вітаємо, { $name }.
office-desk-roles = Ваші ролі тут:
office-desk-work = Що ви можете зробити
office-desk-nothing = Тут у вас поки немає ролі
office-desk-ask = Попросіть координатора громади запросити вас.
office-desk-places = Де у вас є ролі
office-desk-own = Про вас
office-desk-account = Ваш обліковий запис

office-audit-title = Журнал дій
office-audit-lead = Хто, що і коли зробив. Непомітно змінити чи видалити тут нічого не можна. Вмісту журнал не зберігає, лише назви полів.
office-audit-fits = Останні записи сходяться.
office-audit-sealed = Опечатано до запису { $number }, { $at }.
office-audit-unsealed = Жодного запису ще не опечатано. Печатки ставляться щогодини.
office-audit-damaged = Журнал підроблено.
office-audit-what-to-do = Записам після цього місця довіряти не можна. Повідомте адміністратора системи: резервна копія покаже, що там було.
office-audit-check-title = Перевірка всього журналу
office-audit-whole = Журнал цілий.
office-audit-walked = { $count ->
    [one] Прочитано { $count } запис від початку до кінця, усе так, як було записано.
    [few] Прочитано { $count } записи від початку до кінця, усе так, як було записано.
    [many] Прочитано { $count } записів від початку до кінця, усе так, як було записано.
   *[other] Прочитано { $count } запису від початку до кінця, усе так, як було записано.
}
office-audit-how = Кожен запис містить контрольну суму самого себе й попереднього запису. Щогодини останній запис опечатується ключем, що зберігається поза базою даних.
office-audit-filter = Фільтр
office-audit-verb = Дія
office-audit-kind = З чим зроблено
office-audit-any = Усе
office-audit-everything = Показати все
office-audit-count = { $count ->
    [one] { $count } запис
    [few] { $count } записи
    [many] { $count } записів
   *[other] { $count } запису
}
office-audit-none = Таких записів немає
office-audit-number = № { $number }
office-audit-fields = Поля:
office-audit-house = Саме Коло

office-damage-missing = Бракує запису { $number }.
office-damage-changed = Запис { $number } змінили після того, як його зробили.
office-damage-rewritten = Записи від { $from } до { $to } не збігаються з печаткою: щонайменше один із них переписали.
office-damage-seal = Печатка запису { $number } несправжня.

office-jobs-title = Відкладені роботи
office-jobs-lead = Те, що Коло робить після відповіді: листи, сповіщення, роботи за розкладом. Невдале повторюється саме, а після дванадцяти спроб чекає на вас.
office-jobs-waiting = { $count ->
    [one] Чекає { $count } робота
    [few] Чекають { $count } роботи
    [many] Чекають { $count } робіт
   *[other] Чекає { $count } роботи
}
office-jobs-dead = { $count ->
    [one] { $count } зупинилася
    [few] { $count } зупинилися
    [many] { $count } зупинилися
   *[other] { $count } зупинилося
}
office-jobs-none = Нічого не чекає й нічого не зупинилося
office-job-dead = зупинилася
office-job-waiting = чекає
office-job-running = виконується
office-job-periodic = за розкладом
office-job-due = Наступного разу: { $at }
office-job-ended = Зупинилася: { $at }
office-job-tries = { $count ->
    [one] { $count } спроба
    [few] { $count } спроби
    [many] { $count } спроб
   *[other] { $count } спроби
}
office-job-retry = Спробувати ще раз
office-flash-retried = Роботу повернуто в чергу.

office-may-audit = Читати журнал дій
office-may-run-jobs = Бачити відкладені роботи й повторювати ті, що зупинилися

## Назви дій і записів у журналі; кожен модуль може дати свої, решта показується як є
## dynamic: verb- kind-

verb-office-seal = Опечатування журналу
verb-office-retry_job = Повторення роботи
verb-office-set = Зміна налаштування
verb-platform-found_community = Заснування громади
kind-community = Громада
kind-job = Робота
kind-audit_chain = Журнал дій
