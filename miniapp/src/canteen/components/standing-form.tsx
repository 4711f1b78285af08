import {
  DISH_TAG_TEXT,
  DISH_TAGS,
  type DishTag,
  FULFILMENT_TEXT,
  type Fulfilment,
  SITTING_TEXT,
  SITTINGS,
} from '@little-bench/shared/canteen/meals'
import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { PlaceChoice } from '../../communities'
import { useAskToTell } from '../../notifications'
import { spokenWeekday } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { DayInput } from '../../ui/day-input'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { TextInput } from '../../ui/text-input'
import { showToast } from '../../ui/toast'
import { ToggleChips } from '../../ui/toggle-chips'
import type { Canteen } from '../canteen.api'
import styles from '../canteen.module.scss'
import { isWarning } from '../sitting-words'
import { type StandingOrder, useSaveStanding } from '../standing.api'
import { standingText } from '../standing.text'
import { EMPTY_STANDING, fieldsOf, listOf, mealKey, missingIn, type StandingFields, wishOf } from '../standing-fields'

interface StandingFormProps {
  community: Community
  canteens: readonly Canteen[]
  /** One that is there already; without it a new one. */
  order?: StandingOrder | undefined
  onDone: () => void
}

/** Monday first, as a week is spoken of. */
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '0'] as const
const NOTE_LENGTH = 60

/** Writes down a meal that is ordered by itself; what is written stays on the phone until it is saved. */
export const StandingForm = ({ community, canteens, order, onDone }: StandingFormProps) => {
  const t = useText(standingText)
  const tSitting = useText(SITTING_TEXT)
  const draft = useDraft(order ? `standing.${mealKey(order.canteenId, order.sitting)}` : 'standing', EMPTY_STANDING)
  const [hasTried, setTried] = useState(false)
  const [base] = useState(() => (order && !draft.wasRestored ? fieldsOf(order) : undefined))
  // Until something is changed the form shows what is there.
  const fields: StandingFields = draft.fields === EMPTY_STANDING && base ? base : draft.fields
  const change = (part: Partial<StandingFields>) => draft.change({ ...fields, ...part })
  const [canteenId = '', sitting = 'lunch'] = fields.meal?.split('/') ?? []
  const params = {
    communityId: community.id,
    canteenId,
    sitting: SITTINGS.find((each) => each === sitting) ?? 'lunch',
  }
  const askToTell = useAskToTell()
  const saving = useSaveStanding(params)
  const missing = hasTried ? missingIn(fields) : []
  const save = () => {
    setTried(true)
    const wish = wishOf(fields)
    if (!wish) return
    void askToTell('booking')
    saving.mutate(wish, {
      onSuccess: () => {
        draft.clear()
        showToast(t('saved'))
        onDone()
      },
    })
  }
  const meals = canteens.flatMap((canteen) =>
    canteen.sittings.map((each) => ({
      value: mealKey(canteen.id, each),
      name: t('name', { sitting: tSitting(each), canteen: canteen.name }),
    })),
  )
  const canteen = canteens.find(({ id }) => id === canteenId)
  const named = meals.find(({ value }) => value === fields.meal)?.name ?? ''
  return (
    <Section title={order ? t('formEdit', { name: named }) : t('formNew')}>
      {!order && (
        <ChoiceList<string>
          label={t('which')}
          isRequired
          error={missing.includes('meal') ? t('whichMissing') : undefined}
          choices={meals}
          value={fields.meal}
          onChange={(meal) => change({ meal })}
        />
      )}
      <StandingFieldset community={community} canteen={canteen} fields={fields} change={change} missing={missing} />
      {saving.error !== null && <ErrorNotice error={saving.error} />}
      <View className={styles.ways}>
        <Button kind='primary' isWide icon='check' isBusy={saving.isPending} onPress={save}>
          {t('save')}
        </Button>
        <Button isWide onPress={onDone}>
          {t('close')}
        </Button>
      </View>
    </Section>
  )
}

interface FieldsetProps {
  community: Community
  canteen: Canteen | undefined
  fields: StandingFields
  change: (part: Partial<StandingFields>) => void
  missing: readonly string[]
}

const StandingFieldset = ({ community, canteen, fields, change, missing }: FieldsetProps) => {
  const t = useText(standingText)
  const tWay = useText(FULFILMENT_TEXT)
  const language = useDisplaySettings((settings) => settings.language)
  return (
    <>
      <ToggleChips
        label={t('weekdays')}
        isRequired
        error={missing.includes('weekdays') ? t('weekdaysMissing') : undefined}
        choices={WEEKDAYS.map((value) => ({
          value,
          name: spokenWeekday(Number(value), language).replace('星期', '周'),
        }))}
        chosen={WEEKDAYS.filter((each) => listOf(fields.weekdays).includes(each))}
        onChange={(weekdays) => change({ weekdays: weekdays.join(',') })}
      />
      <ChoiceList<Fulfilment>
        label={t('how')}
        isRequired
        error={missing.includes('fulfilment') ? t('howMissing') : undefined}
        choices={(canteen?.fulfilments ?? ['dine_in', 'pick_up', 'delivery']).map((way) => ({
          value: way,
          name: tWay(way),
        }))}
        value={canteen?.fulfilments.find((way) => way === fields.fulfilment) ?? null}
        onChange={(fulfilment) => change({ fulfilment })}
      />
      {fields.fulfilment === 'delivery' && (
        <>
          <TextInput
            label={t('door')}
            isRequired
            error={missing.includes('door') ? t('doorMissing') : undefined}
            value={fields.door}
            maxLength={NOTE_LENGTH}
            onChange={(door) => change({ door })}
          />
          <PlaceChoice
            label={t('courtyard')}
            isRequired
            error={missing.includes('address') ? t('courtyardMissing') : undefined}
            community={community}
            placeId={fields.addressId}
            onChoose={(addressId) => change({ addressId })}
          />
        </>
      )}
      <TagChoice
        label={t('wanted')}
        hint={t('wantedHint')}
        isOffered={(tag) => !isWarning(tag)}
        words={fields.wanted}
        onChange={(wanted) => change({ wanted })}
      />
      <TagChoice
        label={t('avoided')}
        isOffered={isWarning}
        words={fields.avoided}
        onChange={(avoided) => change({ avoided })}
      />
      <DayInput
        kind='date'
        label={t('untilDay')}
        hint={t('untilHint')}
        value={fields.until}
        onChange={(until) => change({ until })}
      />
      <TextInput
        label={t('note')}
        hint={t('noteHint')}
        value={fields.note}
        maxLength={NOTE_LENGTH}
        onChange={(note) => change({ note })}
      />
    </>
  )
}

interface TagChoiceProps {
  label: string
  hint?: string
  isOffered: (tag: DishTag) => boolean
  words: string
  onChange: (words: string) => void
}

const TagChoice = ({ label, hint, isOffered, words, onChange }: TagChoiceProps) => {
  const tTag = useText(DISH_TAG_TEXT)
  const tags = DISH_TAGS.filter(isOffered)
  return (
    <ToggleChips
      label={label}
      hint={hint}
      choices={tags.map((value) => ({ value, name: tTag(value) }))}
      chosen={tags.filter((tag) => listOf(words).includes(tag))}
      onChange={(chosen) => onChange(chosen.join(','))}
    />
  )
}
