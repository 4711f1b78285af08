import { View } from '@tarojs/components'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { type Fact, FactList } from '../../ui/fact-list'
import { Icon } from '../../ui/icon'
import { itemText } from '../item.text'
import type { WorkItem } from '../work-item.api'
import styles from './item-view.module.scss'

/** Who else has to do with the item: a unit that is asked, units that help, those above, and how often it was reminded. */
export const ItemCompany = ({ item }: { item: WorkItem }) => {
  const t = useText(itemText)
  const { referredTo, participants, supervisors, reminders, queue, timeline } = item
  const referredAt = [...timeline].reverse().find(({ kind }) => kind === 'referred')?.at
  const namesOf = (queues: readonly { name: string }[]) => queues.map(({ name }) => name).join('、')
  const facts: Fact[] = [
    ...(participants.length > 0
      ? [
          {
            name: t('together'),
            value: `${t('lead', { queue: queue.name })}，${t('helping', { queues: namesOf(participants) })}`,
          },
        ]
      : []),
    ...(supervisors.length > 0 ? [{ name: t('supervisors'), value: namesOf(supervisors) }] : []),
    ...(reminders > 0 ? [{ name: t('reminders'), value: t('remindedTimes', { count: reminders }) }] : []),
  ]
  return (
    <>
      {referredTo && (
        <Card tint='amber'>
          <View className={styles.strong}>
            <Icon name='clock' />
            {t('referredTo', { queue: referredTo.name })}
          </View>
          {referredAt && <View>{t('referredSince', { date: dateInSentence(referredAt), own: queue.name })}</View>}
        </Card>
      )}
      {facts.length > 0 && (
        <Card>
          <FactList facts={facts} />
        </Card>
      )}
    </>
  )
}
