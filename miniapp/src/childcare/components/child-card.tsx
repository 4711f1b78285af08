import type { Child } from '@little-bench/shared/people/child.contract'
import { Text, View } from '@tarojs/components'
import { childAge } from '../../people'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { childText } from '../child.text'
import styles from '../childcare.module.scss'

/** One child as its family wrote it down, with the way to change it. */
export const ChildCard = ({ child }: { child: Child }) => {
  const t = useText(childText)
  const { id, nickname, bornIn, ageMonths, allergies, pickUps } = child
  const [year = '', month = ''] = bornIn.split('-')
  const names = pickUps.map(({ name }) => name).join('、')
  return (
    <Card>
      <View className={styles.name}>{nickname}</View>
      <View className={styles.line}>{t('bornIn', { year, month: Number(month), age: childAge(ageMonths) })}</View>
      <View className={styles.mark}>
        {allergies !== null && <Icon name='alert' className={styles.alert} />}
        <Text>{allergies === null ? t('noAllergies') : t('allergies', { what: allergies })}</Text>
      </View>
      <View className={styles.lines}>{names === '' ? t('noFetchers') : t('fetchers', { names })}</View>
      <Button
        isWide
        icon='edit'
        label={t('editOf', { name: nickname })}
        onPress={() => openPage('childcare/pages/child/index', { id })}
      >
        {t('edit')}
      </Button>
    </Card>
  )
}
