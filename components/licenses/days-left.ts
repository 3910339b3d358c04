import type { CurrentLicense } from '@/lib/licenses/current'

/** "12 days left", "Last day"; null when no license is in force. */
export function daysLeft({ daysLeft: days, license }: CurrentLicense): string | null {
  if (days === null || !license?.verdict.valid) return null
  return days === 1 ? 'Last day' : `${days.toLocaleString('en')} days left`
}
