import type { committeeEndpoints, mediationEndpoints } from '@little-bench/shared/mediation/endpoints'
import type { Client, Loose } from './client.ts'
import { COMMUNITY, type LeakItems } from './leak-matrix-items.ts'
import { type PlantedCase, SAID } from './leak-matrix-mediation.ts'
import type { Row } from './leak-matrix-rows.ts'
import { AGREEMENT, aRequest } from './mediation.ts'

const RESIDENTS = ['reporter', 'neighbour', 'resident elsewhere', 'respondent']
const SIDES = ['reporter', 'respondent']
/** Everybody but staff, and whoever asked for it. */
const OPENERS = ['neighbour', 'resident elsewhere', 'respondent', 'party', 'nobody']
const ALL_OF_IT = [...SIDES, 'mediator', 'mediation committee']
type Names = readonly string[]
type Operation = keyof typeof mediationEndpoints | keyof typeof committeeEndpoints

const to =
  (names: Names, ...marks: string[]) =>
  (name: string): string[] | undefined =>
    names.includes(name) ? marks : undefined

/** Who may know what of a case: its two sides, its mediator and the committee, each their own part, and nobody else. */
export const createMediationRows = ({ cases }: LeakItems): Record<Operation, Row | readonly Row[]> => {
  const { shared, own, other, world } = cases
  const { params } = shared
  const address = (planted: PlantedCase) => ({ ...planted.params })
  /** Whoever may do it gets a case in the right state; everybody else tries it on the one in work. */
  const fresh =
    (names: Names, begin: () => Promise<PlantedCase>, rest: (planted: PlantedCase) => Promise<object> | object) =>
    async (_caller: Client, name: string): Promise<Loose> => {
      const planted = names.includes(name) ? await begin() : shared
      return { ...(await rest(planted)), params: address(planted) }
    }
  const inviting = () => cases.plant().then(async (planted) => cases.open(planted))
  const tickAgain = async () => cases.open(await cases.plant([own]), [other])
  const proposed = async () => {
    const planted = await tickAgain()
    for (const [client, id] of [
      [world.applicant, own],
      [world.respondent, other],
    ] as const) {
      await client.call('chooseMediators', { params: planted.params, body: { trustedMediatorIds: [id] as never } })
    }
    return planted
  }
  const taken = async () => cases.take(await cases.open(await cases.plant(), [own]))
  const agreed = async () => {
    const planted = await taken()
    await cases.meet(planted)
    await cases.draft(planted)
    for (const client of [world.applicant, world.respondent]) {
      await client.call('confirmAgreement', { params: planted.params, body: { version: 1 } })
    }
    return planted
  }
  const anInvitation = async (_caller: Client, name: string): Promise<Loose> => {
    const planted = await cases.plant()
    if (OPENERS.includes(name)) planted.openedBy.add(name)
    return { body: { code: await cases.invite(planted) } }
  }
  const aFollowUp = async (_caller: Client, name: string): Promise<Loose> => {
    await cases.refresh()
    const planted = name === 'mediation committee' ? await agreed() : shared
    const { followUps } = await world.committee.call('getMediationCase', { params: planted.params })
    const followUpId = followUps?.[0]?.id ?? '0199f000-0000-7000-8000-00000000000f'
    // On the day itself only that it began again is heard.
    return { params: { ...planted.params, followUpId }, body: { result: 'began_again' } }
  }
  const { STATEMENT, WORDS, JOINT, PRIVATE, REASON, SESSION, TERMS, OTHER_NAME } = SAID
  const seen: Record<string, string[]> = {
    reporter: [shared.number, STATEMENT, WORDS, SESSION, TERMS, OTHER_NAME],
    respondent: [shared.number, WORDS, SESSION, TERMS, OTHER_NAME],
    mediator: [shared.number, STATEMENT, SESSION, TERMS, OTHER_NAME],
    'mediation committee': [shared.number, STATEMENT, REASON, SESSION, TERMS, OTHER_NAME],
  }
  const threads: Record<string, string[]> = {
    reporter: [JOINT, PRIVATE.applicant],
    respondent: [JOINT, PRIVATE.respondent],
    mediator: [JOINT, PRIVATE.applicant, PRIVATE.respondent],
    'mediation committee': [JOINT],
  }
  const file = (format: string): Row => ({
    input: () => ({ params: { ...params }, query: { format } }),
    sees: to(ALL_OF_IT),
  })
  const card = {
    name: '示范调解员',
    role: 'veteran_party_member',
    languages: ['zh'],
    gridCellIds: [],
    kinds: ['family'],
  }

  return {
    listMediators: {
      input: () => ({ params: COMMUNITY }),
      sees: (name) => (name === 'party' || name === 'another mediator' ? [] : to([...RESIDENTS, ...ALL_OF_IT])(name)),
    },
    requestMediation: { input: () => ({ params: COMMUNITY, body: aRequest([own]) }), sees: to(RESIDENTS) },
    askForHelpCall: { input: () => ({ params: COMMUNITY, body: {} }), sees: to(RESIDENTS) },
    openInvitation: [
      { input: anInvitation, sees: to(OPENERS, WORDS) },
      { input: () => ({ body: { code: '312345678907' } }) },
    ],
    answerInvitation: {
      input: fresh(['respondent'], inviting, () => ({ body: { accept: false } })),
      sees: to(['respondent'], WORDS),
    },
    listMyCases: {
      input: () => ({ query: { limit: 50 } }),
      sees: (name) => (name === 'party' ? [cases.onPaper.number] : listed(name, shared.number)),
    },
    getMediationCase: [
      { input: () => ({ params: { ...params } }), sees: (name) => seen[name] },
      {
        input: () => ({ params: address(cases.onPaper) }),
        sees: (name) => {
          if (name === 'party') return [cases.onPaper.number, WORDS]
          return to(['reporter', 'mediation committee'], cases.onPaper.number)(name)
        },
      },
    ],
    chooseMediators: {
      input: fresh(['reporter'], tickAgain, () => ({ body: { trustedMediatorIds: [own] } })),
      sees: to(['reporter'], STATEMENT),
    },
    answerProposal: {
      input: fresh(
        ['reporter'],
        async () => {
          const planted = await proposed()
          await world.committee.call('proposeMediator', {
            params: planted.params,
            body: { mediatorId: own as never },
          })
          return planted
        },
        () => ({ body: { accept: true } }),
      ),
      sees: to(['reporter'], STATEMENT),
    },
    moveMediationCase: [
      {
        input: fresh(['reporter'], inviting, async (planted) => ({
          body: { move: 'withdraw', version: planted === shared ? 1 : await versionFor(world.applicant, planted) },
        })),
        sees: to(['reporter'], STATEMENT),
      },
      {
        input: fresh(['mediation committee'], cases.plant, () => ({ body: { move: 'invite', version: 1 } })),
        sees: to(['mediation committee'], STATEMENT),
      },
    ],
    listCaseThreads: { input: () => ({ params: { ...params } }), sees: (name) => threads[name] },
    postToThread: {
      input: () => ({ params: { ...params, thread: 'joint' }, body: { text: '好。' } }),
      sees: to([...SIDES, 'mediator']),
    },
    confirmAgreement: {
      input: (_caller, name) => ({ params: { ...params }, body: { version: name === 'respondent' ? 1 : 99 } }),
      sees: to(['respondent'], TERMS),
    },
    downloadAgreement: [file('pdf'), file('docx')],
    listCaseReads: { input: () => ({ params: { ...params } }), sees: to(SIDES) },
    saveMediator: {
      input: () => ({
        params: { ...COMMUNITY, mediatorId: '0199f000-0009-7000-8000-000000000001' },
        body: { ...card, personId: null },
      }),
      sees: to(['mediation committee']),
    },
    listMediatorAccounts: { input: () => ({ params: COMMUNITY }), sees: to(['mediation committee']) },
    listCommunityCases: {
      input: () => ({ params: COMMUNITY, query: { limit: 50 } }),
      sees: (name) => (name === 'another mediator' ? [] : to(['mediator', 'mediation committee'], shared.number)(name)),
    },
    renewInvitation: {
      input: fresh(['mediation committee'], inviting, () => ({})),
      sees: to(['mediation committee']),
    },
    proposeMediator: {
      input: fresh(['mediation committee'], proposed, () => ({ body: { mediatorId: own } })),
      sees: to(['mediation committee'], STATEMENT),
    },
    saveChecklist: {
      input: fresh(['mediator'], taken, () => ({ body: { law: true, policy: false, plan: false } })),
      sees: to(['mediator'], STATEMENT),
    },
    recordSession: {
      input: () => ({
        params: { ...params },
        body: { at: '2026-11-23T02:00:00.000Z', way: 'visit', sides: ['respondent'], summary: SESSION },
      }),
      sees: to(['mediator'], SESSION),
    },
    draftAgreement: {
      input: () => ({ params: { ...params }, body: { ...AGREEMENT, terms: TERMS } }),
      sees: to(['mediator'], TERMS),
    },
    recordCaseFollowUp: { input: aFollowUp, sees: to(['mediation committee'], STATEMENT) },
    getMediationLedger: {
      input: () => ({ params: COMMUNITY, query: { from: '2026-11-01', to: '2026-11-30' } }),
      sees: (name) => (name === 'subdistrict' ? [] : to(['mediation committee'], shared.number)(name)),
    },
  }
}

const listed = (name: string, number: string): string[] | undefined => {
  if (SIDES.includes(name)) return [number]
  return RESIDENTS.includes(name) ? [] : undefined
}

const versionFor = async (client: Client, { params }: PlantedCase): Promise<number> =>
  (await client.call('getMediationCase', { params })).version
