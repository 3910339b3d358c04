interface Props {
  /** Side of the mark, in pixels. */
  size?: number
}

/** The mark: a W written in one stroke, and the full stop that makes it final. */
export function Logo({ size = 26 }: Props) {
  return (
    <svg aria-hidden="true" focusable="false" height={size} viewBox="0 0 32 32" width={size}>
      <rect fill="var(--mantine-color-petrol-7)" height="32" rx="7" width="32" />
      <path
        d="M7.5 9.5 12 22.5 16 12.5 20 22.5 24.5 9.5"
        fill="none"
        stroke="#fff"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeWidth="2.6"
      />
      <circle cx="16" cy="27" fill="var(--mantine-color-petrol-3)" r="1.5" />
    </svg>
  )
}
