accounts-email = E-mail address
accounts-password = Password
accounts-new-password = New password
accounts-password-hint = At least 10 characters. A few words you will remember are better than signs nobody can type.
accounts-password-optional = You may leave this empty and sign in with a letter each time.
accounts-password-weak = Choose a longer password: at least { $least } different characters.
accounts-name = Your name
accounts-name-hint = This is how Kolo greets you and how colleagues see you.
accounts-lang = Language of the pages
accounts-role = Role
accounts-wrong = The address or the password is not right. After several attempts the account rests for a while; a letter with a link still works.
accounts-sign-in-title = Sign in
accounts-sign-in-lead = Only people who keep the guide need an account. To look for help, none is needed.
accounts-sign-in-button = Sign in
accounts-sign-in-letter = Send me a letter with a link instead
accounts-letter-title = Sign in with a letter
accounts-letter-lead = We send a link to your address. It works once and for half an hour.
accounts-letter-button = Send the letter
accounts-letter-sent-title = Look into your mailbox
accounts-letter-sent = If this address has an account, a letter is on its way. If nothing comes within five minutes, look into the folder for unwanted mail.
accounts-link-title = One step left
accounts-link-lead = Press the button and you are signed in on this device.
accounts-link-button = Sign me in
accounts-link-letter-subject = Your link to sign in
accounts-link-letter =
    Hello,

    open this page and press the button to sign in:
    { $link }

    The link works once and for half an hour. If you did not ask for it, there is nothing to do: nobody was signed in.
accounts-account-title = Your account
accounts-account-about = About you
accounts-account-save = Save
accounts-account-password-title = Password
accounts-account-password-lead = When you set a new one, you are signed out everywhere else.
accounts-account-password-button = Set the password
accounts-account-roles = Your roles
accounts-account-everywhere = Whole instance
accounts-account-no-roles = You have no role yet. Ask the coordinator of your community.
accounts-sessions-title = Where you are signed in
accounts-session-this = This device
accounts-session-since = Since { $day }
accounts-session-seen = last used { $day }
accounts-session-end = Sign out there
accounts-sessions-end = Sign out everywhere
accounts-invitation-title = You are invited
accounts-invitation-lead = { $community } asks you to take part. Your role: { $role }.
accounts-invitation-button = Accept the invitation
accounts-invitation-letter-subject = { $community } invites you to Kolo
accounts-invitation-letter =
    Hello,

    { $community } invites you to help keep its guide to help. Your role: { $role }.

    To accept, open this page:
    { $link }

    The invitation is open for { $days ->
        [one] one day
       *[other] { $days } days
    }.
accounts-people-title = People and roles
accounts-people-lead = Who may do what in this community.
accounts-people-none = Nobody has a role here yet. Invite the first person below.
accounts-people-invited = Invited
accounts-people-until = open until { $day }
accounts-people-withdraw = Take the role back
accounts-people-you = this is you
accounts-invite-title = Invite somebody
accounts-invite-lang = Language of the letter
accounts-invite-button = Send the invitation
accounts-flash-signed-in = You are signed in.
accounts-flash-signed-out = You are signed out.
accounts-flash-saved = Saved.
accounts-flash-password = The new password is set. Everywhere else you were signed out.
accounts-flash-session-ended = That device is signed out.
accounts-flash-welcome = Welcome. You are signed in.
accounts-flash-invited = The invitation is on its way.
accounts-flash-withdrawn = The role is taken back.
accounts-refused-link = This link was used already or is too old. Ask for a new letter.
accounts-refused-invitation = This invitation was accepted already, withdrawn, or is too old. Ask for a new one.
accounts-refused-role = You cannot give this role.
accounts-may-invite = Invite people and take roles back
accounts-may-see-names = See the names of people in the audit log

## Names of acts and records in the audit log
## dynamic: verb- kind-

verb-accounts-create_person = Create an account
verb-accounts-grant = Give a role
verb-accounts-withdraw = Take a role back
verb-accounts-invite = Invite somebody
verb-accounts-send_invitation = Send an invitation
verb-accounts-accept_invitation = Accept an invitation
verb-accounts-make_link = Make a sign-in link
verb-accounts-sign_in = Sign in
verb-accounts-return = Come back
verb-accounts-wrong_password = Wrong password
verb-accounts-change_password = Change the password
verb-accounts-rename = Change the name or language
verb-accounts-sign_out = Sign out
verb-accounts-sign_out_everywhere = Sign out everywhere
kind-person = Person
kind-session = Session
kind-invitation = Invitation
