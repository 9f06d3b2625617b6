### What the guide does not allow right now.

directory-refused-edited-meanwhile = Somebody else saved this entry while you were editing it. Open it again and repeat your change.
directory-refused-has-services = This organization still has services or programs. Remove them or give them to another one first.
directory-refused-report-empty = Please say what is wrong.
directory-refused-report-too-long = The text is too long: at most 2,000 characters.
