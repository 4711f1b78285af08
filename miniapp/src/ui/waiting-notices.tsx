import { Text, View } from '@tarojs/components'
import { dropWrite, sendWrites, type WaitingWrite } from '../platform/waiting-writes'
import { a11y } from './a11y'
import { Button } from './button'
import { Icon } from './icon'
import styles from './waiting-notices.module.scss'

interface WaitingNoticesProps {
  writes: readonly WaitingWrite[]
  /** Each list says in its own words what waits and what was not taken. */
  words: {
    waiting: (count: number) => string
    sendNow: string
    refused: (name: string, why: string) => string
    refusedOk: string
  }
}

/** What waits on this device for a network, and what the server did not take. */
export const WaitingNotices = ({ writes, words }: WaitingNoticesProps) => {
  const waiting = writes.filter(({ state }) => state === 'waiting').length
  const refused = writes.filter(({ state }) => state === 'refused')
  return (
    <View {...a11y({ role: 'status', live: 'polite' })}>
      {waiting > 0 && (
        <View className={styles.notice}>
          <View className={styles.words}>
            <Icon name='clock' />
            <Text>{words.waiting(waiting)}</Text>
          </View>
          <Button onPress={() => void sendWrites()}>{words.sendNow}</Button>
        </View>
      )}
      {refused.map(({ id, body, refusal }) => (
        <View key={id} className={styles.notice}>
          <View className={styles.words}>
            <Icon name='alert' />
            <Text>{words.refused(body.name ?? '', refusal ?? '')}</Text>
          </View>
          <Button onPress={() => dropWrite(id)}>{words.refusedOk}</Button>
        </View>
      ))}
    </View>
  )
}
