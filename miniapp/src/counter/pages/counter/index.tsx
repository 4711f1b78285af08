import { StaffOnly } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { AssistClock } from '../../components/assist-clock'
import { AssistOver } from '../../components/assist-over'
import { FindResident } from '../../components/find-resident'
import { OtherWork } from '../../components/other-work'
import { SessionTasks } from '../../components/session-tasks'
import { ASSIST_KEY } from '../../counter.api'
import { counterText } from '../../counter.text'
import { type Assist, useActingFor, useAssist } from '../../use-assist'
import { useEndAssist } from '../../use-end-assist'
import { useLeaveResident } from '../../use-leave-resident'

/** The counter (帮办台): find somebody, help them for half an hour, end it. */
export default function CounterPage() {
  const t = useText(counterText)
  const assist = useAssist()
  useActingFor(assist.state === 'open' ? assist.session?.resident : undefined)
  useRefreshOnShow(ASSIST_KEY)
  const { finish, isEnding, error } = useEndAssist()
  const open = assist.state === 'open' ? assist.session : null
  return (
    <Page
      isCounter
      title={t('counter')}
      action={
        open && (
          <Button kind='primary' icon='check' isWide isBusy={isEnding} onPress={() => finish(open)}>
            {t('end')}
          </Button>
        )
      }
    >
      <StaffOnly permission='resident.assist'>
        {open && error !== null && <ErrorNotice error={error} onRetry={() => finish(open)} />}
        <CounterBody assist={assist} />
      </StaffOnly>
    </Page>
  )
}

const CounterBody = ({ assist: { state, session, error, retry } }: { assist: Assist }) => {
  const leave = useLeaveResident()
  if (state === 'loading') return <Skeleton cards={3} />
  if (state === 'failed') return <ErrorNotice error={error} onRetry={retry} />
  if (session && state === 'open') {
    return (
      <>
        <AssistClock session={session} />
        <SessionTasks />
      </>
    )
  }
  return (
    <>
      {session ? <AssistOver session={session} onNext={leave} /> : <FindResident />}
      <OtherWork />
    </>
  )
}
