import { expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

const CARD = '0199f000-0001-7000-8000-000000000001'
const AT = `lane/mediators.yaml  mediators[${CARD}]`
const RESIDENT = '47fa67fd-ad80-5dc7-8ff4-960818027473'

const withCard = (rest: string): string =>
  `mediators: [{ id: ${CARD}, name: 调解员（示范）, role: three_elders, languages: [zh], kinds: [family], demo: true${rest} }]`

test('a card of the demonstration names grid cells and a mediator of its own community', () => {
  const rest = `, gridCellIds: [yard-1], demoPersonId: ${RESIDENT}`
  expect(problemsAfter('lane/mediators.yaml', 'mediators: []', withCard(rest))).toEqual([
    `${AT}.gridCellIds: names yard-1, which is no grid cell of lane`,
    `${AT}.demoPersonId: names ${RESIDENT}, who is no mediator of lane`,
  ])
})

test('a community that offers mediation has a queue for it alone', () => {
  expect(problemsAfter('lane/community.yaml', /services: \[issues[^\]]*\]/, 'services: [issues, mediation]')).toContain(
    'lane/community.yaml  services: names mediation, and queues.yaml has no queue whose service is mediation',
  )
})
