import { useQueryClient } from '@tanstack/react-query'
import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { type Translate, useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useMyOutbox, useWaitingForSignIn } from '../../platform/outbox/outbox.store'
import { type OutboxEntry, type OutboxState, uploadedPercent } from '../../platform/outbox/outbox-entry'
import { useSession } from '../../platform/session'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import { StatusChip, type StatusTone } from '../../ui/status-chip'
import styles from './item-card.module.scss'
import { MY_ITEMS_KEY } from './my-items.api'
import { outboxListText } from './outbox-list.text'

/** What was said and is not at the server yet, or has come there and was not looked at since. */
export const OutboxList = () => {
  const t = useText(outboxListText)
  const entries = useMyOutbox()
  const waiting = useWaitingForSignIn()
  useRefreshOnReceipt(entries)
  if (waiting > 0) return <Card tint='amber'>{t('signedOut', { count: waiting })}</Card>
  if (entries.length === 0) return null
  return (
    <Section title={t(entries.every(({ state }) => state === 'received') ? 'titleReceived' : 'title')}>
      {entries.map((entry) => (
        <OutboxCard key={entry.id} entry={entry} />
      ))}
    </Section>
  )
}

const TONES: Record<OutboxState, StatusTone> = {
  unsent: 'soon',
  sending: 'waiting',
  received: 'good',
  refused: 'late',
  opened: 'plain',
}

const OutboxCard = ({ entry }: { entry: OutboxEntry }) => {
  const t = useText(outboxListText)
  const actingFor = useSession((session) => session.actingFor)
  return (
    <Card onPress={() => openPage('issues/pages/unsent/index', { id: entry.id })}>
      <View className={styles.head}>
        <Text className={styles.title}>{entry.title}</Text>
        <StatusChip word={t(entry.state)} tone={TONES[entry.state]} />
      </View>
      <View>{sentenceOf(entry, t)}</View>
      {entry.actingFor && !actingFor && (
        <View className={styles.number}>{t('whose', { name: entry.actingFor.name })}</View>
      )}
    </Card>
  )
}

const sentenceOf = (entry: OutboxEntry, t: Translate<typeof outboxListText>): string => {
  const percent = uploadedPercent(entry)
  if (entry.state === 'received') return t('receivedWords', { number: entry.receipt?.receiptNumber ?? '' })
  if (entry.state === 'sending') return percent === undefined ? t('sendingPlainWords') : t('sendingWords', { percent })
  if (entry.state === 'unsent') return t(entry.waitsFor === 'sign_in' ? 'unsentSignInWords' : 'unsentWords')
  return t(`${entry.state}Words`)
}

/** What has just come to the server is an item from then on. */
const useRefreshOnReceipt = (entries: readonly OutboxEntry[]) => {
  const queryClient = useQueryClient()
  const received = entries.filter(({ state }) => state === 'received').length
  useEffect(() => {
    if (received > 0) void queryClient.invalidateQueries({ queryKey: MY_ITEMS_KEY })
  }, [queryClient, received])
}
