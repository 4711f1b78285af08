import { View } from '@tarojs/components'
import { useText } from '../platform/i18n/text'
import { Card } from '../ui/card'
import { FactList } from '../ui/fact-list'
import { Section } from '../ui/section'
import { StatusChip } from '../ui/status-chip'
import { communityText } from './community.text'
import styles from './offline-way.module.scss'
import { deskOf } from './places'
import { useCommunity, useMyCommunity } from './use-community'

interface OfflineWayProps {
  /** Where the page is about another community than the one that somebody has chosen. */
  communityId?: string | undefined
  /** Of the contact board: who answers for this service where it has a telephone of its own. */
  topic?: string
  /** What one does there, where it is not what it is for every other service. */
  words?: string
}

/**
 * The way without a phone that stands beside every service (无障碍环境建设法 art. 39): address, hours, telephone of the
 * desk.
 */
export const OfflineWay = ({ communityId, topic, words }: OfflineWayProps) => {
  const t = useText(communityText)
  const mine = useMyCommunity().community
  const named = useCommunity(communityId).data
  const community = named ?? mine
  const desk = deskOf(community)
  const answering = community?.contacts.find((contact) => contact.topic === topic) ?? desk
  return (
    <View className={styles.way}>
      <Section title={t('offlineTitle')} end={desk?.demo && <StatusChip word={t('demo')} tone='plain' icon='bench' />}>
        <Card>
          <View>{words ?? t('offlineWords')}</View>
          {desk && answering && (
            <FactList
              facts={[
                { name: t('address'), value: desk.address },
                { name: t('hours'), value: answering.hours },
                { name: t('phone'), value: answering.phone },
              ]}
            />
          )}
        </Card>
      </Section>
    </View>
  )
}
