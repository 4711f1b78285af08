// What the server knows of neighbours' issues before a report is sent.
import { IssuePreview, LikelyDuplicate } from '@little-bench/shared/issues/neighbour.contract'
import { photo } from './file-answers'

export const duplicateId = '0190b1c4-2222-7aaa-8bbb-000000000022'

const DAY_MS = 86_400_000

export const duplicate = (fields: Partial<LikelyDuplicate> = {}): LikelyDuplicate =>
  LikelyDuplicate.parse({
    id: duplicateId,
    communityId: 'raosai',
    serviceCode: 'street_light',
    serviceName: '灯不亮',
    description: '巷口的灯不亮，老人不敢走。',
    placeName: '东孜苏3巷7号',
    state: 'accepted',
    outcome: null,
    createdAt: new Date(Date.now() - 3 * DAY_MS).toISOString(),
    endorsements: 4,
    thumbnailUrl: photo(1, 'one', true).thumbnailUrl,
    isSamePlace: true,
    metres: null,
    canEndorse: true,
    isEndorsed: false,
    ...fields,
  })

export const preview = (fields: Partial<IssuePreview> = {}): IssuePreview =>
  IssuePreview.parse({
    neighbours: {
      serviceName: '灯不亮',
      description: '路灯三天不亮了。',
      placeName: '东孜苏3巷7号',
      teamName: null,
      photos: [],
    },
    personalData: [],
    ...fields,
  })
