import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { dropWrite, sendWrites, type WaitingWrite } from '../../platform/waiting-writes'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import styles from '../round.module.scss'
import { roundText } from '../round.text'

/** What waits on this phone for a network, and what the server did not take. */
export const RoundNotices = ({ writes }: { writes: readonly WaitingWrite[] }) => {
  const t = useText(roundText)
  const waiting = writes.filter(({ state }) => state === 'waiting').length
  const refused = writes.filter(({ state }) => state === 'refused')
  return (
    <View {...a11y({ role: 'status', live: 'polite' })}>
      {waiting > 0 && (
        <View className={styles.notice}>
          <View className={styles.noticeWords}>
            <Icon name='clock' />
            <Text>{t('waiting', { count: waiting })}</Text>
          </View>
          <Button onPress={() => void sendWrites()}>{t('sendNow')}</Button>
        </View>
      )}
      {refused.map(({ id, body, refusal }) => (
        <View key={id} className={styles.notice}>
          <View className={styles.noticeWords}>
            <Icon name='alert' />
            <Text>{t('refusedWrite', { name: body.name ?? '', why: refusal ?? '' })}</Text>
          </View>
          <Button onPress={() => dropWrite(id)}>{t('refusedOk')}</Button>
        </View>
      ))}
    </View>
  )
}
