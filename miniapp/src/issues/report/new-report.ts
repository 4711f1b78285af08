import type { ReportBody } from '../../platform/outbox/outbox-entry'
import type { ReadReport, ReportFields } from './report-fields'

/** What the draft says so far, as the server takes it; its files go beside it. */
export type NewReport = ReportBody

export const newReport = (fields: ReportFields, { place, position, visibility }: ReadReport): NewReport => ({
  serviceCode: fields.serviceCode ?? '',
  description: fields.words.trim() === '' ? '' : fields.words,
  visibility,
  ...(place ? { placeId: place.id } : {}),
  ...(!place && position ? { position } : {}),
  ...(fields.teamId ? { teamId: fields.teamId } : {}),
})
