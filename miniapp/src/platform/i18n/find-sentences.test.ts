import { expect, test } from 'vitest'
import { sentencesIn } from './find-sentences'

test('sentences are found in tables, in helpers and in answers, with the names that lead there', () => {
  const source = `
    export const homeText = { hello: { zh: '您好', bo: 'བཀྲ་ཤིས།' }, wait: { zh: '等{minutes}分钟' } }
    const ERRORS = { forbidden: { status: 403, zh: "不能办" } }
    const tooLong = (max: number) => ({ zh: \`最多\${max}字\` })
  `
  expect(sentencesIn('a.ts', source).map(({ key, zh, bo }) => [key, zh, bo])).toEqual([
    ['homeText.hello', '您好', 'བཀྲ་ཤིས།'],
    ['homeText.wait', '等{minutes}分钟', undefined],
    ['ERRORS.forbidden', '不能办', undefined],
    ['tooLong', '最多{0}字', undefined],
  ])
})

test('two sentences of one name are told apart', () => {
  const source = `export const say = (late: boolean) => (late ? { zh: '晚了' } : { zh: '没晚' })`
  expect(sentencesIn('a.ts', source).map(({ key }) => key)).toEqual(['say', 'say#2'])
})

test('what is computed is no sentence, a language inside a table of languages is', () => {
  const source = `const NAMES = { zh: { zh: '汉语' }, bo: { zh: '藏语' } }; const date = { zh: spoken(at, 'zh') }`
  expect(sentencesIn('a.ts', source).map(({ key }) => key)).toEqual(['NAMES.zh', 'NAMES.bo'])
})
