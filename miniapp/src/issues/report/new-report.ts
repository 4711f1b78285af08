import type { ReportBody } from '../../platform/outbox/outbox-entry'
import { aboutStaffOf, type ReadReport, type ReportFields } from './report-fields'

/** What the draft says so far, as the server takes it; its files go beside it. */
export type NewReport = ReportBody

export const newReport = (fields: ReportFields, { place, position, visibility }: ReadReport): NewReport => ({
  serviceCode: fields.serviceCode ?? '',
  description: fields.words.trim() === '' ? '' : fields.words,
  visibility,
  ...(place ? { placeId: place.id } : {}),
  ...(!place && position ? { position } : {}),
  ...(aboutStaffOf(fields).length > 0 ? { aboutStaffIds: aboutStaffOf(fields) } : {}),
  ...(fields.teamId ? { teamId: fields.teamId } : {}),
})
