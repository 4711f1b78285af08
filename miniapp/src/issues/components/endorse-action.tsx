import type { Issue } from '@little-bench/shared/issues/contract'
import { isOpen } from '@little-bench/shared/work-queue/lifecycle'
import { CallError } from '../../platform/call-error'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { showToast } from '../../ui/toast'
import { issueText } from '../issue.text'
import { useEndorsing } from '../neighbour.api'
import { ReportButton } from './report-button'

/** What a neighbour may do with what somebody said: 「我也一样」, and take it back; else say something of their own. */
export const EndorseAction = ({ issue }: { issue: Issue }) => {
  const t = useText(issueText)
  const isSignedIn = useSession((session) => session.person !== null)
  const endorsing = useEndorsing(issue)
  // The server says why not; the button stays for the next try.
  const onError = (error: unknown) => showToast((error instanceof CallError && error.message) || t('endorseFailed'))
  if (!isSignedIn && isOpen(issue.state)) {
    return (
      <Button kind='primary' isWide onPress={() => openPage('people/pages/sign-in/index')}>
        {t('signInToEndorse')}
      </Button>
    )
  }
  if (issue.isEndorsed) {
    return (
      <Button
        isWide
        icon='undo'
        isBusy={endorsing.isPending}
        onPress={() => endorsing.mutate('withdraw', { onSuccess: () => showToast(t('unendorsed')), onError })}
      >
        {t('unendorse')}
      </Button>
    )
  }
  if (issue.canEndorse) {
    return (
      <Button
        kind='primary'
        isWide
        icon='plus'
        isBusy={endorsing.isPending}
        onPress={() => endorsing.mutate('endorse', { onSuccess: () => showToast(t('endorsed')), onError })}
      >
        {t('endorse')}
      </Button>
    )
  }
  return <ReportButton />
}
