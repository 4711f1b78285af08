import type { Contact } from '@little-bench/shared/communities/contract'
import { ContactTopic } from '@little-bench/shared/communities/contract'
import { expect, test } from 'vitest'
import { writeStored } from '../platform/storage'
import { keepBoard, readKeptBoard } from './kept-contact-board'

const contact = (phone: string, gridCellId: string | null): unknown => ({
  topic: 'grid_worker',
  name: '网格员',
  about: '院落里的事',
  phone,
  hours: '全天',
  address: null,
  gridCellId,
  staffIds: [],
  backup: null,
  demo: true,
})
const topic = (id: string, ...contacts: unknown[]) => ContactTopic.parse({ id, name: id, contacts })
const phonesOf = (contacts: readonly Contact[] | undefined) => contacts?.map(({ phone }) => phone)

test('what stays on the phone does not tell whose own worker came first', () => {
  const workers = topic('grid_worker', contact('2', 'raosai-2'), contact('1', 'raosai-1'), contact('3', 'raosai-3'))
  keepBoard('raosai', [workers], 'zh')
  expect(phonesOf(readKeptBoard('raosai', 'zh')?.[0]?.contacts)).toEqual(['1', '2', '3'])
})

test('everybody else stays in the order in which they came', () => {
  const utilities = topic('utilities', contact('9', null), contact('8', null))
  keepBoard('raosai', [utilities], 'zh')
  expect(phonesOf(readKeptBoard('raosai', 'zh')?.[0]?.contacts)).toEqual(['9', '8'])
})

test('of another community, in another language, or when it cannot be understood, there is none', () => {
  keepBoard('raosai', [topic('utilities', contact('9', null))], 'zh')
  expect([readKeptBoard('ejietang', 'zh'), readKeptBoard('raosai', 'bo')]).toEqual([undefined, undefined])
  writeStored('contacts.raosai.zh', [1])
  expect(readKeptBoard('raosai', 'zh')).toBeUndefined()
})
