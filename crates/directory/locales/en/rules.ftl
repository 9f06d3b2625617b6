### What the guide does not allow right now.

directory-refused-edited-meanwhile = Somebody else saved this entry while you were editing it. Open it again and repeat your change.
directory-refused-has-services = This organization still has services or programs. Remove them or give them to another one first.
directory-refused-report-empty = Please say what is wrong.
directory-refused-report-too-long = The text is too long: at most 2,000 characters.

## dynamic: verb- kind-

verb-directory-import = Import entries
verb-directory-load_sample = Load sample data
verb-directory-load_taxonomy = Load situations and kinds of help
verb-directory-follow = Show a change elsewhere
verb-directory-report_mistake = Report a mistake
verb-directory-decide_report = Decide on a report
verb-directory-note_zero_result = Note a question without an answer
kind-organization = Organization
kind-service = Service
kind-location = Place
kind-program = Program
kind-taxonomy_term = Term
kind-taxonomy = Vocabulary
kind-service_at_location = Service at a place
kind-mistake_report = Report of a mistake
kind-zero_result = Question without an answer
