import type { MessageTemplate } from '@little-bench/shared/notifications/subscribe.contract'
import { type AnswerSource, afterAnswer, meaningOf, REFUSED } from '@little-bench/shared/notifications/subscribe-ledger'
import type { AskingTap, SubscribeAnswer } from '@little-bench/shared/notifications/templates'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { keepConsent } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { insertAnswer, listAgreements, listAnswers, lockAgreement, saveAgreement } from './subscribe.repository.ts'

type Templates = { items: z.input<typeof MessageTemplate>[]; nextCursor: null }

/** What was told of one tap is told within an hour, or never. */
const REMEMBERED_MS = 60 * 60_000

/** The templates of the account with what the person has agreed to; none where WeChat is not set up. */
export const listMessageTemplates = async (context: Context, { personId }: Viewer): Promise<Templates> => {
  if (context.wechat === null) return { items: [], nextCursor: null }
  const agreements = await listAgreements(context.db, personId)
  const items = context.config().wechatTemplates.map(({ templateId, topic, title }) => {
    const { credits, isRefused } = agreements.get(templateId) ?? { credits: 0, isRefused: false }
    return { templateId, topic, title, credits, isRefused }
  })
  return { items, nextCursor: null }
}

interface PanelResult {
  tap: AskingTap
  results: readonly { templateId: string; answer: SubscribeAnswer }[]
}

/** Keeps what the phone says the person answered. A template that the account has no more is left out. */
export const recordSubscribeResult = async (
  context: Context,
  viewer: Viewer,
  { tap, results }: PanelResult,
  write: Write,
): Promise<Templates> => {
  const now = context.clock.now()
  return inTransaction(context.db, now, write, async (trx) => {
    for (const result of inOneOrder(context, results)) {
      await takeAnswer(trx, { personId: viewer.personId, ...result, source: 'phone', tap, at: now })
    }
    return listMessageTemplates({ ...context, db: trx }, viewer)
  })
}

/** Templates of the account, each once, and in the same order for everybody: two writes never wait for each other. */
const inOneOrder = <Result extends { templateId: string }>(context: Context, results: readonly Result[]): Result[] => {
  const byTemplate = new Map(results.map((result) => [result.templateId, result]))
  return context.config().wechatTemplates.flatMap(({ templateId }) => byTemplate.get(templateId) ?? [])
}

export interface NewAnswer {
  personId: string
  templateId: string
  answer: SubscribeAnswer
  source: AnswerSource
  /** What the phone asked after; WeChat does not know. */
  tap: AskingTap | null
  at: Date
}

/** One answer, told by the phone or by WeChat: the second word of the same tap counts no more. */
export const takeAnswer = async (trx: Trx, told: NewAnswer): Promise<void> => {
  const { personId, templateId, answer, source, tap, at } = told
  const before = await lockAgreement(trx, told)
  const known = await listAnswers(trx, told, new Date(at.getTime() - REMEMBERED_MS))
  const meaning = meaningOf(known, told)
  if (meaning.kind === 'repeated') return
  await insertAnswer(trx, {
    id: uuidv7(),
    person_id: personId,
    template_id: templateId,
    source,
    answer,
    tap,
    at: at.toISOString(),
    matched_id: meaning.kind === 'same_as' ? meaning.id : null,
  })
  if (meaning.kind !== 'new') return
  await saveAgreement(trx, told, afterAnswer(before, answer))
  // Whoever says yes to WeChat's panel has agreed to be told there: it stands in the list of what they agreed to.
  if (answer === 'accept') await keepConsent(trx, { personId, purpose: 'wechat_messages' }, at)
}

/** Somebody has switched a template off in WeChat's own settings. */
export const takeRefusal = async (trx: Trx, key: { personId: string; templateId: string }): Promise<void> => {
  await lockAgreement(trx, key)
  await saveAgreement(trx, key, REFUSED)
}
