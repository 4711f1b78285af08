import { expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

const LAMP = 'reply-templates.yaml  replyTemplates[0c8a2a58-7a0c-5a54-9a0b-0d3f4f3a6f02]'

test('a merge field that nothing can fill is refused, because the resident would read it', () => {
  expect(problemsAfter('reply-templates.yaml', '灯修好了。', '{titel}修好了。')).toEqual([
    `${LAMP}.zh: has the merge field {titel}, which nothing can fill`,
  ])
  expect(problemsAfter('reply-templates.yaml', "zh: '灯修好了。'", "zh: '灯修好了。', bo: '{name}'")).toEqual([
    `${LAMP}.bo: has the merge field {name}, which nothing can fill`,
  ])
})

test('what is no merge field is a placeholder', () => {
  expect(problemsAfter('reply-templates.yaml', '灯修好了。', '{这里写名字}修好了。')).toEqual([
    `${LAMP}.zh: still has the placeholder {这里写名字}`,
  ])
})

test('a merge field anywhere else is a placeholder too', () => {
  expect(problemsAfter('catalogue.yaml', '说清哪盏灯', '"说清{title}"')).toEqual([
    'catalogue.yaml  categories[lamp].guidance.zh: still has the placeholder {title}',
  ])
})

test('a template is tied to categories and states that exist', () => {
  expect(problemsAfter('reply-templates.yaml', 'serviceCodes: [lamp]', 'serviceCodes: [gone]')).toEqual([
    `${LAMP}.serviceCodes: names gone, which is no category of any catalogue`,
  ])
  expect(problemsAfter('reply-templates.yaml', 'states: [queued]', 'states: [gone]')).toHaveLength(1)
})

test('two templates cannot have the same id', () => {
  expect(problemsAfter('reply-templates.yaml', '3a6f01', '3a6f02')).toEqual([
    `${LAMP}: the reply template id 0c8a2a58-7a0c-5a54-9a0b-0d3f4f3a6f02 is already used in reply-templates.yaml`,
  ])
})
