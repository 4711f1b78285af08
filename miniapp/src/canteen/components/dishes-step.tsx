import { MAX_DISHES } from '@little-bench/shared/canteen/meals'
import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { useNow } from '../../platform/use-now'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Section } from '../../ui/section'
import styles from '../canteen.module.scss'
import { dishesOf, withDish } from '../meal-draft'
import { orderText } from '../order.text'
import { dayOfMeal } from '../sitting-words'
import { DishRow } from './dish-row'
import type { MealStepProps } from './order-form'

/** Step 1: how many of which dish. */
export const DishesStep = ({ draft, sitting, missing }: MealStepProps) => {
  const t = useText(orderText)
  const chosen = dishesOf(draft.fields)
  const quantityOf = (dishId: string) => chosen.find((each) => each.dishId === dishId)?.quantity ?? 0
  const error =
    chosen.length > MAX_DISHES
      ? t('tooManyDishes', { count: MAX_DISHES })
      : missing.includes('dishes')
        ? t('dishesMissing')
        : undefined
  return (
    <Section title={t('dishesOf', { day: dayOfMeal(sitting.on, useNow()) })}>
      <View {...a11y({ live: 'polite' })}>
        {error && (
          <View className={styles.error}>
            <Icon name='alert' />
            <Text>{error}</Text>
          </View>
        )}
      </View>
      <Card>
        {sitting.dishes.map((dish) => (
          <DishRow
            key={dish.id}
            dish={dish}
            quantity={quantityOf(dish.id)}
            onChange={(quantity) => draft.change((now) => ({ dishes: withDish(now, dish.id, quantity) }))}
          />
        ))}
      </Card>
    </Section>
  )
}
