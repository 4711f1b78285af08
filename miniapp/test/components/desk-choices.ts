// What the stand-in server of the desk offers to choose from: reply templates and what a move may name.
import type { ReplyTemplate } from '@little-bench/shared/work-queue/desk.contract'
import { MoveChoices } from '@little-bench/shared/work-queue/move.contract'

const DAY_MS = 86_400_000
const NOW = '2026-11-23T02:00:00.000Z'

interface Person {
  id: string
  name: string
}

export const templateId = '0190b1c4-6666-7aaa-8bbb-000000000001'

/** A template for the category in hand, one for another category, and one that is retired. */
export const replyTemplates: (typeof ReplyTemplate)['_input'][] = [
  {
    id: templateId,
    name: '开始办了',
    zh: '「{title}」（{receiptNumber}）已经开始办，{dueOn}前答复您。{workerName}',
    bo: null,
    serviceCodes: ['street_lamp'],
    states: ['accepted'],
    isRetired: false,
    version: 1,
    savedBy: null,
    savedAt: null,
  },
  {
    id: '0190b1c4-6666-7aaa-8bbb-000000000002',
    name: '别的类别',
    zh: '水管已经修好。',
    bo: null,
    serviceCodes: ['water_pipe'],
    states: [],
    isRetired: false,
    version: 1,
    savedBy: null,
    savedAt: null,
  },
  {
    id: '0190b1c4-6666-7aaa-8bbb-000000000003',
    name: '停用的',
    zh: '旧的话。',
    bo: null,
    serviceCodes: [],
    states: [],
    isRetired: true,
    version: 2,
    savedBy: null,
    savedAt: null,
  },
]

/** What the moves may name: colleagues on duty first, units, categories, places and one likely duplicate. */
export const choicesOf = (staff: readonly Person[], you: Person): MoveChoices =>
  MoveChoices.parse({
    assignees: staff.map(({ id, name }, index) => ({
      id,
      name,
      isOnDuty: index === 0,
      openItems: index + 2,
      isYou: id === you.id,
    })),
    queues: [
      { id: 'bakuo-subdistrict', name: '八廓街道', level: 'subdistrict' },
      { id: 'city-lighting', name: '路灯管理单位', level: 'department' },
    ],
    serviceCodes: [
      { serviceCode: 'water_pipe', name: '水管漏水', group: '用水' },
      { serviceCode: 'road_surface', name: '路面坏了', group: '道路' },
    ],
    places: [
      { id: 'yard-7', name: '东孜苏3巷7号', gridCellId: 'raosai-grid-1', gridCellName: '第一网格' },
      { id: 'yard-9', name: '东孜苏3巷9号', gridCellId: 'raosai-grid-2', gridCellName: '第二网格' },
    ],
    likelyDuplicates: [{ receiptNumber: 'RS-20261122-0009', title: '院门口灯不亮', createdAt: NOW }],
    services: ['issues'],
    suspendAtMostUntil: new Date(Date.now() + 30 * DAY_MS).toISOString(),
    notOurs: { destination: '供水、供电、供气单位', phone: '12345', reply: null },
  })
