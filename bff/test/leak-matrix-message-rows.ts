import { COMMUNITY } from './leak-matrix-items.ts'
import type { Marks, Row } from './leak-matrix-rows.ts'

/** Nobody reads of anybody else what WeChat may tell them, and how messages fare says nothing of what is in them. */
export const createMessageRows = () => {
  const isSomebody = (name: string): Marks => (name === 'nobody' || name === 'party' ? undefined : [])
  return {
    listMessageTemplates: { input: () => ({}), sees: isSomebody },
    recordSubscribeResult: {
      input: () => ({ body: { tap: 'report', results: [{ templateId: 'demo-progress', answer: 'accept' }] } }),
      sees: isSomebody,
    },
    listDeliveries: {
      input: () => ({ params: COMMUNITY, query: { view: 'all', limit: 50 } }),
      sees: (name) => (name === 'community staff' || name === 'admin' ? [] : undefined),
    },
  } satisfies Record<string, Row>
}
