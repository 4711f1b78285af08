import type { Page } from 'playwright-core'
import type { Name, Person } from './person'

type Role = 'button' | 'link' | 'radio' | 'textbox' | 'tab' | 'checkbox'

/** More stops than any page has. */
const MAX_STOPS = 150

/** Somebody who has no mouse: they go with Tab to what has that name, and press Enter or write. */
export const keyboardPersonAt = ({ page }: Person) => {
  const goTo = async (role: Role, name: Name): Promise<void> => {
    const wanted = page.getByRole(role, { name, exact: typeof name === 'string' })
    // What is waited for is there before anybody goes looking.
    await wanted.filter({ visible: true }).first().waitFor()
    await page.waitForFunction(standsStill)
    for (let stops = 0; stops < MAX_STOPS; stops += 1) {
      if ((await wanted.and(page.locator(':focus')).count()) > 0) return
      await page.keyboard.press('Tab')
      await expectMarked(page)
    }
    throw new Error(`the keyboard never came to ${role} ${String(name)}`)
  }
  return {
    press: async (role: Role, name: Name): Promise<void> => {
      await goTo(role, name)
      await page.keyboard.press('Enter')
    },
    write: async (field: Name, words: string): Promise<void> => {
      await goTo('textbox', field)
      await page.keyboard.type(words)
    },
  }
}

/** A page that is opened from another one slides in. */
const standsStill = () => {
  const front = [...document.querySelectorAll('.taro_page')].filter((page) => page.checkVisibility()).at(-1)
  return front === undefined || front.getBoundingClientRect().x === 0
}

/** Wherever the keyboard is, a ring shows it, and nothing lies on it. */
const expectMarked = async (page: Page): Promise<void> => {
  const trouble = await page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return undefined
    const name = (element.getAttribute('aria-label') ?? element.innerText).split('\n')[0] ?? ''
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `${name} does not show the keyboard`
    const { left, top, width, height } = element.getBoundingClientRect()
    const onTop = document.elementFromPoint(left + width / 2, top + height / 2)
    const isInSight = onTop !== null && (element.contains(onTop) || onTop.contains(element))
    return isInSight ? undefined : `${name} has the keyboard out of sight`
  })
  if (trouble !== undefined) throw new Error(trouble)
}
