import type { Page } from 'playwright-core'
import { TAPPABLE } from './measure'

/**
 * Two targets beside or below each other with the room between them, where it is less than `least`. What lies in
 * another layer, such as the bar over the page, is no neighbour.
 */
export const narrowGaps = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(
    ({ selector, wanted }) => {
      const layerOf = (element: Element): Element | null => {
        for (let around: Element | null = element; around; around = around.parentElement)
          if (['fixed', 'sticky'].includes(getComputedStyle(around).position)) return around
        return null
      }
      /** Below zero where they overlap. */
      const between = (from: number, to: number, otherFrom: number, otherTo: number) =>
        Math.max(otherFrom - to, from - otherTo)

      const shown = [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.checkVisibility())
        .map((element) => ({
          element,
          layer: layerOf(element),
          box: element.getBoundingClientRect(),
          name: ((element.getAttribute('aria-label') ?? element.innerText) || element.tagName).split('\n')[0] ?? '',
        }))
        .filter(({ box }) => box.width > 0)
      return shown.flatMap((one, index) =>
        shown.slice(index + 1).flatMap((other) => {
          if (one.layer !== other.layer) return []
          if (one.element.contains(other.element) || other.element.contains(one.element)) return []
          const across = between(one.box.left, one.box.right, other.box.left, other.box.right)
          const down = between(one.box.top, one.box.bottom, other.box.top, other.box.bottom)
          const gap = Math.max(across, down)
          return gap < wanted ? [`${one.name} | ${other.name}: ${Math.round(gap * 10) / 10}px`] : []
        }),
      )
    },
    // Half a pixel is the browser's rounding.
    { selector: TAPPABLE, wanted: least - 0.5 },
  )
