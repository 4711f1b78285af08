import { CASE_LIFECYCLE, type CaseMove, type CaseState } from '@little-bench/shared/mediation/lifecycle'
import type { Client } from './client.ts'
import {
  AGREEMENT,
  type CaseParams,
  codeFor,
  invited,
  join,
  type Mediation,
  move,
  openOnPaper,
  request,
} from './mediation.ts'
import type { TestServer } from './server.ts'

/** A case somewhere in its life, and its other side, who has it in an account or on paper. */
export interface CaseSituation {
  params: CaseParams
  respondent: Client
}

/** Every state of the table, and what is special in some of them. */
export const CASE_SITUATIONS = [
  'requested',
  'inviting',
  'refused, and the applicant does not know it',
  'choosing',
  'choosing, and the committee proposes',
  'ordered',
  'accepted',
  'preparing',
  'in_session',
  'agreed',
  'not_agreed',
  'follow_up',
  'closed as agreed',
  'closed because somebody left',
] as const
export type CaseSituationName = (typeof CASE_SITUATIONS)[number]

export const STATE_OF: Record<CaseSituationName, CaseState> = {
  requested: 'requested',
  inviting: 'inviting',
  'refused, and the applicant does not know it': 'closed',
  choosing: 'choosing',
  'choosing, and the committee proposes': 'choosing',
  ordered: 'ordered',
  accepted: 'accepted',
  preparing: 'preparing',
  in_session: 'in_session',
  agreed: 'agreed',
  not_agreed: 'not_agreed',
  follow_up: 'follow_up',
  'closed as agreed': 'closed',
  'closed because somebody left': 'closed',
}

/** Who may be something to a case. */
export const CASE_INSIDERS = ['applicant', 'respondent', 'mediator', 'committee'] as const
export type CaseInsider = (typeof CASE_INSIDERS)[number]

const BEFORE_A_MEDIATOR = ['ordered', 'accepted', 'preparing', 'in_session', 'agreed', 'not_agreed', 'follow_up']

/** For whom the case is there at all. */
export const readsIn = (name: CaseSituationName, who: CaseInsider): boolean => {
  if (who === 'respondent') return name !== 'requested'
  if (who === 'mediator') return BEFORE_A_MEDIATOR.includes(name) || name === 'closed as agreed'
  return true
}

/** Moves that come of an answer, of both sides or of a time, and are nobody's to name. */
const NOT_BY_HAND: readonly CaseMove[] = ['join', 'refuse', 'order', 'agree']

/** The table of moves, with what the table cannot say: whose turn it is, and what came before the end. */
export const mayMove = (name: CaseSituationName, who: CaseInsider, move: CaseMove): boolean => {
  if (!readsIn(name, who) || NOT_BY_HAND.includes(move)) return false
  if (name === 'refused, and the applicant does not know it') return who === 'applicant' && move === 'withdraw'
  if (name === 'choosing' && move === 'lapse') return false
  if (name === 'closed because somebody left') return false
  return CASE_LIFECYCLE[STATE_OF[name]][move]?.by.includes(who) ?? false
}

/** How a move stands in the log of the case: whoever is invited and leaves has refused. */
export const loggedAs = (name: CaseSituationName, who: CaseInsider, made: CaseMove) => {
  const from = STATE_OF[name]
  const isRefusal = name === 'inviting' && who === 'respondent'
  const to = name.startsWith('refused') ? 'closed' : CASE_LIFECYCLE[from][made]?.to
  return { move: isRefusal ? 'refuse' : made, by_actor: who, from_state: from, to_state: to }
}

/** Brings a case of the applicant to a situation, by the calls that everybody makes. */
export const createCaseSituations = (server: TestServer, people: Mediation) => {
  const [first = '', second = ''] = people.cards
  const { applicant, committee } = people
  const mediator = people.mediatorOf(first)
  const open = async (isOnPaper: boolean, trusted: readonly string[] = [first]): Promise<CaseSituation> => {
    const params = await invited(people, trusted)
    const code = await codeFor(committee, params)
    if (isOnPaper) return { params, respondent: await openOnPaper(server, code) }
    await people.respondent.call('openInvitation', { body: { code } })
    return { params, respondent: people.respondent }
  }
  const order = async (isOnPaper: boolean): Promise<CaseSituation> => {
    const found = await open(isOnPaper)
    await join(found.respondent, found.params, [first])
    return found
  }
  const work = async (isOnPaper: boolean, moves: readonly CaseMove[]): Promise<CaseSituation> => {
    const found = await order(isOnPaper)
    for (const name of moves) {
      await move(mediator, found.params, name)
      // Prepared to the end, so that nothing but the table keeps anybody from meeting.
      if (name === 'prepare') {
        const body = { law: true, policy: true, plan: true }
        await mediator.call('saveChecklist', { params: found.params, body })
      }
    }
    return found
  }
  const agree = async (isOnPaper: boolean): Promise<CaseSituation> => {
    const found = await work(isOnPaper, ['take', 'prepare', 'meet'])
    await mediator.call('draftAgreement', { params: found.params, body: AGREEMENT })
    for (const side of [applicant, found.respondent]) {
      await side.call('confirmAgreement', { params: found.params, body: { version: 1 } })
    }
    return found
  }
  const then = async (found: CaseSituation, ...moves: [Client, CaseMove][]): Promise<CaseSituation> => {
    for (const [client, name] of moves) await move(client, found.params, name)
    return found
  }
  const apart = async (isOnPaper: boolean): Promise<CaseSituation> => {
    const found = await open(isOnPaper, [first])
    await join(found.respondent, found.params, [second])
    return found
  }

  const begin: Record<CaseSituationName, (isOnPaper: boolean) => Promise<CaseSituation>> = {
    requested: async () => ({ params: await request(applicant, [first]), respondent: people.respondent }),
    inviting: open,
    'refused, and the applicant does not know it': async (isOnPaper) => {
      const found = await open(isOnPaper)
      await found.respondent.call('answerInvitation', { params: found.params, body: { accept: false } })
      return found
    },
    choosing: apart,
    'choosing, and the committee proposes': async (isOnPaper) => {
      const found = await apart(isOnPaper)
      for (const [side, id] of [
        [applicant, first],
        [found.respondent, second],
      ] as const) {
        await side.call('chooseMediators', { params: found.params, body: { trustedMediatorIds: [id] as never } })
      }
      return found
    },
    ordered: order,
    accepted: (isOnPaper) => work(isOnPaper, ['take']),
    preparing: (isOnPaper) => work(isOnPaper, ['take', 'prepare']),
    in_session: (isOnPaper) => work(isOnPaper, ['take', 'prepare', 'meet']),
    agreed: agree,
    not_agreed: async (isOnPaper) => then(await work(isOnPaper, ['take', 'prepare', 'meet']), [mediator, 'fail']),
    follow_up: async (isOnPaper) => then(await agree(isOnPaper), [mediator, 'follow']),
    'closed as agreed': async (isOnPaper) => then(await agree(isOnPaper), [mediator, 'follow'], [committee, 'close']),
    'closed because somebody left': async (isOnPaper) => then(await order(isOnPaper), [applicant, 'withdraw']),
  }
  return (name: CaseSituationName, { isOnPaper = false } = {}) => begin[name](isOnPaper)
}
