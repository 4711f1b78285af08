import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { SMALL_PHONE, test } from './support/browser-test'
import { complaintsAbout } from './support/complaints'
import { personAt } from './support/person'
import { CHINESE_ELDER, readAs } from './support/reading'

/** A browser on a machine without loudspeakers has no voice: this one writes down what it is to say. */
const giveVoice = () => {
  const said: string[] = []
  class Utterance extends EventTarget {
    readonly text: string
    constructor(text: string) {
      super()
      this.text = text
    }
  }
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => [{ lang: 'zh-CN', localService: true, name: '示范' }],
    speak: ({ text }: Utterance) => void said.push(text),
    cancel: () => void (said.length = 0),
  })
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
  Object.defineProperty(window, 'saidAloud', { value: said })
}

const saidAloud = (page: Page): Promise<string> =>
  page.evaluate(() => [Reflect.get(window, 'saidAloud')].flat().join(''))

test('where there is a voice the telephone numbers are read, digit by digit, until the page goes', async ({
  visit,
}) => {
  const visitor = await visit({ viewport: SMALL_PHONE })
  await visitor.context.addInitScript(giveVoice)
  const person = personAt(visitor)
  await readAs(person, CHINESE_ELDER)
  await person.open('/communities/pages/contacts/index')
  await person.press('读给我听')
  await person.reads('不读了')
  expect(await saidAloud(person.page)).toMatch(/0 8 9 1 \D*0 0 0 0/)
  expect(await complaintsAbout(person.page, CHINESE_ELDER)).toEqual([])
  await person.press('说一件事')
  await person.isAt('说一件事')
  expect(await saidAloud(person.page)).toBe('')
})

test('where there is no voice nothing is offered', async ({ visit }) => {
  const person = personAt(await visit())
  await person.open('/communities/pages/contacts/index')
  await person.reads('火警')
  expect(await person.text()).not.toContain('读给我听')
})
