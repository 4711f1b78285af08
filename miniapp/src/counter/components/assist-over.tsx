import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import styles from '../counter.module.scss'
import { counterText } from '../counter.text'
import type { AssistSession } from '../last-assist'
import { StartSheet } from './start-sheet'

interface AssistOverProps {
  session: AssistSession
  /** Leaves this person for the next one; left out on pages of their own. */
  onNext?: () => void
}

/** The time is over: nothing goes out any more, and the way to go on is a new session with its reason. */
export const AssistOver = ({ session, onNext }: AssistOverProps) => {
  const t = useText(counterText)
  const [isStarting, setStarting] = useState(false)
  const { resident, reason } = session
  return (
    <View className={styles.block} {...a11y({ role: 'alert' })}>
      <Card tint='red'>
        <View className={styles.strong}>{t('overTitle', { name: resident.name })}</View>
        <View className={styles.spaced}>{t('overWords')}</View>
        <View className={styles.ways}>
          <Button kind='primary' icon='refresh' onPress={() => setStarting(true)}>
            {t('again')}
          </Button>
          {onNext && <Button onPress={onNext}>{t('next')}</Button>}
        </View>
      </Card>
      {isStarting && <StartSheet resident={resident} reason={reason} onClose={() => setStarting(false)} />}
    </View>
  )
}
