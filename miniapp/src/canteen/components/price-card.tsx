import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { yuanOf } from '../../platform/money'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import styles from '../canteen.module.scss'
import type { MealPrice } from '../meal.api'
import { orderText } from '../order.text'

/** What it costs and each reason why, in the server's words; no sum is made here but the difference. */
export const PriceCard = ({ price, isWaiting = false }: { price: MealPrice; isWaiting?: boolean }) => {
  const t = useText(orderText)
  const { totalCents, subsidyCents, reasons } = price
  const due = totalCents - subsidyCents
  return (
    <Section title={t('price')}>
      <Card>
        <View className={styles.sum}>
          <Text>{t('total')}</Text>
          <Text>{yuanOf(totalCents)}</Text>
        </View>
        {subsidyCents > 0 && (
          <View className={styles.sum}>
            <Text>{t('subsidy')}</Text>
            <Text>−{yuanOf(subsidyCents)}</Text>
          </View>
        )}
        <View className={styles.due}>
          <Text>{due === 0 ? t('dueNothing') : t('due')}</Text>
          {due > 0 && <Text>{yuanOf(due)}</Text>}
        </View>
        {reasons.length > 0 && (
          <View className={styles.reasons} {...a11y({ role: 'list', label: t('priceWhy') })}>
            {reasons.map((reason) => (
              <View key={reason} {...a11y({ role: 'listitem' })}>
                {reason}
              </View>
            ))}
          </View>
        )}
        {due > 0 && <View className={styles.caption}>{t('payThere')}</View>}
        {isWaiting && <View className={styles.caption}>{t('priceWait')}</View>}
      </Card>
    </Section>
  )
}
