/** What a form of Stripe's API says: `items[0][price]=x` becomes `{ items: { 0: { price: 'x' } } }`. */
export interface Form {
  [name: string]: string | Form | undefined
}

export function parseForm(body: string): Form {
  const form: Form = {}
  for (const [path, value] of new URLSearchParams(body)) {
    const names = path.split(/[[\]]+/).filter(Boolean)
    const last = names.pop() ?? ''
    let at = form
    for (const name of names) {
      const inner = at[name]
      const next = typeof inner === 'object' ? inner : {}
      at[name] = next
      at = next
    }
    at[last] = value
  }
  return form
}

/** A text of the form at this path; empty where there is none. */
export function textIn(form: Form, ...path: string[]): string {
  let at: Form | string | undefined = form
  for (const name of path) at = typeof at === 'object' ? at[name] : undefined
  return typeof at === 'string' ? at : ''
}

export function metadataIn({ metadata }: Form): Record<string, string> {
  const given = typeof metadata === 'object' ? Object.entries(metadata) : []
  return Object.fromEntries(
    given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** Whether Stripe is to add its tax. */
export function isTaxed(form: Form): boolean {
  return textIn(form, 'automatic_tax', 'enabled') === 'true'
}
