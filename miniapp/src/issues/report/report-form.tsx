import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { CategoryChoice, contactsFor, isOnlyInPerson, OfflineWay } from '../../communities'
import { forgetBytes } from '../../files'
import { useAskToTell } from '../../notifications'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { localFilesOf } from '../../platform/local-file'
import { entryOf } from '../../platform/outbox/outbox.store'
import { useSession } from '../../platform/session'
import { toTop } from '../../platform/to-top'
import { Button } from '../../ui/button'
import { HOTLINE } from '../../ui/call-button'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import { Steps } from '../../ui/steps'
import type { LikelyDuplicate } from '../neighbour.api'
import { formOf, throwAway } from '../outgoing'
import { CheckStep } from './check-step'
import { FollowedView } from './followed-view'
import { keepReport } from './keep-report'
import { NoRoom } from './no-room'
import styles from './report.module.scss'
import { reportText } from './report.text'
import { ReportAction, useReporter } from './report-action'
import { EMPTY_REPORT, missingParts, readReport, stepToContinue } from './report-fields'
import { SentReport } from './sent-report'
import { SnapOffer } from './snap-offer'
import { WordsStep } from './words-step'

const STEP_NAMES = ['stepWhat', 'stepWords', 'stepCheck'] as const

interface ReportFormProps {
  community: Community
  /** Something that waits on the phone and is changed. */
  entryId?: string | undefined
}

/** Says one thing in three steps. Each keystroke is on the phone; the step is not, it follows from what is missing. */
export const ReportForm = ({ community, entryId }: ReportFormProps) => {
  const t = useText(reportText)
  const draft = useDraft(formOf(entryId), EMPTY_REPORT)
  const read = readReport(draft.fields, community)
  const missing = missingParts(draft.fields, read)
  // Somebody who had only chosen a category reads once more what to know about it.
  const hasSaid = draft.fields.words !== '' || localFilesOf(draft.fields.files).length > 0
  const [step, setStep] = useState(() => (hasSaid ? stepToContinue(missing) : 1))
  const [isRestored, setRestored] = useState(draft.wasRestored && !entryId)
  const [hasTried, setTried] = useState(false)
  const [followed, setFollowed] = useState<{ issue: LikelyDuplicate; endorsements: number }>()
  const reporter = useReporter()
  const actingFor = useSession((session) => session.actingFor)
  const isInPerson = read.category !== undefined && isOnlyInPerson(read.category, actingFor)
  const [sentId, setSentId] = useState<string>()
  const [isFull, setFull] = useState(false)

  const askToTell = useAskToTell()

  const goTo = (next: number) => {
    // Somebody may switch the community on the way; then the place is asked for again.
    const reachable = Math.min(next, stepToContinue(missing))
    setTried(reachable < next)
    setStep(reachable)
    toTop()
  }
  const send = () => {
    void askToTell('report')
    const id = keepReport({ draft, community, replacesId: entryId })
    setFull(id === undefined)
    setSentId(id)
    toTop()
  }
  const drop = () => {
    const entry = entryId ? entryOf(entryId) : undefined
    if (entry) throwAway(entry)
    for (const { id } of localFilesOf(draft.fields.files)) void forgetBytes(id)
    draft.clear()
  }
  const startAfresh = () => {
    drop()
    setRestored(false)
    setStep(1)
  }
  if (sentId) return <SentReport id={sentId} />
  if (followed) return <FollowedView {...followed} onDrop={drop} onUndone={() => setFollowed(undefined)} />
  const shown = isInPerson ? 1 : Math.min(step, stepToContinue(missing))
  return (
    <Page
      title={t('title')}
      action={
        <ReportAction
          step={shown}
          category={read.category}
          phoneInPerson={isInPerson ? phoneOf(community) : undefined}
          onNext={() => goTo(shown + 1)}
          onSend={send}
        />
      }
    >
      <Steps step={shown} total={3} name={t(STEP_NAMES[shown - 1] ?? 'stepWhat')} />
      {isRestored && (
        <Card tint='blue'>
          <View className={styles.chosen}>
            <View>{t('restored')}</View>
            <Button kind='quiet' onPress={startAfresh}>
              {t('startAfresh')}
            </Button>
          </View>
        </Card>
      )}
      {reporter === 'staff' && <Card tint='amber'>{t('notResident')}</Card>}
      {shown === 1 && !read.category && !entryId && <SnapOffer />}
      {shown === 1 && (
        <CategoryChoice
          catalogue={community.catalogue}
          category={read.category}
          isMissing={hasTried}
          actingFor={actingFor}
          onChoose={(serviceCode) => draft.change({ serviceCode })}
          onTellAnyway={() => goTo(2)}
        />
      )}
      {shown === 2 && <WordsStep draft={draft} read={read} community={community} missing={hasTried ? missing : []} />}
      {shown === 3 && (
        <>
          {isFull && <NoRoom />}
          {reporter === 'nobody' && <Card tint='blue'>{t('signInWords')}</Card>}
          <CheckStep
            draft={draft}
            read={read}
            community={community}
            onChange={goTo}
            onFollowed={(issue, endorsements) => {
              setFollowed({ issue, endorsements })
              toTop()
            }}
          />
        </>
      )}
      {shown > 1 && (
        <View className={styles.block}>
          <Button icon='back' onPress={() => goTo(shown - 1)}>
            {t('previous')}
          </Button>
        </View>
      )}
      <OfflineWay communityId={community.id} />
    </Page>
  )
}

/** The desk of the community, or the hotline where it has no number. */
const phoneOf = (community: Community) => contactsFor(community, undefined)[0]?.phone ?? HOTLINE
