import { View } from '@tarojs/components'
import { useState } from 'react'
import { StaffOnly } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Page } from '../../../ui/page'
import { Tabs } from '../../../ui/tabs'
import { HeldContentList } from '../../components/held-content-list'
import { HELD_KEY, type HeldView, useHeldContent } from '../../moderation.api'
import styles from '../../moderation.module.scss'
import { moderationText } from '../../moderation.text'

/** What neighbours see only after somebody of the community has looked at it. */
export default function HeldContentPage() {
  const t = useText(moderationText)
  return (
    <Page isDesk title={t('title')}>
      <StaffOnly permission='content.decide'>
        <HeldContent />
      </StaffOnly>
    </Page>
  )
}

const HeldContent = () => {
  const t = useText(moderationText)
  const [view, setView] = useState<HeldView>('waiting')
  const waiting = useHeldContent('waiting').data?.pages[0]?.waiting
  useRefreshOnShow(HELD_KEY)
  return (
    <>
      <View className={styles.about}>{t('about')}</View>
      <Tabs
        label={t('which')}
        tabs={[
          { value: 'waiting', name: t('waiting'), count: waiting },
          { value: 'decided', name: t('decided') },
        ]}
        value={view}
        onChange={setView}
      />
      <HeldContentList key={view} view={view} />
    </>
  )
}
