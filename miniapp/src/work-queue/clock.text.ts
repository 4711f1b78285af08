import type { LocalText } from '@little-bench/shared/kernel/language'
import type { Clock } from '@little-bench/shared/work-queue/clocks'
import type { SuspensionReason } from '@little-bench/shared/work-queue/events'

/** The three promises, as staff call them. */
export const clockText = {
  acceptance: { zh: '接单' },
  first_reply: { zh: '第一次答复' },
  resolve: { zh: '办结' },
} as const satisfies Record<Clock, LocalText>

/** Why an item does not go on, in plain words. */
export const reasonText = {
  materials: { zh: '在等材料' },
  weather: { zh: '等天气好' },
  another_unit: { zh: '在等别的单位' },
  season: { zh: '这个季节办不了' },
  court: { zh: '法院在处理' },
} as const satisfies Record<SuspensionReason, LocalText>
