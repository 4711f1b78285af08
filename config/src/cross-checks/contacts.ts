import { COMMUNITY_DESK_TOPIC, GRID_WORKER_TOPIC } from '@little-bench/shared/communities/contact-board'
import type { Problem } from '../problem.ts'
import type { CommunityFile } from '../schema/community.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf, locate, problemAt } from './located.ts'

type Contact = CommunityFile['contacts'][number]

/** What must hold of the contact board of each community, so that nobody who needs somebody finds nobody. */
export const checkContacts = (sources: Sources): Problem[] => {
  const topics = sources.shared['contact-topics.yaml'].topics.map(({ id }) => id)
  return sources.communities.flatMap((source) => {
    const file = fileOf(source, 'community.yaml')
    const { contacts } = source.files['community.yaml']
    return [
      ...contacts.flatMap((contact, index) =>
        checkContact(contact, contacts.slice(0, index), topics).map(([member, rule]) => ({
          file,
          key: `contacts[${contact.name.zh}].${member}`,
          rule,
        })),
      ),
      ...checkDesk(file, contacts),
      ...checkGridWorkers(source),
    ]
  })
}

const checkContact = (
  { topic, phone, backup }: Contact,
  earlier: readonly Contact[],
  topics: readonly string[],
): [member: string, rule: string][] => {
  const same = earlier.find((other) => other.topic === topic && other.phone === phone)
  return [
    ...toProblem(!topics.includes(topic), 'topic', `names ${topic}, which is no topic of contact-topics.yaml`),
    ...toProblem(same !== undefined, 'phone', `is also the number of ${same?.name.zh} under the topic ${topic}`),
    ...toProblem(
      backup?.phone === phone,
      'backup.phone',
      'is the first number again: it is for when nobody answers there',
    ),
  ]
}

const toProblem = (isWrong: boolean, member: string, rule: string): [member: string, rule: string][] =>
  isWrong ? [[member, rule]] : []

/** 无障碍环境建设法 art. 39: every service has a way without a phone, and the desk is that way. */
const checkDesk = (file: string, contacts: readonly Contact[]): Problem[] =>
  contacts.some(({ topic, address }) => topic === COMMUNITY_DESK_TOPIC && address !== null)
    ? []
    : [
        {
          file,
          key: 'contacts',
          rule: `needs one of the topic ${COMMUNITY_DESK_TOPIC} with an address: it stands beside every service as the way without a phone`,
        },
      ]

/** 有事找网格员: whoever lives in a grid cell has somebody to call there. */
const checkGridWorkers = (source: CommunitySource): Problem[] => {
  const served = source.files['community.yaml'].contacts
    .filter(({ topic }) => topic === GRID_WORKER_TOPIC)
    .map(({ gridCellId }) => gridCellId)
  return locate(fileOf(source, 'grid-cells.yaml'), 'gridCells', source.files['grid-cells.yaml'].gridCells)
    .filter(({ value }) => !served.includes(value.id))
    .map((cell) =>
      problemAt(cell, '', `has no contact of the topic ${GRID_WORKER_TOPIC} in ${fileOf(source, 'community.yaml')}`),
    )
}
