import type { Translate } from '../platform/i18n/text'
import type { Fact } from '../ui/fact-list'
import type { ItemText } from './item.text'
import type { Subject } from './subject.api'
import type { WorkItem } from './work-item.api'
import type { WorkQueueText } from './work-queue.text'

/** Five digits of a degree are about a metre. */
const DIGITS = 5

/** Where, who, why here and the number to read out; who has it and by when stands in the sentence above. */
export const itemFacts = (item: WorkItem, subject: Subject | undefined, t: Translate<WorkQueueText>): Fact[] => {
  const where = subject && placeWords(subject, t)
  return [
    ...(where ? [{ name: t('where'), value: where }] : []),
    ...(item.isBatch ? [] : [{ name: t('who'), value: item.requesterName }]),
    { name: t('because'), value: `${item.queue.name} · ${item.routedBecause}` },
    { name: t('number'), value: item.receiptNumber },
  ]
}

/** Who else has to do with the item: who does it instead, units that help and who leads them, those above, and how often it was reminded. */
export const companyFacts = (item: WorkItem, t: Translate<ItemText>): Fact[] => {
  const { participants, supervisors, reminders, queue, notOurs } = item
  const namesOf = (queues: readonly { name: string }[]) => queues.map(({ name }) => name).join('、')
  const together = `${t('lead', { queue: queue.name })}，${t('helping', { queues: namesOf(participants) })}`
  const whomToAsk =
    notOurs && (notOurs.phone ? t('notOursPhone', { ...notOurs, phone: notOurs.phone }) : notOurs.destination)
  return [
    ...(whomToAsk ? [{ name: t('notOurs'), value: whomToAsk }] : []),
    ...(participants.length > 0 ? [{ name: t('together'), value: together }] : []),
    ...(supervisors.length > 0 ? [{ name: t('supervisors'), value: namesOf(supervisors) }] : []),
    ...(reminders > 0 ? [{ name: t('reminders'), value: t('remindedTimes', { count: reminders }) }] : []),
  ]
}

/** 「夏萨苏巷12号院 · 第一网格」; a position alone is said in degrees, so that it can be typed into any map. */
const placeWords = ({ placeName, gridCellName, position }: Subject, t: Translate<WorkQueueText>) => {
  const onMap = position && t('onMap', { lat: position.lat.toFixed(DIGITS), lng: position.lng.toFixed(DIGITS) })
  return [placeName, gridCellName, onMap].filter(Boolean).join(' · ')
}
