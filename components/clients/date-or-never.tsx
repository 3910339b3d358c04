import { DateTime } from '@/components/ui/date-time'
import classes from './clients.module.css'

export function DateOrNever({ at }: { at: string | Date | null }) {
  return at === null ? <span className={classes.never}>Never</span> : <DateTime at={at} />
}
