import { peopleContract } from '@little-bench/shared/people/contract'
import { peopleEndpoints } from '@little-bench/shared/people/endpoints'
import type { Context } from '../platform/context.ts'
import type { Mount } from '../platform/http/mount.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { deviceLabel } from './device-label.ts'
import { displayPreferencesOf, saveDisplayPreferences } from './display-preference.service.ts'
import { maskName } from './mask.ts'
import { presentOwnPerson, presentPerson } from './person.presenter.ts'
import { namesByPersonId } from './person-names.service.ts'
import { endAllSessions, endSession, listDemoPeople, startDemoSession } from './session.service.ts'

const { listDemoPeople: _list, startDemoSession: _start, ...endpointsWithoutDemo } = peopleEndpoints

/** `isDemo`: without it the demonstration operations do not exist, whatever is sent to them. */
export const mountPeople = (mount: Mount, context: Context, isDemo: boolean): void =>
  mount(isDemo ? peopleEndpoints : endpointsWithoutDemo, peopleContract, {
    listDemoPeople: async ({ language }) => {
      const rows = await listDemoPeople(context)
      return { items: rows.map((row) => presentPerson(row, context.config(), language)) }
    },
    startDemoSession: async ({ body, language, userAgent }) => {
      const { token, expiresAt, person } = await startDemoSession(context, body.personId, deviceLabel(userAgent))
      const view = presentPerson(person, context.config(), language)
      return { token, expiresAt: expiresAt.toISOString(), person: view }
    },
    getMe: async ({ viewer }) => {
      const { personId: id, name, roles, language, authority } = viewer
      const person = authority
        ? // Whoever acts for somebody learns no more of their name than from every other answer.
          presentPerson({ id, name: await maskedNameOf(context, viewer), roles }, context.config(), language)
        : await presentOwnPerson(context, { id, name, roles }, language)
      return { ...person, display: await displayPreferencesOf(context, viewer) }
    },
    saveDisplayPreferences: ({ viewer, body, write }) => saveDisplayPreferences(context, viewer, body, write),
    endSession: async ({ token }) => ({ ended: token === undefined ? 0 : await endSession(context, token) }),
    endAllSessions: async ({ viewer }) => ({ ended: await endAllSessions(context, viewer.personId) }),
  })

const maskedNameOf = async (context: Context, { personId, name }: Viewer): Promise<string> =>
  (await namesByPersonId(context, [personId])).get(personId)?.masked ?? maskName(name)
