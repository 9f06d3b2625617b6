### Що імпорт каже тому, хто завантажує довідник.
## dynamic: import-summary- import-severity- import-mend- import-row-

import-severity-error = помилка
import-severity-warning = увага
import-severity-note = нотатка
import-summary-dry = Це був пробний запуск: нічого не збережено.
import-summary-counts = { $what }: нових { $created }, змінено { $changed }, без змін { $unchanged }, пропущено { $skipped }
import-summary-problems = Помилок: { $errors }. Попереджень: { $warnings }. Нотаток: { $notes }.
import-summary-organization = Організації
import-summary-program = Програми
import-summary-service = Послуги
import-summary-location = Місця
import-summary-taxonomy = Рубрикатори
import-summary-taxonomy-term = Рубрики
import-made-taxonomy = Рубрики з джерела «{ $source }»
import-refused-missing = За адресою { $file } нічого немає.
import-refused-unknown = У { $file } немає даних HSDS: ні таблиць, ні JSON, ні архіву з ними.
import-refused-empty = У { $file } не знайшлося жодного запису.
import-refused-damaged = Файл { $file } пошкоджений, дочитати його не вдалося. Нічого не завантажено.
import-refused-truncated = Файл { $file } обривається після рядка { $line }. Нічого не завантажено.
import-refused-too-large = Завеликий файл: { $file }.
import-refused-bomb = Файл { $file } розпаковується в неправдоподібно великий обсяг, його не читали.
import-refused-too-many-files = Забагато файлів: { $file }.
import-refused-header = Перший рядок файлу { $file } не схожий на назви стовпців.
import-refused-disk = Бракує місця для тимчасових файлів.
import-refused-address = Така адреса не підходить: { $url }. Вона має починатися з http:// або https:// і не містити пароля.
import-refused-answer = Сервер відповів { $status }: { $url }.
import-refused-page = Відповідь { $url } не схожа на сторінку HSDS.
import-refused-unreachable = Не вдалося зв’язатися з { $url }.
import-row-unreadable = Запис не є правильним JSON (біля знака { $column }).
import-row-too-long = Запис задовгий, його пропущено.
import-row-too-many-columns = У рядку забагато стовпців, його пропущено.
import-row-too-many-parts = У записі понад { $most } частин, решту пропущено.
import-row-longer-than-header = У рядку більше значень, ніж стовпців у таблиці.
import-row-unknown-kind = Незрозуміло, що це за запис: організація, послуга, місце чи щось інше.
import-row-no-id = Запис не має ідентифікатора, його пропущено: знайти його знову було б неможливо.
import-row-long-id = Ідентифікатор задовгий, запис пропущено.
import-row-no-name = Запис не має назви, його пропущено.
import-row-twice = Запис із таким ідентифікатором уже був, цей пропущено.
import-row-no-owner = У рядку не вказано, до чого він належить; його пропущено.
import-row-no-place = Не вказано, у якому місці надається послуга.
import-row-no-organization = Не вказано, яка організація відповідає; запис пропущено.
import-row-part-alone = Такий запис має сенс лише разом із тим, до якого належить; його пропущено.
import-rows-empty =
    { $count ->
        [one] Пропущено { $count } рядок, у якому заповнені лише ідентифікатори.
        [few] Пропущено { $count } рядки, у яких заповнені лише ідентифікатори.
        [many] Пропущено { $count } рядків, у яких заповнені лише ідентифікатори.
       *[other] Пропущено { $count } рядка, у яких заповнені лише ідентифікатори.
    }
import-column-unknown =
    { $count ->
        [one] Стовпець невідомий, не завантажено { $count } значення.
        [few] Стовпець невідомий, не завантажено { $count } значення.
        [many] Стовпець невідомий, не завантажено { $count } значень.
       *[other] Стовпець невідомий, не завантажено { $count } значення.
    }
import-file-unknown = Файл не належить до HSDS, його не читали.
import-row-unknown-owner =
    У джерелі немає { $kind ->
        [organization] організації
        [program] програми
        [service] послуги
        [location] місця
        [service_at_location] послуги в цьому місці
        [contact] контакту
        [phone] телефону
        [taxonomy] рубрикатора
        [taxonomy_term] рубрики
       *[record] запису
    } «{ $owner }», рядок пропущено.
import-mend-trimmed = Прибрано пробіли по краях.
import-mend-breaks = Знаки \n замінено на перенесення рядка.
import-mend-markup = Розмітку HTML перетворено на простий текст.
import-mend-control = Прибрано невидимі керівні знаки.
import-mend-letters = Виправлено зіпсовані літери: { $value }
import-mend-encoding = Текст не в UTF-8, прочитано як { $page }.
import-mend-url = Адресу сайту доповнено: { $value }
import-mend-url-lost = Це не адреса сайту, пропущено: { $value }
import-mend-url-second = Місце є лише для однієї адреси, пропущено: { $value }
import-mend-email-lost = Це не адреса пошти, пропущено: { $value }
import-mend-email-second = Місце є лише для однієї адреси пошти, пропущено: { $value }
import-mend-number-lost = Це не відповідне число, пропущено: { $value }
import-mend-date-lost = Таку дату використати не можна, пропущено: { $value }
import-mend-date-guessed = Неясно, де день, а де місяць; прочитано як місяць/день: { $value }
import-mend-time-lost = Це не час доби, пропущено: { $value }
import-mend-time-rest = З тексту взято лише час: { $value }
import-mend-time-guessed = Зрозуміло як час по обіді: { $value }
import-mend-byday = Дні тижня записано так, як заведено у стандарті: { $value }
import-mend-holiday-lost = Дні цього винятку не названо для жодного року, його пропущено.
import-mend-status-blank = Стан не вказано, вважаємо чинним.
import-mend-status = Стан «{ $value }» зрозуміло як «{ $status }».
import-mend-choice-lost = Такого слова тут не знають, пропущено: { $value }
import-mend-type-words = Вид номера невідомий, його додано до опису: { $value }
import-mend-phone-lost = Номера тут немає, пропущено: { $value }
import-mend-phone-long = Тут написано не лише номер; увесь текст став описом: { $value }
import-mend-phone-rest = Те, що стояло поруч із номером, перенесено до опису: { $value }
import-mend-extension = Додатковий номер відокремлено.
import-mend-point-lost = Це не точка на карті, пропущено: { $value }
import-mend-country-blank = Країну не вказано, вважаємо { $country }.
import-mend-country = Країна «{ $value }» невідома, вважаємо { $country }.
import-mend-language-words = Це не назва мови; перенесено до відомостей про переклад: { $value }
import-mend-name-long = Назва задовга, її скорочено: { $value }
import-mend-ages-swapped = Найменший вік був більший за найбільший, їх переставлено: { $value }
import-mend-circle = Вищий запис сам підпорядкований цьому, зв’язок пропущено: { $value }
import-mend-parent-lost = Вищий запис не знайдено: { $value }
import-mend-organization-made = Організації «{ $value }» немає в джерелі; її створено з назвою цієї послуги.
import-mend-owner-lost = Організації «{ $value }» немає в джерелі; місце лишилося без власника.
import-mend-program-lost = Програми «{ $value }» немає в джерелі.
import-mend-term-lost = Рубрики «{ $value }» немає в джерелі.
import-mend-unit-lost = Одиниці «{ $value }» немає в джерелі; кількість місць пропущено.
import-mend-repeated = Сказано двічі, залишено один раз.
