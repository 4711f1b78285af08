import { fileURLToPath } from 'node:url'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { textLength } from '@little-bench/shared/kernel/text'
import { ROLES } from '@little-bench/shared/people/roles'
import { RATING_DAYS } from '@little-bench/shared/work-queue/allowed-moves'
import { dueAtOf, isOnDuty } from '@little-bench/shared/work-queue/deadline'
import { type Route, route } from '@little-bench/shared/work-queue/routing'
import { describe, expect, test } from 'vitest'
import { calendarOfQueue } from './calendars.ts'
import { checkCalendarCoverage } from './cross-checks/calendars.ts'
import { loadConfig, readConfigFiles } from './load.ts'
import type { CommunityConfig } from './model.ts'
import { queuesServedBy } from './served-queues.ts'

const DATA = fileURLToPath(new URL('../data', import.meta.url))
const config = loadConfig(DATA)
const communities = [...config.communities.values()]

const communityOf = (id: string): CommunityConfig => {
  const community = config.communities.get(id)
  if (community === undefined) throw new Error(`no community ${id}`)
  return community
}

/** Where the demonstration rules send a category from one grid cell, or from nowhere known. */
const routeOf = (community: CommunityConfig, serviceCode: string, gridCellId: string | null): Route => {
  const entry = community.catalogue.find((candidate) => candidate.serviceCode === serviceCode)
  if (entry === undefined) throw new Error(`no category ${serviceCode}`)
  return route({ ...entry, gridCellId }, community.routing, community.ladder)
}

describe('the demonstration data', () => {
  test('serves four communities under their printed names', () => {
    expect(communities.map(({ name }) => name.zh).sort()).toEqual(
      ['俄杰塘社区', '尼卓林社区', '慈松塘社区', '绕赛社区'].sort(),
    )
    expect(config.units.get(communityOf('raosai').subdistrictId)?.name.zh).toBe('八廓街道')
    expect(config.units.get(communityOf('cisongtang').subdistrictId)?.name.zh).toBe('娘热街道')
  })

  test('offers the two courtyards of the toilet repair in 绕赛', () => {
    const places = communityOf('raosai').gridCells.flatMap((gridCell) => gridCell.places.map(({ name }) => name.zh))
    expect(places).toEqual(expect.arrayContaining(['东孜苏3巷7号（米吉林大院）', '东孜苏路73号（米吉林强大院）']))
  })

  test('gives 尼卓林 its four old grid cells', () => {
    expect(communityOf('nizhuolin').gridCells).toHaveLength(4)
  })

  test.each(communities.map((community) => [community.id, community] as const))(
    'offers %s at least 24 categories and the ones of the field',
    (_id, { catalogue }) => {
      expect(catalogue.length).toBeGreaterThanOrEqual(24)
      const printed = catalogue.filter(({ demo }) => !demo).map(({ name }) => name.zh)
      expect(printed).toEqual(
        expect.arrayContaining(['停车难', '路不平', '灯不亮', '公厕、管道', '店外经营', '食品药品', '私搭电线']),
      )
    },
  )

  test('keeps what is between people, and what is said of staff, out of every public list', () => {
    for (const { catalogue } of communities) {
      for (const serviceCode of ['complaint_staff', 'neighbour_dispute', 'family_matter']) {
        expect(catalogue.find((entry) => entry.serviceCode === serviceCode)).toMatchObject({
          canBePublic: false,
          defaultVisibility: 'private',
        })
      }
    }
  })

  test('publishes nothing unless the resident chooses it', () => {
    expect(communities.flatMap(({ catalogue }) => catalogue.map((entry) => entry.defaultVisibility))).not.toContain(
      'public',
    )
  })

  test('invents no telephone number: whatever no source prints is one that cannot be dialled', () => {
    const phones = Object.values(readConfigFiles(DATA)).flatMap((text) => text.match(/0891-[0-9-]+/g) ?? [])
    expect(phones.filter((phone) => !phone.startsWith('0891-0000-'))).toEqual([])
  })

  test('marks as demonstration whatever carries such a number', () => {
    const contacts = communities.flatMap((community) => community.contacts)
    expect([...config.queues.values()].filter(({ demo }) => !demo)).toEqual([])
    expect(contacts.filter(({ demo, phone }) => !demo && phone.startsWith('0891-'))).toEqual([])
    expect(new Set(contacts.filter(({ demo }) => !demo).map(({ phone }) => phone))).toEqual(
      new Set(['110', '119', '120', '12345', '12333']),
    )
  })

  test('prints the three topics of the 便民联系栏 and fills them in every community', () => {
    const printed = config.contactTopics.filter(({ demo }) => !demo)
    expect(printed.map(({ name }) => name.zh)).toEqual(['水电气', '健康卫生', '家政'])
    for (const { contacts } of communities)
      expect(contacts.map(({ topic }) => topic)).toEqual(expect.arrayContaining(printed.map(({ id }) => id)))
  })

  test('has in every community an elder without the app, and the daughter who helps', () => {
    for (const { id } of communities) {
      const residents = config.demoPeople.filter(({ roles }) =>
        roles.some(({ role, communityId }) => role === 'resident' && communityId === id),
      )
      expect(residents.filter(({ hasAccount, channel }) => !hasAccount && channel === 'call')).toHaveLength(1)
      expect(residents.filter(({ hasAccount, phone }) => hasAccount && phone !== null)).toHaveLength(1)
    }
  })

  test('has somebody in every role, and several residents and staff in every community', () => {
    const roles = config.demoPeople.flatMap((person) => person.roles)
    expect(new Set(roles.map(({ role }) => role))).toEqual(new Set(ROLES))
    for (const { id } of communities) {
      const inCommunity = roles.filter(({ communityId }) => communityId === id).map(({ role }) => role)
      expect(inCommunity.filter((role) => role === 'resident').length).toBeGreaterThanOrEqual(2)
      expect(inCommunity.filter((role) => role === 'community_staff').length).toBeGreaterThanOrEqual(2)
      expect(inCommunity.filter((role) => role === 'grid_worker').length).toBeGreaterThanOrEqual(2)
    }
  })

  test('has a demonstration person leading every queue, so that no item waits for nobody', () => {
    const led = config.demoPeople.flatMap((person) =>
      person.roles.flatMap((role) =>
        queuesServedBy(config, role)
          .filter(({ isLead }) => isLead)
          .map(({ queueId }) => queueId),
      ),
    )
    expect([...config.queues.keys()].filter((id) => !led.includes(id))).toEqual([])
  })

  test('offers reply templates for every state in which somebody writes to a resident', () => {
    expect(config.replyTemplates.length).toBeGreaterThanOrEqual(10)
    for (const state of ['queued', 'dispatched', 'accepted', 'resolved'] as const)
      expect(config.replyTemplates.some(({ states }) => states.length === 0 || states.includes(state))).toBe(true)
  })

  test('writes Chinese replies with full-width punctuation', () => {
    expect(config.replyTemplates.filter(({ zh }) => /[,.:;?!()]/.test(zh)).map(({ zh }) => zh)).toEqual([])
  })

  test('waits for the resident through both reminders, and for the rating no longer than it is open', () => {
    expect(config.timerRules).toMatchObject({ questionRemindersAfterDays: [3, 6], questionClosesAfterDays: 9 })
    expect(config.timerRules.ratingReminderAfterDays).toBeLessThan(RATING_DAYS)
  })

  test('lets the property company work on Saturdays, and the subdistrict not', () => {
    const saturday = new Date('2026-11-28T02:00:00Z')
    expect(isOnDuty(saturday, calendarOfQueue(config, 'demo-property', 'raosai'))).toBe(true)
    expect(isOnDuty(saturday, calendarOfQueue(config, 'bakuo-subdistrict', 'raosai'))).toBe(false)
  })

  test('covers the calendar of the winter in which it was written', () => {
    expect(checkCalendarCoverage(config, '2026-11-23')).toEqual([])
  })

  test('skips 藏历新年 when it counts working days', () => {
    const community = communityOf('raosai')
    const deadline = community.deadlineClasses.get('3wd')?.clocks.resolve ?? { kind: 'hours', hours: 0 }
    const lastDayBefore = new Date('2027-02-04T02:00:00Z')
    // Thursday; closed 5–13 February; Monday 15, Tuesday 16, Wednesday 17.
    expect(dueAtOf(lastDayBefore, deadline, community.calendar).toISOString()).toBe('2027-02-17T10:00:00.000Z')
  })
})

describe('the demonstration rules', () => {
  const raosai = communityOf('raosai')

  test.each([
    ['a dark lamp goes to the grid cell', 'street_light', 'raosai-grid-2'],
    ['a toilet pipe goes to the community, which decides about repairs', 'toilet_pipe', 'raosai-community'],
    ['an uneven road goes to the community', 'road_surface', 'raosai-community'],
    ['trading in the street goes to the subdistrict', 'street_trading', 'bakuo-subdistrict'],
    ['food and drugs go to the department for them', 'food_drug_safety', 'food-drug-safety'],
    ['a smell of gas goes to the community at once', 'gas_smell', 'raosai-community'],
    ['a complaint about staff passes by those staff', 'complaint_staff', 'bakuo-subdistrict'],
    ['a family matter goes to the community, not to the grid cell next door', 'family_matter', 'raosai-community'],
    ['what is not ours is registered by the community', 'utility_bill', 'raosai-community'],
    ['what fits no category goes to the community', 'other', 'raosai-community'],
  ])('%s', (_what, serviceCode, queueId) => {
    expect(routeOf(raosai, serviceCode, 'raosai-2').queueId).toBe(queueId)
  })

  test('what a department or the subdistrict does is followed by the community', () => {
    expect(routeOf(raosai, 'food_drug_safety', 'raosai-2').followingQueueIds).toEqual(['raosai-community'])
    expect(routeOf(raosai, 'street_trading', 'raosai-2').followingQueueIds).toEqual(['raosai-community'])
  })

  test('a complaint about staff is kept from every queue of the community and its grid cells', () => {
    for (const community of communities) {
      const { barredQueueIds, followingQueueIds } = routeOf(community, 'complaint_staff', null)
      // What is reported never comes to the queue of a service.
      const own = [...config.queues.values()].filter(
        ({ communityId, service }) => communityId === community.id && service === null,
      )
      expect([...barredQueueIds].sort()).toEqual(own.map(({ id }) => id).sort())
      expect(followingQueueIds).toEqual([])
    }
  })

  test('a dark lamp at an unknown place is caught by the community', () => {
    expect(routeOf(raosai, 'street_light', null)).toMatchObject({ queueId: 'raosai-community', ruleId: 'catch-all' })
  })

  test('every category of every grid cell reaches a queue that exists, with a reason', () => {
    for (const community of communities) {
      for (const { serviceCode } of community.catalogue) {
        for (const gridCellId of [null, ...community.gridCells.map(({ id }) => id)]) {
          const { queueId, because } = routeOf(community, serviceCode, gridCellId)
          expect(config.queues.has(queueId)).toBe(true)
          expect(textLength(inLanguage(because, 'zh'))).toBeGreaterThan(0)
        }
      }
    }
  })
})

test('the hash names the content: the same data, the same hash', () => {
  expect(loadConfig(DATA).hash).toBe(config.hash)
})

test('a folder that is not there is named, not traced', () => {
  expect(() => loadConfig('/nowhere/at/all')).toThrow('/nowhere/at/all  CONFIG_DIR: must be a folder that can be read')
})
