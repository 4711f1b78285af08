import type { DishTag, Fulfilment, Sitting } from '@little-bench/shared/canteen/meals'
import type { MealRule } from '@little-bench/shared/canteen/pricing'
import type { AgeBandId } from '@little-bench/shared/childcare/age-bands'
import type { ChildcareSession } from '@little-bench/shared/childcare/sessions'
import type { Duty, OfferedService, QueueService, Visibility } from '@little-bench/shared/communities/duty'
import type { LocalText } from '@little-bench/shared/kernel/language'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { MediationLanguage } from '@little-bench/shared/mediation/contract'
import type { DisputeKind, MediatorRole } from '@little-bench/shared/mediation/kinds'
import type { Channel } from '@little-bench/shared/notifications/calls'
import type { QuietHours } from '@little-bench/shared/notifications/quiet-hours'
import type { Topic } from '@little-bench/shared/notifications/templates'
import type { FieldSource } from '@little-bench/shared/notifications/wechat-notices'
import type { VisitReason } from '@little-bench/shared/pension/ways'
import type { ProofRule } from '@little-bench/shared/pension/windows'
import type { FactContent } from '@little-bench/shared/people/facts'
import type { Role } from '@little-bench/shared/people/roles'
import type { DatedRule } from '@little-bench/shared/scheduling/eligibility'
import type { SlotPattern } from '@little-bench/shared/scheduling/slots'
import type { ClockClass } from '@little-bench/shared/work-queue/clocks'
import type { ServiceCalendar } from '@little-bench/shared/work-queue/deadline'
import type { WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import type { QueueLadder, QueueLevel, RoutingRule } from '@little-bench/shared/work-queue/routing'
import type { TimerRules } from '@little-bench/shared/work-queue/timers'
import type { UnitKind } from './schema/unit.ts'

/** Checked configuration, ready for the server; nothing in it is ever changed after loading. */
export interface LoadedConfig {
  /** sha-256 in hexadecimal over the canonical content; changes exactly when the content does. */
  hash: string
  /** The parsed files by path, plain JSON: what `config_version` stores. */
  snapshot: unknown
  communities: ReadonlyMap<string, CommunityConfig>
  units: ReadonlyMap<string, UnitConfig>
  /** Every queue: of grid cells, communities and units. */
  queues: ReadonlyMap<string, QueueConfig>
  /** The shelves of the contact boards, in their order. */
  contactTopics: readonly ContactTopicConfig[]
  demoPeople: readonly DemoPerson[]
  timerRules: TimerRules
  quietHours: QuietHours
  /** What the desk offers until somebody saves other words. */
  replyTemplates: readonly ReplyTemplateConfig[]
  /** One for each topic. */
  wechatTemplates: readonly WechatTemplateConfig[]
}

/** One kind of message that the mini-program's account may send. */
export interface WechatTemplateConfig {
  topic: Topic
  templateId: string
  /** As the panel shows it that asks. */
  title: string
  fields: readonly { field: string; from: FieldSource }[]
  demo: boolean
}

export interface CommunityConfig {
  id: string
  name: LocalText
  subdistrictId: string
  /** `RS` of `RS-20261122-0007`; unique. */
  receiptPrefix: string
  area: Area | null
  gridCells: readonly GridCellConfig[]
  /** New maps that somebody may apply. */
  gridRedraws: readonly GridRedrawConfig[]
  contacts: readonly ContactConfig[]
  childcareCentres: readonly ChildcareCentreConfig[]
  activities: readonly ActivityConfig[]
  volunteerTeams: readonly VolunteerTeamConfig[]
  canteens: readonly CanteenConfig[]
  /** Cards with which a demonstration begins; the committee keeps them in the desk. */
  mediators: readonly MediatorConfig[]
  /** Null where no help with the proof of life is offered. */
  pension: PensionConfig | null
  services: readonly OfferedService[]
  catalogue: readonly CatalogueEntryConfig[]
  routing: readonly RoutingRule[]
  ladder: QueueLadder
  calendar: ServiceCalendar
  /** The last day for which somebody has entered the holidays. */
  calendarCoversUntil: ServiceDate
  deadlineClasses: ReadonlyMap<string, DeadlineClassConfig>
}

export interface CatalogueEntryConfig {
  serviceCode: string
  name: LocalText
  group: LocalText
  duty: Duty
  handledBy: QueueLevel
  /** Set exactly when `handledBy` is `department`. */
  departmentId: string | null
  deadlineClass: string
  /** 0 waits, 3 goes before everything else. */
  priority: number
  canBePublic: boolean
  /** False where only the person may speak for themselves. */
  isDelegable: boolean
  defaultVisibility: Visibility
  guidance: LocalText
  emergency: { advice: LocalText; phone: string } | null
  /** Who does it instead, how to reach them, and what staff are offered to say when they close it so. */
  notOurs: { destination: LocalText; phone: string | null; reply: LocalText | null } | null
  demo: boolean
}

export interface DeadlineClassConfig {
  name: LocalText
  clocks: ClockClass
}

export interface GridCellConfig {
  id: string
  name: LocalText
  queueId: string
  places: readonly PlaceConfig[]
  demo: boolean
}

/** A new map of the grid cells of a community; until it is applied nothing of it is reached by any item. */
export interface GridRedrawConfig {
  id: string
  name: LocalText
  gridCells: readonly NewGridCellConfig[]
  /** One for each new grid cell. */
  queues: readonly QueueConfig[]
  demo: boolean
}

export interface NewGridCellConfig extends GridCellConfig {
  /** The old cells that it is cut out of; never empty. */
  formerly: readonly string[]
}

export interface PlaceConfig {
  id: string
  name: LocalText
  position: Position | null
  demo: boolean
}

/** WGS 84 degrees. */
export interface Position {
  lat: number
  lng: number
}

export interface Area {
  south: number
  west: number
  north: number
  east: number
}

/** One shelf of the contact board (便民联系栏): 「水电气」. */
export interface ContactTopicConfig {
  id: string
  name: LocalText
  demo: boolean
}

/** A centre for children below three. */
export interface ChildcareCentreConfig {
  id: string
  name: LocalText
  address: LocalText
  phone: string
  hours: LocalText
  calendar: ServiceCalendar
  /** So many days from today on can be booked. */
  daysAhead: number
  /** What is offered, in the order of a day. */
  sessions: readonly ChildcareSession[]
  groups: readonly ChildcareGroupConfig[]
  /** One of them must hold for the guardian on the day. */
  admission: readonly DatedRule<'admit'>[]
  demo: boolean
}

/** Children of one age band with their carers; its id names its slots. */
export interface ChildcareGroupConfig {
  id: string
  name: LocalText
  bandId: AgeBandId
  carers: number
  /** Only the sessions that it has places for. */
  patterns: readonly (SlotPattern & { kind: ChildcareSession })[]
}

/** A course or weekend lesson; its id names its slots. */
export interface ActivityConfig {
  id: string
  name: LocalText
  about: LocalText
  place: { name: LocalText; address: LocalText; phone: string }
  pattern: SlotPattern
  calendar: ServiceCalendar
  daysAhead: number
  /** Whole years on the day; null where there is no limit. */
  fromYears: number | null
  belowYears: number | null
  isForChildren: boolean
  demo: boolean
}

/** A team that looks out for hazards (随手拍). */
export interface VolunteerTeamConfig {
  id: string
  name: LocalText
  /** Demonstration people who are in it from the start. */
  demoMembers: readonly string[]
  demo: boolean
}

/** Where residents eat. Money is in cents. */
export interface CanteenConfig {
  id: string
  name: LocalText
  address: LocalText
  phone: string
  hours: LocalText
  calendar: ServiceCalendar
  /** So many days from today on can be ordered. */
  daysAhead: number
  sittings: readonly (SlotPattern & { kind: Sitting })[]
  fulfilments: readonly Fulfilment[]
  deliveryCents: number
  /** In the order in which they are asked. */
  rules: readonly MealRule[]
  demoMenus: readonly DemoMenuConfig[]
  demo: boolean
}

/** The menu of some weekdays where DEMO=1. */
export interface DemoMenuConfig {
  weekdays: readonly number[]
  sittings: readonly Sitting[]
  dishes: readonly { name: LocalText; tags: readonly DishTag[]; priceCents: number; portions: number }[]
}

/** The card of a mediator, with a role for a name. */
export interface MediatorConfig {
  /** A UUID that never changes. */
  id: string
  name: LocalText
  role: MediatorRole
  languages: readonly MediationLanguage[]
  gridCellIds: readonly string[]
  kinds: readonly DisputeKind[]
  about: LocalText | null
  isOnLeave: boolean
  /** The demonstration person who works with it. */
  demoPersonId: string | null
  demo: boolean
}

/** When a proof of life is due, how it is done, and when somebody visits. */
export interface PensionConfig {
  rule: ProofRule
  ruleText: LocalText
  channels: readonly ProofChannelConfig[]
  offices: readonly { name: LocalText; address: LocalText; phone: string; hours: LocalText; demo: boolean }[]
  /** With the fields of `shared/pension/group-text`. */
  groupText: LocalText
  visits: {
    perVisitorAndDay: number
    reasons: readonly VisitReason[]
    /** Minutes since midnight, Asia/Shanghai: nobody is visited before or after. */
    fromMinute: number
    untilMinute: number
    /** Photos of whoever comes, by person id; addresses that a page can show. */
    portraits: readonly { personId: string; image: string }[]
  }
  demoPeople: readonly DemoProof[]
  demo: boolean
}

/** Somebody of whom a proof of life is known where demonstration people are loaded. */
export interface DemoProof {
  personId: string
  /** Undefined when it is due. */
  doneDaysAgo?: number | undefined
  visit?: { placeId: string; reasons: readonly VisitReason[] } | undefined
}

/** An official app or page in which a proof of life is done. */
export interface ProofChannelConfig {
  id: string
  name: LocalText
  link: string | null
  steps: readonly LocalText[]
  source: string
  demo: boolean
}

export interface ContactConfig {
  /** The contact topic that it stands under. */
  topic: string
  name: LocalText
  about: LocalText
  phone: string
  hours: LocalText
  address: LocalText | null
  gridCellId: string | null
  /** The B contact, for when nobody answers at the first number. */
  backup: { name: LocalText; phone: string } | null
  demo: boolean
}

export interface QueueConfig {
  id: string
  name: LocalText
  level: QueueLevel
  /** Set for the queues of a community and of its grid cells. */
  communityId: string | null
  /** The subdistrict, department or property company that owns it. */
  unitId: string | null
  gridCellId: string | null
  /** Set for a queue in which only this service of the community is worked on. */
  service: QueueService | null
  contact: { phone: string; hours: LocalText; backupPhone: string | null } | null
  /** Hours of its own with the holidays of all; null works by the calendar of the item's community. */
  dutyCalendar: ServiceCalendar | null
  demo: boolean
}

/** Words for a reply with the merge fields of `shared/work-queue/reply-template`. */
export interface ReplyTemplateConfig {
  /** A UUID that never changes. */
  id: string
  name: string
  zh: string
  /** Attested wording; null sends the Chinese. */
  bo: string | null
  /** Offered for these categories only; empty for all. */
  serviceCodes: readonly string[]
  /** Offered in these states only; empty in all. */
  states: readonly WorkItemState[]
}

export interface UnitConfig {
  id: string
  name: LocalText
  kind: UnitKind
  queueId: string
  phone: string | null
  demo: boolean
}

/** A role and what it reaches; a grid cell's community is filled in. */
export interface RoleAssignmentConfig {
  role: Role
  communityId: string | null
  gridCellId: string | null
  unitId: string | null
}

export interface DemoPerson {
  id: string
  name: LocalText
  phone: string | null
  /** How they are told what is done for them. */
  channel: Channel
  /** False for somebody without the app: the counter knows them, and nobody signs in as them. */
  hasAccount: boolean
  /** What is known of them from the start. */
  facts: readonly DemoFact[]
  roles: readonly RoleAssignmentConfig[]
}

/** Something that a demonstration person has said, or that was verified. */
export interface DemoFact {
  content: FactContent
  isVerified: boolean
}
