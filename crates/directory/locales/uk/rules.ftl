### What the guide does not allow right now.

directory-refused-edited-meanwhile = Поки ви редагували, цей запис зберіг хтось інший. Відкрийте його знову й повторіть зміну.
directory-refused-has-services = У цієї організації ще є послуги або програми. Спершу вилучіть їх або передайте іншій.
directory-refused-report-empty = Напишіть, будь ласка, що не так.
directory-refused-report-too-long = Текст задовгий: щонайбільше 2000 знаків.
