import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import { describe, expect, test } from 'vitest'
import { cssVariables, theme } from './theme'

const merged = mergeMantineTheme(DEFAULT_THEME, theme)
const SCHEMES = ['light', 'dark'] as const
type Scheme = (typeof SCHEMES)[number]

/** A variable's color as the browser would find it: ours over Mantine's, through `var(…)`. */
function color(scheme: Scheme, name: string): string {
  const mantine = defaultCssVariablesResolver(merged)
  const ours = cssVariables(merged)
  const value = { ...mantine.variables, ...mantine[scheme], ...ours.variables, ...ours[scheme] }[name]
  const reference = /^var\((.+)\)$/.exec(value ?? '')?.[1]
  return reference ? color(scheme, reference) : (value ?? '')
}

/** WCAG 2.2 relative luminance of `#rrggbb` or `rgba(r, g, b, 1)`. */
function luminance(text: string): number {
  const hex = /^#(..)(..)(..)$/.exec(text)
  const channels = hex
    ? hex.slice(1).map(part => Number.parseInt(part, 16))
    : [...text.matchAll(/[\d.]+/g)].slice(0, 3).map(Number)
  const [r = 0, g = 0, b = 0] = channels
    .map(channel => channel / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const SURFACES = ['--mantine-color-body', '--mantine-color-default', '--writ-surface', '--writ-hover']
const TEXTS = [
  '--mantine-color-text',
  '--mantine-color-dimmed',
  '--mantine-color-placeholder',
  '--mantine-color-error',
  '--mantine-color-anchor',
]
const COLORS = ['petrol', 'gray', 'red', 'green', 'yellow']

describe.each(SCHEMES)('in the %s scheme, 4.5:1 or more (WCAG 1.4.3)', scheme => {
  test.each(TEXTS.flatMap(text => SURFACES.map(surface => [text, surface])))('%s on %s', (text, surface) => {
    expect(contrast(color(scheme, text), color(scheme, surface))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(COLORS)('white on filled %s, hovered or not', name => {
    for (const state of ['filled', 'filled-hover']) {
      expect(contrast('#ffffff', color(scheme, `--mantine-color-${name}-${state}`))).toBeGreaterThanOrEqual(
        4.5,
      )
    }
  })

  test.each(COLORS)('the text of a light %s badge or alert on its ground', name => {
    const text = color(scheme, `--mantine-color-${name}-light-color`)
    expect(contrast(text, color(scheme, `--mantine-color-${name}-light`))).toBeGreaterThanOrEqual(4.5)
  })
})

test('the edge of a field is seen at 3:1 when focused (WCAG 1.4.11)', () => {
  for (const scheme of SCHEMES) {
    const ring = color(scheme, '--mantine-color-anchor')
    expect(contrast(ring, color(scheme, '--mantine-color-body'))).toBeGreaterThanOrEqual(3)
  }
})
