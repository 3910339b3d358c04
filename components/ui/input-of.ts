import { type FieldValues, get, type Path, type RegisterOptions, type UseFormReturn } from 'react-hook-form'

/** What of a form is needed, whatever its values are turned into. */
type Form<Values extends FieldValues> = Pick<UseFormReturn<Values>, 'register' | 'formState'>

/** Makes an input a field of a form: with its message, and with its first value in the server's HTML, too. */
export function inputOf<Values extends FieldValues, Name extends Path<Values>>(
  { register, formState }: Form<Values>,
  name: Name,
  options?: RegisterOptions<Values, Name>,
) {
  const defaultValue: string | undefined = get(formState.defaultValues, name)
  const error: string | undefined = get(formState.errors, `${name}.message`)
  return { defaultValue, error, ...register(name, options) }
}

/** The same for a switch or a box to tick. */
export function switchOf<Values extends FieldValues>(
  { register, formState }: Form<Values>,
  name: Path<Values>,
) {
  const defaultChecked: boolean | undefined = get(formState.defaultValues, name)
  return { defaultChecked, ...register(name) }
}
