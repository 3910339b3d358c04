import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'

/** What of a form is needed, whatever its values are turned into. */
type Form<Values extends FieldValues> = Pick<UseFormReturn<Values>, 'setError' | 'getValues'>

/** For `useAction`: lands the messages of a refusal on the fields of a form. */
export function fieldsOf<Values extends FieldValues>(form: Form<Values>) {
  return (field: string, message: string): boolean => {
    if (!isFieldOf(form, field)) return false
    form.setError(field, { type: 'server', message }, { shouldFocus: true })
    return true
  }
}

/** A name is a field when the form has a value for it, which is what makes the cast to its path true. */
function isFieldOf<Values extends FieldValues>(form: Form<Values>, name: string): name is Path<Values> {
  return name in form.getValues()
}
