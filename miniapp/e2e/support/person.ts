import type { Locator, Page } from 'playwright-core'
import type { Visitor } from './browser-test'

export type Name = string | RegExp

/** What somebody does with a page: they find things by what they are and what is written on them. */
export interface Person extends Visitor {
  open(path: string): Promise<void>
  press(button: Name): Promise<void>
  follow(link: Name): Promise<void>
  choose(option: Name): Promise<void>
  write(field: Name, words: string): Promise<void>
  /** Waits until these words can be read. */
  reads(words: Name): Promise<void>
  /** Waits for the page of this title. */
  isAt(title: Name): Promise<void>
  /** All that can be read on the page now. */
  text(): Promise<string>
}

/** The page that is in front: pages below it stay in the document, out of sight. */
const inSight = (found: Locator) => found.filter({ visible: true })
const isWhole = (name: Name) => typeof name === 'string'

export const personAt = (visitor: Visitor): Person => {
  const { page } = visitor
  const control = (role: 'button' | 'link' | 'radio' | 'textbox' | 'tab', name: Name) =>
    inSight(page.getByRole(role, { name, exact: role === 'button' && isWhole(name) }))
  return {
    ...visitor,
    open: (path) => openPath(page, path),
    press: (name) => control('button', name).click(),
    follow: (name) => control('link', name).click(),
    choose: (name) => control('radio', name).click(),
    write: (name, words) => control('textbox', name).fill(words),
    reads: (words) => inSight(page.getByText(words)).first().waitFor(),
    isAt: (title) => inSight(page.getByRole('heading', { level: 1, name: title })).waitFor(),
    text: () => inSight(page.locator('.taro_page')).innerText(),
  }
}

const openPath = async (page: Page, path: string) => {
  await page.goto(path)
  await inSight(page.getByRole('main')).waitFor()
}
