// What is held and what became of it, for component tests; a decision is taken as the real server takes it.
import { HeldContent } from '@little-bench/shared/moderation/contract'
import type { CounterServer } from './counter-server'
import { photo } from './file-answers'

export const heldId = (number: number) => `0190b1c4-8888-7aaa-8bbb-00000000000${number}`

export const heldOf = (number: number, fields: Partial<(typeof HeldContent)['_input']> = {}): HeldContent =>
  HeldContent.parse({
    id: heldId(number),
    kind: 'issue_words',
    issueId: '0190b1c4-2222-7aaa-8bbb-000000000021',
    workItemId: '0190b1c4-2222-7aaa-8bbb-000000000022',
    serviceName: '灯不亮',
    words: '路灯三天不亮了，找示范先生。',
    photo: null,
    why: 'not_from_wechat',
    heldAt: '2026-11-22T02:00:00.000Z',
    decision: null,
    ...fields,
  })

export const heldPhoto = (number: number): HeldContent =>
  heldOf(number, { kind: 'issue_photo', words: null, photo: photo(number), why: 'risky_picture' })

/** Lets the server hold these. */
export const serveHeld = (server: CounterServer, held: HeldContent[]): void => {
  const byId = new Map(held.map((each) => [each.id as string, each]))
  server.answerFirst = ({ method, path, query, body }) => {
    if (!path.includes('/held-content')) return undefined
    const id = /held-content\/([^/]+)\/decision$/.exec(path)?.[1]
    if (method === 'POST' && id !== undefined) {
      const { isShown, reason } = body
      const decision = {
        isShown,
        reason: reason ?? null,
        byName: '社区工作人员（示范一）',
        at: '2026-11-22T03:00:00.000Z',
      }
      const decided = HeldContent.parse({ ...byId.get(id), decision })
      byId.set(id, decided)
      return [200, decided]
    }
    const all = [...byId.values()]
    const waiting = all.filter(({ decision }) => decision === null)
    const isDecided = query.get('view') === 'decided'
    const items = isDecided ? all.filter(({ decision }) => decision !== null) : waiting
    return [200, { items, nextCursor: null, waiting: waiting.length }]
  }
}
