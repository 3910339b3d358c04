import type { Field } from '@/lib/help/api-fields'
import classes from './reference.module.css'

interface Props {
  fields: (Field & { place?: string })[]
  label: string
}

/** Parameters or members with type and meaning: a list, which fits a telephone as well. */
export function Fields({ fields, label }: Props) {
  return (
    <ul aria-label={label} className={classes.fields}>
      {fields.map(({ name, place, type, required, description }) => (
        <li className={classes.field} key={name}>
          <code className={classes.name}>{name}</code>
          <span className={classes.type}>
            {type}
            {place && `, ${place}`}
            {required && ', required'}
          </span>
          {description && <span className={classes.meaning}>{description}</span>}
        </li>
      ))}
    </ul>
  )
}
