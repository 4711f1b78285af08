import type { CommunityConfig, ContactConfig, LoadedConfig } from '@little-bench/config/model'
import { boardFor, GRID_WORKER_TOPIC } from '@little-bench/shared/communities/contact-board'
import type { Community, CommunitySummary, Contact, ContactTopic } from '@little-bench/shared/communities/contract'
import { inLanguage, type Language, type LocalText } from '@little-bench/shared/kernel/language'
import type { z } from 'zod'

/** What a list of communities shows of one. */
export const presentCommunitySummary = (
  community: CommunityConfig,
  config: LoadedConfig,
  language: Language,
): z.input<typeof CommunitySummary> => {
  const subdistrict = config.units.get(community.subdistrictId)
  return {
    id: community.id,
    name: inLanguage(community.name, language),
    subdistrict: subdistrict ? inLanguage(subdistrict.name, language) : '',
  }
}

/** The public part of a community: no queue, no routing rule, no staff. */
export const presentCommunity = (
  community: CommunityConfig,
  config: LoadedConfig,
  language: Language,
): z.input<typeof Community> => {
  const say = (text: LocalText): string => inLanguage(text, language)
  const sayDeadline = (id: string): string => {
    const deadlineClass = community.deadlineClasses.get(id)
    return deadlineClass ? say(deadlineClass.name) : ''
  }
  return {
    ...presentCommunitySummary(community, config, language),
    gridCells: community.gridCells.map((cell) => ({
      id: cell.id,
      name: say(cell.name),
      places: cell.places.map((place) => ({ id: place.id, name: say(place.name) })),
      demo: cell.demo,
    })),
    catalogue: community.catalogue.map((entry) => ({
      serviceCode: entry.serviceCode,
      name: say(entry.name),
      group: say(entry.group),
      duty: entry.duty,
      guidance: say(entry.guidance),
      deadline: sayDeadline(entry.deadlineClass),
      defaultVisibility: entry.defaultVisibility,
      canBePublic: entry.canBePublic,
      isDelegable: entry.isDelegable,
      emergency: entry.emergency && { advice: say(entry.emergency.advice), phone: entry.emergency.phone },
      notOurs: entry.notOurs && { destination: say(entry.notOurs.destination), phone: entry.notOurs.phone },
      demo: entry.demo,
    })),
    contacts: community.contacts.map((contact) => presentContact(contact, say)),
    services: [...community.services],
  }
}

/** Where whoever reads the board lives (null: nobody knows), and who works in each grid cell. */
interface BoardReader {
  gridCellId: string | null
  workersByCell: ReadonlyMap<string, readonly string[]>
}

/** The contact board of a community as this reader sees it. */
export const presentContactBoard = (
  community: CommunityConfig,
  { gridCellId, workersByCell }: BoardReader,
  config: LoadedConfig,
  language: Language,
): z.input<typeof ContactTopic>[] => {
  const say = (text: LocalText): string => inLanguage(text, language)
  const topics = config.contactTopics.map(({ id, name }) => ({
    id,
    name: say(name),
    contacts: community.contacts
      .filter(({ topic }) => topic === id)
      .map((contact) => ({
        ...presentContact(contact, say),
        staffIds: id === GRID_WORKER_TOPIC ? [...(workersByCell.get(contact.gridCellId ?? '') ?? [])] : [],
      })),
  }))
  return boardFor(topics, gridCellId)
}

const presentContact = (contact: ContactConfig, say: (text: LocalText) => string): z.input<typeof Contact> => ({
  topic: contact.topic,
  name: say(contact.name),
  about: say(contact.about),
  phone: contact.phone,
  hours: say(contact.hours),
  address: contact.address && say(contact.address),
  gridCellId: contact.gridCellId,
  backup: contact.backup && { name: say(contact.backup.name), phone: contact.backup.phone },
  demo: contact.demo,
})
