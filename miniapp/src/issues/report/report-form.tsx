import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { CategoryChoice, contactsFor, isOnlyInPerson, OfflineWay } from '../../communities'
import { CallError } from '../../platform/call-error'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { HOTLINE } from '../../ui/call-button'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import { Steps } from '../../ui/steps'
import { CheckStep } from './check-step'
import { ReceiptView } from './receipt-view'
import styles from './report.module.scss'
import { reportText } from './report.text'
import { ReportAction, useReporter } from './report-action'
import { EMPTY_REPORT, missingParts, readReport, stepToContinue } from './report-fields'
import { UnsentNotice } from './unsent-notice'
import { useSendReport } from './use-send-report'
import { WordsStep } from './words-step'

const STEP_NAMES = ['stepWhat', 'stepWords', 'stepCheck'] as const

/** Says one thing in three steps. Each keystroke is on the phone; the step is not, it follows from what is missing. */
export const ReportForm = ({ community }: { community: Community }) => {
  const t = useText(reportText)
  const draft = useDraft('report', EMPTY_REPORT)
  const read = readReport(draft.fields, community)
  const missing = missingParts(draft.fields, read)
  // Somebody who had only chosen a category reads once more what to know about it.
  const [step, setStep] = useState(() => (draft.fields.words === '' ? 1 : stepToContinue(missing)))
  const [isRestored, setRestored] = useState(draft.wasRestored)
  const [hasTried, setTried] = useState(false)
  const reporter = useReporter()
  const actingFor = useSession((session) => session.actingFor)
  const isInPerson = read.category !== undefined && isOnlyInPerson(read.category, actingFor)
  const sending = useSendReport(draft, community)

  const goTo = (next: number) => {
    // Somebody may switch the community on the way; then the place is asked for again.
    const reachable = Math.min(next, stepToContinue(missing))
    setTried(reachable < next)
    setStep(reachable)
    toTop()
  }
  const isExpired = sending.error instanceof CallError && sending.error.code === 'unauthenticated'
  const isSignedInAgain = isExpired && reporter !== 'nobody'
  const startAfresh = () => {
    draft.clear()
    setRestored(false)
    setStep(1)
  }
  if (sending.data) return <ReceiptView receipt={sending.data} communityId={community.id} />
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
          onSend={() => sending.mutate(undefined, { onSettled: toTop })}
          isSending={sending.isPending}
          hasFailed={sending.isError && !isSignedInAgain}
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
          {sending.isError && !isSignedInAgain && <UnsentNotice error={sending.error} />}
          {reporter === 'nobody' && !isExpired && <Card tint='blue'>{t('signInWords')}</Card>}
          <CheckStep draft={draft} read={read} community={community} onChange={goTo} />
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

/** What follows stands above where somebody has read on: the number, or why it was not sent. */
const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })

/** The desk of the community, or the hotline where it has no number. */
const phoneOf = (community: Community) => contactsFor(community, undefined)[0]?.phone ?? HOTLINE
