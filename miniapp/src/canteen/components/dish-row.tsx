import { DISH_TAG_TEXT, MAX_PORTIONS } from '@little-bench/shared/canteen/meals'
import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { yuanOf } from '../../platform/money'
import { Stepper } from '../../ui/stepper'
import type { Dish } from '../canteen.api'
import styles from '../canteen.module.scss'
import { orderText } from '../order.text'
import { isWarning } from '../sitting-words'

interface DishRowProps {
  dish: Dish
  quantity: number
  onChange: (quantity: number) => void
}

/** A dish: what to know of it, its price, what is left, and how many of it. */
export const DishRow = ({ dish, quantity, onChange }: DishRowProps) => {
  const t = useText(orderText)
  const { name, tags, priceCents, portionsLeft } = dish
  const isSoldOut = portionsLeft === 0 && quantity === 0
  return (
    <View className={styles.dish}>
      <View className={styles.dishWords}>
        <Text className={styles.strong}>{name}</Text>
        <Text>
          {yuanOf(priceCents)} · {isSoldOut ? t('soldOut') : t('portionsLeft', { count: portionsLeft })}
        </Text>
        {tags.length > 0 && <DishTags tags={tags} />}
      </View>
      {!isSoldOut && (
        <Stepper label={name} value={quantity} max={Math.min(MAX_PORTIONS, portionsLeft)} onChange={onChange} />
      )}
    </View>
  )
}

const DishTags = ({ tags }: { tags: Dish['tags'] }) => {
  const t = useText(DISH_TAG_TEXT)
  return (
    <View className={styles.tags}>
      {tags.map((tag) => (
        <Text key={tag} className={isWarning(tag) ? styles.tagWarn : styles.tag}>
          {t(tag)}
        </Text>
      ))}
    </View>
  )
}
