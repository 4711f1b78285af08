import type { Page } from 'playwright-core'

/**
 * Text of which a part is hidden for good: by a box around it that neither shows nor scrolls, or beyond the edges of
 * the page. An ellipsis is meant where the whole is in the name of what it stands in.
 */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    /** The browser's rounding. */
    const SLACK = 1
    const width = document.documentElement.clientWidth

    const isMeant = (element: Element, text: string) =>
      (getComputedStyle(element).textOverflow === 'ellipsis' || getComputedStyle(element).webkitLineClamp !== 'none') &&
      (element.closest('[aria-label]')?.getAttribute('aria-label') ?? '').includes(text)

    /** For screen readers alone: one pixel that nobody sees. */
    const isUnseen = (element: Element) => element.getBoundingClientRect().width <= 1

    const cutBy = (element: Element, box: DOMRect, text: string): string | undefined => {
      for (let around: Element | null = element; around && around !== document.body; around = around.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(around)
        const edge = around.getBoundingClientRect()
        const across = overflowX === 'hidden' || overflowX === 'clip'
        const down = overflowY === 'hidden' || overflowY === 'clip'
        const isCut =
          (across && (box.right > edge.right + SLACK || box.left < edge.left - SLACK)) ||
          (down && (box.bottom > edge.bottom + SLACK || box.top < edge.top - SLACK))
        if (isCut && !isUnseen(around) && !isMeant(around, text)) return around.className || around.tagName
        // What scrolls shows all of it in time; what is fixed is cut by nothing around it.
        if (/auto|scroll/.test(overflowX + overflowY) || position === 'fixed') return undefined
      }
      return undefined
    }

    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement
      const text = walker.currentNode.textContent?.trim() ?? ''
      if (
        !element?.checkVisibility({ visibilityProperty: true }) ||
        text === '' ||
        element.closest('script, style, svg')
      )
        continue
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      for (const box of range.getClientRects()) {
        if (box.width === 0) continue
        const by = cutBy(element, box, text)
        const isBeyond = (box.right > width + SLACK || box.left < -SLACK) && !isUnseen(element)
        if (by === undefined && !isBeyond) continue
        found.push(`${text.slice(0, 40)} (${by ?? 'the edge of the page'})`)
        break
      }
    }
    return found
  })
