import { SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { placesOf } from '../../communities'
import { beginDraft, removeDraft } from '../../platform/drafts'
import { type Translate, useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useNow } from '../../platform/use-now'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import type { MealSitting } from '../canteen.api'
import styles from '../canteen.module.scss'
import { canteenText } from '../canteen.text'
import { type SameMeal, sameAsLast } from '../meal-draft'
import { formOfMeal } from '../meal-form'
import { dayOfMeal } from '../sitting-words'
import { useLastMeal } from '../use-last-meal'

/** The meal of the last time on the next menu, when there is one; nothing of it is ordered yet. */
export const useSameMeal = (community: Community | undefined, sittings: readonly MealSitting[] | undefined) => {
  const last = useLastMeal()
  return last && community && sittings ? sameAsLast(last, sittings, placesOf(community)) : undefined
}

interface SameAsLastProps {
  communityId: string
  same: SameMeal
}

/** One tap to the summary of the same meal: then confirm, then the code. The long way stays below. */
export const SameAsLast = ({ communityId, same }: SameAsLastProps) => {
  const t = useText(canteenText)
  const tSitting = useText(SITTING_TEXT)
  const { sitting, dishes, gone, fields } = same
  const open = () => {
    removeDraft(formOfMeal(sitting.id))
    beginDraft(formOfMeal(sitting.id), { ...fields })
    openPage('canteen/pages/order/index', { communityId, slotId: sitting.id, on: sitting.on, same: '1' })
  }
  const when = { day: dayOfMeal(sitting.on, useNow()), sitting: tSitting(sitting.sitting) }
  return (
    <Card tint='green'>
      <View className={styles.name}>{t('sameTitle')}</View>
      <View className={styles.line}>{t('sameWhen', { ...when, dishes: dishesInWords(dishes, t) })}</View>
      {gone.length > 0 && <View className={styles.line}>{t('sameGone', { dishes: gone.join('、') })}</View>}
      <Button kind='primary' isWide icon='check' onPress={open}>
        {t('sameGo')}
      </Button>
    </Card>
  )
}

const dishesInWords = (dishes: SameMeal['dishes'], t: Translate<typeof canteenText>) =>
  dishes.map(({ name, quantity }) => t('dishTimes', { name, count: quantity })).join('，')
