import type { Ref } from 'react'
import classes from './jwt.module.css'

const PARTS = ['header', 'claims', 'signature'] as const

/** The compact form, its three parts told apart by color; clicking selects it whole. */
export function EncodedJwt({ jwt, ref }: { jwt: string; ref: Ref<HTMLElement> }) {
  const segments = jwt.split('.')
  return (
    <code className={classes.encoded} ref={ref}>
      {PARTS.map((part, index) => (
        <span data-part={part} key={part}>
          {index > 0 && '.'}
          {segments[index]}
        </span>
      ))}
    </code>
  )
}
