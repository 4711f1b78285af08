import { expect } from 'vitest'
import type { Answer, Loose, OperationName } from './client.ts'
import { addressOfItem, aReport, bodyOf, itemFor, make, type Receipt, report } from './factories.ts'
import { offerTo } from './grants.ts'
import { createBookingProxyRows } from './proxy-matrix-booking-rows.ts'
import { createChildcareProxyRows } from './proxy-matrix-childcare-rows.ts'
import { createCounterProxyRows } from './proxy-matrix-counter-rows.ts'
import { createMealProxyRows } from './proxy-matrix-meal-rows.ts'
import { createMediationProxyRows } from './proxy-matrix-mediation-rows.ts'
import { createNeighbourProxyRows } from './proxy-matrix-neighbour-rows.ts'
import { createPensionProxyRows } from './proxy-matrix-pension-rows.ts'
import { createPrivacyProxyRows } from './proxy-matrix-privacy-rows.ts'
import { createProfileProxyRows } from './proxy-matrix-profile-rows.ts'
import { IN_PERSON, type ProxyCall, type ProxyRow } from './proxy-matrix-row.ts'
import { createSignInProxyRows } from './proxy-matrix-sign-in-rows.ts'
import { createVisitProxyRows } from './proxy-matrix-visit-rows.ts'
import type { World } from './proxy-matrix-worlds.ts'
import type { TestServer } from './server.ts'
import { aVoiceNote, callOf, send, uploadPhoto } from './uploads.ts'

const COMMUNITY = { communityId: 'raosai' }
const plain: ProxyCall = { input: () => ({}) }
const inCommunity: ProxyCall = { input: () => ({ params: COMMUNITY }) }

/** An item of the principal, resolved for them. */
const resolved = async ({ principal, people }: World): Promise<Receipt> => {
  const receipt = await report(principal)
  await make(people.worker, receipt, 'claim')
  await make(people.worker, receipt, 'resolve')
  return receipt
}

/** How each operation is called for somebody; an operation that is missing here fails the build. */
export const createProxyRows = (server: TestServer): Record<OperationName, ProxyRow> => {
  /** Whose the item is and who did the last thing to it, as the database keeps it. */
  const isTheirs = async (workItemId: string, { principal, actor }: World): Promise<void> => {
    const rows = await server.sql(
      `select item.requester_id, event.actor_id, event.acting_for_id from work_item item
       join work_item_event event on event.work_item_id = item.id where item.id = $1 order by event.id desc limit 1`,
      [workItemId],
    )
    const { personId } = principal
    expect(rows).toEqual([{ requester_id: personId, actor_id: actor.personId, acting_for_id: personId }])
  }
  const aboutItem = (rest: (receipt: Receipt, world: World) => Loose | Promise<Loose>, begin = newItem): ProxyCall => ({
    async input(world) {
      const receipt = await begin(world)
      return { params: addressOfItem(receipt), ...(await rest(receipt, world)) }
    },
    shows: (answer, world) => isTheirs(idOf(answer, 'id'), world),
  })

  return {
    ...createProfileProxyRows(),
    ...createPrivacyProxyRows(),
    ...createSignInProxyRows(),
    ...createCounterProxyRows(),
    ...createNeighbourProxyRows(),
    listHeldContent: IN_PERSON,
    decideHeldContent: IN_PERSON,
    ...createMealProxyRows(),
    ...createChildcareProxyRows(server),
    ...createBookingProxyRows(server),
    ...createMediationProxyRows(),
    ...createPensionProxyRows(),
    ...createVisitProxyRows(server),
    listCommunities: plain,
    getCommunity: inCommunity,
    listContacts: inCommunity,
    listDemoPeople: plain,
    checkWechatPush: IN_PERSON,
    receiveWechatPush: IN_PERSON,
    startDemoSession: IN_PERSON,
    getMe: { ...plain, shows: (answer, { principal }) => expect(idOf(answer, 'id')).toBe(principal.personId) },
    // Whoever holds the phone reads by their own choice.
    saveDisplayPreferences: IN_PERSON,
    endSession: IN_PERSON,
    endAllSessions: IN_PERSON,
    listProxyGrants: {
      async input({ principal }) {
        await offerTo(principal)
        return {}
      },
      shows: ({ text }, { principal }) => expect(text).toContain(principal.personId),
    },
    offerProxyGrant: IN_PERSON,
    redeemProxyCode: IN_PERSON,
    answerProxyGrant: IN_PERSON,
    revokeProxyGrant: {
      async input({ principal }) {
        const { grant } = await offerTo(principal)
        return { params: { grantId: grant.id } }
      },
      shows: ({ text }, { principal }) => expect(text).toContain(principal.personId),
    },
    freezeProxyGrants: { input: () => ({ body: { isFrozen: false } }) },
    listProxyActs: plain,
    witnessProxyGrant: IN_PERSON,
    // Whoever holds the phone uploads, and looks at what they uploaded.
    createUpload: { input: () => ({ body: { kind: 'photo', bytes: 9 } }) },
    putUploadChunk: {
      async input({ actor }) {
        const { id } = await actor.call('createUpload', { body: { kind: 'photo', bytes: 9 } })
        return { params: { uploadId: id, offset: '0' }, body: Buffer.from('no photo') }
      },
    },
    finishUpload: {
      input: async ({ actor }) => ({ params: { uploadId: await send(actor, 'voice', aVoiceNote()) } }),
      shows: ({ text }, { actor }) => expect(text).toContain(`viewer=${actor.personId}`),
    },
    getFile: { input: async ({ actor }) => callOf((await uploadPhoto(actor)).url) },
    reportIssue: {
      input: () => ({ params: COMMUNITY, body: aReport() }),
      shows: (answer, world) => isTheirs(idOf(answer, 'workItemId'), world),
    },
    listPublicIssues: inCommunity,
    getIssue: {
      async input({ principal }) {
        const { id } = await report(principal)
        return { params: { ...COMMUNITY, issueId: id } }
      },
      shows: ({ text }) => expect(text).toContain('"isYours":true'),
    },
    listWorks: {
      async input({ principal, people }) {
        const receipt = await report(principal)
        const address = { ...COMMUNITY, issueId: receipt.id }
        const body = { version: 0, costFen: 1200, fundSource: null, decidedOn: null }
        await people.worker.call('saveWork', { params: { ...address, workItemId: receipt.workItemId }, body })
        return { params: address }
      },
      shows: ({ text }) => expect(text).toContain('"costFen":1200'),
    },
    saveWork: IN_PERSON,
    listVolunteerTeams: inCommunity,
    joinVolunteerTeam: IN_PERSON,
    leaveVolunteerTeam: IN_PERSON,
    listMyItems: {
      async input({ principal }) {
        await report(principal)
        return {}
      },
      async shows({ text }, { principal }) {
        expect(text).toBe((await principal.attempt('listMyItems')).text)
        expect(text).toContain('receiptNumber')
      },
    },
    listMyQueues: IN_PERSON,
    listQueueItems: IN_PERSON,
    claimNextItem: IN_PERSON,
    getWorkItem: {
      async input({ principal }) {
        return { params: addressOfItem(await report(principal)) }
      },
      async shows(answer, { principal }) {
        const params = { ...COMMUNITY, workItemId: idOf(answer, 'id') }
        const { text } = await principal.attempt('getWorkItem', { params })
        // Who looks is somebody else; what they see is the same.
        expect(answer.text).toBe(text.replaceAll('"isYou":true', '"isYou":false'))
      },
    },
    getMoveChoices: IN_PERSON,
    moveWorkItem: aboutItem(async (receipt, { principal }) => ({
      body: bodyOf('withdraw', (await itemFor(principal, receipt)).version),
    })),
    addNote: IN_PERSON,
    addReply: aboutItem(() => ({ body: { body: '又说一句。' } })),
    transcribeVoiceNote: IN_PERSON,
    announcePresence: IN_PERSON,
    rateWorkItem: aboutItem(() => ({ body: { solved: true, satisfaction: 5 } }), resolved),
    searchItems: IN_PERSON,
    getRoster: IN_PERSON,
    saveRoster: IN_PERSON,
    listReplyTemplates: IN_PERSON,
    saveReplyTemplate: IN_PERSON,
    listSavedViews: IN_PERSON,
    saveSavedView: IN_PERSON,
    deleteSavedView: IN_PERSON,
    listFollowUps: IN_PERSON,
    recordFollowUp: IN_PERSON,
    listNotOurs: IN_PERSON,
    getCommunityFigures: inCommunity,
    exportLedger: IN_PERSON,
    listGridRedraws: IN_PERSON,
    previewGridRedraw: IN_PERSON,
    applyGridRedraw: IN_PERSON,
    listInbox: IN_PERSON,
    markInboxMessageRead: IN_PERSON,
    listMessageTemplates: IN_PERSON,
    recordSubscribeResult: IN_PERSON,
    listDeliveries: IN_PERSON,
  }
}

const newItem = ({ principal }: World): Promise<Receipt> => report(principal)

const idOf = ({ body }: Answer, field: string): string => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, field) : undefined
  return String(value)
}
