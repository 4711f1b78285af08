import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useDisplaySettings } from '../platform/display-settings'
import { ReadAloud } from './read-aloud'
import { ToastPlace } from './toast'

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService'>

/** jsdom has no voice: this is what a browser with these voices offers. */
class Utterance extends EventTarget {
  voice: Voice | null = null
  lang = ''
  readonly text: string
  constructor(text: string) {
    super()
    this.text = text
  }
}
class Synthesis extends EventTarget {
  voices: Voice[] = []
  spoken: Utterance[] = []
  stops = 0
  getVoices = () => this.voices
  speak = (utterance: Utterance) => void this.spoken.push(utterance)
  cancel = () => {
    this.stops += 1
  }
}

const OWN = { lang: 'zh-CN', localService: true }
let synthesis: Synthesis

beforeEach(() => {
  synthesis = new Synthesis()
  synthesis.voices = [OWN]
  vi.stubGlobal('speechSynthesis', synthesis)
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const button = (name: string) => screen.queryByRole('button', { name })
const said = () => synthesis.spoken.map(({ text }) => text).join('')
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('the words are read in their order, with a pause after each', async () => {
  render(<ReadAloud words={['路灯修好了', null, '晚上会亮。', undefined, '']} />)
  await press('读给我听')
  expect(said()).toBe('路灯修好了。晚上会亮。')
  expect(synthesis.spoken[0]?.voice).toBe(OWN)
  act(() => void synthesis.spoken.at(-1)?.dispatchEvent(new Event('end')))
  expect(button('读给我听')).toBeVisible()
})

test('it stops when it is pressed again, and when the page goes', async () => {
  const { unmount } = render(<ReadAloud words={['路灯修好了']} />)
  await press('读给我听')
  const before = synthesis.stops
  await press('不读了')
  expect(synthesis.stops).toBe(before + 1)
  await press('读给我听')
  const again = synthesis.stops
  unmount()
  expect(synthesis.stops).toBe(again + 1)
})

test('what the page says now is no longer what was read: it stops', async () => {
  const { rerender } = render(<ReadAloud words={['路灯修好了']} />)
  await press('读给我听')
  rerender(<ReadAloud words={['路灯又坏了']} />)
  expect(button('读给我听')).toBeVisible()
})

test('of two on a page only one is heard', async () => {
  render(
    <>
      <ReadAloud words={['午餐']} />
      <ReadAloud words={['晚餐']} />
    </>,
  )
  const [first, second] = screen.getAllByRole('button', { name: '读给我听' })
  if (!first || !second) throw new Error('there are not two')
  await userEvent.click(first)
  await userEvent.click(second)
  expect(screen.getAllByRole('button', { name: '不读了' })).toEqual([second])
})

test('a voice that fails says so', async () => {
  render(
    <>
      <ReadAloud words={['路灯修好了']} />
      <ToastPlace />
    </>,
  )
  await press('读给我听')
  act(() => void synthesis.spoken[0]?.dispatchEvent(new Event('error')))
  expect(screen.getByText('这会儿读不出来，过一会儿再试。')).toBeVisible()
  expect(button('读给我听')).toBeVisible()
})

test.each([
  ['no voice at all', []],
  ['only voices that send the words away', [{ lang: 'zh-CN', localService: false }]],
  [
    'only voices of other languages',
    [
      { lang: 'en-US', localService: true },
      { lang: 'zh-HK', localService: true },
    ],
  ],
])('with %s nothing is offered', (_what, voices: Voice[]) => {
  synthesis.voices = voices
  const { container } = render(<ReadAloud words={['路灯修好了']} />)
  expect(container).toBeEmptyDOMElement()
})

test('a voice that comes later is offered then', () => {
  synthesis.voices = []
  render(<ReadAloud words={['路灯修好了']} />)
  expect(button('读给我听')).toBeNull()
  synthesis.voices = [OWN]
  act(() => void synthesis.dispatchEvent(new Event('voiceschanged')))
  expect(button('读给我听')).toBeVisible()
})

test('Tibetan is not read with a Chinese voice, and nothing is offered where there is nothing to say', () => {
  const { container, rerender } = render(<ReadAloud words={[]} />)
  expect(container).toBeEmptyDOMElement()
  act(() => useDisplaySettings.getState().setLanguage('bo'))
  rerender(<ReadAloud words={['བྱོན་པ་ལེགས་སོ།']} />)
  expect(container).toBeEmptyDOMElement()
})
