export interface Option {
  value: string
  label: string
}

/** The choices of a table of labels. */
export function optionsOf(labels: Record<string, string>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}

/** The choices among what has a code and a name, such as products. */
export function namedOptions(things: { code: string; name: string }[]): Option[] {
  return things.map(({ code, name }) => ({ value: code, label: name }))
}
