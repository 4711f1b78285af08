import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { OfflineWay } from '../../communities'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { toTop } from '../../platform/to-top'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { Steps } from '../../ui/steps'
import styles from '../privacy.module.scss'
import { useSendRequest } from '../request.api'
import { requestText } from '../request.text'
import { EMPTY_REQUEST, isComplete, readRequest } from '../request-fields'
import { RequestCheck } from './request-check'
import { RequestList } from './request-list'
import { RequestSay } from './request-say'
import { RequestSent } from './request-sent'

const DRAFT = 'privacy-request'

/** Says what is wrong, looks at it once more, sends it; below stands what was asked before. */
export const RequestForm = ({ community, title }: { community: Community; title: string }) => {
  const t = useText(requestText)
  const draft = useDraft(DRAFT, EMPTY_REQUEST)
  const [isChecking, setChecking] = useState(false)
  const [hasTried, setTried] = useState(false)
  const sending = useSendRequest(community.id)
  const read = readRequest(draft.fields)
  const isReady = isComplete(read)
  const show = (check: boolean) => {
    setTried(false)
    setChecking(check)
    toTop()
  }
  const goOn = () => {
    if (!isReady) return setTried(true)
    if (!isChecking) return show(true)
    sending.mutate({ request: read, attemptKey: draft.attemptKey }, { onSuccess: draft.clear, onSettled: toTop })
  }
  if (sending.data) return <RequestSent request={sending.data} title={title} />
  return (
    <Page
      title={title}
      action={
        <Button kind='primary' isWide isBusy={sending.isPending} onPress={goOn}>
          {t(isChecking ? 'send' : 'next')}
        </Button>
      }
    >
      <Steps step={isChecking ? 2 : 1} total={2} name={t(isChecking ? 'stepCheck' : 'stepSay')} />
      {sending.isError && <ErrorNotice error={sending.error} />}
      {isChecking && isReady ? (
        <>
          <RequestCheck request={read} communityName={community.name} />
          <View className={styles.ways}>
            <Button icon='back' onPress={() => show(false)}>
              {t('previous')}
            </Button>
          </View>
        </>
      ) : (
        <>
          <View className={styles.hint}>{t('hint')}</View>
          {draft.wasRestored && (
            <Card tint='blue'>
              <View className={styles.head}>
                <View>{t('restored')}</View>
                <Button kind='quiet' onPress={draft.clear}>
                  {t('startAfresh')}
                </Button>
              </View>
            </Card>
          )}
          <RequestSay draft={draft} mistakes={hasTried && !isReady ? read : {}} />
          <RequestList />
        </>
      )}
      <OfflineWay />
    </Page>
  )
}
