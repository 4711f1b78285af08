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

/**
 * The way without a phone that stands beside every service (无障碍环境建设法 art. 39): address, hours, telephone of the
 * desk. `communityId` where the page is about another community than the one that somebody has chosen.
 */
export const OfflineWay = ({ communityId }: { communityId?: string | undefined }) => {
  const t = useText(communityText)
  const mine = useMyCommunity().community
  const named = useCommunity(communityId).data
  const desk = deskOf(named ?? mine)
  return (
    <View className={styles.way}>
      <Section title={t('offlineTitle')} end={desk?.demo && <StatusChip word={t('demo')} tone='plain' icon='bench' />}>
        <Card>
          <View>{t('offlineWords')}</View>
          {desk && (
            <FactList
              facts={[
                { name: t('address'), value: desk.address },
                { name: t('hours'), value: desk.hours },
                { name: t('phone'), value: desk.phone },
              ]}
            />
          )}
        </Card>
      </Section>
    </View>
  )
}
