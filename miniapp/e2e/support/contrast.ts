import type { Page } from 'playwright-core'

export interface TextContrast {
  text: string
  /** Of the letters against what is really behind them, from 1 to 21. */
  contrast: number
  /** At least 24 px, or 18.66 px and bold: WCAG asks less of it. */
  isLarge: boolean
}

/**
 * The contrast of every piece of text in sight, with what was typed and what a field proposes. What is behind it is put
 * together from the backgrounds of everything it stands in, half-transparent ones included.
 */
export const contrasts = (page: Page): Promise<TextContrast[]> =>
  page.evaluate(() => {
    type Colour = [red: number, green: number, blue: number, alpha: number]

    const colourOf = (value: string): Colour => {
      const numbers = value.startsWith('rgb') ? (value.match(/[\d.]+/g) ?? []).map(Number) : []
      const [red = Number.NaN, green = Number.NaN, blue = Number.NaN, alpha = 1] = numbers
      return [red, green, blue, alpha]
    }
    const over = ([r, g, b, a]: Colour, [red, green, blue]: Colour): Colour => [
      r * a + red * (1 - a),
      g * a + green * (1 - a),
      b * a + blue * (1 - a),
      1,
    ]
    const light = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    const luminance = ([red, green, blue]: Colour) =>
      0.2126 * light(red / 255) + 0.7152 * light(green / 255) + 0.0722 * light(blue / 255)
    const contrastOf = (one: Colour, other: Colour) => {
      const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
      return (bright + 0.05) / (dark + 0.05)
    }

    /** The element and all around it, the outermost first. */
    const chain = (element: Element): Element[] =>
      element.parentElement ? [...chain(element.parentElement), element] : [element]
    const behind = (element: Element): Colour =>
      chain(element)
        .map((each) => colourOf(getComputedStyle(each).backgroundColor))
        .reduce((below, colour) => over(colour, below), [255, 255, 255, 1])
    const opacityOf = (element: Element) =>
      chain(element).reduce((left, each) => left * Number.parseFloat(getComputedStyle(each).opacity), 1)

    const measured = (text: string, element: Element, style: CSSStyleDeclaration) => {
      const ground = behind(element)
      const [red, green, blue, alpha] = colourOf(style.color)
      const size = Number.parseFloat(style.fontSize)
      const isBold = Number.parseInt(style.fontWeight, 10) >= 600
      return {
        text,
        contrast: contrastOf(over([red, green, blue, alpha * opacityOf(element)], ground), ground),
        isLarge: size >= 24 || (isBold && size >= 18.66),
      }
    }

    const found: TextContrast[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement
      const text = walker.currentNode.textContent?.trim() ?? ''
      if (!element?.checkVisibility({ visibilityProperty: true }) || text === '' || element.closest('script, style'))
        continue
      found.push(measured(text, element, getComputedStyle(element)))
    }
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
      if (!field.checkVisibility()) continue
      if (field.value) found.push(measured(field.value, field, getComputedStyle(field)))
      else if (field.placeholder)
        found.push(measured(field.placeholder, field, getComputedStyle(field, '::placeholder')))
    }
    return found
  })
