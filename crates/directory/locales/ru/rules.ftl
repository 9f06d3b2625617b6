### What the guide does not allow right now.

directory-refused-edited-meanwhile = Пока вы правили, эту запись сохранил кто-то другой. Откройте её снова и повторите правку.
directory-refused-has-services = У этой организации ещё есть услуги или программы. Сначала удалите их или передайте другой.
directory-refused-report-empty = Напишите, пожалуйста, что не так.
directory-refused-report-too-long = Текст слишком длинный: не больше 2000 знаков.
