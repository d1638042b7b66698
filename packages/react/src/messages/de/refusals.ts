import type { FieldCode, Reason, RefusalCode } from '@rollcall/core/contract'

export const refusals = {
  'sign-in-interrupted': 'Die Anmeldung wurde unterbrochen. Beginnen Sie noch einmal.',
  'not-signed-in': 'Sie sind nicht angemeldet. Melden Sie sich an, um fortzufahren.',
  'wrong-credentials':
    'E-Mail-Adresse oder Passwort ist falsch, oder das Konto ist gesperrt. Ein neues Passwort entsperrt es auch.',
  'password-change-required': 'Wählen Sie zuerst ein neues Passwort.',
  'reauthentication-required': 'Geben Sie zuerst Ihr Passwort noch einmal ein.',
  'cross-origin': 'Diese Seite darf den Server nicht aufrufen. Ihre Adresse steht nicht auf der Liste der erlaubten.',
  'not-allowed': 'Das dürfen Sie nicht.',
  'not-admitted': 'Sie haben hier kein Konto, das sich so benutzen lässt. Fragen Sie die Verwaltung.',
  'not-found': 'Das gibt es nicht, oder Sie dürfen es nicht sehen.',
  'method-not-allowed': 'Das bietet der Server nicht an.',
  'email-in-use': 'Diese Adresse hat bereits ein Konto.',
  'username-in-use': 'Dieser Benutzername ist bereits vergeben.',
  'changed-meanwhile':
    'Jemand anderes hat das inzwischen geändert. Sehen Sie den jetzigen Stand an und versuchen Sie es dann erneut.',
  'not-locked': 'Dieses Konto ist nicht mehr gesperrt.',
  'not-dormant': 'Dieses Konto ist nicht mehr inaktiv.',
  'already-registered': 'Diese Person ist bereits registriert.',
  'already-done': 'Das wurde bereits erledigt.',
  'import-stale': 'Diese Person wurde geändert, nachdem die Datei geprüft war. Prüfen Sie die Zeile noch einmal.',
  'token-invalid':
    'Dieser Link funktioniert nicht mehr. Er wurde benutzt, durch einen neueren ersetzt oder ist abgelaufen.',
  'too-large': 'Das ist zu groß zum Senden.',
  'unsupported-file': 'Diese Datei kann nicht gelesen werden.',
  'invalid-input': 'Einiges davon stimmt noch nicht.',
  'password-too-weak': 'Dieses Passwort ist zu leicht zu erraten. Wählen Sie ein längeres.',
  'idempotency-key-reused':
    'Das wurde bereits mit anderem Inhalt gesendet. Laden Sie die Seite neu und versuchen Sie es erneut.',
  'version-required':
    'Die Seite hat nicht gesagt, welchen Stand sie ändert. Laden Sie sie neu und versuchen Sie es erneut.',
  'too-many-requests': 'Zu viele Versuche. Warten Sie ein wenig und versuchen Sie es dann erneut.',
  'provider-unavailable':
    'Die Anmeldung Ihrer Organisation hat nicht geantwortet. Versuchen Sie es gleich noch einmal.',
  unavailable: 'Der Server hat nicht geantwortet, wie er sollte. Versuchen Sie es gleich noch einmal.',
} satisfies Record<RefusalCode, string>

export const reasons = {
  'no-right': 'Ihre Rolle umfasst das nicht.',
  'not-covered': 'Diese Person hat eine Rolle, die Sie nicht vergeben dürfen.',
  'not-outranked': 'Die Rolle dieser Person steht nicht unter Ihrer.',
  self: 'Das können Sie nicht mit sich selbst tun.',
  protected: 'Diese Person ist vor dem Löschen geschützt.',
  'single-sign-on': 'Diese Person meldet sich über Ihre Organisation an, darum wird es dort geändert.',
  'owner-only-field': 'Nur die Person selbst kann das ändern.',
  deactivated: 'Diese Person ist deaktiviert.',
  impersonating: 'Nicht, während Sie als jemand anderes unterwegs sind.',
  'last-administrator': 'Das ist die letzte verwaltende Person. Ernennen Sie zuerst eine weitere.',
  'disabled-by-policy': 'Das ist hier abgeschaltet.',
} satisfies Record<Reason, string>

export const fields = {
  required: 'Das wird gebraucht.',
  invalid: 'Das ist nicht gültig.',
  'too-long': 'Das ist zu lang.',
  'too-short': 'Das ist zu kurz.',
  'unknown-key': 'Das wird hier nicht erwartet.',
  'control-character': 'Das enthält ein Zeichen, das nicht angezeigt werden kann. Tippen Sie es neu.',
  'contains-space': 'Leerzeichen sind hier nicht erlaubt.',
  'edge-space': 'Es darf nicht mit einem Leerzeichen beginnen oder enden.',
  'in-use': 'Das ist bereits vergeben.',
  fixed: 'Das lässt sich nicht ändern.',
  'not-a-language': 'Das ist keine Sprache.',
  'not-a-time-zone': 'Das ist keine Zeitzone.',
  'not-same': 'Die beiden sind nicht gleich.',
  'too-common': 'Das benutzen zu viele. Wählen Sie eigene Wörter.',
  'contains-context': 'Enthält Ihren Namen oder Ihre Adresse. Nehmen Sie eigene Wörter.',
  'too-weak': 'Das ist zu leicht zu erraten. Machen Sie es länger.',
  'needs-letter': 'Ein Buchstabe fehlt.',
  'needs-lowercase': 'Ein Kleinbuchstabe fehlt.',
  'needs-uppercase': 'Ein Großbuchstabe fehlt.',
  'needs-digit': 'Eine Ziffer fehlt.',
  'needs-symbol': 'Ein Sonderzeichen fehlt, etwa ein Leerzeichen oder Komma.',
  reused: 'Dieses Passwort gab es hier schon. Wählen Sie ein neues.',
  'link-not-allowed': 'Links sind hier nicht erlaubt.',
} satisfies Record<FieldCode, string>
