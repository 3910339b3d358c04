import type { Tone } from '@/components/ui/status-badge'
import type { CurrentLicense, LicenseState } from '@/lib/licenses/current'
import { told } from '@/lib/licenses/judge'
import { onScreen, type ReasonCode } from '@/lib/licenses/reasons'
import { isLate, type PaidPeriod } from './days-left'

/** What an organization can do about its license; each is one click away. */
export type Step = 'PAY' | 'TRIAL' | 'SUBSCRIBE' | 'RENEW' | 'CONNECT' | 'CONTACT_SALES'

interface CardState {
  label: string
  tone: Tone
  /** What to do next, the best first. */
  steps: readonly Step[]
}

/** How each state is shown, and what leads on from it: the one table of the card. */
const CARD_STATES: Record<LicenseState, CardState> = {
  NONE: { label: 'No license', tone: 'neutral', steps: ['TRIAL', 'SUBSCRIBE', 'CONTACT_SALES'] },
  TRIAL: { label: 'Trial', tone: 'good', steps: ['CONNECT', 'SUBSCRIBE', 'CONTACT_SALES'] },
  TRIAL_USED: { label: 'Trial used up', tone: 'waiting', steps: ['SUBSCRIBE', 'CONTACT_SALES'] },
  SUBSCRIPTION: { label: 'Active', tone: 'good', steps: ['CONNECT', 'CONTACT_SALES'] },
  ENTERPRISE: { label: 'Active', tone: 'good', steps: ['CONNECT', 'CONTACT_SALES'] },
  NOT_STARTED: { label: 'Starts later', tone: 'waiting', steps: ['CONNECT', 'CONTACT_SALES'] },
  SUSPENDED: { label: 'Suspended', tone: 'bad', steps: ['CONTACT_SALES'] },
  EXPIRED: { label: 'Expired', tone: 'waiting', steps: ['RENEW', 'CONTACT_SALES'] },
  REVOKED: { label: 'Revoked', tone: 'bad', steps: ['CONTACT_SALES', 'SUBSCRIBE'] },
}

/** How it is shown in a word; while a payment is late, as what waits for somebody. */
export function badgeOf(
  current: CurrentLicense,
  period: PaidPeriod | null,
): Pick<CardState, 'label' | 'tone'> {
  const { label, tone } = CARD_STATES[current.state]
  return { label, tone: isLate(current, period) ? 'waiting' : tone }
}

/** The steps that are open here: a trial only while there is one to start, and paying first where that is late. */
export function stepsOf(current: CurrentLicense, period: PaidPeriod | null): readonly Step[] {
  const open = CARD_STATES[current.state].steps.filter(step => step !== 'TRIAL' || current.trial.offered)
  return isLate(current, period) ? ['PAY', ...open] : open
}

/** The steps that lead to a license, as a sentence has them. */
const IN_WORDS: Record<Exclude<Step, 'CONNECT'>, string> = {
  PAY: 'pay what is late',
  TRIAL: 'start the trial',
  SUBSCRIBE: 'subscribe',
  RENEW: 'renew the one that expired',
  CONTACT_SALES: 'contact sales',
}

/** "start the trial, subscribe, or contact sales": what is open here to whoever wants a license. */
export function stepsInWords(current: CurrentLicense): string {
  const words = stepsOf(current, null).flatMap(step => (step === 'CONNECT' ? [] : IN_WORDS[step]))
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(words)
}

/** Why things stand so, as machines compare it and as people read it. */
export function verdictOf({ license, trial }: CurrentLicense): { code: ReasonCode; message: string } {
  const code = license ? told(license.verdict, license).code : (trial.reason ?? 'NO_LICENSE')
  return { code, message: onScreen(code) }
}
