import { SERVICES } from '@little-bench/shared/communities/duty'
import { CommunityId, GridCellId, QueueId, UnitId } from '@little-bench/shared/kernel/ids'
import { z } from 'zod'
import { contactTopicId } from './contact-topic.ts'
import { demo } from './demo.ts'
import { localText } from './local-text.ts'
import { phone } from './phone.ts'
import { area } from './position.ts'

const contact = z.strictObject({
  /** The shelf of the contact board: an id of `contact-topics.yaml`. */
  topic: contactTopicId,
  name: localText,
  about: localText,
  phone,
  hours: localText,
  address: localText.nullable().default(null),
  gridCellId: GridCellId.nullable().default(null),
  /** The B contact, for when nobody answers at the first number. */
  backup: z.strictObject({ name: localText, phone }).nullable().default(null),
  demo,
})

/** `<community>/community.yaml` */
export const CommunityFile = z.strictObject({
  id: CommunityId,
  name: localText,
  subdistrictId: UnitId,
  /** The queue of the community itself: where the catch-all sends. */
  queueId: QueueId,
  receiptPrefix: z.string().regex(/^[A-Z]{2,4}$/, 'must be two to four capital letters'),
  area: area.nullable().default(null),
  contacts: z.array(contact).min(1, 'needs at least one contact: everything online has an offline way beside it'),
  services: z.array(z.enum(SERVICES).exclude(['privacy'])).min(1),
})
export type CommunityFile = z.infer<typeof CommunityFile>
