import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { a11y } from '../../../ui/a11y'
import { Empty } from '../../../ui/empty'
import { Page } from '../../../ui/page'
import { Segmented } from '../../../ui/segmented'
import styles from '../../components/follow-up.module.scss'
import { FollowUpCard } from '../../components/follow-up-card'
import { FollowUpForm } from '../../components/follow-up-form'
import { LiveStatus } from '../../components/live-status'
import { PagedList } from '../../components/paged-list'
import { SignInFirst } from '../../components/sign-in-first'
import { type FollowUp, followUpsKey, useFollowUps } from '../../desk.api'
import { followUpText } from '../../follow-up.text'
import { useLive } from '../../live/use-live'
import { useMyQueues } from '../../work-item.api'

/** The calls of one queue (回访), due first: is it really solved? */
export default function FollowUpsPage() {
  const t = useText(followUpText)
  const { queueId: wanted } = useRouter().params
  const served = useMyQueues().data?.items ?? []
  const queue = served.find(({ id }) => id === wanted) ?? served[0]
  const queueId = wanted ?? queue?.id ?? ''
  const isSignedIn = useSession(({ token }) => token !== null)
  const [isDone, setDone] = useState(false)
  // Here and not in the row: a call that somebody else recorded leaves the list, and what was typed must stay.
  const [recording, setRecording] = useState<FollowUp>()
  const calls = useFollowUps(queueId, isDone)
  useLive()
  useRefreshOnShow(followUpsKey(queueId))
  if (!isSignedIn) {
    return (
      <Page isDesk title={t('followUps')}>
        <SignInFirst />
      </Page>
    )
  }
  return (
    <Page isDesk title={t('followUps')} headerEnd={<LiveStatus />}>
      <View className={styles.switch}>
        {queue && <View className={styles.queue}>{queue.name}</View>}
        <Segmented
          label={t('which')}
          segments={[
            { value: 'due', name: t('due') },
            { value: 'done', name: t('done') },
          ]}
          value={isDone ? 'done' : 'due'}
          onChange={(value) => setDone(value === 'done')}
        />
      </View>
      <PagedList
        query={calls}
        empty={
          <Empty
            icon='phone'
            title={t(isDone ? 'emptyDone' : 'emptyDue')}
            next={t(isDone ? 'emptyDoneNext' : 'emptyDueNext')}
          />
        }
      >
        {(items) => (
          <View {...a11y({ role: 'list', label: t(isDone ? 'listDone' : 'list') })}>
            {items.map((followUp) => (
              <FollowUpCard key={followUp.id} followUp={followUp} onRecord={() => setRecording(followUp)} />
            ))}
          </View>
        )}
      </PagedList>
      {recording && <FollowUpForm key={recording.id} followUp={recording} onClose={() => setRecording(undefined)} />}
    </Page>
  )
}
