import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { goBack } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { showToast } from '../../../ui/toast'
import { RatingForm } from '../../components/rating-form'
import { issueText } from '../../issue.text'
import { useRating } from '../../use-rating'

export default function RatePage() {
  const t = useText(issueText)
  const { communityId = '', workItemId = '' } = useRouter().params
  const rating = useRating(communityId, workItemId)
  const [hasTried, setTried] = useState(false)
  const isUnsolved = rating.isSolved === false
  const isComplete =
    rating.isSolved !== null && rating.satisfaction > 0 && (!isUnsolved || rating.missing.trim() !== '')
  const send = () => {
    setTried(true)
    if (!isComplete) return
    rating.send().then(
      () => {
        showToast(t(isUnsolved ? 'reopened' : 'rated'))
        goBack()
      },
      // The page shows rating.error.
      () => undefined,
    )
  }
  if (rating.isOver)
    return (
      <Page title={t('ratePage')}>
        <Empty icon='check' title={t('alreadyRated')} action={<Button onPress={goBack}>{t('seeLatest')}</Button>} />
        <OfflineWay communityId={communityId || undefined} />
      </Page>
    )
  return (
    <Page
      title={t('ratePage')}
      action={
        <Button kind='primary' isWide isBusy={rating.isSending} onPress={send}>
          {t(isUnsolved ? 'sendUnsolved' : 'sendRating')}
        </Button>
      }
    >
      {rating.isHalfSent && <Card tint='amber'>{t('ratedNotReopened')}</Card>}
      {rating.error !== null && <ErrorNotice error={rating.error} />}
      <RatingForm rating={rating} hasTried={hasTried} />
      <OfflineWay communityId={communityId || undefined} />
    </Page>
  )
}
