### Numbers of public registers.

directory-refused-identifier-not-digits = У цьому номері мають бути лише цифри.
directory-refused-identifier-wrong-length = У номері забагато або замало цифр.
directory-refused-identifier-check-digit = Контрольна цифра не збігається: перевірте, чи правильно записано номер.
