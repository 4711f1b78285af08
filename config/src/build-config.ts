import { addDays, minuteOf, type ServiceDate } from '@little-bench/shared/kernel/time'
import type { ServiceCalendar } from '@little-bench/shared/work-queue/deadline'
import type { QueueLadder, RoutingRule } from '@little-bench/shared/work-queue/routing'
import { activityOf, childcareCentreOf } from './booked-services.ts'
import { contentHash } from './hash.ts'
import type {
  ActivityConfig,
  CanteenConfig,
  ChildcareCentreConfig,
  CommunityConfig,
  DeadlineClassConfig,
  DemoPerson,
  GridRedrawConfig,
  LoadedConfig,
  PensionConfig,
  QueueConfig,
  UnitConfig,
} from './model.ts'
import type { CalendarFile } from './schema/calendar.ts'
import { type CatalogueEntrySource, CatalogueEntrySource as entrySchema } from './schema/catalogue.ts'
import type { QueueSource } from './schema/queue.ts'
import type { CommunitySource, Sources } from './sources.ts'

/** Joins the files into what the server reads. References between files must have been checked. */
export const buildConfig = (sources: Sources): LoadedConfig => {
  const units = sources.shared['units.yaml'].units
  const { quietHours, ...timerRules } = sources.shared['work-queue.yaml']
  const snapshot: unknown = JSON.parse(JSON.stringify(sources))
  return {
    hash: contentHash(snapshot),
    snapshot,
    communities: new Map(
      sources.communities.map((source) => [source.files['community.yaml'].id, communityOf(source, sources)]),
    ),
    units: new Map(units.map((unit): [string, UnitConfig] => [unit.id, unit])),
    queues: new Map(queuesOf(sources).map((queue) => [queue.id, queue])),
    contactTopics: sources.shared['contact-topics.yaml'].topics,
    demoPeople: demoPeopleOf(sources),
    timerRules,
    quietHours: { fromMinute: minuteOf(quietHours.from), toMinute: minuteOf(quietHours.to) },
    replyTemplates: sources.shared['reply-templates.yaml'].replyTemplates,
    wechatTemplates: sources.shared['wechat.yaml'].templates,
  }
}

/** The categories of one community: the shared ones without what it leaves out, with its exceptions, and its own. */
export const catalogueOf = (source: CommunitySource, sources: Sources): CatalogueEntrySource[] => {
  const { leaveOut, exceptions, additions } = source.files['catalogue.yaml']
  const shared = sources.shared['catalogue.yaml'].categories.filter((entry) => !leaveOut.includes(entry.serviceCode))
  const adapted = shared.map((entry) => {
    const exception = exceptions.find((candidate) => candidate.serviceCode === entry.serviceCode)
    return exception === undefined ? entry : entrySchema.parse({ ...entry, ...exception })
  })
  return [...adapted, ...additions]
}

/** The rules of one community in the order in which they are asked. */
export const routingOf = (source: CommunitySource, sources: Sources): RoutingRule[] => {
  const { before, leaveOut } = source.files['routing.yaml']
  return [...before, ...sources.shared['routing.yaml'].rules.filter((rule) => !leaveOut.includes(rule.id))]
}

const communityOf = (source: CommunitySource, sources: Sources): CommunityConfig => {
  const { id, name, subdistrictId, receiptPrefix, area, contacts, services } = source.files['community.yaml']
  return {
    id,
    name,
    subdistrictId,
    receiptPrefix,
    area,
    gridCells: source.files['grid-cells.yaml'].gridCells,
    gridRedraws: gridRedrawsOf(source, sources),
    contacts,
    childcareCentres: childcareCentresOf(source, sources),
    activities: activitiesOf(source, sources),
    volunteerTeams: source.files['volunteer-teams.yaml'].teams,
    canteens: canteensOf(source, sources),
    mediators: source.files['mediators.yaml'].mediators,
    pension: pensionOf(source),
    services,
    catalogue: catalogueOf(source, sources),
    routing: routingOf(source, sources),
    ladder: ladderOf(source, sources),
    calendar: calendarOf(source, sources),
    calendarCoversUntil: sources.shared['holidays.yaml'].coversUntil,
    deadlineClasses: deadlineClassesOf(sources),
  }
}

const pensionOf = (source: CommunitySource): PensionConfig | null => {
  const { pension } = source.files['pension.yaml']
  if (pension === null) return null
  const { from, until, ...visits } = pension.visits
  return { ...pension, visits: { ...visits, fromMinute: minuteOf(from), untilMinute: minuteOf(until) } }
}

const ladderOf = (source: CommunitySource, sources: Sources): QueueLadder => {
  const { queueId, subdistrictId } = source.files['community.yaml']
  const units = sources.shared['units.yaml'].units
  return {
    communityQueueId: queueId,
    subdistrictQueueId: units.find((unit) => unit.id === subdistrictId)?.queueId ?? queueId,
    queueIdOfGridCell: Object.fromEntries(
      source.files['grid-cells.yaml'].gridCells.map((gridCell) => [gridCell.id, gridCell.queueId]),
    ),
    queueIdOfDepartment: Object.fromEntries(
      units.filter((unit) => unit.kind !== 'subdistrict').map((unit) => [unit.id, unit.queueId]),
    ),
  }
}

const calendarOf = (source: CommunitySource, sources: Sources): ServiceCalendar => {
  const own = source.files['calendar.yaml']
  return calendarWith(own, sources, own)
}

const childcareCentresOf = (source: CommunitySource, sources: Sources): ChildcareCentreConfig[] =>
  source.files['childcare.yaml'].centres.map((centre) => {
    const hours = { openWeekdays: centre.openWeekdays, opensAt: '00:00', closesAt: '23:59' }
    return childcareCentreOf(centre, calendarWith(hours, sources, source.files['calendar.yaml']))
  })

const activitiesOf = (source: CommunitySource, sources: Sources): ActivityConfig[] =>
  source.files['activities.yaml'].activities.map((activity) => activityOf(activity, calendarOf(source, sources)))

type OpeningHours = Pick<CalendarFile, 'openWeekdays' | 'opensAt' | 'closesAt'>

/** Opening hours with the days on which everybody is closed or open, and those of one community. */
const calendarWith = (
  hours: OpeningHours,
  sources: Sources,
  own: Pick<CalendarFile, 'closures' | 'makeUpWorkdays'> = { closures: [], makeUpWorkdays: [] },
): ServiceCalendar => {
  const shared = sources.shared['holidays.yaml']
  return {
    openWeekdays: hours.openWeekdays,
    closedOn: [...shared.closures, ...own.closures].flatMap(({ from, to }) => daysOf(from, to ?? from)),
    makeUpWorkdays: [...shared.makeUpWorkdays, ...own.makeUpWorkdays].map(({ date }) => date),
    opensAt: minuteOf(hours.opensAt),
    closesAt: minuteOf(hours.closesAt),
  }
}

const canteensOf = (source: CommunitySource, sources: Sources): CanteenConfig[] =>
  source.files['canteens.yaml'].canteens.map(({ openWeekdays, opensOnHolidays, sittings, ...canteen }) => ({
    ...canteen,
    calendar: {
      ...calendarWith({ openWeekdays, opensAt: '00:00', closesAt: '23:59' }, sources, source.files['calendar.yaml']),
      ...(opensOnHolidays && { closedOn: [] }),
    },
    sittings: sittings.map(({ kind, opensAt, closesAt, capacity, cutoff }) => ({
      kind,
      startsAt: minuteOf(opensAt),
      endsAt: minuteOf(closesAt),
      capacity,
      cutoff: { daysBefore: cutoff.daysBefore, minute: minuteOf(cutoff.at) },
    })),
  }))

const daysOf = (from: ServiceDate, to: ServiceDate): ServiceDate[] => {
  const days: ServiceDate[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date)
  return days
}

const deadlineClassesOf = (sources: Sources): Map<string, DeadlineClassConfig> =>
  new Map(
    sources.shared['deadline-classes.yaml'].deadlineClasses.map(
      ({ id, name, hours, workingDays, acceptance, firstReply }) => [
        id,
        {
          name,
          clocks: {
            acceptance,
            first_reply: firstReply,
            resolve: hours === undefined ? { kind: 'working_days', days: workingDays ?? 1 } : { kind: 'hours', hours },
          },
        },
      ],
    ),
  )

const queuesOf = (sources: Sources): QueueConfig[] => [
  ...sources.shared['queues.yaml'].queues.map(({ dutyHours, ...queue }) => ({
    ...queue,
    dutyCalendar: dutyHours && calendarWith(dutyHours, sources),
    communityId: null,
    unitId: sources.shared['units.yaml'].units.find((unit) => unit.queueId === queue.id)?.id ?? null,
    gridCellId: null,
  })),
  ...sources.communities.flatMap((source) =>
    communityQueuesOf(source, sources, source.files['queues.yaml'].queues, source.files['grid-cells.yaml'].gridCells),
  ),
]

const communityQueuesOf = (
  { files }: CommunitySource,
  sources: Sources,
  queues: readonly QueueSource[],
  gridCells: readonly { id: string; queueId: string }[],
): QueueConfig[] =>
  queues.map(({ dutyHours, ...queue }) => ({
    ...queue,
    dutyCalendar: dutyHours && calendarWith(dutyHours, sources, files['calendar.yaml']),
    communityId: files['community.yaml'].id,
    unitId: null,
    gridCellId: gridCells.find((gridCell) => gridCell.queueId === queue.id)?.id ?? null,
  }))

const gridRedrawsOf = (source: CommunitySource, sources: Sources): GridRedrawConfig[] =>
  source.files['grid-redraws.yaml'].redraws.map((redraw) => ({
    ...redraw,
    queues: communityQueuesOf(source, sources, redraw.queues, redraw.gridCells),
  }))

const demoPeopleOf = (sources: Sources): DemoPerson[] =>
  sources.shared['demo-people.yaml'].people.map((person) => ({
    ...person,
    roles: person.roles.map((role) => ({
      ...role,
      communityId: role.communityId ?? communityOfCell(role.gridCellId, sources),
    })),
  }))

const communityOfCell = (gridCellId: string | null, sources: Sources): string | null =>
  sources.communities.find(({ files }) => files['grid-cells.yaml'].gridCells.some(({ id }) => id === gridCellId))
    ?.files['community.yaml'].id ?? null
