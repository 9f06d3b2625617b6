### Что импорт говорит тому, кто загружает справочник.
## dynamic: import-summary- import-severity- import-mend- import-row-

import-severity-error = ошибка
import-severity-warning = внимание
import-severity-note = заметка
import-summary-dry = Это был пробный запуск: ничего не сохранено.
import-summary-counts = { $what }: новых { $created }, изменено { $changed }, без изменений { $unchanged }, пропущено { $skipped }
import-summary-problems = Ошибок: { $errors }. Предупреждений: { $warnings }. Заметок: { $notes }.
import-summary-organization = Организации
import-summary-program = Программы
import-summary-service = Услуги
import-summary-location = Места
import-summary-taxonomy = Рубрикаторы
import-summary-taxonomy-term = Рубрики
import-made-taxonomy = Рубрики из источника «{ $source }»
import-refused-missing = По адресу { $file } ничего нет.
import-refused-unknown = В { $file } нет данных HSDS: ни таблиц, ни JSON, ни архива с ними.
import-refused-empty = В { $file } не нашлось ни одной записи.
import-refused-damaged = Файл { $file } повреждён, дочитать его не удалось. Ничего не загружено.
import-refused-truncated = Файл { $file } обрывается после строки { $line }. Ничего не загружено.
import-refused-too-large = Слишком большой файл: { $file }.
import-refused-bomb = Файл { $file } распаковывается в неправдоподобно большой объём, читать его не стали.
import-refused-too-many-files = Слишком много файлов: { $file }.
import-refused-header = Первая строка файла { $file } не похожа на названия столбцов.
import-refused-disk = Не хватает места для временных файлов.
import-refused-address = Такой адрес не подходит: { $url }. Он должен начинаться с http:// или https:// и не содержать пароля.
import-refused-answer = Сервер ответил { $status }: { $url }.
import-refused-page = Ответ { $url } не похож на страницу HSDS.
import-refused-unreachable = Не удалось связаться с { $url }.
import-row-unreadable = Запись не является правильным JSON (около знака { $column }).
import-row-too-long = Запись слишком длинная и пропущена.
import-row-too-many-columns = В строке слишком много столбцов, она пропущена.
import-row-too-many-parts = В записи больше { $most } частей, остальные пропущены.
import-row-longer-than-header = В строке больше значений, чем столбцов в таблице.
import-row-unknown-kind = Непонятно, что это за запись: организация, услуга, место или что-то другое.
import-row-no-id = У записи нет идентификатора, она пропущена: её нельзя было бы найти снова.
import-row-long-id = Идентификатор слишком длинный, запись пропущена.
import-row-no-name = У записи нет названия, она пропущена.
import-row-twice = Запись с таким идентификатором уже была, эта пропущена.
import-row-no-owner = В строке не указано, к чему она относится; она пропущена.
import-row-no-place = Не указано, в каком месте оказывается услуга.
import-row-no-organization = Не указано, какая организация отвечает; запись пропущена.
import-row-part-alone = Такая запись имеет смысл только вместе с той, к которой относится; она пропущена.
import-rows-empty =
    { $count ->
        [one] Пропущена { $count } строка, в которой заполнены только идентификаторы.
        [few] Пропущены { $count } строки, в которых заполнены только идентификаторы.
        [many] Пропущено { $count } строк, в которых заполнены только идентификаторы.
       *[other] Пропущено { $count } строки, в которых заполнены только идентификаторы.
    }
import-column-unknown =
    { $count ->
        [one] Столбец неизвестен, не загружено { $count } значение.
        [few] Столбец неизвестен, не загружено { $count } значения.
        [many] Столбец неизвестен, не загружено { $count } значений.
       *[other] Столбец неизвестен, не загружено { $count } значения.
    }
import-file-unknown = Файл не относится к HSDS, его не читали.
import-row-unknown-owner =
    В источнике нет { $kind ->
        [organization] организации
        [program] программы
        [service] услуги
        [location] места
        [service_at_location] услуги в этом месте
        [contact] контакта
        [phone] телефона
        [taxonomy] рубрикатора
        [taxonomy_term] рубрики
       *[record] записи
    } «{ $owner }», строка пропущена.
import-mend-trimmed = Убраны пробелы по краям.
import-mend-breaks = Знаки \n заменены переносом строки.
import-mend-markup = Разметка HTML превращена в простой текст.
import-mend-control = Убраны невидимые управляющие знаки.
import-mend-letters = Исправлены испорченные буквы: { $value }
import-mend-encoding = Текст не в UTF-8, прочитан как { $page }.
import-mend-url = Адрес сайта дополнен: { $value }
import-mend-url-lost = Это не адрес сайта, пропущено: { $value }
import-mend-url-second = Место есть только для одного адреса, пропущен: { $value }
import-mend-email-lost = Это не адрес почты, пропущено: { $value }
import-mend-email-second = Место есть только для одного адреса почты, пропущен: { $value }
import-mend-number-lost = Это не подходящее число, пропущено: { $value }
import-mend-date-lost = Такую дату использовать нельзя, пропущено: { $value }
import-mend-date-guessed = Неясно, где день, а где месяц; прочитано как месяц/день: { $value }
import-mend-time-lost = Это не время суток, пропущено: { $value }
import-mend-time-rest = Из текста взято только время: { $value }
import-mend-time-guessed = Понято как время после полудня: { $value }
import-mend-byday = Дни недели записаны так, как принято в стандарте: { $value }
import-mend-holiday-lost = Дни этого исключения не названы ни для одного года, оно пропущено.
import-mend-status-blank = Состояние не указано, считаем действующим.
import-mend-status = Состояние «{ $value }» понято как «{ $status }».
import-mend-choice-lost = Такого слова здесь не знают, пропущено: { $value }
import-mend-type-words = Вид номера неизвестен, он добавлен в описание: { $value }
import-mend-phone-lost = Номера здесь нет, пропущено: { $value }
import-mend-phone-long = Здесь написан не только номер; весь текст стал описанием: { $value }
import-mend-phone-rest = То, что стояло рядом с номером, перенесено в описание: { $value }
import-mend-extension = Добавочный отделён от номера.
import-mend-point-lost = Это не точка на карте, пропущено: { $value }
import-mend-country-blank = Страна не указана, считаем { $country }.
import-mend-country = Страна «{ $value }» неизвестна, считаем { $country }.
import-mend-language-words = Это не название языка; перенесено к сведениям о переводе: { $value }
import-mend-name-long = Название слишком длинное, оно сокращено: { $value }
import-mend-ages-swapped = Наименьший возраст был больше наибольшего, они переставлены: { $value }
import-mend-circle = Вышестоящая запись сама подчинена этой, связь пропущена: { $value }
import-mend-parent-lost = Вышестоящая запись не найдена: { $value }
import-mend-organization-made = Организации «{ $value }» нет в источнике; она создана с названием этой услуги.
import-mend-owner-lost = Организации «{ $value }» нет в источнике; место осталось без владельца.
import-mend-program-lost = Программы «{ $value }» нет в источнике.
import-mend-term-lost = Рубрики «{ $value }» нет в источнике.
import-mend-unit-lost = Единицы «{ $value }» нет в источнике; число мест пропущено.
import-mend-repeated = Сказано дважды, оставлено один раз.
