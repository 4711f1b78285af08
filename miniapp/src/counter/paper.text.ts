import type { TextTable } from '../platform/i18n/text'

/** What stands at the foot of every paper. */
export const paperText = {
  ask: { zh: '有事打电话：{phone}（{name}）' },
  comeTo: { zh: '来社区：{address}，{hours}' },
  hotline: { zh: '有事打电话：政务服务便民热线 12345' },
  demo: { zh: '（电话、地址为示范）' },
  keepSafe: { zh: '码不要给不认识的人看。' },
} as const satisfies TextTable
