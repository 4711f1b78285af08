import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, textLength } from './text.ts'

/** Syllables and phrases of attested wording, each with the syllables that a reader counts. */
const TIBETAN: [text: string, syllables: number][] = [
  ['བསྒྲུབས', 1],
  ['གཞན།', 1],
  ['གནད་དོན།', 2],
  ['རྗེས་མ།', 2],
  ['ལེགས་གྲུབ།', 2],
  ['གཏན་ཁེལ།', 2],
  ['ངེས་པར་འབྲི་དགོས།', 4],
  ['ནང་དོན་སྟོང་པ་ཡིན་མི་རུང་།', 7],
]

const syllable = fc.constantFrom('བསྒྲུབས', 'གནད', 'དོན', 'རྗེས', 'མ', 'ལེགས', 'གྲུབ', 'འབྲི', 'དགོས', 'སྟོང', 'རུང')
const han = fc.constantFrom(...Array.from('路灯不亮停车难公厕管道堵了'))

describe('the length of a text', () => {
  test.each(TIBETAN)('%s counts as %i', (text, syllables) => {
    expect(textLength(text)).toBe(syllables)
  })

  test('a Han character, a Latin letter, a digit and an emoji count as one each', () => {
    expect(textLength('路灯不亮')).toBe(4)
    expect(textLength('LED 86处')).toBe(7)
    expect(textLength('👍')).toBe(1)
  })

  test('a Tibetan writer has as many syllables as a Chinese writer has characters', () => {
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 200 }), (syllables) => {
        expect(textLength(`${syllables.join('་')}།`)).toBe(syllables.length)
      }),
    )
  })

  test('tsheg and shad cost nothing', () => {
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1 }), fc.constantFrom('་', '༌', '།', '།།'), (syllables, mark) => {
        const text = syllables.join('་')
        expect(textLength(text + mark)).toBe(textLength(text))
      }),
    )
  })

  test('leaving out the tsheg buys no room beyond a syllable of eight code units', () => {
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1 }), (syllables) => {
        const run = syllables.join('')
        expect(textLength(run)).toBe(Math.ceil(run.length / 8))
      }),
    )
  })

  test('a text in both languages is as long as its parts', () => {
    fc.assert(
      fc.property(fc.array(han), fc.array(syllable), fc.array(han), (before, middle, after) => {
        const mixed = before.join('') + middle.join('་') + after.join('')
        expect(textLength(mixed)).toBe(before.length + middle.length + after.length)
      }),
    )
  })
})

describe('a cleaned text', () => {
  test('keeps words and line breaks and loses what cannot be seen or stored', () => {
    expect(cleanText('  路灯\u0000不\u200B亮\r\n第二行\uFEFF\t ')).toBe('路灯不亮\n第二行')
  })

  test('has composed accents and keeps Tibetan stacks', () => {
    expect(cleanText('e\u0301')).toBe('é')
    expect(cleanText('བསྒྲུབས་')).toBe('བསྒྲུབས་')
  })

  test('is empty when there was nothing but space', () => {
    expect(cleanText(' \u0000\t\u200B\n\u3000')).toBe('')
  })

  test('has nothing left to clean, whatever was typed', () => {
    const tricky = fc.constantFrom(
      'e',
      '\u0301',
      '\u0000',
      '\u200B',
      '\uFEFF',
      '\r',
      '\n',
      ' ',
      '\u3000',
      'ཀ',
      '\u0FB5',
    )
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: tricky, maxLength: 8 }))
    fc.assert(
      fc.property(typed, (text) => {
        const once = cleanText(text)
        expect(cleanText(once)).toBe(once)
        expect(once).not.toMatch(/[\0\u200B\r\t]/)
      }),
    )
  })
})

test('half of a pair of surrogates is left out, and whole pairs stay', () => {
  expect(cleanText('修\uD83D好了😀\uDE00')).toBe('修好了😀')
})
