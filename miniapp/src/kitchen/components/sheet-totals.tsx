import { DISH_TAG_TEXT, FULFILMENT_TEXT } from '@little-bench/shared/canteen/meals'
import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { DataTable } from '../../ui/data-table'
import { Section } from '../../ui/section'
import type { KitchenSheet } from '../kitchen.api'
import styles from '../kitchen.module.scss'
import { kitchenText } from '../kitchen.text'

/** How much of what: by dish, by what has to be watched, by how it is eaten. */
export const SheetTotals = ({ sheet }: { sheet: KitchenSheet }) => {
  const t = useText(kitchenText)
  const tTag = useText(DISH_TAG_TEXT)
  const tWay = useText(FULFILMENT_TEXT)
  const { dishes, booked, capacity, waiting } = sheet
  const tags = sheet.tags.filter(({ portions }) => portions > 0)
  const fulfilments = sheet.fulfilments.filter(({ orders }) => orders > 0)
  return (
    <Section title={t('totals')}>
      <View className={styles.line}>{t('seats', { booked, capacity, waiting })}</View>
      <DataTable
        label={t('totals')}
        columns={[t('dish'), t('ordered'), t('portions')]}
        rows={dishes.map(({ id, name, ordered, portions }) => ({ key: id, head: name, cells: [ordered, portions] }))}
      />
      {tags.length > 0 && (
        <View className={styles.ways}>
          <Text className={styles.strong}>{t('tags')}</Text>
          <View className={styles.tags}>
            {tags.map(({ tag, portions }) => (
              <Text key={tag} className={styles.tag}>
                {t('count', { name: tTag(tag), count: portions })}
              </Text>
            ))}
          </View>
        </View>
      )}
      {fulfilments.length > 0 && (
        <View className={styles.ways}>
          <Text className={styles.strong}>{t('ways')}</Text>
          <View className={styles.tags}>
            {fulfilments.map(({ fulfilment, orders }) => (
              <Text key={fulfilment} className={styles.tag}>
                {t('orders', { name: tWay(fulfilment), count: orders })}
              </Text>
            ))}
          </View>
        </View>
      )}
    </Section>
  )
}
