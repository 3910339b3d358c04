'use client'

import { type ReactNode, type SubmitEvent, useRef } from 'react'
import { useEarlyFields } from './use-early-fields'

interface Props {
  /** `form.handleSubmit(…)` of react-hook-form, or whatever else runs an action. */
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => unknown
  children: ReactNode
}

/** Every form that code in the browser deals with: what is typed and pressed before that code has come counts, too. */
export function Form({ onSubmit, children }: Props) {
  const around = useEarlyFields<HTMLFormElement>()
  const pressed = useRef(false)
  return (
    <form
      {...around}
      // With an action, React holds back what is pressed before hydration and comes here once it is over …
      action={() => {
        pressed.current = true
      }}
      noValidate
      // … to empty the fields then: they stay, and this is the moment to press again.
      onReset={event => {
        if (!pressed.current) return
        pressed.current = false
        event.preventDefault()
        const form = event.currentTarget
        queueMicrotask(() => form.requestSubmit())
      }}
      onSubmit={event => {
        event.preventDefault()
        onSubmit(event)
      }}
    >
      {children}
    </form>
  )
}
