import { z } from 'zod'

/** No control characters, line breaks or unassigned code points: what a person can see and type. */
const VISIBLE = /^[^\p{C}\p{Zl}\p{Zp}]*$/u

/** A name that people give: 1 to `longest` visible characters, NFC, no surrounding space. `missing` is said of none. */
export function visibleName(missing: string, longest = 100) {
  return z
    .string()
    .transform(name => name.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1, missing)
        .refine(name => [...name].length <= longest, `Use at most ${longest} characters.`)
        .regex(VISIBLE, 'Use visible characters only.'),
    )
}
