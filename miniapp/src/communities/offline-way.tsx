import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { useText } from '../platform/i18n/text'
import { Card } from '../ui/card'
import { FactList } from '../ui/fact-list'
import { Section } from '../ui/section'
import { StatusChip } from '../ui/status-chip'
import { communityText } from './community.text'

/** The way without a phone that stands beside every service (无障碍环境建设法 art. 39): address, hours, telephone. */
export const OfflineWay = ({ community }: { community: Community | undefined }) => {
  const t = useText(communityText)
  const desk = community?.contacts.find(({ address, gridCellId }) => address !== null && gridCellId === null)
  return (
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
  )
}
