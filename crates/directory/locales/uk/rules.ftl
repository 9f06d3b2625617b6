### What the guide does not allow right now.

directory-refused-edited-meanwhile = Поки ви редагували, цей запис зберіг хтось інший. Відкрийте його знову й повторіть зміну.
directory-refused-has-services = У цієї організації ще є послуги або програми. Спершу вилучіть їх або передайте іншій.
directory-refused-report-empty = Напишіть, будь ласка, що не так.
directory-refused-report-too-long = Текст задовгий: щонайбільше 2000 знаків.

## dynamic: verb- kind-

verb-directory-import = Завантажити записи
verb-directory-load_sample = Завантажити приклад
verb-directory-load_taxonomy = Завантажити ситуації й види допомоги
verb-directory-follow = Показати зміну в інших записах
verb-directory-report_mistake = Повідомити про помилку
verb-directory-decide_report = Вирішити щодо повідомлення
verb-directory-note_zero_result = Записати запитання без відповіді
kind-organization = Організація
kind-service = Послуга
kind-location = Місце
kind-program = Програма
kind-taxonomy_term = Поняття
kind-taxonomy = Словник
kind-service_at_location = Послуга в місці
kind-mistake_report = Повідомлення про помилку
kind-zero_result = Запитання без відповіді
