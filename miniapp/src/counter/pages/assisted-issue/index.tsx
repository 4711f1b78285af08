import { View } from '@tarojs/components'
import { StaffOnly } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { a11y } from '../../../ui/a11y'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { assistedText } from '../../assisted-issue.text'
import { AssistClock } from '../../components/assist-clock'
import { AssistOver } from '../../components/assist-over'
import { AssistedForm } from '../../components/assisted-form'
import styles from '../../counter.module.scss'
import { type Assist, useActingFor, useAssist } from '../../use-assist'
import { useStaffCommunity } from '../../use-staff-community'

/** Filing for the person who is helped, or for somebody who came or called and is not known yet. */
export default function AssistedIssuePage() {
  const t = useText(assistedText)
  const assist = useAssist()
  useActingFor(assist.state === 'open' ? assist.session?.resident : undefined)
  return (
    <Page isCounter title={t('title')}>
      <StaffOnly permission='resident.assist'>
        <AssistedBody assist={assist} />
      </StaffOnly>
    </Page>
  )
}

const AssistedBody = ({ assist: { state, session, error, retry } }: { assist: Assist }) => {
  const community = useStaffCommunity('resident.assist')
  if (state === 'failed') return <ErrorNotice error={error} onRetry={retry} />
  if (state === 'loading' || !community) return <Skeleton cards={3} />
  const isOver = state === 'over'
  return (
    <>
      {session && (isOver ? <AssistOver session={session} /> : <AssistClock isSmall session={session} />)}
      <View className={isOver ? styles.locked : ''} {...a11y({ hidden: isOver || undefined })}>
        <AssistedForm key={session?.resident.id ?? 'caller'} community={community} session={session} />
      </View>
    </>
  )
}
