'use client'

import { type ReactNode, type SubmitEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { type Early, edited, repeat, repeated } from './early'

interface Props {
  /** `form.handleSubmit(…)` of react-hook-form, or whatever else runs an action. */
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => unknown
  children: ReactNode
}

/** Every form that code in the browser deals with: what is typed and pressed before that code has come counts, too. */
export function Form({ onSubmit, children }: Props) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useEarlyFields(id, form)
  const pressed = useRef(false)
  return (
    <form
      // With an action, React holds back what is pressed before hydration and comes here once it is over …
      action={() => {
        pressed.current = true
      }}
      id={id}
      noValidate
      // … to empty the fields then: they stay, and this is the moment to press again.
      onReset={event => {
        if (!pressed.current) return
        pressed.current = false
        event.preventDefault()
        queueMicrotask(() => form.current?.requestSubmit())
      }}
      onSubmit={event => {
        event.preventDefault()
        onSubmit(event)
      }}
      ref={form}
    >
      {children}
    </form>
  )
}

/** Tells React and react-hook-form what was typed and chosen in the server's HTML. */
function useEarlyFields(id: string, form: { current: HTMLFormElement | null }) {
  // In the browser such a form is there already when React first renders it; one that React makes is not.
  const [atFirst] = useState(() =>
    typeof document === 'undefined' ? [] : edited(document.getElementById(id)),
  )
  const [early, setEarly] = useState<Early[]>([])
  useLayoutEffect(() => {
    const found = repeated(edited(form.current), atFirst)
    // A state, because React runs all effects of the hydration, which are to hear of it, before it renders again.
    if (found.length > 0) setEarly(found)
  }, [atFirst, form])
  useLayoutEffect(() => {
    // Outside of React's own work, as an event of the browser would come.
    if (early.length > 0) queueMicrotask(() => early.forEach(repeat))
  }, [early])
}
