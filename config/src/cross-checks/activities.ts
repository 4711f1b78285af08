import type { CommunitySource } from '../sources.ts'
import { fileOf, locate } from './located.ts'

export const activitiesOf = (source: CommunitySource) =>
  locate(fileOf(source, 'activities.yaml'), 'activities', source.files['activities.yaml'].activities)
