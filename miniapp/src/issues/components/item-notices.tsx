import type { WorkItem } from '@little-bench/shared/work-queue/item.contract'
import { isOpen } from '@little-bench/shared/work-queue/lifecycle'
import { Text, View } from '@tarojs/components'
import { callPhone } from '../../platform/call-phone'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import { StatusChip } from '../../ui/status-chip'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'

/** What the staff asked and wait for; the answer is under the thumb. */
export const Question = ({ item }: { item: WorkItem }) => {
  const t = useText(issueText)
  const asked = [...item.timeline].reverse().find(({ kind }) => kind === 'asked')
  if (item.pause !== 'waiting_for_resident') return null
  return (
    <Card tint='amber'>
      <View className={styles.strong}>{t('question')}</View>
      {asked?.message && <View className={styles.question}>{asked.message}</View>}
      <View>{t('questionNext')}</View>
    </Card>
  )
}

/** Whom to ask instead, and their number under the thumb. */
export const WhomToAsk = ({ item }: { item: WorkItem }) => {
  const t = useText(issueText)
  if (!item.notOurs) return null
  const { destination, phone } = item.notOurs
  return (
    <Card tint='amber'>
      <View className={styles.strong}>{t('notOursTitle')}</View>
      <View className={styles.question}>{t('notOursWords', { destination })}</View>
      {phone && (
        <Button icon='phone' isWide onPress={() => callPhone(phone)}>
          {t('callNumber', { phone })}
        </Button>
      )}
    </Card>
  )
}

/** What a merge or a conversion means for whoever said it, and how far the works of a split item are. */
export const ItemNotices = ({ item }: { item: WorkItem }) => {
  const t = useText(issueText)
  // What it became is theirs alone: whoever acts for them learns nothing of it here.
  const isActing = useSession((session) => session.actingFor !== null)
  return (
    <>
      {item.outcome === 'merged' && (
        <Card tint='blue'>
          <View className={styles.strong}>{t('mergedTitle')}</View>
          <View>{t('mergedWords')}</View>
          {item.mergedInto && <WorkState work={item.mergedInto} />}
        </Card>
      )}
      {item.outcome === 'converted' && (
        <Card tint='blue'>
          <View className={styles.strong}>{t('convertedTitle')}</View>
          <View>{t('convertedWords')}</View>
          {!isActing && (
            <Button
              icon='forward'
              isWide
              onPress={() => openPage('mediation/pages/request/index', { fromWorkItemId: item.id })}
            >
              {t('convertedNext')}
            </Button>
          )}
        </Card>
      )}
      {item.children.length > 0 && (
        <Section title={t('works', { count: item.children.length })}>
          {item.children.map((work) => (
            <Card key={work.id}>
              <WorkState work={work} />
            </Card>
          ))}
        </Section>
      )}
    </>
  )
}

const WorkState = ({ work }: { work: WorkItem['children'][number] }) => {
  const t = useText(issueText)
  const isInHand = isOpen(work.state)
  return (
    <View className={styles.head}>
      <Text className={styles.strong}>{work.title}</Text>
      <StatusChip word={t(isInHand ? 'inHand' : 'finished')} tone={isInHand ? 'waiting' : 'good'} />
    </View>
  )
}
