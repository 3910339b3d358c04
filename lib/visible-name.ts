import { z } from 'zod'

/** No control characters, line breaks or unassigned code points: what a person can see and type. */
const VISIBLE = /^[^\p{C}\p{Zl}\p{Zp}]*$/u

/** A name that people give: 1 to 100 visible characters, NFC, no surrounding space. `missing` is said of none. */
export function visibleName(missing: string) {
  return z
    .string()
    .transform(name => name.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1, missing)
        .refine(name => [...name].length <= 100, 'Use at most 100 characters.')
        .regex(VISIBLE, 'Use visible characters only.'),
    )
}
