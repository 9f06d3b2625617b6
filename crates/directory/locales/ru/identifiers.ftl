### Numbers of public registers.

directory-refused-identifier-not-digits = В этом номере должны быть только цифры.
directory-refused-identifier-wrong-length = В номере слишком много или слишком мало цифр.
directory-refused-identifier-check-digit = Контрольная цифра не сходится: проверьте, верно ли записан номер.
