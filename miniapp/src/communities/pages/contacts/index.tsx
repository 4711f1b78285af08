import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { communityText } from '../../community.text'
import { CommunityChoice } from '../../community-choice'
import { ContactTopics } from '../../components/contact-topics'
import styles from '../../contact-card.module.scss'
import { PlaceHint } from '../../place-hint'
import { useMyCommunity } from '../../use-community'
import { useContactBoard } from '../../use-contact-board'

/** 有困难找社区: whom to call about what, without an account and without a network. */
export default function ContactsPage() {
  const t = useText(communityText)
  const [isChoosing, setChoosing] = useState(false)
  const mine = useMyCommunity()
  const { community, place } = mine
  const board = useContactBoard(community?.id, place?.gridCellId)
  const error = mine.error ?? board.error
  const here = place ? t('here', { community: community?.name ?? '', place: place.name }) : community?.name
  return (
    <Page
      title={t('contacts')}
      action={
        <Button kind='primary' isWide onPress={() => openPage('issues/pages/report/index')}>
          {t('report')}
        </Button>
      }
    >
      {here && (
        <View className={styles.here}>
          <Button icon='pin' label={t('switchPlace', { here })} onPress={() => setChoosing(true)}>
            {here}
          </Button>
        </View>
      )}
      {error && <ErrorNotice error={error} onRetry={mine.error ? mine.retry : board.retry} />}
      {!board.topics && !error && <Skeleton cards={4} />}
      {board.topics && community && !place && <PlaceHint onChoosePlace={() => setChoosing(true)} />}
      {board.topics && <ContactTopics topics={board.topics} gridCellId={place?.gridCellId} />}
      <CommunityChoice isOpen={isChoosing} community={community} hasPlaces onClose={() => setChoosing(false)} />
    </Page>
  )
}
