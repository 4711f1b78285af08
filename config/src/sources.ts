import type { z } from 'zod'
import { ActivitiesFile } from './schema/activity.ts'
import { CalendarFile, HolidaysFile } from './schema/calendar.ts'
import { CanteensFile } from './schema/canteen.ts'
import { CatalogueFile, CommunityCatalogueFile } from './schema/catalogue.ts'
import { ChildcareFile } from './schema/childcare.ts'
import { CommunityFile } from './schema/community.ts'
import { ContactTopicsFile } from './schema/contact-topic.ts'
import { DeadlineClassesFile } from './schema/deadline-class.ts'
import { DemoPeopleFile } from './schema/demo-person.ts'
import { GridCellsFile } from './schema/grid-cell.ts'
import { GridRedrawsFile } from './schema/grid-redraw.ts'
import { MediatorsFile } from './schema/mediator.ts'
import { PensionFile } from './schema/pension.ts'
import { QueuesFile } from './schema/queue.ts'
import { ReplyTemplatesFile } from './schema/reply-template.ts'
import { CommunityRoutingFile, RoutingFile } from './schema/routing.ts'
import { UnitsFile } from './schema/unit.ts'
import { VolunteerTeamsFile } from './schema/volunteer-team.ts'
import { WechatFile } from './schema/wechat.ts'
import { WorkQueueFile } from './schema/work-queue.ts'

/** The files of the whole configuration, by name. */
export const SHARED_FILES = {
  'units.yaml': UnitsFile,
  'queues.yaml': QueuesFile,
  'deadline-classes.yaml': DeadlineClassesFile,
  'work-queue.yaml': WorkQueueFile,
  'reply-templates.yaml': ReplyTemplatesFile,
  'catalogue.yaml': CatalogueFile,
  'routing.yaml': RoutingFile,
  'contact-topics.yaml': ContactTopicsFile,
  'holidays.yaml': HolidaysFile,
  'demo-people.yaml': DemoPeopleFile,
  'wechat.yaml': WechatFile,
} as const

/** The files of one community's folder. */
export const COMMUNITY_FILES = {
  'community.yaml': CommunityFile,
  'grid-cells.yaml': GridCellsFile,
  'queues.yaml': QueuesFile,
  'catalogue.yaml': CommunityCatalogueFile,
  'routing.yaml': CommunityRoutingFile,
  'calendar.yaml': CalendarFile,
  'childcare.yaml': ChildcareFile,
  'activities.yaml': ActivitiesFile,
  'grid-redraws.yaml': GridRedrawsFile,
  'volunteer-teams.yaml': VolunteerTeamsFile,
  'canteens.yaml': CanteensFile,
  'mediators.yaml': MediatorsFile,
  'pension.yaml': PensionFile,
} as const

type Parsed<Files> = { [Name in keyof Files]: Files[Name] extends z.ZodType ? z.output<Files[Name]> : never }

/** One community's parsed files; `folder` is the name of its folder. */
export interface CommunitySource {
  folder: string
  files: Parsed<typeof COMMUNITY_FILES>
}

/** Every file parsed by its schema, before anything is looked up in another file. */
export interface Sources {
  shared: Parsed<typeof SHARED_FILES>
  communities: readonly CommunitySource[]
}
