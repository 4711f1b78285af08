import type { Page } from 'playwright-core'
import { axeFindings, tappableWithoutRole } from './axe'
import { SMALL_PHONE, type Visit } from './browser-test'
import { complaintsAbout, misfits } from './complaints'
import { keyboardTrouble } from './keyboard'
import { writeLongTibetan } from './long-tibetan'
import { type AppPage, openWhole, peopleFor, preparePages } from './pages'
import type { Person } from './person'
import { type Reading, readAs } from './reading'
import { lettersMissing } from './real-letters'
import { unwalkedRoutes } from './routes'
import type { Violation } from './violations'

/** What is wrong with the page in front, each in a sentence. */
export type PageCheck = (page: Page, reading: Reading) => Promise<string[]>

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

/** The first page, a report, an item, one page of each service and the desk: measured at 390 px too, in Tibetan too. */
const SAMPLE = ['首页', '说一件事', '这件事', '订餐', '托育', '活动和课堂', '请人帮着说，第1步', '养老认证', '工作台']

const NARROW = SMALL_PHONE
const PHONE = { width: 390, height: 844 }
const WIDE = { width: 1280, height: 800 }

/** `REACH=1` goes through all pages at all widths, whoever reads them. */
export const isReaching = process.env['REACH'] === '1'

/** `PAGES=/mediation/` walks only through pages whose address begins so. */
const WALKED = process.env['PAGES'] ?? '/'

const windowsFor = ({ name }: AppPage) => {
  if (isReaching) return [NARROW, PHONE, WIDE]
  return SAMPLE.includes(name) ? [NARROW, PHONE] : [NARROW]
}

/**
 * Opens every page there is once, as somebody reads it who has set this language and mode, measures it at each width,
 * and gathers what `checks` find on the narrowest phone and what the browser complains about. For somebody who reads
 * Tibetan it is measured once more as if all of it were translated. `isSample` lets a few pages stand for all.
 */
export const walkEveryPage = async (
  visit: Visit,
  reading: Reading & { name: string },
  checks: readonly PageCheck[],
  { isSample = false }: { isSample?: boolean } = {},
): Promise<{ violations: Violation[]; walked: string }> => {
  const all = await preparePages()
  const pages = all.filter(({ path, name }) => path.startsWith(WALKED) && (!isSample || SAMPLE.includes(name)))
  const people = await peopleFor(visit, { viewport: NARROW })
  for (const person of Object.values(people)) await readAs(person, reading)
  const { visitor } = people
  const violations: Violation[] = []
  const note = (page: string, width: number, found: readonly string[]) =>
    violations.push(...found.map((what) => ({ page, reading: reading.name, width, what })))

  note('(letters)', NARROW.width, await lettersMissing(visitor.page))
  const unknown = SAMPLE.filter((sampled) => !all.some(({ name }) => name === sampled))
  note('(sample)', NARROW.width, unknown)
  const addresses: string[] = []
  for (const appPage of pages) {
    const person = people[appPage.who]
    const noteHere = (width: number, found: readonly string[]) => note(appPage.name, width, found)
    try {
      await walkPage(person, appPage, reading, checks, noteHere)
    } catch (error) {
      noteHere(NARROW.width, [`could not be looked at: ${error instanceof Error ? error.message : String(error)}`])
    }
    addresses.push(appPage.path, new URL(person.page.url()).pathname)
  }
  const unwalked = pages.length === all.length ? await unwalkedRoutes(addresses) : []
  note('(routes)', NARROW.width, unwalked)
  return { violations, walked: `${reading.name}, ${pages.length} pages` }
}

const walkPage = async (
  person: Person,
  appPage: AppPage,
  reading: Reading,
  checks: readonly PageCheck[],
  noteHere: (width: number, found: readonly string[]) => void,
) => {
  const said = person.messages.length
  await person.page.setViewportSize(NARROW)
  await openWhole(person, appPage)
  for (const window of windowsFor(appPage)) {
    await resize(person, window)
    noteHere(window.width, await complaintsAbout(person.page, reading))
  }
  await resize(person, NARROW)
  for (const check of checks) noteHere(NARROW.width, await check(person.page, reading))
  if (reading.language === 'bo') await fitsWhenTranslated(person, noteHere)
  if (!appPage.isRefused) noteHere(NARROW.width, person.messages.slice(said).filter(isComplaint))
}

const fitsWhenTranslated = async ({ page }: Person, noteHere: (width: number, found: readonly string[]) => void) => {
  await writeLongTibetan(page)
  for (const window of [NARROW, PHONE]) {
    await page.setViewportSize(window)
    noteHere(
      window.width,
      (await misfits(page)).map((what) => `in long Tibetan ${what}`),
    )
  }
}

/** Pages that arrange themselves anew in a wide window have done so afterwards. */
const resize = async ({ page }: Person, window: { width: number; height: number }) => {
  if (page.viewportSize()?.width === window.width) return
  await page.setViewportSize(window)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}
