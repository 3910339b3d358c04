import { type CSSVariablesResolver, createTheme } from '@mantine/core'
import { amber, dark, gray, green, petrol, red } from './palette'

const SYSTEM_FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Helvetica, Arial, sans-serif, "Apple Color Emoji", "Segoe UI Emoji"'
const MONOSPACE =
  'ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace'

/** Words beside a box or switch are pressed, too: 24 px high (WCAG 2.5.8), without more room between them. */
const CHOICE = { styles: { label: { paddingBlock: 2, marginBlock: -2 } } }

/** One accent, quiet surfaces. Names that Mantine knows by heart (blue, teal, orange) lead to the tuned palettes. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 7 },
  colors: { petrol, gray, dark, red, green, yellow: amber, blue: petrol, teal: green, orange: amber },
  white: '#ffffff',
  black: '#1b252b',
  fontFamily: SYSTEM_FONTS,
  fontFamilyMonospace: MONOSPACE,
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontFamily: SYSTEM_FONTS,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  // Plain objects, not `Button.extend(…)`: that would put every component named here into every page.
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    // Half as loud as a badge: it is large, and what it says matters more than its color.
    Alert: {
      defaultProps: { variant: 'light' },
      // It cuts what is wider than itself.
      styles: { body: { overflowWrap: 'anywhere' } },
      vars: (_theme: unknown, { color = 'petrol' }: { color?: string }) => ({
        root: {
          '--alert-bg': `color-mix(in srgb, var(--mantine-color-${color}-light) 50%, var(--mantine-color-body))`,
          '--alert-bd': `1px solid var(--mantine-color-${color}-light)`,
        },
      }),
    },
    Badge: { defaultProps: { variant: 'light', radius: 'sm' }, styles: { root: { textTransform: 'none' } } },
    Button: { defaultProps: { size: 'sm' } },
    Checkbox: CHOICE,
    // The head of a dialog is a `header` element, which would count as a second banner of the page.
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Modal: {
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        transitionProps: { duration: 120 },
      },
      styles: {
        title: { fontSize: '1.0625rem', fontWeight: 650, lineHeight: 1.35 },
        // Dialogs name what people named, in one word at times.
        content: { overflowWrap: 'anywhere' },
      },
    },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' } },
      // As high as the top bar lets it be; what people named is not cut.
      styles: { root: { paddingBlock: '0.375rem' }, body: { overflowWrap: 'anywhere' } },
    },
    // Its two buttons are 17 px high; typing and the arrow keys do the same (WCAG 2.5.8).
    NumberInput: { defaultProps: { hideControls: true } },
    Radio: CHOICE,
    Switch: CHOICE,
    Tooltip: { defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } } },
  },
})

/** Text colors that Mantine leaves below 4.5:1 by default. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': gray[7],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-error': red[7],
    '--mantine-color-default-border': gray[4],
    '--writ-surface': gray[0],
    '--writ-line': gray[2],
    '--writ-hover': gray[1],
  },
  dark: {
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[3],
    '--mantine-color-error': red[4],
    '--mantine-color-anchor': petrol[3],
    // Mantine halves the light of these, which leaves badges and chosen links all but black.
    '--mantine-color-petrol-light': petrol[9],
    '--mantine-color-petrol-light-hover': petrol[8],
    '--mantine-color-gray-light': dark[4],
    '--mantine-color-gray-light-hover': dark[5],
    '--mantine-color-red-light': red[9],
    '--mantine-color-green-light': green[9],
    '--mantine-color-yellow-light': amber[9],
    '--writ-surface': dark[8],
    '--writ-line': dark[5],
    '--writ-hover': dark[6],
  },
})
