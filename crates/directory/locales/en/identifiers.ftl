### Numbers of public registers.

directory-refused-identifier-not-digits = This number may contain digits only.
directory-refused-identifier-wrong-length = This number has too many or too few digits.
directory-refused-identifier-check-digit = The check digit does not match: see whether the number is written correctly.
