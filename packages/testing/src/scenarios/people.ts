import type { Profile } from '../create-world.ts'

/** Example people: scripts, diacritics and lengths as they come, all at addresses nobody can have. */
export const people = {
  amara: {
    email: 'amara.okafor@northwind.example',
    firstName: 'Amara',
    lastName: 'Okafor',
    jobTitle: 'Head of mobile',
    timeZone: 'Europe/Berlin',
  },
  tomasz: {
    email: 'tomasz.wojcik@northwind.example',
    firstName: 'Tomasz',
    lastName: 'Wójcik',
    jobTitle: 'IT operations',
    language: 'de',
    timeZone: 'Europe/Warsaw',
  },
  meilin: { email: 'meilin.zhao@fabrikam.example', firstName: 'Mei-Lin', lastName: 'Zhao', timeZone: 'Asia/Singapore' },
  oscar: {
    email: 'oscar.delafuente@fabrikam.example',
    firstName: 'Óscar',
    lastName: 'de la Fuente y Montenegro',
    timeZone: 'Europe/Madrid',
  },
  jonas: {
    email: 'jonas.lindqvist@northwind.example',
    firstName: 'Jonas',
    lastName: 'Lindqvist',
    jobTitle: 'iOS developer',
    timeZone: 'Europe/Stockholm',
  },
  huda: { email: 'huda.elsayed@contoso.example', firstName: 'هدى', lastName: 'السيد', timeZone: 'Africa/Cairo' },
  misaki: {
    email: 'misaki.tanaka@fabrikam.example',
    firstName: '美咲',
    lastName: '田中',
    displayName: '田中 美咲',
    timeZone: 'Asia/Tokyo',
  },
  priya: { email: 'priya.raman@contoso.example', firstName: 'Priya', lastName: 'Raman', timeZone: 'Asia/Kolkata' },
  rana: {
    email: 'rana.alkhatib@fabrikam.example',
    firstName: 'Rana',
    lastName: 'Al-Khatib',
    displayName: 'Rana ‘Roro’ Al-Khatib',
    timeZone: 'Asia/Amman',
  },
  panagiota: {
    email: 'p.antoniou@fabrikam.example',
    firstName: 'Παναγιώτα',
    lastName: 'Αντωνίου',
    timeZone: 'Europe/Athens',
  },
  elif: {
    email: 'elif.yilmaz@northwind.example',
    firstName: 'Elif',
    lastName: 'Yılmaz',
    jobTitle: 'Field operations',
    timeZone: 'Europe/Istanbul',
  },
  kwame: { email: 'kwame.mensah@contoso.example', firstName: 'Kwame', lastName: 'Mensah', timeZone: 'Africa/Accra' },
  // At a provider for everybody, whose addresses hold no underscore.
  noor: { email: 'noor_haddad@gmail.com', firstName: 'Noor', lastName: 'Haddad', timeZone: 'Europe/Paris' },
  yael: { email: 'yael.cohen@contoso.example', firstName: 'יעל', lastName: 'כהן', timeZone: 'Asia/Jerusalem' },
  maximiliane: {
    email: 'maximiliane.wolfeschlegelsteinhausenbergerdorff@north-european-logistics.northwind.example',
    firstName: 'Maximiliane Friederike Wilhelmine',
    lastName: 'Wolfeschlegelsteinhausenbergerdorff zu Hohenlohe-Waldenburg-Schillingsfürst',
    language: 'de',
    timeZone: 'Europe/Berlin',
  },
} as const satisfies Record<string, Profile>
