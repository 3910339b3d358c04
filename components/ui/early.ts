type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What somebody typed or chose in a field of the server's HTML before React came to it. */
export interface Early {
  field: Field
  /** Of a box to tick: whether it is. */
  value: string | boolean
  /** From where to where is marked in the field that has the focus. */
  marked: [number, number] | null
}

/** The fields inside whose value is not the one that came in the HTML. */
export function edited(around: Element): Early[] {
  return [...around.querySelectorAll('input, textarea, select')].filter(isField).filter(isEdited).map(read)
}

/** React puts a textarea that came with text back to it: what was there `atFirst` is taken, and what was added since. */
export function repeated(now: Early[], atFirst: Early[]): Early[] {
  const changed = new Map([...atFirst, ...now].map(early => [early.field, early]))
  for (const early of atFirst) {
    const { field, value } = early
    if (!(field instanceof HTMLTextAreaElement) || field.defaultValue === '' || field.value === value)
      continue
    const added = field.value.startsWith(field.defaultValue)
      ? field.value.slice(field.defaultValue.length)
      : ''
    changed.set(field, { ...early, value: `${value}${added}` })
  }
  return [...changed.values()]
}

/** Types or chooses it again, so that React sees it change: it believes that a field begins with what it finds. */
export function repeat({ field, value, marked }: Early): void {
  if (isBox(field)) {
    field.checked = value !== true
    field.click()
    return
  }
  if (field instanceof HTMLSelectElement) {
    field.value = String(value)
    field.dispatchEvent(new Event('change', { bubbles: true }))
    return
  }
  field.value = field.defaultValue
  // The setter of the element itself is the one that React watches.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  if (marked) field.setSelectionRange(...marked)
}

function isField(element: Element): element is Field {
  if (element instanceof HTMLInputElement)
    return !element.readOnly && !['hidden', 'file'].includes(element.type)
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
}

function isEdited(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options]
    return field.value !== (options.find(option => option.defaultSelected) ?? options[0])?.value
  }
  if (field.type === 'radio') return isBox(field) && field.checked && !field.defaultChecked
  if (isBox(field)) return field.checked !== field.defaultChecked
  return field.value !== field.defaultValue
}

function isBox(field: Field): field is HTMLInputElement {
  return field.type === 'radio' || field.type === 'checkbox'
}

function read(field: Field): Early {
  return { field, value: isBox(field) ? field.checked : field.value, marked: markedIn(field) }
}

/** Null in fields without a text to mark, such as those for numbers and addresses. */
function markedIn(field: Field): Early['marked'] {
  if (field instanceof HTMLSelectElement || document.activeElement !== field) return null
  const { selectionStart, selectionEnd } = field
  return selectionStart === null || selectionEnd === null ? null : [selectionStart, selectionEnd]
}
