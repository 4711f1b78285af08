import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { CommunityId, GridCellId, PersonId, PlaceId, ServiceCode } from '../kernel/ids.ts'
import { DUTIES, SERVICES, VISIBILITIES } from './duty.ts'
import { communityEndpoints } from './endpoints.ts'

/** True where no source prints the value: the page that shows it says 示范. */
const demo = z.boolean()

export const CatalogueEntry = z
  .object({
    serviceCode: ServiceCode,
    name: z.string(),
    /** Shelf of the catalogue, for browsing: 「道路出行」. */
    group: z.string(),
    duty: z.enum(DUTIES),
    /** What to say and what to photograph, before writing. */
    guidance: z.string(),
    /** The promised time in words: 「24小时内」. */
    deadline: z.string(),
    defaultVisibility: z.enum(VISIBILITIES),
    /** False: only staff see it, whatever the client sends. */
    canBePublic: z.boolean(),
    /** False: only the person says it, never a proxy. */
    isDelegable: z.boolean(),
    /** Danger first: what to do and whom to call before anything is written. */
    emergency: z.object({ advice: z.string(), phone: z.string() }).nullable(),
    /** For `not_ours`: who does it and how to reach them. */
    notOurs: z.object({ destination: z.string(), phone: z.string().nullable() }).nullable(),
    demo,
  })
  .meta({ id: 'CatalogueEntry' })
export type CatalogueEntry = z.infer<typeof CatalogueEntry>

export const Contact = z
  .object({
    /** The id of the contact topic that it stands under. */
    topic: z.string(),
    name: z.string(),
    /** What one may ask there. */
    about: z.string(),
    phone: z.string(),
    hours: z.string(),
    address: z.string().nullable(),
    /** The grid cell this contact serves; null serves the whole community. */
    gridCellId: GridCellId.nullable(),
    /** The B contact (AB联络员), for when nobody answers at the first number. */
    backup: z.object({ name: z.string(), phone: z.string() }).nullable(),
    demo,
  })
  .meta({ id: 'Contact' })
export type Contact = z.infer<typeof Contact>

/** `staffIds`: whom a complaint can name here, the grid workers of the contact's cell; empty for a desk or a unit. */
export const BoardContact = Contact.extend({ staffIds: z.array(PersonId) }).meta({ id: 'BoardContact' })
export type BoardContact = z.infer<typeof BoardContact>

/** One shelf of the contact board: 「水电气」 with whom to call. */
export const ContactTopic = z
  .object({ id: z.string(), name: z.string(), contacts: z.array(BoardContact) })
  .meta({ id: 'ContactTopic' })
export type ContactTopic = z.infer<typeof ContactTopic>

export const Place = z.object({ id: PlaceId, name: z.string() }).meta({ id: 'Place' })
export const GridCell = z
  .object({ id: GridCellId, name: z.string(), places: z.array(Place), demo })
  .meta({ id: 'GridCell' })

export const CommunitySummary = z
  .object({ id: CommunityId, name: z.string(), subdistrict: z.string() })
  .meta({ id: 'CommunitySummary' })
export type CommunitySummary = z.infer<typeof CommunitySummary>

export const Community = CommunitySummary.extend({
  gridCells: z.array(GridCell),
  catalogue: z.array(CatalogueEntry),
  contacts: z.array(Contact),
  services: z.array(z.enum(SERVICES).exclude(['privacy'])),
}).meta({ id: 'Community' })
export type Community = z.infer<typeof Community>

export const communityContract = contract(communityEndpoints, {
  listCommunities: {
    summary: 'The communities served here',
    permission: 'anyone',
    delegation: 'anybody',
    ok: [200, z.object({ items: z.array(CommunitySummary), nextCursor: z.null() })],
    errors: [],
  },
  getCommunity: {
    summary: 'The public part of a community: grid cells and places, catalogue, contacts, services',
    permission: 'anyone',
    delegation: 'anybody',
    params: z.object({ communityId: CommunityId }),
    ok: [200, Community],
    errors: [],
  },
  listContacts: {
    summary: 'The contact board (便民联系栏) by topic; the grid worker of the cell first. Needs no account',
    permission: 'anyone',
    delegation: 'anybody',
    params: z.object({ communityId: CommunityId }),
    /** The cell where one lives, which the phone knows; a verified or claimed residence counts without it. */
    query: z.object({ gridCellId: GridCellId.optional() }),
    ok: [200, z.object({ items: z.array(ContactTopic), nextCursor: z.null() })],
    errors: [],
  },
})
