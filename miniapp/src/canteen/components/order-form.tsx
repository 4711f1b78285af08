import { SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { OfflineWay } from '../../communities'
import { CallError } from '../../platform/call-error'
import { type Draft, useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { toTop } from '../../platform/to-top'
import { HoldNotice, useHold, WaitlistOrder } from '../../scheduling'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import { Steps } from '../../ui/steps'
import type { Canteen, MealSitting } from '../canteen.api'
import styles from '../canteen.module.scss'
import { EMPTY_MEAL, type MealFields, type MealPart, mealOf, missingOf } from '../meal-draft'
import { formOfMeal } from '../meal-form'
import { orderText } from '../order.text'
import { useOrder, useOrderer } from '../use-order'
import { CheckStep } from './check-step'
import { DishesStep } from './dishes-step'
import { HowStep } from './how-step'
import { OrderAction } from './order-action'
import { OrderPrice } from './order-price'
import { OrderRefusal } from './order-refusal'
import { RestoredMeal } from './restored-meal'

export interface MealStepProps {
  draft: Draft<MealFields>
  community: Community
  canteen: Canteen
  sitting: MealSitting
  /** What is missing, once somebody wanted to go on. */
  missing: readonly MealPart[]
}

interface OrderFormProps extends Omit<MealStepProps, 'draft' | 'missing'> {
  /** The meal of the last time: only to be confirmed. */
  isSame: boolean
}

const STEP_NAMES = ['stepDishes', 'stepHow', 'stepCheck'] as const
const LAST_STEP = 3

/** Orders a meal in three steps while the seat is kept; the same meal as the last time begins at the last one. */
export const OrderForm = ({ community, canteen, sitting, isSame }: OrderFormProps) => {
  const t = useText(orderText)
  const tSitting = useText(SITTING_TEXT)
  const draft = useDraft(formOfMeal(sitting.id), EMPTY_MEAL)
  const orderer = useOrderer()
  const read = { fields: draft.fields, canteen, sitting }
  const missing = missingOf(read)
  // Somebody who signs in, or comes back, goes on where they were.
  const [step, setStep] = useState(isSame || draft.wasRestored ? LAST_STEP : 1)
  const reachable = firstStepOf(missing)
  // Back to what is missing, and from there on only by the button: nothing moves under a finger that fills it in.
  if (step > reachable) setStep(reachable)
  const [hasTried, setTried] = useState(false)
  const [asked, setAsked] = useState<boolean>()
  // As it was when the page opened: the last seat may be the one that is kept here.
  const [wasFull] = useState(sitting.refusal === 'slot_full' && sitting.yours?.state !== 'held')
  const isWaiting = asked ?? wasFull
  const params = { communityId: community.id, slotId: sitting.id }
  const hold = useHold({ ...params, heldId: sitting.yours?.orderId, isWanted: orderer === 'resident' && !isWaiting })
  const shown = Math.min(step, reachable)
  const { quote, order, send } = useOrder({
    params,
    meal: shown === LAST_STEP ? mealOf(read) : undefined,
    draft,
    hold,
    isWaiting,
  })
  const goTo = (next: number) => {
    order.reset()
    setTried(reachable < next)
    setStep(Math.min(next, reachable))
    toTop()
  }
  const ways = { goTo, setWaiting: setAsked, holdAgain: hold.again }
  // Without a network the seat is asked for again with the order itself.
  const holdError = isUnreachable(hold.error) ? undefined : hold.error
  const refusal = order.error ?? (isWaiting ? undefined : holdError)
  const steps = { draft, community, canteen, sitting, missing: hasTried ? missing : [] }
  return (
    <Page
      title={t(isWaiting ? 'titleWait' : 'title', { sitting: tSitting(sitting.sitting) })}
      action={
        <OrderAction
          isLast={shown === LAST_STEP}
          isWaiting={isWaiting}
          orderer={orderer}
          isBusy={order.isPending || quote.isFetching}
          isPriced={quote.data !== undefined}
          onNext={() => goTo(shown + 1)}
          onSend={send}
        />
      }
    >
      <Steps step={shown} total={LAST_STEP} name={t(STEP_NAMES[shown - 1] ?? 'stepDishes')} />
      {draft.wasRestored && !isSame && <RestoredMeal onAfresh={draft.clear} />}
      {orderer === 'staff' && <Card tint='amber'>{t('notResident')}</Card>}
      {!isWaiting && <HoldNotice hold={hold} />}
      {isWaiting && (
        <Card tint='blue'>
          <View>{t('waitWords')}</View>
          <WaitlistOrder />
        </Card>
      )}
      {refusal !== undefined && refusal !== null && (
        <View className={styles.line}>
          <OrderRefusal error={refusal} onRetry={order.error ? send : hold.again} {...ways} />
        </View>
      )}
      {shown === 1 && <DishesStep {...steps} />}
      {shown === 2 && <HowStep {...steps} />}
      {shown === LAST_STEP && <CheckStep {...steps} onChange={goTo} />}
      {shown === LAST_STEP && <OrderPrice quote={quote} orderer={orderer} isWaiting={isWaiting} ways={ways} />}
      {shown > 1 && (
        <View className={styles.block}>
          <Button icon='back' onPress={() => goTo(shown - 1)}>
            {t('previous')}
          </Button>
        </View>
      )}
      <OfflineWay communityId={community.id} />
    </Page>
  )
}

const firstStepOf = (missing: readonly MealPart[]): number => {
  if (missing.includes('dishes')) return 1
  return missing.length > 0 ? 2 : LAST_STEP
}

const isUnreachable = (error: unknown) => error instanceof CallError && error.status === 0
