import type { Page } from 'playwright-core'
import { axeFindings, tappableWithoutRole } from './axe'
import { SMALL_PHONE, type Visit } from './browser-test'
import { complaintsAbout } from './complaints'
import { keyboardTrouble } from './keyboard'
import { openWhole, peopleFor, preparePages } from './pages'
import { type Reading, readAs } from './reading'

/** What is wrong with the page in front, each in a sentence. */
export type PageCheck = (page: Page, reading: Reading) => Promise<string[]>

/** Everything fits, can be hit and can be read. */
export const fits: PageCheck = (page, reading) => complaintsAbout(page, reading)

export const hasNoAxeFindings: PageCheck = (page) => axeFindings(page)
export const saysWhatCanBeTapped: PageCheck = (page) => tappableWithoutRole(page)

/** One title, and the landmarks by which a screen reader moves. */
export const hasLandmarks: PageCheck = async (page) => {
  const counts = await Promise.all(
    [
      page.getByRole('heading', { level: 1 }),
      page.getByRole('banner'),
      page.getByRole('main'),
      page.getByRole('contentinfo'),
    ].map((found) => found.filter({ visible: true }).count()),
  )
  return counts.every((count) => count === 1) ? [] : [`titles, banners, mains and bars: ${counts.join(', ')}`]
}

/** The keyboard reaches everything, always in sight. */
export const worksByKeyboard: PageCheck = (page) => keyboardTrouble(page)

const isComplaint = (message: string): boolean => /^(error|uncaught|warning)|Content Security Policy/.test(message)

/** The first page, a report, an item, one page of each service and the desk. */
const SAMPLE = ['首页', '说一件事', '这件事', '订餐', '托育', '活动和课堂', '养老认证', '工作台']

/** `REACH=1` goes through all pages whoever reads them. */
export const isReaching = process.env['REACH'] === '1'

/** `PAGES=/mediation/` walks only through pages whose address begins so. */
const WALKED = process.env['PAGES'] ?? '/'

/**
 * Opens every page there is once, on the narrowest phone, as somebody reads it who has set this language and mode, and
 * gathers what any check finds and what the browser complains about. A sample of them stands for the whole walk.
 */
export const walkEveryPage = async (
  visit: Visit,
  reading: Reading & { name: string },
  checks: readonly PageCheck[],
  { isSample = false }: { isSample?: boolean } = {},
): Promise<string[]> => {
  const all = (await preparePages()).filter(({ path }) => path.startsWith(WALKED))
  const pages = isSample ? all.filter(({ name }) => SAMPLE.includes(name)) : all
  const people = await peopleFor(visit, { viewport: SMALL_PHONE })
  for (const person of Object.values(people)) await readAs(person, reading)
  const found: string[] = []
  for (const appPage of pages) {
    const person = people[appPage.who]
    const said = person.messages.length
    await openWhole(person, appPage)
    const wrong: string[] = []
    for (const check of checks) wrong.push(...(await check(person.page, reading)))
    const complaints = appPage.isRefused ? [] : person.messages.slice(said).filter(isComplaint)
    found.push(...[...wrong, ...complaints].map((what) => `${appPage.name} (${reading.name}) ${what}`))
  }
  return found
}
