import type { Need } from '@little-bench/shared/work-queue/lifecycle'
import { MAX_INVITED } from '@little-bench/shared/work-queue/limits'
import { type Draft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { type Choice, ChoiceList } from '../../ui/choice-list'
import { ToggleChips } from '../../ui/toggle-chips'
import { moveFieldText } from '../move-field.text'
import { joinQueueIds, type MoveChoices, type MoveFields, queueIdsOf } from '../move-fields'
import type { WorkItem } from '../work-item.api'

export interface MoveFieldProps {
  draft: Draft<MoveFields>
  choices: MoveChoices
  /** What the worker tried to send without. */
  missing: readonly Need[]
}

/** More names than this are easier to search than to read. */
const SEARCH_FROM = 8

type OneOf = 'assigneeId' | 'queueId' | 'serviceCode' | 'placeId' | 'service'

interface OneOfFieldProps extends MoveFieldProps {
  need: OneOf
}

/** One colleague, unit, category, place or service out of those that may be named. */
export const OneOfField = ({ need, draft, choices, missing }: OneOfFieldProps) => {
  const t = useText(moveFieldText)
  const offered = useOffered(need, choices)
  return (
    <ChoiceList
      label={t(need)}
      isRequired
      hint={offered.length === 0 ? t('nothingToChoose') : undefined}
      error={missing.includes(need) ? t(`${need}Missing`) : undefined}
      hasSearch={offered.length >= SEARCH_FROM}
      choices={offered}
      value={draft.fields[need]}
      onChange={(value) => draft.change({ [need]: value })}
    />
  )
}

const useOffered = (need: OneOf, choices: MoveChoices): Choice<string>[] => {
  const t = useText(moveFieldText)
  switch (need) {
    case 'assigneeId':
      return choices.assignees.map(({ id, name, isOnDuty, openItems, isYou }) => ({
        value: id,
        name: isYou ? t('thisIsYou', { name }) : name,
        note: `${t(isOnDuty ? 'onDuty' : 'offDuty')}，${t('openItems', { count: openItems })}`,
      }))
    case 'queueId':
      return choices.queues.map(({ id, name, level }) => ({ value: id, name, note: t(level) }))
    case 'serviceCode':
      return choices.serviceCodes.map(({ serviceCode, name, group }) => ({ value: serviceCode, name, group }))
    case 'placeId':
      return placeChoices(choices)
    case 'service':
      return choices.services.map((service) => ({ value: service, name: t(service) }))
  }
}

/** Places under the names of their grid cells. */
export const placeChoices = ({ places }: MoveChoices): Choice<string>[] =>
  places.map(({ id, name, gridCellName }) => ({ value: id, name, group: gridCellName }))

/** Several units at once; who takes part already is not asked again. */
export const InviteField = ({ item, draft, choices, missing }: MoveFieldProps & { item: WorkItem }) => {
  const t = useText(moveFieldText)
  const offered = choices.queues.filter(({ id }) => item.participants.every((queue) => queue.id !== id))
  return (
    <ToggleChips
      label={t('queueIds', { most: MAX_INVITED })}
      isRequired
      hint={offered.length === 0 ? t('nothingToChoose') : undefined}
      error={missing.includes('queueIds') ? t('queueIdsMissing', { most: MAX_INVITED }) : undefined}
      choices={offered.map(({ id, name }) => ({ value: String(id), name }))}
      chosen={queueIdsOf(draft.fields.queueIds)}
      onChange={(ids) => draft.change({ queueIds: joinQueueIds(ids) })}
    />
  )
}
