'use client'

import { createContext, type ReactNode, type ToggleEvent, useContext, useId, useRef } from 'react'
import classes from './popup.module.css'

interface Props {
  /** Said of the button when what it shows is not words. */
  buttonLabel?: string
  buttonClass: string | undefined
  button: ReactNode
  /** What the opened part is called. */
  label: string
  align?: 'start' | 'end'
  width: number
  children: ReactNode
}

const CloseContext = createContext(() => {})

/** For what is inside: closes it, as when a link in it was followed. */
export function usePopupClose(): () => void {
  return useContext(CloseContext)
}

/**
 * A button that opens a small part of the page over it. The browser's own popover: Escape, a click elsewhere and the
 * way back of the focus come with it, and no positioning library.
 */
export function Popup({ buttonLabel, buttonClass, button, label, align = 'start', width, children }: Props) {
  const id = useId()
  const target = useRef<HTMLButtonElement>(null)
  const popup = useRef<HTMLDivElement>(null)
  const place = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState !== 'open' || !target.current) return
    const { left, right, bottom } = target.current.getBoundingClientRect()
    const wanted = align === 'start' ? left : right - width
    const { style } = event.currentTarget
    style.left = `${Math.max(8, Math.min(wanted, window.innerWidth - width - 8))}px`
    style.top = `${bottom + 4}px`
  }
  return (
    <>
      <button
        aria-haspopup="dialog"
        aria-label={buttonLabel}
        className={buttonClass}
        popoverTarget={id}
        ref={target}
        type="button"
      >
        {button}
      </button>
      <div
        aria-label={label}
        className={classes.popup}
        id={id}
        onBeforeToggle={place}
        popover="auto"
        ref={popup}
        role="dialog"
        style={{ width }}
      >
        <CloseContext value={() => popup.current?.hidePopover()}>{children}</CloseContext>
      </div>
    </>
  )
}
