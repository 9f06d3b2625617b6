### What the guide does not allow right now.

directory-refused-edited-meanwhile = Пока вы правили, эту запись сохранил кто-то другой. Откройте её снова и повторите правку.
directory-refused-has-services = У этой организации ещё есть услуги или программы. Сначала удалите их или передайте другой.
directory-refused-report-empty = Напишите, пожалуйста, что не так.
directory-refused-report-too-long = Текст слишком длинный: не больше 2000 знаков.

## dynamic: verb- kind-

verb-directory-import = Загрузить записи
verb-directory-load_sample = Загрузить пример
verb-directory-load_taxonomy = Загрузить ситуации и виды помощи
verb-directory-follow = Показать изменение в других записях
verb-directory-report_mistake = Сообщить об ошибке
verb-directory-decide_report = Решить по сообщению
verb-directory-note_zero_result = Записать вопрос без ответа
kind-organization = Организация
kind-service = Услуга
kind-location = Место
kind-program = Программа
kind-taxonomy_term = Понятие
kind-taxonomy = Словарь
kind-service_at_location = Услуга в месте
kind-mistake_report = Сообщение об ошибке
kind-zero_result = Вопрос без ответа
