### What the guide does not allow right now.

directory-refused-edited-meanwhile = Сіз өңдеп жатқанда бұл жазбаны басқа біреу сақтап қойды. Оны қайта ашып, өзгерісті қайталаңыз.
directory-refused-has-services = Бұл ұйымның әлі де қызметтері немесе бағдарламалары бар. Алдымен оларды жойыңыз немесе басқа ұйымға беріңіз.
directory-refused-report-empty = Не дұрыс емес екенін жазыңыз.
directory-refused-report-too-long = Мәтін тым ұзын: ең көбі 2000 таңба.
