### Numbers of public registers.

directory-refused-identifier-not-digits = Бұл нөмірде тек цифрлар болуы керек.
directory-refused-identifier-wrong-length = Нөмірдегі цифрлар саны дұрыс емес.
directory-refused-identifier-check-digit = Бақылау цифры сәйкес келмейді: нөмірдің дұрыс жазылғанын тексеріңіз.
