import { View } from '@tarojs/components'
import { useState } from 'react'
import { StaffOnly, useWorkCommunityId } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { type MediatorCard, useMediators } from '../../case.api'
import { committeeText } from '../../committee.text'
import { CardForm } from '../../components/card-form'
import { MediatorWords } from '../../components/mediator-choice'
import styles from '../../mediation.module.scss'

/** The cards of those whom residents can ask, kept by the committee. */
export default function MediatorsPage() {
  const t = useText(committeeText)
  const communityId = useWorkCommunityId('mediation.lead')
  const [edited, setEdited] = useState<MediatorCard | 'new'>()
  return (
    <Page
      isDesk
      isWide
      title={t('mediatorsTitle')}
      action={
        communityId !== undefined && (
          <Button kind='primary' isWide icon='plus' onPress={() => setEdited('new')}>
            {t('addMediator')}
          </Button>
        )
      }
    >
      <StaffOnly permission='mediation.lead'>
        <View className={styles.hint}>{t('mediatorsWords')}</View>
        {communityId !== undefined && <Cards communityId={communityId} onEdit={setEdited} />}
        {communityId !== undefined && edited !== undefined && (
          <CardForm
            communityId={communityId}
            card={edited === 'new' ? undefined : edited}
            onClose={() => setEdited(undefined)}
          />
        )}
      </StaffOnly>
    </Page>
  )
}

const Cards = ({ communityId, onEdit }: { communityId: string; onEdit: (card: MediatorCard) => void }) => {
  const t = useText(committeeText)
  const mediators = useMediators({ communityId, token: null }, undefined)
  if (mediators.isPending) return <Skeleton cards={3} />
  if (!mediators.data) return <ErrorNotice error={mediators.error} onRetry={() => void mediators.refetch()} />
  if (mediators.data.length === 0) return <Empty icon='person' title={t('noMediators')} next={t('noMediatorsNext')} />
  return (
    <View className={styles.grid}>
      {mediators.data.map((card) => (
        <Card key={card.id}>
          <MediatorWords card={card} />
          <View className={styles.ways}>
            <Button icon='edit' label={t('editMediatorOf', { name: card.name })} onPress={() => onEdit(card)}>
              {t('editMediator')}
            </Button>
          </View>
        </Card>
      ))}
    </View>
  )
}
