import { domainOf } from './identifier.rules.ts'

/** Whose colleagues people are. */
export interface OrganizationPolicy {
  /** `email-domain`: the domain of their address; `host`: whatever the host writes, nothing by default. */
  readonly from: 'email-domain' | 'host'
  /** Domains where anybody gets an address, as IDNA: their people belong to no organization. */
  readonly publicDomains: readonly string[]
}

/** Providers that give addresses to everybody; start a policy's `publicDomains` from it. */
export const PUBLIC_MAIL_DOMAINS: readonly string[] = `
  gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.fr hotmail.de live.com live.co.uk
  msn.com yahoo.com yahoo.co.uk yahoo.co.jp yahoo.fr yahoo.de ymail.com rocketmail.com aol.com icloud.com
  me.com mac.com proton.me protonmail.com pm.me tutanota.com tuta.io gmx.com gmx.de gmx.net gmx.at gmx.ch
  web.de mail.com freenet.de t-online.de posteo.de mailbox.org fastmail.com hey.com zoho.com zohomail.com
  mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com rambler.ru ukr.net qq.com 163.com 126.com sina.com
  sohu.com foxmail.com naver.com daum.net hanmail.net orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it
  virgilio.it tiscali.it wp.pl o2.pl onet.pl seznam.cz centrum.cz bluewin.ch telenet.be skynet.be ziggo.nl
  comcast.net verizon.net att.net sbcglobal.net btinternet.com sky.com rediffmail.com uol.com.br bol.com.br
  terra.com.br duck.com hushmail.com mailinator.com guerrillamail.com
`
  .trim()
  .split(/\s+/)

/** The organization an address makes somebody a member of; null: none, or the host's to say. */
export function organizationOf(email: string, policy: OrganizationPolicy): string | null {
  const domain = policy.from === 'email-domain' ? domainOf(email) : null
  return domain === null || policy.publicDomains.includes(domain) ? null : domain
}
