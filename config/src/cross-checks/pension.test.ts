import { expect, test } from 'vitest'
import { parseConfig } from '../load.ts'
import { problemsAfter } from '../planted-mistake.ts'
import { sampleFilesWith } from '../sample-files.ts'

const FILE = 'lane/pension.yaml'
const RIGHT = {
  rule: '{ kind: windows, windows: [{ from: "01-01", to: "06-30" }, { from: "07-01", to: "12-31" }] }',
  ruleText: '一年两次（示范）',
  channels: '[{ id: app, name: 示范应用, steps: [打开], source: 示范, demo: true }]',
  offices: '[{ name: 大厅, address: 一楼, phone: 0891-0000-101, hours: 上班时间, demo: true }]',
  groupText: '"到{dueOn}为止，打开{link}"',
  visits: '{ perVisitorAndDay: 8, reasons: [old_age], from: "09:30", until: "18:00" }',
  demo: 'true',
}
const pension = (changes: Partial<typeof RIGHT> = {}): string => {
  const lines = Object.entries({ ...RIGHT, ...changes }).map(([key, value]) => `  ${key}: ${value}`)
  return `pension:\n${lines.join('\n')}\n`
}
const problems = (changes: Partial<typeof RIGHT>): string[] => problemsAfter(FILE, 'pension: null', pension(changes))
const windows = (...days: [string, string][]): string =>
  `{ kind: windows, windows: [${days.map(([from, to]) => `{ from: "${from}", to: "${to}" }`).join(', ')}] }`

test('windows and visiting hours are read as the rules use them', () => {
  const config = parseConfig(sampleFilesWith(FILE, 'pension: null', pension()))
  expect(config.communities.get('lane')?.pension).toMatchObject({
    rule: { kind: 'windows', windows: [{ from: '01-01' }, { to: '12-31' }] },
    visits: { perVisitorAndDay: 8, fromMinute: 570, untilMinute: 1080 },
  })
  expect(config.communities.get('court')?.pension ?? null).toBeNull()
})

test('every day of every year lies in one window', () => {
  const gap = 'must follow each other without a gap, in leap years too'
  const ends = 'must begin on 01-01 and end on 12-31: every day of the year lies in a window'
  expect(problems({ rule: windows(['01-01', '06-29'], ['07-01', '12-31']) })).toEqual([
    `${FILE}  pension.rule.windows: ${gap}`,
  ])
  expect(problems({ rule: windows(['01-01', '07-01'], ['07-01', '12-31']) })[0]).toContain(gap)
  expect(problems({ rule: windows(['01-01', '02-28'], ['03-01', '12-31']) })[0]).toContain(gap)
  expect(problems({ rule: windows(['01-01', '02-29'], ['03-01', '12-31']) })[0]).toContain(gap)
  expect(problems({ rule: windows(['01-02', '12-31']) })[0]).toContain(ends)
  expect(problems({ rule: windows(['01-01', '12-30']) })[0]).toContain(ends)
  expect(problems({ rule: windows(['01-01', '12-31']) })).toEqual([])
})

test('the text for a group has the link, and no field that nobody fills', () => {
  expect(problems({ groupText: '"到{dueOn}为止"' })[0]).toContain('must have the field {link}')
  expect(problems({ groupText: '"{link}，{name}"' })[0]).toContain('may have the fields community, from, dueOn, link')
})

test('where each has a day of their own, a text to everybody names none', () => {
  const rule = '{ kind: months, months: 12, opensDaysBefore: 90 }'
  expect(problems({ rule })[0]).toContain('may not name from, dueOn')
  expect(problems({ rule, groupText: '"打开{link}"' })).toEqual([])
})

test('what no source prints says 示范, and a channel stands once', () => {
  expect(problems({ ruleText: '一年两次' })).toEqual([`${FILE}  pension.ruleText: must say 示范, or demo: false`])
  const twice =
    '[{ id: app, name: 甲, steps: [打开], source: 示范, demo: true }, { id: app, name: 乙, steps: [打开], source: 示范, demo: true }]'
  expect(problems({ channels: twice })[0]).toContain('may name each channel once')
})

test('a community that offers it says when it is due, and has a queue for its rounds', () => {
  expect(problemsAfter('lane/community.yaml', /services: \[issues[^\]]*\]/, 'services: [issues, pension]')).toEqual([
    'lane/community.yaml  services: names pension, and pension.yaml says nothing of it',
    'lane/community.yaml  services: names pension, and queues.yaml has no queue whose service is pension',
  ])
})

test('a photo of a visitor is a small picture or an address, and nothing that runs', () => {
  const visits = (image: string) =>
    `{ perVisitorAndDay: 8, reasons: [old_age], from: "09:30", until: "18:00", portraits: [{ personId: de302c1f-c00b-5f3e-af64-7e1b87bd02b9, image: "${image}" }] }`
  for (const image of ['https://example.org/a.png', 'data:image/png;base64,iVBORw0KGgo=']) {
    expect([image, problems({ visits: visits(image) })]).toEqual([image, []])
  }
  for (const image of [
    'http://example.org/a.png',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:text/html,hi',
    'a.png',
  ]) {
    expect(problems({ visits: visits(image) })).toHaveLength(1)
  }
})

test('a demonstration of it names people who live here, and places that are here', () => {
  const nobody = 'de302c1f-c00b-5f3e-af64-7e1b87bd02b9'
  const demoPeople = `[{ personId: ${nobody}, visit: { placeId: nowhere, reasons: [old_age] } }]`
  const visits = `${RIGHT.visits}\n  demoPeople: ${demoPeople}`
  expect(problems({ visits })).toEqual([
    `${FILE}  pension.demoPeople[${nobody}]: is no resident of lane in demo-people.yaml`,
    `${FILE}  pension.demoPeople[${nobody}]: names nowhere, which is no place of lane`,
  ])
})
