import type { Page } from 'playwright-core'

/** Goes through the page in front with Tab and says what is never reached, not marked, or hidden behind something. */
export const keyboardTrouble = async (page: Page): Promise<string[]> => {
  const expected = await page.evaluate(() => {
    const shown = [
      ...document.querySelectorAll<HTMLElement>(
        '[role=button],[role=link],[role=radio],[role=tab],[role=checkbox],input,textarea',
      ),
    ]
      .filter((element) => element.checkVisibility() && element.getAttribute('aria-disabled') !== 'true')
      .filter((element) => !document.querySelector('[role=dialog]') || element.closest('[role=dialog]'))
    shown.forEach((element, index) => {
      element.dataset['expected'] = String(index)
    })
    return shown.map((element) => (element.getAttribute('aria-label') ?? element.innerText).split('\n')[0] ?? '')
  })
  const reached = new Set<number>()
  const trouble: string[] = []
  // A field for a day is one control with several stops.
  for (let count = 0; count < expected.length * 2 + 3; count += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element.dataset['expected'] === undefined) return undefined
      const { left, top, width, height } = element.getBoundingClientRect()
      const onTop = document.elementFromPoint(left + width / 2, top + height / 2)
      const style = getComputedStyle(element)
      return {
        index: Number(element.dataset['expected']),
        isMarked: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
        isInSight: onTop !== null && (element.contains(onTop) || onTop.contains(element)),
      }
    })
    if (!at || reached.has(at.index)) continue
    reached.add(at.index)
    if (!at.isMarked) trouble.push(`${expected[at.index]} has the keyboard and does not show it`)
    if (!at.isInSight) trouble.push(`${expected[at.index]} has the keyboard behind something`)
  }
  return [
    ...trouble,
    ...expected.filter((_name, index) => !reached.has(index)).map((name) => `${name} is never reached`),
  ]
}
