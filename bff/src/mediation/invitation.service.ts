import { AppError } from '@little-bench/shared/kernel/errors'
import type { MediationCase } from '@little-bench/shared/mediation/contract'
import { hasPermission } from '@little-bench/shared/people/permissions'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import {
  endCodes,
  insertNameless,
  isKnownPerson,
  type KeptCode,
  makeCode,
  type ShownCode,
  showCode,
  spendCode,
  startCaseSession,
} from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, within } from '../work-queue/index.ts'
import { canRenewInvitation, shownTo } from './case.policy.ts'
import { presentCase } from './case.presenter.ts'
import { type CaseAddress, updateParty } from './case.repository.ts'
import { wordsOf } from './case-words.ts'
import { type CaseWork, holdCase, onCase } from './case-work.ts'

/**
 * A new code for the other side, to be said in a call or given on paper; the one before it ends. Errors: `not_found` for
 * whoever is not of the committee, `case_changed` when there is nothing to be invited to.
 */
export const renewInvitation = async (
  engine: Engine,
  viewer: Viewer,
  address: CaseAddress,
  write: Write,
): Promise<ShownCode> => {
  const kept = await onCase(engine, viewer, address, write, async (work): Promise<KeptCode> => {
    const { row, roles, trx, now } = work
    if (!roles.includes('committee')) throw new AppError('not_found')
    if (!isInvitable(work)) throw new AppError('case_changed')
    await endCodes(trx, { purpose: 'case_invitation', subjectId: row.id }, now)
    // An invitation that nobody answers in time opens nothing any more.
    const until = row.state === 'inviting' && row.answer_until !== null ? { until: new Date(row.answer_until) } : {}
    return makeCode(
      engine,
      trx,
      {
        purpose: 'case_invitation',
        communityId: row.community_id,
        subjectId: row.id,
        madeBy: viewer.personId,
        ...until,
      },
      now,
    )
  })
  return showCode(engine, 'case_invitation', kept)
}

const isInvitable = ({ row, now }: CaseWork): boolean => canRenewInvitation(shownTo(row, [], now).state)

export interface OpenedInvitation {
  token: string | null
  case: z.input<typeof MediationCase>
}

/**
 * Exchanges the code of an invitation for the case: into the account of a resident who is signed in, or else for a token
 * that reaches this case and nothing else. Errors: `code_invalid`, for every reason alike, and the code is as good as
 * before.
 */
export const openInvitation = async (
  engine: Engine,
  caller: Viewer | null,
  typed: string,
  language: Viewer['language'],
): Promise<OpenedInvitation> => {
  const now = engine.clock.now()
  const account = accountOf(caller)
  return inTransaction(engine.db, now, PLAIN_WRITE, async (trx) => {
    const newcomer = account?.personId ?? (await addNameless(trx, now))
    const used = await spendCode(engine, trx, { purpose: 'case_invitation', typed, usedBy: newcomer }, now)
    const address = { communityId: used.communityId, caseId: used.subjectId }
    const work = await holdCase(engine, trx, address, now)
    if (!isInvitable(work)) throw new AppError('code_invalid')
    const personId = await takeSide(work, account?.personId ?? null, newcomer)
    const token = account ? null : await startCaseSession(trx, { personId, ...address }, now)
    const viewer: Viewer = account ?? {
      personId,
      name: '',
      roles: [],
      language,
      actorId: personId,
      authority: null,
      isFromWechat: false,
      onlyCase: address,
    }
    const { respondent } = work.parties
    const found = {
      row: work.row,
      parties: { ...work.parties, respondent: { ...respondent, person_id: personId } },
      roles: ['respondent' as const],
    }
    return { token, case: presentCase(found, await wordsOf(within(engine, trx), viewer, found, now)) }
  })
}

/** A resident with an account of their own. Staff open no invitation: they would read a case as a side of it. */
const accountOf = (caller: Viewer | null): Viewer | null => {
  if (caller === null || caller.onlyCase) return null
  const roles = caller.roles.map(({ role }) => role)
  if (!hasPermission(roles, 'case.own')) throw new AppError('code_invalid')
  return caller
}

const addNameless = async (trx: Trx, now: Date): Promise<string> => {
  const id = uuidv7()
  await insertNameless(trx, id, now)
  return id
}

/** Whose the other side is from now on. Errors: `code_invalid` for the applicant, and for what is in somebody's account. */
const takeSide = async (
  { trx, parties: { applicant, respondent } }: CaseWork,
  accountId: string | null,
  newcomer: string,
): Promise<string> => {
  if (accountId !== null && accountId === applicant.person_id) throw new AppError('code_invalid')
  const before = respondent.person_id
  const isInAccount = before !== null && (await isKnownPerson(trx, before))
  if (isInAccount && before !== accountId) throw new AppError('code_invalid')
  // Without an account the same person comes back, however often the code is renewed.
  const personId = accountId ?? before ?? newcomer
  if (personId !== before) await updateParty(trx, respondent, { person_id: personId })
  return personId
}
