import { View } from '@tarojs/components'
import { deskOf, useMyCommunity } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { BigCall } from '../../ui/big-call'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import styles from '../pension.module.scss'
import { visitText } from '../visit.text'

/** Wrong codes were said at the door: nobody needs to open, and one tap rings. */
export const LockedCard = () => {
  const t = useText(visitText)
  const desk = deskOf(useMyCommunity().community)
  return (
    <View {...a11y({ role: 'alert' })}>
      <Card tint='red'>
        <View className={styles.mark}>
          <Icon name='alert' />
          <View className={styles.big}>{t('locked')}</View>
        </View>
        <View className={styles.line}>{t('lockedWords')}</View>
        <View className={styles.line}>{t('lockedCall')}</View>
      </Card>
      <View className={styles.block}>{desk && <BigCall phone={desk.phone} name={t('callDesk')} />}</View>
    </View>
  )
}
