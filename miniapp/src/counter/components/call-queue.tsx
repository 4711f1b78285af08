import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import { StatusChip } from '../../ui/status-chip'
import type { Call } from '../call.api'
import { callText } from '../call.text'
import styles from '../counter.module.scss'
import { CallCard } from './call-card'

/** One call at a time, the others below; what is written down leaves, and the next one comes up. */
export const CallQueue = ({ calls }: { calls: readonly Call[] }) => {
  const t = useText(callText)
  const [chosenId, setChosenId] = useState<string>()
  const current = calls.find(({ id }) => id === chosenId) ?? calls[0]
  if (!current) return null
  const others = calls.filter(({ id }) => id !== current.id)
  return (
    <>
      <CallCard key={current.id} call={current} onRecorded={() => setChosenId(undefined)} />
      {others.length > 0 && (
        <Section title={t('others')}>
          <View className={styles.list} {...a11y({ role: 'list', label: t('othersList') })}>
            {others.map((call) => (
              <View key={call.id} {...a11y({ role: 'listitem' })}>
                <Card>
                  <View className={styles.row}>
                    <Text className={styles.strong}>{call.person.name}</Text>
                    {call.needsVisit && <StatusChip word={t('needsVisit')} tone='late' icon='home' />}
                  </View>
                  <View className={styles.row}>
                    <Text>{t('dueOn', { date: dateInSentence(call.dueOn) })}</Text>
                    <Button
                      kind='quiet'
                      label={t('openLabel', { name: call.person.name })}
                      onPress={() => setChosenId(call.id)}
                    >
                      {t('open')}
                    </Button>
                  </View>
                </Card>
              </View>
            ))}
          </View>
        </Section>
      )}
    </>
  )
}
