import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const tokens = readFileSync(new URL('../src/ui/tokens.scss', import.meta.url), 'utf8')

/** The value of a colour token, `#rrggbb`. */
const colour = (name: string): string => {
  const value = new RegExp(`--${name}:\\s*#([0-9a-f]{3,6});`).exec(tokens)?.[1]
  if (value === undefined) throw new Error(`tokens.scss has no colour --${name}`)
  return value.length === 3 ? value.replace(/./g, '$&$&') : value
}

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours as WCAG computes it, 1 to 21. */
const contrast = (one: string, other: string): number => {
  const [first, second] = [luminance(one) + 0.05, luminance(other) + 0.05]
  return Math.max(first, second) / Math.min(first, second)
}

const SURFACES = ['background', 'card'] as const
const TINTS = ['tint-blue', 'tint-green', 'tint-amber', 'tint-red', 'tint-violet'] as const
const WHITE = 'ffffff'

test('the formula gives the contrast that WCAG prints for black, white and #777', () => {
  expect(contrast('000000', WHITE)).toBeCloseTo(21, 1)
  expect(contrast('777777', WHITE)).toBeCloseTo(4.48, 1)
})

test.each(['ink', 'ink-2', 'muted', 'blue', 'green', 'amber', 'red'])('--%s can be read on every surface', (name) => {
  for (const surface of SURFACES) expect(contrast(colour(name), colour(surface))).toBeGreaterThanOrEqual(4.5)
})

test.each(TINTS)('ink and second ink can be read on --%s', (tint) => {
  expect(contrast(colour('ink'), colour(tint))).toBeGreaterThanOrEqual(7)
  expect(contrast(colour('ink-2'), colour(tint))).toBeGreaterThanOrEqual(4.5)
})

test('body text keeps 7:1 on both surfaces, so that 长辈版 needs no colours of its own', () => {
  for (const surface of SURFACES)
    for (const name of ['ink', 'ink-2']) expect(contrast(colour(name), colour(surface))).toBeGreaterThanOrEqual(7)
})

test('white words can be read on the primary colour', () => {
  expect(contrast(WHITE, colour('blue'))).toBeGreaterThanOrEqual(4.5)
})

test('the border of a control stands out from what is around it', () => {
  for (const surface of SURFACES) expect(contrast(colour('control-border'), colour(surface))).toBeGreaterThanOrEqual(3)
})

test.each(['blue', 'green', 'amber', 'red'])('the words of a --%s status can be read on their chip', (name) => {
  expect(contrast(colour(name), colour(`tint-${name}`))).toBeGreaterThanOrEqual(4.5)
})
