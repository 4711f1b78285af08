import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const SOURCES = path.resolve(import.meta.dirname, '..')
/** What only a long press, a swipe or two fingers would find. */
const GESTURES =
  /\bon(LongPress|LongTap|LongClick|Touch(Start|Move|End|Cancel)|DoubleClick|Drag\w*)\b|<(Swiper|SwiperItem|MovableView|MovableArea)\b/

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
)

test('nothing waits for a long press, a swipe or two fingers: whatever can be done has a button', () => {
  expect(sources.length).toBeGreaterThan(100)
  const found = sources.filter((file) => GESTURES.test(readFileSync(path.join(SOURCES, file), 'utf8')))
  expect(found).toEqual([])
})

test('only a sheet keeps the page behind it from moving', () => {
  const found = sources.filter((file) => /\bcatchMove\b/.test(readFileSync(path.join(SOURCES, file), 'utf8')))
  expect(found).toEqual([path.join('ui', 'sheet.tsx')])
})
